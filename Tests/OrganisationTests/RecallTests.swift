import Access
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Organisation

/// Changes of the tree that are planned and called back before their day.
@Suite struct RecallTests {
    private static let today = Workplace.today
    private static let day = Workplace.today + 30

    /// All that the organisation's tables say, but for who changed what when.
    private func picture(_ workplace: Workplace) async throws -> [String] {
        try await workplace.database.read { reader in
            let queries: [SQL] = [
                "SELECT id || ' ' || code || ' ' || COALESCE(closes, '-') FROM unit ORDER BY 1",
                """
                SELECT unit_id || ' ' || starts || ' ' || COALESCE(ends, '-') || ' ' || COALESCE(parent_id, '-') || ' '
                || name_da || ' ' || kind FROM unit_version ORDER BY 1
                """,
                "SELECT unit_id || ' ' || ancestor_id || ' ' || starts || ' ' || ends FROM unit_line ORDER BY 1",
                "SELECT id || ' ' || COALESCE(unit_id, '-') || ' ' || COALESCE(unit_since, '-') FROM person ORDER BY 1",
                "SELECT person_id || ' ' || COALESCE(unit_id, '-') || ' ' || starts || ' ' || ends FROM person_placement ORDER BY 1",
                "SELECT id || ' ' || COALESCE(closes, '-') FROM body ORDER BY 1",
                "SELECT body_id || ' ' || unit_id || ' ' || starts || ' ' || COALESCE(ends, '-') FROM body_area ORDER BY 1",
                "SELECT id || ' ' || starts || ' ' || COALESCE(ends, '-') FROM mandate ORDER BY 1",
                "SELECT id || ' ' || role FROM seat_duty ORDER BY 1",
            ]
            return try queries.flatMap { try reader.values($0, as: String.self) }
        }
    }

    private func plan(_ kind: String, _ workplace: Workplace, on day: Day = day) async throws {
        let path = "/units/laboratories/\(kind)"
        var fields = ["day": day.text, "reason": "Plan"]
        switch kind {
        case "merger":
            let preview = try await workplace.get("\(path)?into=KEMI-KONTOR&day=\(day.text)", as: Workplace.rikke)
            let seen = try #require(preview.text.firstMatch(of: #/name="seen" value="([^"]+)"/#)?.1)
            fields["into"] = "KEMI-KONTOR"
            fields["seen"] = String(seen)
            fields["fate-lab-group"] = "ends"
        case "split":
            fields.merge(["code": "DEL", "name_da": "Del", "kind": "section", "people": "sara", "bodies": "lab-group"])
            { $1 }
        case "move": fields["parent"] = "HIST"
        default: fields.merge(["name_da": "Værksteder", "name_en": "Workshops", "kind": "section"]) { $1 }
        }
        let reply = try await workplace.post(path, as: Workplace.rikke, fields)
        #expect(reply.status == 303, "\(kind)")
    }

    private func change(_ workplace: Workplace) async throws -> ID<OrganisationChange> {
        let changes = try await workplace.database.read {
            try ChangeStore($0).changes(of: Workplace.laboratories).filter { $0.recalled == nil }
        }
        return try #require(changes.first?.id)
    }

