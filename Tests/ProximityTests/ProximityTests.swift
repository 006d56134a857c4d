import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Proximity

/// What lacks documentation of the proximity principle, and how it is written, answered and corrected.
@Suite struct ProximityJourneyTests {
    private static let today = Workplace.today

    /// Laboratories become a unit of the university.
    private func move(_ work: Workplace, under parent: String = "NU") async throws -> String {
        _ = try await work.post(
            "/units/laboratories/move", as: Workplace.rikke,
            ["parent": parent, "day": Self.today.text, "reason": "Ny ledelse"])
        let id: String? = try await work.database.read {
            try $0.value("SELECT id FROM organisation_change")
        }
        return id ?? ""
    }

    private func missing(_ area: [UnitID], _ work: Workplace) async throws -> [ProximityMatter] {
        try await work.database.read {
            try ProximityStore($0).missing(
                within: Reach(bodies: [], roots: Set(area), on: Self.today), through: .latest)
        }
    }

    @Test(arguments: Engine.tested)
    func `a wide area was established with the first of its bodies`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let roots = [Workplace.university, Workplace.chemistry, Workplace.office]
        func since() async throws -> [Day?] {
            try await work.house.database.read { reader in
                try roots.map { try BodyStore(reader).beginning(under: $0, on: Self.today) }
            }
        }
        try await work.database.write { try $0.execute("UPDATE body SET opens = '2025-03-01' WHERE id = 'committee'") }
        try await work.database.write { try $0.execute("UPDATE body SET opens = '2025-02-01' WHERE id = 'lab-group'") }
        let named = try await since()
        #expect(named == [Day(number: 20_000), Day("2025-02-01"), nil])
        for root in roots { try await work.widen(root) }
        #expect(try await since() == named)
    }

    @Test(arguments: Engine.tested)
    func `it is asked for where the organisation was established, and at every larger change`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let first = try await missing([Workplace.university], work)
        #expect(first == [.establishment(Workplace.university, since: Day(number: 20_000))])
        let id = try await move(work)
        _ = try await work.post(
            "/units/history/name", as: Workplace.rikke, ["name_da": "Historisk Institut", "kind": "department"])
        let found = try await missing([Workplace.university], work)
        guard found.count == 2, case .change(let change) = found[1] else {
            Issue.record("\(found)")
            return
        }
        #expect(change.id.text == id && found[1].since == Self.today)
        #expect(try await missing([Workplace.history], work).count == 1)
        #expect(try await missing([Workplace.office], work) == [])
    }

    @Test(arguments: Engine.tested)
    func `what is written is asked for no more, and begins from the figures that are known`(engine: Engine) async throws
    {
        let work = try await Workplace(engine)
        let id = try await move(work)
        let form = try await work.get("/units/laboratories/proximity/new?change=\(id)", as: Workplace.rikke).text
        // Maja, Jonas and Sara work there; Ida studies.
        #expect(form.contains(#/name="employees"[^>]*value="3"/#) && form.contains(#/name="units"[^>]*value="1"/#))
        #expect(form.contains(#/name="groups"[^>]*value="1"/#) && form.contains(#/name="members"[^>]*value="2"/#))
        #expect(form.contains("value=\"\(id)\" checked"))
        let path = "/units/laboratories/proximity"
        let saved = try await work.post(
            path, as: Workplace.rikke, Records.fields(["changes": id, "occasion": "change"]))
        #expect(saved.status == 303 && saved.location == path)
        #expect(try await missing([Workplace.laboratories], work) == [])
        let page = try await work.get(path, as: Workplace.sara).text
        #expect(page.contains("1 grupper, 2 medlemmer"))
    }

    @Test(arguments: Engine.tested)
    func `a unit that opens under somebody's care asks too, and one that nobody looks after does not`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        _ = try await Records.write(work)
        for (code, parent) in [("KEMI-NY", "KEMI"), ("NU-NY", "NU")] {
            let unit = ["code": code, "name_da": code, "kind": "section", "parent": parent]
            #expect(try await work.post("/units", as: Workplace.rikke, unit).status == 303)
        }
        let changes = try await missing([Workplace.university], work).compactMap { matter in
            if case .change(let change) = matter { change.kind } else { nil }
        }
        #expect(changes == [.opened])
    }

    @Test(arguments: Engine.tested)
    func `a correction is a new version, and the old one stays as it was`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let first = try await Records.write(work)
        let file = Upload(name: "kort.pdf", mediaType: "application/pdf", bytes: Array("kort".utf8))
        let changed = Records.fields(["unit": "chemistry", "conclusion": "To grupper", "groups": "2"])
        let sent = try await work.post(
            "/proximity/\(first)/edit", as: Workplace.eva, changed, uploads: ["file": file])
        #expect(sent.status == 303)
        let records = try await work.database.read { try ProximityStore($0).versions(of: ID(first)) }
        #expect(records.map(\.version) == [2, 1] && records.map(\.groups) == [2, 1])
        #expect(records.map(\.conclusion) == ["To grupper", "Nok"] && records.map(\.isLatest) == [true, false])
        let old = try await work.get("/proximity/\(first)", as: Workplace.sara).text
        #expect(old.contains("Nok") && old.contains("Der er en nyere version.") && !old.contains("kort.pdf"))
        let new = try await work.get("/proximity/\(records[0].id)", as: Workplace.sara).text
        let link = try #require(new.firstMatch(of: #/proximity/[a-z0-9]+/files/[a-z0-9]+/#)?.0)
        #expect(try await work.get("/\(link)", as: Workplace.sara).body == Array("kort".utf8))
        #expect(try await work.get("/\(link)", as: Workplace.karl).status == 404)
        #expect(try await work.get("/proximity/\(first)/files/none", as: Workplace.sara).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `two who correct the same are told of each other`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let first = try await Records.write(work)
        let was = ["unit": "chemistry", "was_conclusion": "Nok", "was_groups": "1"]
        func send(_ more: [String: String], as person: Person) async throws -> Reply {
            try await work.post(
                "/proximity/\(first)/edit", as: person, Records.fields(was.merging(more) { $1 }))
        }
        #expect(try await send(["conclusion": "Evas"], as: Workplace.eva).status == 303)
        let clash = try await send(["conclusion": "Rikkes"], as: Workplace.rikke)
        #expect(clash.status == 409 && clash.text.contains("Evas") && clash.text.contains("Rikkes"))
        #expect(clash.text.contains("Eva Nør gemte imens"))
        #expect(try await send(["groups": "4"], as: Workplace.rikke).status == 303)
        let latest = try await work.database.read { try ProximityStore($0).versions(of: ID(first)).first }
        #expect(latest?.conclusion == "Evas" && latest?.groups == 4 && latest?.version == 3)
    }

    @Test(arguments: Engine.tested)
    func `a change is answered with a reason, once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let id = try await move(work, under: "KEMI-KONTOR")
        let path = "/proximity/changes/\(id)/answer"
        let empty = try await work.post(path, as: Workplace.rikke, ["from": "laboratories"])
        #expect(empty.status == 422 && empty.text.contains("Feltet mangler"))
        let reason = ["reason": "Kun et nyt skilt på døren", "from": "laboratories"]
        #expect(try await work.post(path, as: Workplace.karl, reason).status == 404)
        #expect(try await work.post(path, as: Workplace.sara, reason).status == 403)
        #expect(try await work.post(path, as: Workplace.rikke, reason).location == "/units/laboratories/proximity")
        #expect(
            try await missing([Workplace.laboratories], work).allSatisfy {
                if case .change = $0 { false } else { true }
            })
        let again = try await work.post(path, as: Workplace.rikke, reason)
        #expect(again.status == 422)
        #expect(try await work.post("/proximity/changes/none/answer", as: Workplace.rikke, reason).status == 404)
        let kept: String? = try await work.database.read { try $0.value("SELECT reason FROM proximity_answer") }
        #expect(kept == "Kun et nyt skilt på døren")
    }

    @Test(arguments: Engine.tested)
    func `it waits on Today for those who arrange the area, with the days that have come only`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        _ = try await Records.write(work)
        func today(_ person: Person) async throws -> String { try await work.get("/", as: person).text }
        #expect(try await !today(Workplace.eva).contains("Nærhed:"))
        #expect(try await today(Workplace.rikke).contains("Nærhed: Nordhavn Universitet"))
        _ = try await work.post(
            "/units/laboratories/move", as: Workplace.rikke,
            ["parent": "KEMI-KONTOR", "day": (Self.today + 40).text, "reason": "Senere"])
        #expect(try await !today(Workplace.eva).contains("Nærhed:"))
        #expect(try await work.get("/proximity", as: Workplace.eva).text.contains("kommer"))
        _ = try await work.post(
            "/units/office/split", as: Workplace.rikke,
            [
                "code": "KEMI-NY", "name_da": "Ny del", "kind": "section", "day": Self.today.text, "reason": "Vækst",
            ])
        #expect(try await today(Workplace.eva).contains("Nærhed: Sekretariat"))
        #expect(try await !today(Workplace.maja).contains("Nærhed:"))
    }
}

/// Records as tests write them.
enum Records {
    static func fields(_ more: [String: String] = [:]) -> [String: String] {
        var fields = [
            "unit": "laboratories", "day": Workplace.today.text, "occasion": "review", "employees": "3", "units": "1",
            "groups": "1", "members": "2", "conclusion": "Nok", "decided_by": "Instituttet", "participants": "AMU",
        ]
        for criterion in Criterion.allCases { fields["criterion-\(criterion.rawValue)"] = "Om \(criterion.rawValue)" }
        return fields.merging(more) { $1 }
    }

    /// For chemistry and all under it.
    static func write(_ work: Workplace, for unit: UnitID = Workplace.chemistry) async throws -> String {
        _ = try await work.post(
            "/units/\(unit)/proximity", as: Workplace.eva, fields(["unit": unit.text, "occasion": "establishment"]))
        let id: String? = try await work.database.read {
            try $0.value("SELECT id FROM proximity_record WHERE unit_id = \(unit)")
        }
        return id ?? ""
    }
}
