import Access
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// The organisation through time: units are merged, moved, split and closed on a day, and any day can be shown.
@Suite struct HistoryTests {
    private static let today = Workplace.today

    /// Laboratories become a part of the office's unit, through the two steps of the page.
    private func merge(
        _ workplace: Workplace, on day: Day, _ more: [String: String] = [:]
    ) async throws -> Reply {
        let path = "/units/laboratories/merger"
        let preview = try await workplace.get("\(path)?into=KEMI-KONTOR&day=\(day.text)", as: Workplace.rikke)
        #expect(preview.status == 200)
        let seen = try #require(preview.text.firstMatch(of: #/name="seen" value="([^"]+)"/#)?.1)
        var fields = ["into": "KEMI-KONTOR", "day": day.text, "seen": String(seen), "reason": "Færre ledere"]
        fields.merge(more) { $1 }
        return try await workplace.post(path, as: Workplace.rikke, fields)
    }

    private func unit(_ id: UnitID, on day: Day, _ workplace: Workplace) async throws -> Unit? {
        try await workplace.database.read { try UnitStore($0).find(id, on: day) }
    }

    private func home(_ person: Person, on day: Day, _ workplace: Workplace) async throws -> UnitID? {
        try await workplace.database.read { try PersonStore($0).find(person.id, on: day)?.unit }
    }

    @Test(arguments: Engine.tested, [-3, 0, 40])
    func `a merger moves people and bodies, whether its day has passed, is today or comes`(
        engine: Engine, offset: Int
    ) async throws {
        let workplace = try await Workplace(engine)
        let day = Self.today + offset
        #expect(try await merge(workplace, on: day, ["fate-lab-group": "follows"]).status == 303)
        #expect(try await unit(Workplace.laboratories, on: day, workplace)?.closes == day - 1)
        #expect(try await home(Workplace.sara, on: day - 1, workplace) == Workplace.laboratories)
        #expect(try await home(Workplace.sara, on: day, workplace) == Workplace.office)
        #expect(try await home(Workplace.eva, on: day, workplace) == Workplace.office)
        let (before, after) = try await workplace.database.read { reader in
            (
                try BodyStore(reader).units(of: Workplace.labGroup, on: day - 1),
                try BodyStore(reader).units(of: Workplace.labGroup, on: day)
            )
        }
        #expect(before == [Workplace.laboratories] && after == [Workplace.office])
        let seats = try await workplace.database.read {
            try BodyStore($0).seats(of: Workplace.labGroup, on: day).map(\.name)
        }
        #expect(seats == ["Jonas Riis", "Maja Holm"])
        let changes = try await workplace.database.read { try ChangeStore($0).changes(of: Workplace.office) }
        #expect(changes.map(\.kind) == [.merged] && changes.first?.asksForProximity == true)
        #expect(changes.first?.day == day && changes.first?.reason == "Færre ledere")
    }

