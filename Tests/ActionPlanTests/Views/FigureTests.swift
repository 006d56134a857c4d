import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `Figures of a plan` {
    private func load(_ name: String, _ open: Int, overdue: Int = 0) -> PersonLoad {
        PersonLoad(person: PersonID(name), name: name, open: open, overdue: overdue, hasLeft: false)
    }

    @Test(arguments: [([], 0), ([5], 5), ([2, 4], 3), ([9, 3, 1], 3), ([8, 4, 3, 2], 3.5)] as [([Int], Double)])
    func `know what is usual`(counts: [Int], median: Double) {
        #expect(PersonLoads(loads: counts.map { load("p\($0)", $0) }).median == median)
    }

    @Test func `mind whoever carries more than twice what is usual, and nobody where all carry little`() {
        func heavy(_ counts: Int...) -> [Int] { PersonLoads(loads: counts.map { load("p", $0) }).heavy.map(\.open) }
        #expect(heavy(9, 4, 3, 2) == [9])
        #expect(heavy(8, 4, 4) == [])
        #expect(heavy(3, 1, 1, 1) == [])
        #expect(heavy(9, 2) == [])
        #expect(heavy() == [])
    }

    @Test func `put each due day into its week, from the week that runs`() {
        let thursday = Day(number: Workplace.today.number + 3)
        #expect(thursday.weekday == 4)
        let monday = thursday - 3
        let days = [
            (monday, 2), (thursday - 30, 1), (thursday, 4), (monday + 6, 1), (monday + 7, 8), (monday + 83, 16),
            (monday + 84, 32), (.latest, 64),
        ]
        let weeks = DueWeeks(days: days.map { (day: $0, count: $1) }, onHold: 5, from: thursday)
        #expect(weeks.overdue == 3)
        #expect(weeks.coming.map(\.count) == [5, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16])
        #expect(weeks.later == 96 && weeks.onHold == 5 && weeks.soon == 13)
        #expect(weeks.open == 3 + 29 + 96 + 5)
    }

    @Test func `count the age of what is open, and where the middle lies`() {
        let age = WorkAge(days: [(400, 1), (0, 3), (31, 2), (92, 1), (365, 1), (30, 1)])
        #expect(age.counts == [.month: 4, .quarter: 2, .half: 1, .year: 1, .older: 1])
        #expect(age.open == 9 && age.median == 31)
        #expect(WorkAge(days: []).median == nil)
        #expect(WorkAge(days: [(7, 2)]).median == 7)
    }

    @Test(arguments: [("2026-01-05", 11, "2025-02"), ("2025-12-31", 11, "2025-01"), ("2024-02-29", 12, "2023-02")])
    func `go back by months`(day: String, months: Int, earlier: String) throws {
        let month = Month(try #require(Day(day))).earlier(by: months)
        #expect(month == Month(earlier) && month.first.text == "\(earlier)-01")
    }

    @Test func `share what was closed by how it was judged, theme by theme in the board's order`() {
        let themes = ["b", "a", "empty"].map { Theme(id: ThemeID($0), body: Workplace.labGroup, title: $0, place: 0) }
        let shares = EffectShares(
            [
                JudgedClosures(theme: ThemeID("a"), effect: .yes, lasted: .yes, count: 3),
                JudgedClosures(theme: ThemeID("a"), effect: .no, lasted: nil, count: 1),
                JudgedClosures(theme: ThemeID("b"), effect: .partly, lasted: .no, count: 2),
                JudgedClosures(theme: nil, effect: .yes, lasted: .partly, count: 1),
            ], themes: themes)
        #expect(shares.themes.map(\.title) == ["b", "a", nil])
        #expect(shares.all == EffectShare(yes: 4, partly: 2, no: 1, lasted: 3, lastedPartly: 1, lastedNot: 2))
        #expect(shares.themes[1].share.count == 4 && shares.all.judged == 6)
    }

    // Pages.

    @Test(arguments: Engine.tested)
    func `stand on a page as sentences, drawings and tables`(engine: Engine) async throws {
        let workplace = try await `A plan as a table`.workplace(engine)
        for number in 0..<5 { try await workplace.put(.sample("more\(number)", due: Workplace.today + 30 + number)) }
        let (jonas, sara) = (Workplace.jonas.id, Workplace.sara.id)
        try await workplace.put(.sample("his", responsible: jonas), .sample("hers", responsible: sara))
        let page = try await workplace.get("/plan/lab-group/figures", as: Workplace.sara).text
        #expect(page.contains("Maja Holm har mere end dobbelt så mange, som der er sædvanligt her: 8 mod 1."))
        #expect(page.contains("I de sidste tolv måneder er 11 åbnet og 1 afsluttet."))
        #expect(page.contains("Af 1, der er afsluttet i de sidste tolv måneder, virkede 1."))
        #expect(page.components(separatedBy: "<svg xmlns").count - 1 == 6)
        #expect(page.components(separatedBy: "<table").count - 1 == 6)
        for title in FigureName.allCases.map(FigureTexts(language: .danish).name) { #expect(page.contains(title)) }
    }

    @Test(arguments: Engine.tested)
    func `can be had as files, each by its name`(engine: Engine) async throws {
        let workplace = try await `A plan as a table`.workplace(engine)
        func file(_ name: String) async throws -> [String] {
            let reply = try await workplace.get("/plan/lab-group/figures.csv?figure=\(name)", as: Workplace.maja)
            return reply.status == 200 ? reply.text.split(separator: "\r\n").map(String.init) : []
        }
        #expect(try await file("people").dropFirst() == ["Maja Holm;3;1"])
        let due = try await file("due")
        #expect(due.count == 16 && due.contains("Overskredet;1") && due.contains("På hold;1"))
        #expect(try await file("origin").dropFirst() == ["Ikke angivet;3;1"])
        #expect(try await file("throughput").last == "jan 2026;4;1")
        #expect(try await file("age").dropFirst().first == "Under en måned;3")
        #expect(try await file("effect").last == "Uden tema;1;0;0;0;0;0")
        #expect(try await file("nothing").isEmpty)
        #expect(try await file("").isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `show a part to whoever reads only a part of the plan`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        let both = Body(
            id: BodyID("both"), kind: .group, name: Words(da: "AMG Begge", en: "Both"),
            units: [Workplace.laboratories, Workplace.office], opens: Workplace.today - 9)
        let office = Mandate(
            id: ID("karl-office"), role: .coordinator, in: .unit(Workplace.office), person: Workplace.karl.id,
            origin: .appointed, starts: Workplace.today)
        func action(_ unit: UnitID, _ person: Person) -> Action {
            Action(
                id: ActionID("of-\(unit)"), body: both.id,
                agreed: Agreement(
                    what: "Skabe i \(unit)", unit: unit, responsible: person.id, due: Workplace.today + 9),
                createdBy: person.id, createdAt: Workplace.monday, changedAt: Workplace.monday)
        }
        try await workplace.database.write { writer in
            try writer.apply(both.added(), deed)
            try writer.apply(office.given(to: "Karl Åkjær"), deed)
        }
        try await workplace.put(
            action(Workplace.laboratories, Workplace.maja), action(Workplace.office, Workplace.eva))
        func rows(_ path: String, as person: Person) async throws -> [String] {
            try await workplace.get("/plan/both/\(path)", as: person).text.split(separator: "\r\n").dropFirst().map(
                String.init)
        }
        #expect(try await rows("figures.csv?figure=people", as: Workplace.karl) == ["Eva Nør;1;0"])
        #expect(try await rows("figures.csv?figure=people", as: Workplace.eva).count == 2)
        #expect(try await rows("figures.csv?figure=throughput", as: Workplace.karl).last == "jan 2026;1;0")
        #expect(try await rows("table.csv", as: Workplace.karl).count == 1)
    }

    @Test func `name whoever has left, and say that somebody must take over`() async throws {
        let workplace = try await `A plan as a table`.workplace()
        try await workplace.leave(Workplace.maja)
        let page = try await workplace.get("/plan/lab-group/figures", as: Workplace.jonas).text
        #expect(page.contains("Maja Holm</a> <span class=\"state late\">Has left</span>"))
        #expect(page.contains("3 actions, 1 person responsible. 3 actions belong to people who have left."))
    }

    @Test func `of an action after another or after an example tell only those who may see that`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(
            .sample("first"), .sample("next", origin: Origin(kind: "action", id: "first")),
            .sample("lost", origin: Origin(kind: "action", id: "nowhere")),
            .sample("odd", origin: Origin(kind: "survey", id: "1")),
            .sample("copied", origin: Origin(kind: "example", id: "nowhere")))
        let file = try await workplace.get("/plan/lab-group/figures.csv?figure=origin", as: Workplace.maja).text
        #expect(file.hasSuffix("Andre indsatser;1;0\r\nIkke angivet;4;0\r\n"))
    }

    @Test func `are nothing yet where there is nothing`() async throws {
        let workplace = try await Workplace()
        let page = try await workplace.get("/plan/lab-group/figures", as: Workplace.sara).text
        #expect(page.contains("Intet at tælle endnu") && !page.contains("<svg xmlns"))
    }

    @Test func `count what is closed only, where nothing is open`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        let page = try await workplace.get("/plan/lab-group/figures", as: Workplace.maja).text
        #expect(page.contains("Ingen åbne indsatser.") && page.contains("virkede 1."))
    }

    @Test(arguments: ["figures", "figures.csv?figure=people"])
    func `are not found by whoever does not read the plan, nor of a plan that is not there`(path: String) async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        #expect(try await workplace.get("/plan/lab-group/\(path)", as: Workplace.sara).status == 200)
        #expect(try await workplace.get("/plan/lab-group/\(path)", as: Workplace.karl).status == 404)
        #expect(try await workplace.get("/plan/nowhere/\(path)", as: Workplace.maja).status == 404)
        #expect(try await workplace.get("/plan/lab-group/\(path)").status != 200)
    }
}