    @Test(arguments: Engine.tested)
    func `a planned name is told as what is to come, by the old and the new name`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await plan("name", workplace)
        let history = try await workplace.get("/units/laboratories/changes", as: Workplace.rikke).text
        #expect(history.contains("Laboratorier skal hedde Værksteder."))
        let recall = "/changes/\(try await change(workplace))/recall"
        let page = try await workplace.get(recall, as: Workplace.rikke).text
        #expect(page.contains("Laboratorier skal hedde Værksteder."))
        #expect(page.contains("Kald planen tilbage: Laboratorier"))
        // On the day itself it has happened.
        let later = ToldChange(
            OrganisationChange(
                id: ID("c"), day: Self.day, kind: .renamed, unit: Workplace.laboratories, other: nil, reason: "",
                recorded: Workplace.monday, person: nil),
            on: Self.day, names: (Words(da: "A", en: "A"), Words(da: "B", en: "B")), other: nil, in: .english)
        #expect(ChangeTexts(language: .english).told(later) == "A was given the name B.")
        #expect(try await workplace.post(recall, as: Workplace.rikke).status == 303)
        let after = try await workplace.get("/units/laboratories/changes", as: Workplace.rikke).text
        #expect(after.contains("Laboratorier skulle have nyt navn eller ny slags."))
    }

    /// With somebody planned to move on later, and an office with an end of its own.
    private func workplace(_ engine: Engine) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        let office = Body(
            id: ID("office-group"), kind: .group, name: Words(da: "AMG Kontor", en: "Office group"),
            units: [Workplace.office], opens: Self.today - 100)
        let lead = Mandate(
            id: ID("sara-fire"), role: .emergencyLead, in: .unit(Workplace.laboratories), person: Workplace.sara.id,
            origin: .appointed, starts: Self.today - 50, ends: Self.today + 400)
        let bench = Unit(
            id: ID("bench"), code: "BENCH", parent: Workplace.laboratories, kind: .section,
            name: Words(da: "Bænk", en: "Bench"), isLegalEntity: false, opens: Self.today - 10)
        try await workplace.database.write { writer in
            try writer.apply(office.added(), deed)
            try writer.apply(lead.given(to: "Sara Lund"), deed)
            try writer.apply(bench.added(reportLink: "link-bench"), deed)
            for statement in UnitMoves.people([Workplace.ida.id], to: Workplace.history, on: Self.day + 20) {
                try writer.execute(statement)
            }
        }
        return workplace
    }

    @Test(arguments: Engine.tested, ["merger", "move", "name", "split"])
    func `what is called back leaves everything as if it had never been planned`(
        engine: Engine, kind: String
    ) async throws {
        let workplace = try await workplace(engine)
        let before = try await picture(workplace)
        try await plan(kind, workplace)
        #expect(try await picture(workplace) != before)
        let id = try await change(workplace)
        let page = try await workplace.get("/changes/\(id)/recall", as: Workplace.rikke)
        #expect(page.status == 200 && page.text.contains("Kald tilbage"))
        if kind == "merger" {
            #expect(page.text.contains("4 personer flytter ikke") && page.text.contains("3 hverv fortsætter"))
        }
        #expect(
            try await workplace.get("/units/laboratories/changes", as: Workplace.rikke).text.contains(
                "/changes/\(id)/recall"))
        #expect(try await workplace.post("/changes/\(id)/recall", as: Workplace.rikke).status == 303)
        #expect(try await picture(workplace) == before)
        let history = try await workplace.get("/units/laboratories/changes", as: Workplace.rikke).text
        #expect(history.contains("kaldt tilbage") && !history.contains("/changes/\(id)/recall"))
        let (due, lines) = try await workplace.database.read { reader in
            (
                try ChangeStore(reader).changes(from: .earliest, through: .latest),
                try JournalStore(reader).lines(about: Subject("unit", Workplace.laboratories))
            )
        }
        #expect(due.isEmpty && lines.contains { $0.verb == "recalled" && $0.before["day"] == Self.day.text })
        let again = try await workplace.post("/changes/\(id)/recall", as: Workplace.rikke)
        #expect(again.status == 422 && again.text.contains("kaldt tilbage allerede"))
    }

    @Test(arguments: Engine.tested)
    func `a planned closing is called back, with its group and mandates`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write { writer in
            for statement in UnitMoves.people(of: Workplace.history, to: Workplace.office, on: Self.today) {
                try writer.execute(statement)
            }
        }
        let before = try await picture(workplace)
        let closed = try await workplace.post(
            "/units/history/closure", as: Workplace.rikke, ["day": Self.day.text, "reason": "Nedlægges"])
        #expect(closed.status == 303)
        #expect(try await picture(workplace) != before)
        let id = try #require(
            try await workplace.database.read { try ChangeStore($0).changes(of: Workplace.history) }.first?.id)
        #expect(try await workplace.post("/changes/\(id)/recall", as: Workplace.rikke).status == 303)
        #expect(try await picture(workplace) == before)
    }

    @Test(arguments: Engine.tested)
    func `what has begun, or has something built on it, is not called back`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        func refused(_ id: ID<OrganisationChange>, _ words: String) async throws {
            let page = try await workplace.get("/changes/\(id)/recall", as: Workplace.rikke).text
            #expect(page.contains(words), "\(words)")
            #expect(
                !page.contains(
                    "name=\"csrf\" value=\"\(workplace.proof(of: Workplace.rikke))\"><input type=\"hidden\" name=\"key\""
                ))
            let reply = try await workplace.post("/changes/\(id)/recall", as: Workplace.rikke)
            #expect(reply.status == 422 && reply.text.contains(words), "\(words)")
        }
        try await plan("name", workplace, on: Self.today)
        try await refused(try await change(workplace), "Den kan kun ændres af en ny")
        try await plan("move", workplace)
        let move = try await change(workplace)
        try await plan("merger", workplace, on: Self.day + 10)
        try await refused(move, "En anden plan bygger på den")
        let merger = try await change(workplace)
        let deed = workplace.deed(by: nil)
        let elected = Mandate(
            id: ID("maja-office"), role: .representative, body: ID("office-group"), person: Workplace.maja.id,
            origin: .elected, starts: Self.day + 10)
        try await workplace.database.write { try $0.apply(elected.given(to: "Maja Holm"), deed) }
        try await refused(merger, "Nogen er allerede valgt")
    }

    @Test(arguments: Engine.tested)
    func `a split that is called back leaves the later move that was planned for somebody in it`(engine: Engine)
        async throws
    {
        let workplace = try await workplace(engine)
        try await workplace.database.write { writer in
            for statement in UnitMoves.people([Workplace.sara.id], to: Workplace.history, on: Self.day + 20) {
                try writer.execute(statement)
            }
        }
        func unit(on day: Day) async throws -> String? {
            try await workplace.database.read { reader in
                let unit = try PersonStore(reader).find(Workplace.sara.id, on: day)?.unit
                return try unit.flatMap { try UnitStore(reader).find($0, on: day)?.code }
            }
        }
        let before = try await picture(workplace)
        try await plan("split", workplace)
        #expect(try await unit(on: Self.day - 1) == "KEMI-LAB")
        #expect(try await unit(on: Self.day + 19) == "DEL")
        #expect(try await unit(on: Self.day + 20) == "HIST")
        let id = try await change(workplace)
        #expect(try await workplace.post("/changes/\(id)/recall", as: Workplace.rikke).status == 303)
        #expect(try await picture(workplace) == before)
    }

    @Test(arguments: Engine.tested)
    func `a part that has got people or offices of its own stays`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        try await plan("split", workplace)
        let part = try #require(try await workplace.database.read { try UnitStore($0).find(code: "DEL", on: Self.day) })
        let lead = Mandate(
            id: ID("part-fire"), role: .emergencyLead, in: .unit(part.id), person: Workplace.sara.id,
            origin: .appointed, starts: Self.day)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(lead.given(to: "Sara Lund"), deed) }
        let reply = try await workplace.post("/changes/\(try await change(workplace))/recall", as: Workplace.rikke)
        #expect(reply.status == 422 && reply.text.contains("Den nye enhed har fået"))
    }

    @Test(arguments: Engine.tested)
    func `two plans on one day that do not touch each other are called back one by one`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let before = try await picture(workplace)
        try await plan("name", workplace)
        let name = try await change(workplace)
        try await plan("move", workplace)
        #expect(try await workplace.post("/changes/\(name)/recall", as: Workplace.rikke).status == 303)
        let unit = try await workplace.database.read { try UnitStore($0).find(Workplace.laboratories, on: Self.day) }
        #expect(unit?.name.danish == "Laboratorier" && unit?.parent == Workplace.history)
        let move = try await change(workplace)
        #expect(try await workplace.post("/changes/\(move)/recall", as: Workplace.rikke).status == 303)
        #expect(try await picture(workplace) == before)
    }

    @Test(arguments: Engine.tested)
    func `only the administrator calls back, and nothing is not found`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        try await plan("move", workplace)
        let id = try await change(workplace)
        for person in [Workplace.eva, Workplace.karl, Workplace.sara] {
            #expect(try await workplace.get("/changes/\(id)/recall", as: person).status == 403)
            #expect(try await workplace.post("/changes/\(id)/recall", as: person).status == 403)
            #expect(!(try await workplace.get("/units/laboratories/changes", as: person).text.contains("/recall")))
        }
        #expect(try await workplace.get("/changes/none/recall", as: Workplace.rikke).status == 404)
        #expect(try await workplace.post("/changes/none/recall", as: Workplace.rikke).status == 404)
    }
}
