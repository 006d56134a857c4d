import Foundation
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

@Suite struct ReportActionTests {
    @Test(arguments: Engine.tested)
    func `a report that becomes an action tells so, and ends with what came of it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let (code, _) = try await work.report()
        let page = try await work.firstReport(as: Workplace.maja)
        let shown = try await work.get(page, as: Workplace.maja).text
        let form = try shown.between("href=\"/actions/new", "\"").replacing("&amp;", with: "&")
        #expect(try await work.get("/actions/new" + form, as: Workplace.maja).status == 200)

        let made = try await work.makeAction(from: page, as: Workplace.maja)
        #expect(try await work.follow(code).text.contains("Sat på handleplanen"))
        #expect(try await work.get(page, as: Workplace.maja).text.contains("Tætne nødbruseren"))
        #expect(try await work.get(made, as: Workplace.maja).text.contains("Melding: Noget var farligt"))

        let closed = try await work.post(
            made + "/closure", as: Workplace.maja, ["done": "Pakningen er skiftet", "effect": "yes", "key": "c"])
        #expect(closed.status == 303)
        let told = try await work.follow(code).text
        #expect(told.contains("Pakningen er skiftet"))
        #expect(told.contains("Det hjalp."))
    }

    @Test func `two actions from one report: it ends with the last`() async throws {
        let work = try await Workplace()
        let (code, _) = try await work.report()
        let page = try await work.firstReport(as: Workplace.maja)
        let first = try await work.makeAction(from: page, as: Workplace.maja)
        let second = try await work.makeAction(from: page, as: Workplace.jonas)
        let closure = ["done": "Pakningen er skiftet", "effect": "partly"]
        _ = try await work.post(first + "/closure", as: Workplace.maja, closure)
        #expect(try await !work.follow(code).text.contains("Pakningen er skiftet"))
        _ = try await work.post(second + "/closure", as: Workplace.maja, closure)
        #expect(try await work.follow(code).text.contains("Pakningen er skiftet"))
        _ = try await work.post(second + "/reopening", as: Workplace.maja)
        #expect(try await !work.follow(code).text.contains("Pakningen er skiftet"))
    }

    @Test(arguments: Engine.tested)
    func `the plan's figures count it as a report only for those whom the action tells so`(engine: Engine) async throws
    {
        let work = try await Workplace(engine)
        try await work.report()
        let page = try await work.firstReport(as: Workplace.maja)
        _ = try await work.makeAction(from: page, as: Workplace.maja)
        func counted(for person: Person) async throws -> Bool {
            let file = try await work.get("/plan/lab-group/figures.csv?figure=origin", as: person).text
            let board = try await work.get("/plan/committee/below?by=origin", as: person).text
            #expect(file.contains("Meldinger;1") == board.contains("Meldinger <span"))
            return file.contains("Meldinger")
        }
        #expect(try await counted(for: Workplace.maja))
        // An employee reads the plan, but no reports.
        #expect(try await !counted(for: Workplace.sara))
        _ = try await work.post(page + "/kind", as: Workplace.maja, ["kind": "offensive"])
        #expect(try await !counted(for: Workplace.maja))
        #expect(try await !counted(for: Workplace.eva))
    }

    @Test func `the named reporter is told of each step`() async throws {
        let work = try await Workplace()
        try await work.report(at: "/report", as: Workplace.sara)
        let page = try await work.firstReport(as: Workplace.maja)
        let made = try await work.makeAction(from: page, as: Workplace.maja)
        _ = try await work.post(made + "/closure", as: Workplace.maja, ["done": "Skiftet", "effect": "yes"])
        let told = try await work.notices(for: Workplace.sara).map { $0.words.danish }
        #expect(
            Set(told) == ["Din melding er sat på handleplanen.", "Din melding er lukket. Se, hvad der kom ud af den."])
    }

    @Test(arguments: Engine.tested)
    func `a reporter who has a part in the action hears of each step once, from the plan`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report(at: "/report", as: Workplace.sara)
        let page = try await work.firstReport(as: Workplace.maja)
        let made = try await work.makeAction(from: page, as: Workplace.maja, ["partners": Workplace.sara.id.text])
        _ = try await work.post(made + "/closure", as: Workplace.maja, ["done": "Skiftet", "effect": "yes"])
        let told = try await work.notices(for: Workplace.sara).map { $0.words.danish }
        #expect(Set(told) == ["Du medvirker i »Tætne nødbruseren«.", "»Tætne nødbruseren« er afsluttet. Det virkede."])
        #expect(told.count == 2)
    }

    @Test func `nobody makes an action from a report out of reach`() async throws {
        let work = try await Workplace()
        try await work.report()
        let page = try await work.firstReport(as: Workplace.maja)
        let origin = "report:" + page.dropFirst("/reports/".count)
        let tried = try await work.post(
            "/actions", as: Workplace.karl,
            Workplace.action(origin: origin, body: "history-group", unit: "history", by: "karl"))
        #expect(tried.status == 422)
    }
}

extension Workplace {
    static func action(origin: String, body: String, unit: String, by person: String) -> [String: String] {
        [
            "what": "Tætne nødbruseren", "body": body, "unit": unit, "responsible": person, "origin": origin,
            "due": (Workplace.today + 30).text,
        ]
    }

    /// - Returns: where the action is.
    func makeAction(
        from page: String, as person: Person, _ others: [String: String] = [:]
    ) async throws -> String {
        let origin = "report:" + page.dropFirst("/reports/".count)
        let reply = try await post(
            "/actions", as: person,
            Self.action(origin: origin, body: "lab-group", unit: "laboratories", by: person.id.text)
                .merging(others) { _, new in new })
        guard let made = reply.location else { throw NotThere(what: "an action", in: reply.text) }
        return made
    }
}
