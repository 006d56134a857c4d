import Access
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Organisation

@Suite struct ImportTests {
    private static let first = """
        external_id,name,email,phone,unit,title
        1,Bo Krogh,bo@nordhavn.example,1,KEMI-LAB,Laborant
        2,Eli Vang,eli@nordhavn.example,2,HIST,Lektor
        3,Ane Dahl,,,,
        """

    @Test(arguments: Engine.tested)
    func `New, changed, unchanged and leaving people are counted and carried out`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        #expect(try await workplace.imported(people: Self.first) == .applied)
        let before = try #require(try await workplace.person("2"))
        let id = try await workplace.staged(
            people: """
                external_id,name,email,phone,unit,title
                1,Bo Krogh,bo@nordhavn.example,1,KEMI-LAB,Laborant
                2,Eli Vang-Holt,eli@nordhavn.example,22,KEMI,Lektor
                4,Per Juul,per@nordhavn.example,,,
                """)
        let people = try await workplace.counts(id).people
        #expect((people.added, people.changed, people.same, people.absent, people.refused) == (1, 1, 1, 1, 0))
        #expect(try await workplace.apply(id) == .applied)

        let after = try #require(try await workplace.person("2"))
        #expect(after.id == before.id && after.name == "Eli Vang-Holt" && after.phone == "22")
        #expect(after.unit == Workplace.chemistry && after.starts == before.starts)
        let new = try #require(try await workplace.person("4"))
        #expect(new.language == .danish && new.kind == .employee && new.starts == Workplace.today && new.ends == nil)
        #expect(try await workplace.person("3")?.ends == Workplace.today - 1)
        #expect(try await workplace.person("1")?.ends == nil)
    }

    @Test(arguments: Engine.tested)
    func `Whoever left and is in the file again is here again`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(people: Self.first)
        try await workplace.imported(people: "external_id,name\n1,Bo Krogh\n2,Eli Vang\n")
        let left = try #require(try await workplace.person("3"))
        #expect(!left.isHere(on: Workplace.today))
        let id = try await workplace.staged(people: "external_id,name\n1,Bo Krogh\n2,Eli Vang\n3,Ane Dahl\n")
        #expect(try await workplace.counts(id).people.changed == 1)
        try await workplace.apply(id)
        #expect(try await workplace.person("3")?.ends == nil)
        #expect(try await workplace.person("3")?.id == left.id)
    }

    @Test(arguments: Engine.tested)
    func `What the file has no column for stays, and an empty cell takes away`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(people: Self.first)
        try await workplace.imported(people: "external_id,name\n1,Bo Krogh\n2,Eli Vang\n3,Ane Dahl\n")
        #expect(try await workplace.person("1")?.email == "bo@nordhavn.example")
        #expect(try await workplace.person("1")?.unit == Workplace.laboratories)
        try await workplace.imported(people: "external_id,name,email,unit\n1,Bo Krogh,,\n2,Eli Vang,,\n3,Ane Dahl,,\n")
        #expect(try await workplace.person("1")?.email == nil)
        #expect(try await workplace.person("1")?.unit == nil)
        #expect(try await workplace.person("1")?.title == "Laborant")
    }

    @Test(arguments: Engine.tested)
    func `Somebody without an external id is known by the e-mail, and keeps id, rights and mandates`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(
            people: """
                external_id,name,email,unit
                7,Rikke Thy,rikke@nordhavn.example,NU
                8,Maja Holm,Maja@Nordhavn.example,HIST
                """)
        let rikke = try #require(try await workplace.person("7"))
        #expect(rikke.id == Workplace.rikke.id && rikke.isAdministrator)
        let maja = try #require(try await workplace.person("8"))
        #expect(maja.id == Workplace.maja.id && maja.unit == Workplace.history)
        let seats = try await workplace.database.read { reader in
            try BodyStore(reader).seats(of: Workplace.labGroup, on: Workplace.today).map(\.mandate.person)
        }
        #expect(seats.contains(Workplace.maja.id))
    }

    @Test(arguments: Engine.tested)
    func `Units are added, moved, renamed and closed; those not in the file stay`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write {
            try $0.execute("UPDATE person SET unit_id = 'chemistry' WHERE unit_id = 'office'")
        }
        let id = try await workplace.staged(
            units: """
                code,parent,kind,name_da,name_en,legal_entity,closes
                B,A,sektion,Bibliotek,Library,,
                A,HIST,afdeling,Arkiv,,ja,
                KEMI-LAB,HIST,,Laboratorier,,,
                KEMI-KONTOR,KEMI,,Sekretariat,,,2026-06-30
                """)
        let units = try await workplace.counts(id).units
        #expect((units.added, units.changed, units.same, units.absent) == (2, 2, 0, 3))
        #expect(try await workplace.apply(id) == .applied)
        let (archive, library) = (
            try #require(try await workplace.unit("A")), try #require(try await workplace.unit("B"))
        )
        #expect(library.parent == archive.id && archive.parent == Workplace.history && library.kind == .section)
        #expect(archive.name == Words(da: "Arkiv", en: "Arkiv") && library.name.english == "Library")
        #expect(archive.isLegalEntity && !library.isLegalEntity)
        #expect(try await workplace.unit("KEMI-KONTOR")?.closes == Day("2026-06-30"))
        #expect(try await workplace.unit("KEMI")?.closes == nil)
        #expect(try await workplace.unit("KEMI-LAB")?.id == Workplace.laboratories)
        let line = try await workplace.database.read {
            try UnitStore($0).line(to: library.id, on: Workplace.today).map(\.code)
        }
        #expect(line == ["NU", "HIST", "A", "B"])
        let moved = try await workplace.database.read {
            try UnitStore($0).line(to: Workplace.laboratories, on: Workplace.today).map(\.code)
        }
        #expect(moved == ["NU", "HIST", "KEMI-LAB"])
    }

    @Test(arguments: Engine.tested)
    func `People may work in units of the same upload`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let outcome = try await workplace.imported(
            units: "code,parent,name_da\nA,NU,Arkiv\n", people: "external_id,name,unit\n1,Bo Krogh,A\n")
        #expect(outcome == .applied)
        let archive = try await workplace.unit("A")
        #expect(archive != nil)
        #expect(try await workplace.person("1")?.unit == archive?.id)
    }

    @Test(arguments: Engine.tested)
    func `One refused line and nothing of either file is taken in`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let outcome = try await workplace.imported(
            units: "code,parent,name_da\nA,NU,Arkiv\n",
            people: "external_id,name,email\n1,Bo Krogh,bo@nordhavn.example\n2,Eli Vang,forkert\n")
        #expect(outcome == .refused)
        #expect(try await workplace.unit("A") == nil)
        #expect(try await workplace.person("1") == nil)
    }

    @Test(arguments: Engine.tested)
    func `Applied twice is applied once, with one journal entry that carries digests and counts`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let id = try await workplace.staged(people: Self.first)
        #expect(try await workplace.apply(id) == .applied)
        #expect(try await workplace.apply(id) == .alreadyApplied)
        let lines = try await workplace.database.read { try JournalStore($0).lines(about: Subject("import", id)) }
        #expect(lines.count == 1)
        #expect(lines.first?.after["people_added"] == "3")
        #expect(lines.first?.after["people_sha256"]?.count == 64)
        #expect(lines.first?.person == Workplace.rikke.id)
        let left = try await workplace.database.read {
            try $0.value("SELECT COUNT(*) FROM staged_person", as: Int.self)
        }
        #expect(left == 0)
    }

    @Test(arguments: Engine.tested)
    func `What was changed since the preview must be looked at again`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let id = try await workplace.staged(people: Self.first)
        let deed = workplace.deed(by: Workplace.rikke)
        let bo = Person(
            id: PersonID("bo"), externalID: "1", name: "Bo Krogh", email: nil, unit: nil, starts: Workplace.today)
        try await workplace.database.write { try $0.apply(bo.added(), deed) }
        #expect(try await workplace.apply(id) == .differs)
        #expect(try await workplace.person("2") == nil)
        #expect(try await workplace.apply(id) == .applied)
        #expect(try await workplace.person("1")?.id == bo.id)
    }

    @Test(arguments: Engine.tested)
    func `A new upload by the same person drops the one that waited`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let old = try await workplace.staged(people: Self.first)
        let others = try await workplace.staged(people: Self.first, by: nil)
        let new = try await workplace.staged(people: Self.first)
        #expect(try await workplace.apply(old) == nil)
        #expect(try await workplace.counts(others).people.added == 3)
        #expect(try await workplace.apply(new) == .applied)
    }

    @Test(arguments: Engine.tested)
    func `Semicolons and Windows-1252 with Danish headings are understood`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        var bytes = Array("medarbejdernr;navn;fra;til;type\r\n1;Bj".utf8)
        bytes +=
            [0xF8] + Array("rn ".utf8) + [0xC5] + Array("gesen-K".utf8) + [0xE6]
            + Array("r;01-02-2026;31.12.2026;Ekstern\r\n".utf8)
        let id = try await workplace.staged(units: nil, people: bytes)
        let isWindows1252 = try await workplace.database.read {
            try ImportStore($0).find(id)?.files.first?.isWindows1252
        }
        #expect(isWindows1252 == true)
        #expect(try await workplace.apply(id) == .applied)
        let person = try #require(try await workplace.person("1"))
        #expect(person.name == "Bjørn Ågesen-Kær" && person.kind == .external)
        #expect(person.starts == Day("2026-02-01") && person.ends == Day("2026-12-31"))
    }

    @Test(arguments: Engine.tested)
    func `Twenty thousand lines are taken in`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let units =
            "code,parent,name_da\n"
            + (1...200).map { "E\($0),\($0 < 10 ? "NU" : "E\($0 / 10)"),Enhed \($0)\n" }.joined()
        let people =
            "external_id,name,email,unit\n"
            + (1...20_000).map { "\($0),Person Nr \($0),p\($0)@nordhavn.example,E\($0 % 200 + 1)\n" }.joined()
        let id = try await workplace.staged(units: units, people: people)
        let counts = try await workplace.counts(id)
        #expect(counts.refused == 0 && counts.people.added == 20_000 && counts.units.added == 200)
        #expect(try await workplace.apply(id) == .applied)
        let again = try await workplace.counts(try await workplace.staged(units: units, people: people))
        #expect(again.people.same == 20_000 && again.units.same == 200)
    }

    @Test(arguments: Engine.tested)
    func `Whoever left cannot use the old session, and keeps the mandate on record`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(
            people: "external_id,name,email\n7,Rikke Thy,rikke@nordhavn.example\n8,Maja Holm,maja@nordhavn.example\n")
        #expect(try await workplace.get("/people", as: Workplace.maja).status == 200)
        let id = try await workplace.staged(people: "external_id,name\n7,Rikke Thy\n")
        let leaving = try await workplace.database.read {
            try ImportStore($0).absentPeople(of: id, on: Workplace.today)
        }
        #expect(leaving.map(\.name) == ["Maja Holm"] && leaving.first?.holdsMandate == true)
        try await workplace.apply(id)
        let reply = try await workplace.get("/people", as: Workplace.maja)
        #expect(reply.status == 303 && reply.location?.hasPrefix("/signin") == true)
        let sessions = try await workplace.database.read { reader in
            try reader.value("SELECT COUNT(*) FROM session WHERE person_id = \(Workplace.maja.id)", as: Int.self)
        }
        #expect(sessions == 0)
        let held = try await workplace.database.read {
            try MandateStore($0).all(of: Workplace.maja.id)
        }
        #expect(held.count == 1)
    }
}
