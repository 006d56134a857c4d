import Foundation
import HTTPTypes
import Kernel
import MarkupTesting
import Notices
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Reports

@Suite struct ReportJourneyTests {
    @Test(arguments: Engine.tested)
    func `a report without a name is read, answered and closed, and its code tells all of it`(engine: Engine)
        async throws
    {
        let work = try await Workplace(engine)
        let (code, thanks) = try await work.report(uploads: ["photos": Picture.upload])
        #expect(thanks.status == 200)
        #expect(thanks.text.contains(code))

        let page = try await work.firstReport(as: Workplace.maja)
        let shown = try await work.get(page, as: Workplace.maja)
        #expect(shown.text.contains("Vand på gulvet ved nødbruseren"))
        #expect(shown.text.contains("Uden navn"))
        let photo = try await work.get(page + "/photos/1", as: Workplace.maja)
        #expect(photo.headers[.contentType] == "image/jpeg")
        #expect(photo.body.starts(with: [0xFF, 0xD8, 0xFF]))

        #expect(try await work.follow(code).text.contains("Modtaget"))
        #expect(try await work.post(page + "/reading", as: Workplace.maja).status == 303)
        #expect(try await work.follow(code).text.contains("Læst af Maja Holm"))

        let asked = try await work.post(
            page + "/messages", as: Workplace.maja, ["text": "Var det mandag?", "key": "a"])
        #expect(asked.status == 303)
        #expect(try await work.follow(code).text.contains("Var det mandag?"))
        #expect(try await work.answer(code, "Ja, om morgenen").status == 303)
        #expect(try await work.get(page, as: Workplace.jonas).text.contains("Ja, om morgenen"))

        let closed = try await work.post(
            page + "/closure", as: Workplace.maja, ["reason": "Bruseren er tætnet", "key": "b"])
        #expect(closed.status == 303)
        #expect(try await work.follow(code).text.contains("Bruseren er tætnet"))
    }

    @Test(arguments: Engine.tested)
    func `whoever reports with a name sees it among the own reports and is told`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let (_, thanks) = try await work.report(at: "/report", as: Workplace.sara)
        #expect(thanks.status == 200)
        #expect(!thanks.text.contains("class=\"code\""))
        let page = try await work.firstReport(as: Workplace.maja)
        #expect(try await work.get(page, as: Workplace.maja).text.contains("Sara Lund"))
        #expect(try await work.get("/reports/mine", as: Workplace.sara).text.contains("Vand på gulvet"))
        #expect(try await work.get(page, as: Workplace.sara).status == 200)
        #expect(try await work.get(page, as: Workplace.ida).status == 404)
        _ = try await work.post(page + "/closure", as: Workplace.maja, ["reason": "Tørret op", "key": "b"])
        #expect(try await work.get(page, as: Workplace.sara).text.contains("Tørret op"))
        let told = try await work.notices(for: Workplace.sara)
        #expect(told.map { $0.path } == [page])
    }

    @Test(arguments: Engine.tested)
    func `the group is told once, with the kind and the unit and no more`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report()
        for person in [Workplace.maja, Workplace.jonas] {
            let told = try await work.notices(for: person)
            #expect(told.map { $0.words.danish } == ["Ny melding: Noget var farligt, Laboratorier"])
        }
        for person in [Workplace.karl, Workplace.rikke, Workplace.sara] {
            #expect(try await work.notices(for: person).isEmpty)
        }
    }

    @Test(arguments: Engine.tested)
    func `sent fifty times it is one report, with the same thanks`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let (code, first) = try await work.report()
        for _ in 1..<50 {
            let again = try await work.post(
                Workplace.lab, ["kind": "near_miss", "what": "Vand på gulvet", "anonymous": "on", "code": code])
            #expect(again.text == first.text)
        }
        #expect(try await work.reportCount() == 1)
        #expect(try await work.notices(for: Workplace.maja).count == 1)
    }

    @Test(arguments: Engine.tested)
    func `an answer sent twice is said once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let (code, _) = try await work.report()
        for _ in 1...2 { _ = try await work.answer(code, "Det var ved døren", key: "same") }
        let page = try await work.follow(code).text
        #expect(page.components(separatedBy: "Det var ved døren").count == 2)
    }

    @Test func `wrong codes are all answered alike`() async throws {
        let work = try await Workplace()
        try await work.report()
        let unknown = try await work.follow("0000-0000-0000-0000")
        let nonsense = try await work.follow("hej")
        #expect(unknown.status == 422)
        #expect(unknown.text == nonsense.text)
    }

    @Test func `a code typed carelessly opens the report`() async throws {
        let work = try await Workplace()
        let (code, _) = try await work.report()
        let careless = code.lowercased().replacing("-", with: " ").replacing("0", with: "o").replacing("1", with: "l")
        #expect(try await work.follow(careless).text.contains("Vand på gulvet"))
    }

    @Test func `leaving a shared device closes the report on it`() async throws {
        let work = try await Workplace()
        let (code, _) = try await work.report()
        let entered = try await work.post("/follow", ["code": code])
        #expect(entered.headers[.setCookie]?.contains("Path=/follow; HttpOnly") == true)
        #expect(entered.location == "/follow")
        let left = try await work.post("/follow/end", headers: [.cookie: entered.cookie])
        #expect(left.headers[values: .setCookie].contains { $0.hasPrefix("follow=;") && $0.contains("Max-Age=0") })
    }
}