    @Test(arguments: Engine.tested)
    func `where a body ends its mandates end, and an election is owed where the people now are`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        let office = Body(
            id: ID("office-group"), kind: .group, name: Words(da: "AMG Kontor", en: "Office group"),
            units: [Workplace.office], opens: Self.today - 100)
        let lead = Mandate(
            id: ID("sara-fire"), role: .emergencyLead, in: .unit(Workplace.laboratories), person: Workplace.sara.id,
            origin: .appointed, starts: Self.today - 50)
        try await workplace.database.write { writer in
            try writer.apply(office.added(), deed)
            try writer.apply(lead.given(to: "Sara Lund"), deed)
        }
        let day = Self.today + 30
        let page = try await workplace.get(
            "/units/laboratories/merger?into=KEMI-KONTOR&day=\(day.text)", as: Workplace.rikke)
        #expect(page.text.contains("Hvervene slutter: Jonas Riis (arbejdsleder), Maja Holm"))
        #expect(page.text.contains("Valg: arbejdsmiljørepræsentant"))
        #expect(try await merge(workplace, on: day).status == 303)
        let duties = try await workplace.database.read { try ChangeStore($0).waiting() }
        let told = Set(duties.map { "\($0.kind) \($0.role) \($0.place)" })
        #expect(told.count == 3)
        #expect(duties.contains { $0.kind == .election && $0.role == .representative && $0.place == .body(office.id) })
        #expect(duties.contains { $0.kind == .appointment && $0.role == .leader && $0.place == .body(office.id) })
        #expect(duties.contains { $0.role == .emergencyLead && $0.place == .unit(Workplace.office) })
        let maja = try await workplace.database.read { try MandateStore($0).all(of: Workplace.maja.id) }
        #expect(maja.map(\.ends) == [day - 1])
        let list = try await workplace.get("/duties", as: Workplace.eva).text
        #expect(list.contains("Valg: arbejdsmiljørepræsentant") && list.contains("AMG Kontor"))
        let elected = Mandate(
            id: ID("maja-office"), role: .representative, body: office.id, person: Workplace.maja.id, origin: .elected,
            starts: day)
        try await workplace.database.write { try $0.apply(elected.given(to: "Maja Holm"), deed) }
        #expect(try await workplace.database.read { try ChangeStore($0).waiting() }.count == 2)
        let leader = try #require(duties.first { $0.role == .leader })
        let answer = ["answer": "Eva leder begge"]
        #expect(try await workplace.post("/duties/\(leader.id)/answer", as: Workplace.karl, answer).status == 403)
        #expect(try await workplace.post("/duties/\(leader.id)/answer", as: Workplace.eva).status == 422)
        #expect(try await workplace.post("/duties/none/answer", as: Workplace.eva, answer).status == 404)
        #expect(try await workplace.post("/duties/\(leader.id)/answer", as: Workplace.eva, answer).status == 303)
        #expect(try await workplace.database.read { try ChangeStore($0).waiting() }.count == 1)
    }

    @Test(arguments: Engine.tested)
    func `rights follow a planned move on its day, without a job`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let day = Self.today + 7
        let moved = try await workplace.post(
            "/units/laboratories/move", as: Workplace.rikke,
            ["parent": "HIST", "day": day.text, "reason": "Nyt institut"])
        #expect(moved.status == 303)
        func reaches(_ person: Person, on day: Day) async throws -> Bool {
            try await workplace.database.read { reader in
                let found = try PersonStore(reader).find(person.id, on: day)
                let viewer = try found.flatMap { try Doorkeeping().viewer($0, on: day, reader) }
                return try viewer?.works.includes(Workplace.laboratories, reader) ?? false
            }
        }
        #expect(try await reaches(Workplace.eva, on: day - 1))
        #expect(try await !reaches(Workplace.eva, on: day))
        #expect(try await !reaches(Workplace.karl, on: day - 1))
        #expect(try await reaches(Workplace.karl, on: day))
        let line = try await workplace.database.read { try UnitStore($0).line(to: Workplace.laboratories, on: day) }
        #expect(line.map(\.code) == ["NU", "HIST", "KEMI-LAB"])
    }

    @Test(arguments: Engine.tested)
    func `what cannot be is refused with its reason, and nothing is done`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let (day, early) = (Self.today.text, "2000-01-01")
        func refused(_ path: String, _ fields: [String: String], _ words: String) async throws {
            let reply = try await workplace.post(path, as: Workplace.rikke, fields)
            #expect(reply.status == 422 && reply.text.contains(words), "\(path) \(words)")
        }
        let why = "Derfor"
        try await refused("/units/laboratories/closure", ["day": day, "reason": why], "stadig 4 personer")
        try await refused("/units/chemistry/closure", ["day": day, "reason": why], "2 enheder ligger stadig under den")
        try await refused("/units/chemistry/move", ["parent": "KEMI-LAB", "day": day, "reason": why], "i ring")
        try await refused("/units/chemistry/move", ["parent": "KEMI", "day": day, "reason": why], "i ring")
        try await refused(
            "/units/chemistry/move", ["parent": "NU", "day": day, "reason": why], "Sådan er det allerede")
        try await refused(
            "/units/chemistry/move", ["parent": "XX", "day": day, "reason": why], "ingen enhed med navnet eller koden")
        try await refused(
            "/units/chemistry/move", ["parent": "HIST", "day": early, "reason": why], "åbnede 2024-10-04")
        try await refused(
            "/units/laboratories/split",
            ["day": day, "code": "HIST", "name_da": "X", "kind": "section", "reason": why, "people": "karl"],
            "har den kode")
        try await refused(
            "/units/laboratories/name",
            ["day": day, "name_da": "Laboratorier", "name_en": "Laboratories", "kind": "section"],
            "Sådan er det allerede")
        for (query, words) in [
            ("into=KEMI-LAB&day=\(day)", "sammen med sig selv"),
            ("into=XX&day=\(day)", "ingen enhed med navnet eller koden"),
            ("into=KEMI-KONTOR&day=\(early)", "åbnede 2024-10-04"), ("into=&day=", "mangler"),
        ] {
            let reply = try await workplace.get("/units/laboratories/merger?\(query)", as: Workplace.rikke)
            #expect(reply.text.contains(words), "\(query)")
        }
        let loop = try await workplace.get("/units/chemistry/merger?into=KEMI-LAB&day=\(day)", as: Workplace.rikke)
        #expect(loop.text.contains("i ring"))
        #expect(
            try await workplace.database.read { try ChangeStore($0).changes(from: .earliest, through: .latest) }.isEmpty
        )
    }

    @Test(arguments: Engine.tested)
    func `a merger that differs from what was looked at is shown again`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let reply = try await merge(workplace, on: Self.today, ["seen": "something else"])
        #expect(reply.status == 422 && reply.text.contains("ændret, siden du så på det"))
        #expect(reply.text.contains("Færre ledere"))
        #expect(try await unit(Workplace.laboratories, on: Self.today, workplace)?.closes == nil)
    }

    @Test(arguments: Engine.tested)
    func `a part is split off with the people, units and bodies that were ticked`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let split = try await workplace.post(
            "/units/laboratories/split", as: Workplace.rikke,
            [
                "code": "KEMI-VAERK", "name_da": "Værksted", "kind": "section", "day": Self.today.text,
                "reason": "Eget hus", "people": "sara", "bodies": "lab-group",
            ])
        #expect(split.status == 303)
        let part = try #require(
            try await workplace.database.read { try UnitStore($0).find(code: "KEMI-VAERK", on: Self.today) })
        #expect(part.parent == Workplace.chemistry && part.name.english == "Værksted")
        #expect(try await home(Workplace.sara, on: Self.today, workplace) == part.id)
        #expect(try await home(Workplace.sara, on: Self.today - 1, workplace) == Workplace.laboratories)
        #expect(try await home(Workplace.maja, on: Self.today, workplace) == Workplace.laboratories)
        let covered = try await workplace.database.read {
            try BodyStore($0).bodies(covering: part.id, on: Self.today).map(\.id)
        }
        #expect(covered == [Workplace.labGroup, Workplace.committee])
    }

    @Test(arguments: Engine.tested)
    func `a unit without people closes, and its group and offices with it`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write { writer in
            for statement in UnitMoves.people(of: Workplace.history, to: Workplace.office, on: Self.today) {
                try writer.execute(statement)
            }
        }
        let closed = try await workplace.post(
            "/units/history/closure", as: Workplace.rikke, ["day": Self.today.text, "reason": "Nedlagt"])
        #expect(closed.status == 303)
        #expect(try await unit(Workplace.history, on: Self.today, workplace)?.closes == Self.today)
        let (body, karl) = try await workplace.database.read { reader in
            (
                try BodyStore(reader).find(Workplace.historyGroup, on: Self.today),
                try MandateStore(reader).all(of: Workplace.karl.id)
            )
        }
        #expect(body?.closes == Self.today && karl.map(\.ends) == [Self.today])
    }

    @Test(arguments: Engine.tested)
    func `every page of the organisation shows the day that is asked for, says so and leads back`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let renamed = try await workplace.post(
            "/units/laboratories/name", as: Workplace.rikke,
            ["name_da": "Værksteder", "name_en": "Workshops", "kind": "section", "day": Self.today.text])
        #expect(renamed.status == 303)
        let before = (Self.today - 1).text
        for path in [
            "/organisation", "/units/laboratories", "/units/laboratories/offices", "/units/laboratories/changes",
            "/people", "/bodies", "/bodies/lab-group", "/bodies/lab-group/seats",
        ] {
            let (now, then) = (
                try await workplace.get(path, as: Workplace.sara),
                try await workplace.get("\(path)?on=\(before)", as: Workplace.sara)
            )
            #expect(now.status == 200 && !now.text.contains("Du ser organisationen, som den var"), "\(path)")
            #expect(then.status == 200 && then.text.contains("som den var søndag 4. januar 2026"), "\(path)")
            #expect(then.text.contains("<a href=\"\(path)\">Vis i dag</a>"), "\(path)")
            let early = try await workplace.get("\(path)?on=1990-01-01", as: Workplace.sara)
            #expect(early.status == 404 && early.text.contains("Organisationen begynder her"), "\(path)")
            #expect(try await workplace.get("\(path)?on=igaar", as: Workplace.sara).status == 400, "\(path)")
        }
        let page = try await workplace.get("/units/chemistry?on=\(before)", as: Workplace.sara).text
        #expect(page.contains(">Laboratorier</a>") && page.contains("/units/laboratories?on=\(before)"))
        #expect(try await workplace.get("/units/chemistry", as: Workplace.sara).text.contains(">Værksteder</a>"))
        let found = try await workplace.database.read {
            try (
                UnitStore($0).beginning(with: "labo", on: Self.today),
                UnitStore($0).beginning(with: "værk", on: Self.today)
            )
        }
        #expect(found.0.map(\.id) == [Workplace.laboratories] && found.1.map(\.id) == [Workplace.laboratories])
    }

    @Test(arguments: Engine.tested)
    func `what an import changes is remembered as it was`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(
            units: "code,parent,name_da\nKEMI-LAB,HIST,Laboratorier\n",
            people:
                "external_id,name,email,unit\n8,Maja Holm,maja@nordhavn.example,HIST\n7,Rikke Thy,rikke@nordhavn.example,NU\n"
        )
        #expect(try await unit(Workplace.laboratories, on: Self.today, workplace)?.parent == Workplace.history)
        #expect(try await unit(Workplace.laboratories, on: Self.today - 1, workplace)?.parent == Workplace.chemistry)
        #expect(try await home(Workplace.maja, on: Self.today, workplace) == Workplace.history)
        #expect(try await home(Workplace.maja, on: Self.today - 1, workplace) == Workplace.laboratories)
    }

    @Test(arguments: Engine.tested)
    func `an import leaves alone what is planned for later`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let day = Self.today + 20
        let fields = ["parent": "HIST", "day": day.text, "reason": "Nyt institut"]
        #expect(try await workplace.post("/units/laboratories/move", as: Workplace.rikke, fields).status == 303)
        try await workplace.imported(units: "code,parent,name_da\nKEMI-LAB,KEMI,Værksteder\n")
        let (now, then) = (
            try await unit(Workplace.laboratories, on: Self.today, workplace),
            try await unit(Workplace.laboratories, on: day, workplace)
        )
        #expect(now?.parent == Workplace.chemistry && now?.name.danish == "Værksteder")
        #expect(then?.parent == Workplace.history && then?.name.danish == "Værksteder")
    }
}
