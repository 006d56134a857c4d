import Foundation
import HTTPTypes
import Kernel
import Markup
import MarkupTesting
import Organisation
import Reports
import TestSupport
import Testing

@testable import Accidents

/// Every page as a strict reader of markup sees it, and what the list shows.
@Suite struct AccidentPageTests {
    @Test(arguments: [Workplace.eva, Workplace.jonas, Workplace.maja])
    func `every page is well made`(reader: Person) async throws {
        let work = try await Workplace()
        let what = "Skar sig <b>på glas</b> & \"andet\" <script>alert(1)</script>"
        let report = try await work.hurt(what: what)
        try await work.away(from: Workplace.friday + 1, to: Workplace.friday + 1, isReduced: true)
        try await work.away(from: Workplace.today)
        try await work.fillIn("cut", ["course": what, "agent": "<i>glas</i>", "died": Workplace.today.text])
        try await work.send(on: Workplace.today, receipt: "<i>17</i>")
        let accident = report + "/accident"
        var pages: [String: Reply] = [:]
        for path in [
            report, accident, accident + "/paper", accident + "/paper?in=en", "/accidents", "/accidents?state=rest",
            "/accidents/rule", accident + "/edit", accident + "/codes", accident + "/codes?q=gled&all=on",
        ] { pages[path] = try await work.get(path, as: reader) }
        pages["refused absence"] = try await work.away(from: Workplace.friday - 9, as: reader)
        pages["refused form"] = try await work.fillIn("cut", ["time": "<i>", "happened": ""], as: reader)
        pages["refused sending"] = try await work.send(on: Workplace.today + 2, receipt: "<i>", as: reader)
        pages["refused codes"] = try await work.post(accident + "/codes", as: reader, ["deviation": "<i>"])
        for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
            #expect(HTMLCheck(HTML(trusted: page.text)).problems == [], "\(name)")
            #expect(!page.text.contains("<script>alert") && !page.text.contains("<i>"), "\(name)")
        }
    }

    @Test func `the sheet is in Danish for everybody, and in English where that is asked for`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        try await work.fillIn()
        let path = "/reports/cut/accident"
        let danish = try await work.get(path + "/paper", as: Workplace.jonas).text
        #expect(danish.contains("lang=\"da\"") && danish.contains("Anmeldelse af arbejdsulykke"))
        let english = try await work.get(path + "/paper?in=en", as: Workplace.jonas).text
        #expect(
            english.contains("Notification of an accident at work")
                && english.contains("<dd><span class=\"lines\">Laborant"))
        #expect(try await work.get(path + "/text?in=en", as: Workplace.jonas).text.contains("Job: Laborant"))
        let file = try await work.get(path + "/text", as: Workplace.jonas)
        #expect(file.headers[.contentDisposition]?.contains("anmeldelse-2026-01-02.txt") == true)
    }

    @Test func `the register begins with what is overdue, names what nobody filled in, and is narrowed down`()
        async throws
    {
        let work = try await Workplace()
        try await work.hurt("old", on: Workplace.today - 60, what: "Gammel ulykke")
        try await work.away("old", from: Workplace.today - 50, to: Workplace.today - 48)
        try await work.hurt("new", what: "Ny ulykke")
        try await work.away("new", from: Workplace.friday + 1)
        try await work.hurt("done", on: Workplace.today - 1, what: "Anmeldt ulykke")
        try await work.away("done", from: Workplace.today)
        try await work.send("done", on: Workplace.today, receipt: "=1+1")
        try await work.hurt("well", what: "Plaster på")
        try await work.fillIn("well")
        try await work.hurt("blank", what: "Ingen har skrevet")
        try await work.hurt("guest", affected: .visitor, what: "En gæst")
        func list(_ query: String = "") async throws -> [String] {
            let page = try await work.get("/accidents" + query, as: Workplace.maja).text
            let ids = page.components(separatedBy: "class=\"through\" href=\"/reports/").dropFirst()
            return ids.map { String($0.prefix { $0 != "/" }) }
        }
        #expect(try await list() == ["blank", "old", "new", "done", "well"])
        #expect(try await list("?state=overdue") == ["old"])
        #expect(try await list("?state=open") == ["old", "new"])
        #expect(try await list("?state=sent") == ["done"])
        #expect(try await list("?state=rest") == ["well"])
        #expect(try await list("?state=open&unit=history").isEmpty)
        #expect(try await list("?after=0.\((Workplace.today - 36).text).old") == ["new", "done", "well"])
        #expect(try await list("?after=1.\((Workplace.today - 1).text).done") == ["well"])
        let csv = try await work.get("/accidents/export.csv?state=sent", as: Workplace.maja).text
        #expect(csv.contains("'=1+1") && csv.split(separator: "\r\n").count == 2)
    }

    @Test func `the register is read page by page, each accident once`() async throws {
        let work = try await Workplace()
        for number in 1...5 {
            let day = Workplace.friday - number / 2
            try await work.hurt("r\(number)", on: day)
            // Three must be sent, two of them by the same day.
            if number <= 3 {
                try await work.away("r\(number)", from: day + 1)
            } else {
                try await work.fillIn("r\(number)")
            }
        }
        let (law, day) = (work.house.law, Workplace.today)
        var (pages, after): ([[String]], String?) = ([], "")
        while let place = after, pages.count < 9 {
            let page = try await work.database.read { reader in
                let viewer = try #require(try Doorkeeping().viewer(Workplace.maja, on: day, reader))
                return try AccidentRegister(
                    for: viewer, RegisterFilter(), after: place, by: law, on: day, most: 2, reader)
            }
            pages.append(page.accidents.map(\.report.id.text))
            after = page.next
        }
        #expect(pages == [["r2", "r3"], ["r1", "r4"], ["r5"]])
    }
}
