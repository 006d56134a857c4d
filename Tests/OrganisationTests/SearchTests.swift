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
    func `of several words those whose name begins so come first, in either order, and nobody twice`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        let names = [
            "Mette Holm Riis", "Riis Mette", "Mette Riisager", "Mette Riis", "Anne-Mette Lund Riis", "Mette Lund",
        ]
        let rows = names.enumerated().map { "n\($0),\($1)\n" }.joined()
        try await workplace.imported(people: "external_id,name\n7,Rikke Thy\n" + rows)
        let asked = [
            ("mette riis", ["Mette Riis", "Mette Riisager", "Riis Mette"]),
            ("RIIS  Mette", ["Riis Mette", "Mette Riis", "Mette Riisager"]),
        ]
        for (text, first) in asked {
            for most in [1, 2, 50] {
                var (found, last): ([String], PersonID?) = ([], nil)
                for _ in 0..<9 {
                    let after = last
                    let page = try await workplace.database.read {
                        try PersonStore($0).search(text, after: after, on: Workplace.today, most: most)
                    }
                    found += page.people.map(\.name)
                    #expect(page.further == nil)
                    guard let end = page.people.last else { break }
                    last = end.id
                }
                #expect(Array(found.prefix(3)) == first, "\(text) \(most)")
                #expect(found.count == 5 && Set(found).isSuperset(of: ["Mette Holm Riis", "Anne-Mette Lund Riis"]))
            }
        }
    }

    @Test(arguments: Engine.tested)
    func `where very many have each of the words, a page looks at some and leads on`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let most = PeopleSearch.mostLookedAt + 40
        let crowd = (0..<most).map { "v\($0),Vest A\($0)\nb\($0),Bo B\($0)\n" }.joined()
        let wanted = "w1,Vest Z Bo\nw2,Vest Ø Bo\n"
        try await workplace.imported(people: "external_id,name\n7,Rikke Thy\n" + crowd + wanted)
        let first = try await workplace.get("/people?q=bo+vest", as: Workplace.maja).text
        #expect(first.contains("Rigtig mange har ord") && !first.contains("Vest Z Bo"))
        let next = try #require(first.firstMatch(of: /rel="next" href="([^"]+)"/)?.1)
        let second = try await workplace.get(String(next).replacing("&amp;", with: "&"), as: Workplace.maja).text
        #expect(second.contains("Vest Z Bo") && second.contains("Vest Ø Bo"))
        #expect(!second.contains("Rigtig mange har ord") && !second.contains("rel=\"next\""))
        // A word that few have is looked at first, so that all are found at once.
        let rare = try await workplace.database.read { try PersonStore($0).search("vest ø", on: Workplace.today) }
        #expect(rare.people.map(\.name) == ["Vest Ø Bo"] && rare.further == nil)
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
