import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation

/// People are found by how any word of the name, or the e-mail, begins.
@Suite struct SearchTests {
    private static let names = [
        "Åse Aagaard", "Aage Ågård", "Isaac Nør-Holm", "José Müller", "Bo Østergård", "Hanne Hansen", "Anders Hansen",
    ]

    private static func found(_ text: String, _ engine: Engine) async throws -> [String] {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { writer in
            for (number, name) in names.enumerated() {
                let person = Person(
                    id: ID("p\(number)"), name: name, email: "n\(number)@nord.example", unit: nil,
                    starts: Workplace.today)
                try writer.apply(person.added(), deed)
            }
        }
        return try await workplace.database.read {
            try PersonStore($0).page(named: text, on: Workplace.today).map(\.name)
        }
    }

    private static let beginnings: [(String, [String])] = [
        ("åg", ["Aage Ågård", "Åse Aagaard"]), ("AAG", ["Aage Ågård", "Åse Aagaard"]), ("isa", ["Isaac Nør-Holm"]),
        ("jose", ["José Müller"]), ("mü", ["José Müller"]), ("ØSTER", ["Bo Østergård", "Ida Østergaard"]),
        ("holm nør", ["Isaac Nør-Holm"]), ("n4@nord", ["Bo Østergård"]), ("ostergard", []), ("x", []), ("%", []),
        ("han", ["Hanne Hansen", "Anders Hansen"]),
    ]

    @Test(arguments: Engine.tested, beginnings)
    func `a beginning finds its people`(engine: Engine, asked: (String, [String])) async throws {
        let found = try await Self.found(asked.0, engine)
        #expect(found.sorted() == asked.1.sorted())
    }

    @Test(arguments: Engine.tested)
    func `each is named once, page by page, in the order of the words`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let people = "external_id,name\n" + (1...60).map { "\($0),Hans\($0 % 3) Hans Nr\($0)\n" }.joined()
        try await workplace.imported(people: people)
        var (all, last): ([Person], PersonID?) = ([], nil)
        for _ in 0..<20 {
            let after = last
            let page = try await workplace.database.read {
                try PersonStore($0).page(named: "hans", after: after, on: Workplace.today, most: 7)
            }
            guard let end = page.last else { break }
            all += page
            last = end.id
        }
        #expect(all.count == 60 && Set(all.map(\.id)).count == 60)
        #expect(all.first?.name == "Hans0 Hans Nr12")
    }

    @Test(arguments: Engine.tested)
    func `whoever is called otherwise after an import is found so, and not as before`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let admin = "7,Rikke Thy,rikke@nordhavn.example\n"
        try await workplace.imported(people: "external_id,name,email\n1,Eli Vang,eli@nord.example\n" + admin)
        try await workplace.imported(people: "external_id,name,email\n1,Eli Torp,\n" + admin)
        func count(_ text: String) async throws -> Int {
            try await workplace.database.read { try PersonStore($0).page(named: text, on: Workplace.today).count }
        }
        #expect(try await count("torp") == 1)
        #expect(try await count("vang") == 0)
        #expect(try await count("eli@") == 0)
    }

    @Test(arguments: Engine.tested)
    func `people who were here before there were words get theirs`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.database.write { writer in
            try writer.execute("DELETE FROM person_word")
            try writer.execute("DELETE FROM unit_word")
            try writer.execute("INSERT INTO wordless (kind, thing_id) SELECT 'person', id FROM person")
            try writer.execute("INSERT INTO wordless (kind, thing_id) SELECT 'unit', id FROM unit")
        }
        try await Organisation.complete(workplace.database)
        try await Organisation.complete(workplace.database)
        let (people, units) = try await workplace.database.read { reader in
            (
                try PersonStore(reader).page(named: "åkj", on: Workplace.today).map(\.id),
                try UnitStore(reader).beginning(with: "kemi-l", on: Workplace.today).map(\.id)
            )
        }
        #expect(people == [Workplace.karl.id] && units == [Workplace.laboratories])
    }

    @Test(arguments: Engine.tested)
    func `words that were kept beside people are kept when they stand alone`(engine: Engine) async throws {
        let (before, last) = (OrganisationSchema.migrations.filter { $0.name != Self.alone }, SearchSchema.migrations)
        let database = try await TestDatabase.make(
            engine, migrations: StorageSchema.migrations + AccessSchema.migrations + before)
        try await database.write { writer in
            try writer.execute(
                """
                INSERT INTO person (id, name, phone, language, kind, title, starts, administrator)
                VALUES ('bo', 'Bo Ærø', '', 'da', 'employee', '', '2020-01-01', 0)
                """)
            for word in ["bo", "{r|"] {
                try writer.execute("INSERT INTO person_word (word, name, person_id) VALUES (\(word), 'Bo Ærø', 'bo')")
            }
        }
        try await database.migrate(last)
        let found = try await database.read { reader in
            try ["bo", "ærø", "b"].map { try PersonStore(reader).page(named: $0, on: Workplace.today).map(\.name) }
        }
        #expect(found == [["Bo Ærø"], ["Bo Ærø"], ["Bo Ærø"]])
    }

    private static let alone = "keep words without looking at people"

    @Test func `a letter of two signs, a name without letters and a very long one have their words`() {
        #expect(SearchWords.of(name: "Ele\u{301}na O'Neil", email: nil) == ["elena", "o", "neil"])
        #expect(
            SearchWords.of(name: "Åse-Aage Å", email: "Ase@Nord.example") == [
                "}se", "aase", "}ge", "aage", "}", "aa", "ase@nord.example",
            ])
        #expect(SearchWords.of(name: "· – ’", email: nil) == [])
        #expect(SearchWords.of(name: "李 小龙 3. Bo Bo", email: nil) == ["李", "小龙", "3", "bo"])
        let long = String(repeating: "ø", count: 60)
        #expect(SearchWords.of(name: long, email: nil) == [String(repeating: "|", count: 40)])
        #expect(SearchWords.of(name: "x", email: String(repeating: "e", count: 300)).last?.count == 200)
    }
}
