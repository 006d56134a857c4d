import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

@Suite struct PersonWordTests {
    private static let file = """
        external_id,name,email
        1,Bo Krogh,bo@nordhavn.example
        2,Åse Vang-Holt,vang@nordhavn.example
        3,Bodil ÆRØ Holm,
        """

    private func found(_ text: String, _ workplace: Workplace) async throws -> [String] {
        try await workplace.database.read { reader in
            try PersonStore(reader).page(named: text, on: Workplace.today).map(\.name)
        }
    }

    @Test(arguments: Engine.tested)
    func `A person is found by how any word of the name begins, whether its letters are large or small`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(people: Self.file)
        #expect(try await found("bo", workplace) == ["Bo Krogh", "Bodil ÆRØ Holm"])
        #expect(try await found("KROGH", workplace) == ["Bo Krogh"])
        #expect(try await found("åse", workplace) == ["Åse Vang-Holt"])
        #expect(try await found("ærø", workplace) == ["Bodil ÆRØ Holm"])
        #expect(try await found("holt", workplace) == ["Åse Vang-Holt"])
        #expect(try await found("holm bod", workplace) == ["Bodil ÆRØ Holm"])
        #expect(try await found("bo holt", workplace) == [])
        #expect(try await found("rogh", workplace) == [])
        #expect(try await found("%", workplace) == [])
    }

    @Test(arguments: Engine.tested)
    func `A person is found by how the e-mail begins`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(people: Self.file)
        #expect(try await found("BO@nord", workplace) == ["Bo Krogh"])
        #expect(try await found("vang", workplace) == ["Åse Vang-Holt"])
        #expect(try await found("bo@nordhavn.example", workplace) == ["Bo Krogh"])
    }

    @Test(arguments: Engine.tested)
    func `Whoever is renamed by a file is found by the new name only, and a new one by hand as well`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.imported(people: Self.file)
        try await workplace.imported(people: Self.file.replacing("Bo Krogh", with: "Bo Lindegaard"))
        #expect(try await found("krogh", workplace) == [])
        #expect(try await found("linde", workplace) == ["Bo Lindegaard"])
        #expect(try await found("bo", workplace) == ["Bo Lindegaard", "Bodil ÆRØ Holm"])
        let new = Person(id: PersonID("new"), name: "Gry Toft", email: nil, unit: nil, starts: Workplace.today)
        let deed = workplace.deed(by: Workplace.rikke)
        try await workplace.database.write { try $0.apply(new.added(), deed) }
        #expect(try await found("toft", workplace) == ["Gry Toft"])
    }

    @Test(arguments: Engine.tested)
    func `A name that very many have is found too`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let many = (1...2100).map { "\($0),\($0 % 2 == 0 ? "Åse" : "ÅSE") Nr\($0)\n" }.joined()
        try await workplace.imported(people: "external_id,name\n\(many)")
        #expect(try await found("åse", workplace).count == 50)
        #expect(try await found("åse nr2099", workplace) == ["ÅSE Nr2099"])
    }

    @Test(arguments: Engine.tested)
    func `People from before words were kept are found by them after the migration`(engine: Engine) async throws {
        let step = try #require(PersonWordSchema.migrations.first)
        let before = OrganisationSchema.migrations.filter { $0.name != step.name }
        let database = try await TestDatabase.make(engine, migrations: StorageSchema.migrations + before)
        try await database.write { writer in
            for (id, name) in [("a", "Østen Vang-Holt"), ("b", "Maja  ÅSE Maja")] {
                try writer.execute(
                    """
                    INSERT INTO person (id, name, phone, language, kind, title, starts, administrator)
                    VALUES (\(id), \(name), '', 'da', 'employee', '', '2026-01-01', 0)
                    """)
            }
        }
        try await database.migrate(StorageSchema.migrations + before + [step])
        let words = try await database.read { reader in
            try reader.rows("SELECT person_id, word FROM person_word WHERE word > '' ORDER BY person_id, word") {
                "\(try $0[0] as String) \(try $0[1] as String)"
            }
        }
        #expect(words == ["a holt", "a vang", "a østen", "b maja", "b åse"])
    }
}
