import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import OrganisationPlan

@Suite struct PlanRulesTests {
    private func plan(_ workplace: Workplace, of unit: UnitID? = nil, most: Int = 150) async throws -> Plan {
        try #require(
            try await workplace.house.database.read { try Plan(of: unit, most: most, on: Workplace.today, $0) })
    }

    @Test(arguments: Engine.tested)
    func `a plan goes down the tree, with every seat that waits`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.staffed()
        let plan = try await plan(workplace)
        let rows = plan.entries.map { entry in
            "\(entry.depth) \(entry.unit.code) \(entry.body?.name.danish ?? "-") \(entry.role.rawValue) \(entry.seat?.name ?? "?")"
        }
        // What stands beside each other follows the database's alphabet.
        #expect(
            rows.sorted()
                == [
                    "0 NU - hr_partner Rikke Thy",
                    "1 KEMI - emergency_lead Karl Åkjær",
                    "1 KEMI AMU Grøn Kemi coordinator Eva Nør",
                    "1 KEMI AMU Grøn Kemi chair ?",
                    "2 KEMI-LAB - union_representative Sara Lund",
                    "2 KEMI-LAB AMG Laboratorier leader Jonas Riis",
                    "2 KEMI-LAB AMG Laboratorier representative Maja Holm",
                    "1 HIST AMG Historie representative Karl Åkjær",
                    "1 HIST AMG Historie leader ?",
                ].sorted())
        let units = plan.entries.map(\.unit.code)
        #expect(units.firstIndex(of: "KEMI-LAB") == units.lastIndex(of: "KEMI").map { $0 + 1 }, "below follows above")
        #expect(plan.vacancies == 2 && plan.people == 6 && plan.isWhole)
    }

    @Test(arguments: Engine.tested)
    func `a body that looks after two units stands at the first`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let both = Body(
            id: ID("both"), kind: .network, name: Words(da: "Netværk", en: "Network"),
            units: [Workplace.office, Workplace.history], opens: Workplace.today - 10)
        let seat = Mandate(
            id: ID("s"), role: .member, body: ID("both"), person: Workplace.sara.id, origin: .appointed,
            starts: Workplace.today - 10)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { writer in
            try writer.apply(both.added(), deed)
            try writer.apply(seat.given(to: "Sara Lund"), deed)
        }
        #expect(try await plan(workplace).entries.count { $0.body?.id == BodyID("both") } == 1)
        let chart = try await workplace.get("/organisation/chart", as: Workplace.sara).text
        #expect(chart.components(separatedBy: ">Netværk</text>").count == 3, "its name stands at both")
    }

    @Test(arguments: Engine.tested)
    func `the version is the same until somebody comes, leaves or moves`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let first = try await plan(workplace).version
        #expect(first.wholeMatch(of: /[0-9A-F]{4}-[0-9A-F]{4}/) != nil)
        #expect(try await plan(workplace).version == first)
        // The same seat, held by another.
        try await workplace.database.write { writer in
            try writer.execute("UPDATE mandate SET person_id = 'sara' WHERE id = 'maja-lab'")
        }
        let second = try await plan(workplace).version
        #expect(second != first)
        try await workplace.staffed()
        #expect(try await plan(workplace).version != second)
        #expect(try await plan(workplace, of: Workplace.history).version != first)
    }

    @Test(arguments: Engine.tested)
    func `of a large organisation only what can be looked through is read`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.addUnits(170, under: Workplace.laboratories)
        let plan = try await plan(workplace)
        #expect(plan.tree.units.count == 5 && !plan.isWhole)
        #expect(plan.tree.hidden == [Workplace.laboratories: OrganisationTree.mostCounted + 1])
        let page = try await workplace.get("/organisation/chart", as: Workplace.sara).text
        #expect(page.contains("+ over 50 enheder herunder") && page.contains("De øverste") == false)
        #expect(page.contains("Her vises de øverste 5 enheder"))
        #expect(page.contains("/organisation/chart?unit=laboratories"))
        let file = try await workplace.get("/organisation/plan.csv", as: Workplace.sara)
        #expect(file.status == 200 && file.text.contains("Maja Holm"))
    }

    @Test(arguments: Engine.tested)
    func `right below a top with very many units the first are shown, with the way to all`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.addUnits(170, under: Workplace.laboratories)
        let plan = try await plan(workplace, of: Workplace.laboratories)
        #expect(plan.tree.units.map(\.code).prefix(3) == ["KEMI-LAB", "MANY-0", "MANY-1"])
        #expect(plan.tree.units.count == 21 && plan.cutTop == Workplace.laboratories && !plan.isWhole)
        #expect(plan.tree.hidden == [Workplace.laboratories: OrganisationTree.mostCounted + 1])
        for path in ["chart", "plan"] {
            let page = try await workplace.get("/organisation/\(path)?unit=laboratories", as: Workplace.sara).text
            #expect(page.contains("<a href=\"/units/laboratories\">Alle enheder herunder, side for side</a>"))
            let again = "<a href=\"/organisation/\(path)?unit=laboratories\">"
            #expect(!page.contains("<li>\(again)") && !page.contains("\(again)<text"), "leads nowhere new")
        }
        // As many as there is room for are all drawn.
        try await workplace.addUnits(140, under: Workplace.history, named: "few")
        let whole = try await self.plan(workplace, of: Workplace.history)
        #expect(whole.isWhole && whole.cutTop == nil && whole.tree.units.count == 141)
    }

    @Test func `units whose parent is not among them stand at the top`() {
        func unit(_ id: String, _ parent: String?) -> Unit {
            Unit(
                id: ID(id), code: id, parent: parent.map { ID($0) }, kind: .section, name: Words(da: id, en: id),
                isLegalEntity: false, opens: Workplace.today)
        }
        let order = PlanRules.depthFirst([unit("b", "a"), unit("c", "b"), unit("d", "x"), unit("e", "b")])
        #expect(order.map { "\($0.depth)\($0.unit.code)" } == ["0b", "1c", "1e", "0d"])
    }
}
