import Documents
import Foundation
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// Ends of mandates in a calendar, and figures by the month.
@Suite struct CalendarTests {
    @Test(arguments: Engine.tested)
    func `a private link shows the ends of one's own mandates and of a body's, until it is withdrawn`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        #expect(try await workplace.post("/mandates/karl-history/end", as: Workplace.rikke).status == 303)
        #expect(try await workplace.post("/mandates/jonas-lab/end", as: Workplace.rikke).status == 303)
        let page = try await workplace.post("/account/calendar", as: Workplace.karl).text
        let secret = try #require(page.firstMatch(of: #/calendar/([0-9a-z]+)/mandates.ics/#)?.1)
        let own = try await workplace.get("/calendar/\(secret)/mandates.ics")
        #expect(own.status == 200 && own.text.contains("DTSTART;VALUE=DATE:20260105\r\n"))
        #expect(own.text.contains("SUMMARY:Dit hverv som arbejdsmiljørepræsentant slutter"))
        #expect(!own.text.contains("Jonas"))
        let body = try await workplace.get("/calendar/\(secret)/bodies/lab-group")
        #expect(body.text.contains("SUMMARY:Jonas Riis slutter som arbejdsleder"))
        #expect(try await workplace.get("/calendar/\(secret)/bodies/none").status == 404)
        #expect(try await workplace.get("/calendar/wrong/mandates.ics").status == 404)
        #expect(try await workplace.get("/account/calendar", as: Workplace.karl).text.contains(secret) == false)
        #expect(try await workplace.post("/account/calendar/withdrawal", as: Workplace.karl).status == 303)
        #expect(try await workplace.get("/calendar/\(secret)/mandates.ics").status == 404)
    }

    @Test(arguments: Engine.tested)
    func `a new link ends the old one, and whoever left has none`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        func link() async throws -> String {
            let page = try await workplace.post("/account/calendar", as: Workplace.karl).text
            return String(try #require(page.firstMatch(of: #/calendar/([0-9a-z]+)/mandates.ics/#)?.1))
        }
        let (old, new) = (try await link(), try await link())
        #expect(try await workplace.get("/calendar/\(old)/mandates.ics").status == 404)
        #expect(try await workplace.get("/calendar/\(new)/mandates.ics").status == 200)
        try await workplace.database.write { writer in
            try writer.execute("UPDATE person SET ends = \(Workplace.today - 1) WHERE id = 'karl'")
        }
        #expect(try await workplace.get("/calendar/\(new)/mandates.ics").status == 404)
    }

    @Test func `nothing that somebody wrote begins a line of its own, and no line is longer than 75 bytes`() {
        let title = "Ærø; å,\\ \r\nBEGIN:VALARM " + String(repeating: "ø", count: 90)
        let calendar = ICalendar(
            name: "A\nB", events: [.init(id: "1", day: Workplace.today, title: title, about: title)],
            made: Workplace.monday)
        let text = String(decoding: calendar.bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(!lines.contains { $0.hasPrefix("BEGIN:VALARM") })
        #expect(lines.allSatisfy { $0.utf8.count <= 75 && !$0.contains("\n") })
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:Ærø\\; å\\,\\\\  \\nBEGIN:VALARM øøø"))
        #expect(text.contains("DTSTAMP:20260105T080000Z"))
    }

    @Test(arguments: Engine.tested)
    func `head count and hours are written by the month and summed with all below`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let path = "/units/laboratories/months"
        let figures = ["month": "2025-12", "head_count": "40", "hours": "5.400"]
        #expect(try await workplace.post(path, as: Workplace.maja, figures).status == 403)
        #expect(try await workplace.post("/units/nowhere/months", as: Workplace.rikke, figures).status == 404)
        #expect(try await workplace.post(path, as: Workplace.rikke).status == 422)
        for (field, value) in [("month", "2026-13"), ("month", "2026-02"), ("hours", "-1"), ("head_count", "mange")] {
            let reply = try await workplace.post(
                path, as: Workplace.rikke, figures.merging([field: value]) { $1 })
            #expect(reply.status == 422, "\(field) \(value)")
        }
        #expect(try await workplace.post(path, as: Workplace.eva, figures).status == 303)
        #expect(
            try await workplace.post(path, as: Workplace.eva, ["month": "12.2025", "hours": "5500"]).status == 303)
        #expect(
            try await workplace.post(
                "/units/office/months", as: Workplace.eva, ["month": "2026-01", "hours": "100"]
            ).status == 303)
        let page = try await workplace.get(path, as: Workplace.sara).text
        #expect(page.contains("2025-12") && page.contains("5500") && !page.contains("5400"))
        // Of those employed some may work few hours: never more than there are, and the law's rule stands beside it.
        for (people, few) in [("", "2"), ("3", "4"), ("3", "x")] {
            let reply = try await workplace.post(
                path, as: Workplace.eva, ["month": "2025-10", "head_count": people, "few_hours": few])
            #expect(reply.status == 422, "\(people) \(few)")
        }
        #expect(!page.contains("Heraf få timer"))
        #expect(
            try await workplace.post(
                path, as: Workplace.eva, ["month": "2025-10", "head_count": "30", "few_hours": "17"]
            ).status == 303)
        let few = try await workplace.get(path, as: Workplace.eva).text
        #expect(few.contains("Heraf få timer") && few.contains(">17<") && few.contains("mindst 10 timer om ugen"))
        let sum = try await workplace.get("/units/chemistry/months", as: Workplace.sara).text
        #expect(sum.contains("<b>5600</b>"))
    }
}
