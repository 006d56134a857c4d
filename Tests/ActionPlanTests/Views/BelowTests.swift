import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `The plans below as one` {
    /// Below chemistry's committee lie the laboratories' group and one of the office; history is elsewhere.
    static func workplace(_ engine: Engine = .sqlite, _ language: Language? = nil) async throws -> Workplace {
        let workplace = language == nil ? try await Workplace(engine) : try await .unchanging(in: language ?? .danish)
        let deed = workplace.deed(by: nil)
        let office = Body(
            id: BodyID("office-group"), kind: .group, name: Words(da: "AMG Sekretariat", en: "Office group"),
            parent: Workplace.committee, units: [Workplace.office], opens: Workplace.today - 400)
        try await workplace.database.write { try $0.apply(office.added(), deed) }
        for (body, title) in [("lab-group", "Støj og lys"), ("office-group", "støj OG lys"), ("history-group", "Støj")]
        {
            let theme = Theme(id: ThemeID("\(body)-noise"), body: BodyID(body), title: title, place: 0)
            try await workplace.database.write { try $0.apply(theme.added(), deed) }
        }
        try await workplace.put(
            action("lab-1", due: -5, theme: true), action("lab-2", due: -1, theme: true), action("lab-3", due: 9),
            action("lab-4", due: 9), action("lab-5", due: 9, theme: true), action("lab-6", due: 20, theme: true),
            action("office-1", in: "office-group", Workplace.office, due: 3, theme: true),
            action("history-1", in: "history-group", Workplace.history, due: -9, theme: true))
        _ = try await workplace.post("/actions/lab-3/closure", as: Workplace.maja, Sent.closure)
        _ = try await workplace.post(
            "/actions/lab-4/hold", as: Workplace.maja,
            ["reason": "Flytning", "look_again_on": (Workplace.today + 60).text])
        return workplace
    }

    private static func action(
        _ id: String, in body: String = "lab-group", _ unit: UnitID = Workplace.laboratories, due: Int,
        theme: Bool = false
    ) -> Action {
        Action(
            id: ActionID(id), body: BodyID(body),
            agreed: Agreement(
                what: "Indsats \(id)", unit: unit, responsible: Workplace.maja.id, due: Workplace.today + due,
                theme: theme ? ThemeID("\(body)-noise") : nil),
            createdBy: Workplace.jonas.id, createdAt: Workplace.monday, changedAt: Workplace.monday)
    }

    private func lines(_ reply: Reply) -> [String] { reply.text.split(separator: "\r\n").dropFirst().map(String.init) }

    @Test(arguments: Engine.tested)
    func `have a line each, whoever needs help first`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        let day = Workplace.today.text
        #expect(
            lines(try await workplace.get("/plan/committee/below.csv", as: Workplace.eva)) == [
                "AMG Laboratorier;5;2;1;1;1;1;\(day)", "AMG Sekretariat;1;0;0;0;0;0;\(day)",
            ])
        let page = try await workplace.get("/plan/committee/below", as: Workplace.eva).text
        #expect(page.contains("1 af 1") && page.contains("<svg xmlns"))
        #expect(try await workplace.get("/plan/committee", as: Workplace.eva).text.contains("/plan/committee/below"))
        #expect(!(try await workplace.get("/plan/lab-group", as: Workplace.eva).text.contains("/plan/lab-group/below")))
    }

    @Test(arguments: Engine.tested)
    func `show nobody more than each plan by itself`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        // Sara works in the laboratories: she reads the committee's plan and her own group's, not the office's.
        #expect(
            lines(try await workplace.get("/plan/committee/below.csv", as: Workplace.sara)).map { $0.prefix(16) }
                == ["AMG Laboratorier"])
        for by in BelowView.allCases {
            let page = try await workplace.get("/plan/committee/below?by=\(by)", as: Workplace.sara).text
            #expect(!page.contains("office-1") && !page.contains("history-1"), "\(by)")
            #expect(page.contains("Kun det, du også kan se"))
        }
        #expect(try await workplace.get("/plan/committee/below", as: Workplace.karl).status == 404)
        #expect(lines(try await workplace.get("/plans.csv", as: Workplace.karl)).count == 1)
        #expect(lines(try await workplace.get("/plans.csv", as: Workplace.eva)).count == 3)
        let list = try await workplace.get("/actions?below=committee", as: Workplace.karl).text
        #expect(!list.contains("lab-1") && !list.contains("office-1"))
    }

    @Test(arguments: Engine.tested)
    func `are one board, and a theme that is called the same is one row`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        let page = try await workplace.get("/plan/committee/below?by=theme", as: Workplace.eva).text
        let rows = page.components(separatedBy: "<th scope=\"row\">").dropFirst()
        #expect(rows.count == 2)
        #expect(rows.first?.hasPrefix("Støj og lys <span class=\"count\">5</span>") == true)
        // Three of four in the cell, and the way to all.
        #expect(page.contains("Indsats lab-1") && page.contains("Indsats office-1") && !page.contains("Indsats lab-6"))
        #expect(page.contains("Alle 5"))
        #expect(page.contains("/actions?below=committee&amp;stage=started&amp;theme=St"))
        #expect(!page.contains("Indsats lab-4") && !page.contains("history-1"))
        let list = try await workplace.get(
            "/actions?below=committee&stage=started&theme=St%C3%B8j", as: Workplace.eva
        ).text
        #expect(list.contains("Indsats lab-6") && list.contains("Indsats office-1") && !list.contains("history-1"))
        #expect(list.contains("<input type=\"hidden\" name=\"below\" value=\"committee\">"))
    }

    @Test(arguments: Engine.tested)
    func `have a row to each unit, which leads further down`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        let page = try await workplace.get("/plan/committee/below?by=unit", as: Workplace.eva).text
        #expect(page.contains("/plan/committee/below?by=unit&amp;unit=laboratories"))
        #expect(page.contains("Laboratorier</a> <span class=\"count\">5</span>"))
        #expect(page.contains("Sekretariat</a> <span class=\"count\">1</span>"))
        let one = try await workplace.get("/plan/committee/below?by=unit&unit=laboratories", as: Workplace.eva).text
        #expect(one.contains("Laboratorier <span class=\"count\">5</span>") && !one.contains("office-1"))
        let origin = try await workplace.get("/plan/committee/below?by=origin", as: Workplace.eva).text
        #expect(origin.contains("Ikke angivet <span class=\"count\">6</span>"))
        for odd in [
            "by=nothing", "by=unit&unit=nowhere", "after=nowhere", "by=unit&unit=" + String(repeating: "x", count: 99),
        ] {
            #expect(try await workplace.get("/plan/committee/below?\(odd)", as: Workplace.eva).status == 200, "\(odd)")
        }
    }

    @Test(arguments: Engine.tested)
    func `of a group that has closed are seen while something is still open there`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        try await workplace.database.write { writer in
            _ = try writer.execute("UPDATE body SET closes = \(Workplace.today - 1) WHERE id = 'office-group'")
        }
        try await workplace.database.write { try $0.raise("rights") }
        let page = try await workplace.get("/plan/committee/below", as: Workplace.eva).text
        #expect(page.contains("AMG Sekretariat</a> <span class=\"state soon\">Nedlagt</span>"))
        _ = try await workplace.post("/actions/office-1/closure", as: Workplace.eva, Sent.closure)
        #expect(!(try await workplace.get("/plan/committee/below", as: Workplace.eva).text.contains("AMG Sekretariat")))
    }

    @Test(arguments: Engine.tested)
    func `of whoever reads everywhere are all there are`(engine: Engine) async throws {
        let workplace = try await Self.workplace(engine)
        let office = Mandate(
            id: ID("sara-secretariat"), role: .secretariat, in: .unit(Workplace.university), person: Workplace.sara.id,
            origin: .appointed, starts: Workplace.today)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(office.given(to: "Sara Lund"), deed) }
        let names = lines(try await workplace.get("/plans.csv", as: Workplace.sara)).map { $0.prefix { $0 != ";" } }
        #expect(names == ["AMG Laboratorier", "AMG Historie", "AMG Sekretariat", "AMU Grøn Kemi"])
        for by in BelowView.allCases {
            let page = try await workplace.get("/plans?by=\(by)", as: Workplace.sara)
            #expect(page.status == 200 && !page.text.contains("Kun det, du også kan se"))
        }
        #expect(try await workplace.get("/plan/lab-group", as: Workplace.sara).text.contains("href=\"/plans\""))
    }

    @Test func `are none below a group`() async throws {
        let workplace = try await Self.workplace()
        let page = try await workplace.get("/plan/lab-group/below", as: Workplace.maja)
        #expect(page.status == 200 && page.text.contains("Ingen planer herunder"))
    }

    @Test func `come page by page, and a page that is not there is the first`() {
        let counts = (0..<7).map { BodyCount(BodyID("b\($0)")) }
        let first = BodyCount.page(counts, after: nil, most: 3)
        #expect(first.shown.map(\.body.text) == ["b0", "b1", "b2"] && first.next == BodyID("b2"))
        let last = BodyCount.page(counts, after: BodyID("b5"), most: 3)
        #expect(last.shown.map(\.body.text) == ["b6"] && last.next == nil)
        #expect(BodyCount.page(counts, after: BodyID("gone"), most: .max).shown.count == 7)
    }

    @Test func `count cells that differ by large letters together, and show the first of all their notes`() {
        func cell(_ key: String, _ id: String, due: Int, of count: Int, _ stage: Stage = .started) -> BelowCell {
            BelowCell(
                key: key, title: key, stage: stage, count: count,
                note: BelowNote(id: ActionID(id), what: id, due: Workplace.today + due, body: Workplace.labGroup))
        }
        let cells = [
            cell("støj", "a", due: 1, of: 4), cell("støj", "b", due: 3, of: 4), cell("støj", "c", due: 4, of: 4),
            cell("", "none", due: 0, of: 9), cell("stØj", "d", due: 2, of: 1), cell("lys", "e", due: 0, of: 2, .atGoal),
        ]
        let board = BelowBoard(cells, titles: \.title, bodies: [:])
        #expect(board.rows.map(\.key) == ["støj", "lys", ""] && board.rows.map(\.count) == [5, 2, 9])
        #expect(board.rows[0].cells[.started]?.notes.map(\.id.text) == ["a", "d", "b", "c"])
        #expect(BelowBoard(cells, titles: \.title, bodies: [:], isWithRest: false).rows.count == 2)
        let many = (0..<60).map { cell("row \($0)", "n\($0)", due: 0, of: 60 - $0) }
        #expect(BelowBoard(many, titles: \.title, bodies: [:]).isCut)
        #expect(BelowBoard(many, titles: \.title, bodies: [:]).rows.count == BelowBoard.mostRows)
    }

    @Test func `are put in one order: most overdue, then most open`() {
        func count(_ name: String, _ overdue: Int, _ open: Int) -> BodyCount {
            var count = BodyCount(BodyID(name))
            (count.overdue, count.open) = (overdue, open)
            return count
        }
        let counts = [count("a", 0, 9), count("b", 2, 2), count("c", 2, 5), count("d", 0, 9)]
        #expect(counts.sorted(by: BodyCount.isBefore).map(\.body.text) == ["c", "b", "a", "d"])
    }
}
