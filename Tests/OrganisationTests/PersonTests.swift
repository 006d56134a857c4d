import Access
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Organisation

/// A person's page, what is written there, and what leaving ends.
@Suite struct PersonTests {
    private static let today = Workplace.today
    private static let path = "/people/sara"

    private func person(_ id: PersonID, _ workplace: Workplace, on day: Day = today) async throws -> Person {
        try #require(try await workplace.database.read { try PersonStore($0).find(id, on: day) })
    }

    private static let form = [
        "name": "Sara Holst", "email": "Sara.Holst@nordhavn.example", "phone": "12 34", "language": "en",
        "kind": "external", "unit": "KEMI-KONTOR", "title": "Laborant", "external_id": "4711",
    ]

    @Test(arguments: Engine.tested)
    func `the administrator writes all of a person, and the history says what was`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        #expect(try await workplace.post(Self.path, as: Workplace.rikke, Self.form).status == 303)
        let sara = try await person(Workplace.sara.id, workplace)
        #expect(sara.name == "Sara Holst" && sara.email == "sara.holst@nordhavn.example" && sara.phone == "12 34")
        #expect(sara.language == .english && sara.kind == .external && sara.unit == Workplace.office)
        #expect(sara.externalID == "4711" && sara.title == "Laborant")
        #expect(try await person(Workplace.sara.id, workplace, on: Self.today - 1).unit == Workplace.laboratories)
        let found = try await workplace.database.read { reader in
            (
                try PersonStore(reader).page(named: "holst", on: Self.today).map(\.id),
                try PersonStore(reader).page(named: "lund", on: Self.today).map(\.id)
            )
        }
        #expect(found.0 == [Workplace.sara.id] && found.1.isEmpty)
        let page = try await workplace.get(Self.path, as: Workplace.rikke).text
        #expect(page.contains("<del>Sara Lund</del> <ins>Sara Holst</ins>"))
        #expect(page.contains("<del>KEMI-LAB</del> <ins>KEMI-KONTOR</ins>") && page.contains("Rikke Thy"))
    }

    @Test(arguments: Engine.tested)
    func `what cannot be is said beside its field, and nothing is written`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        _ = try await workplace.post("/people/karl", as: Workplace.rikke, ["external_id": "1"])
        let wrong = [
            "name": "", "email": "maja@nordhavn.example", "phone": String(repeating: "1", count: 41), "language": "xx",
            "kind": "robot", "unit": "TAGET", "external_id": "1",
        ]
        let reply = try await workplace.post(Self.path, as: Workplace.rikke, wrong)
        #expect(reply.status == 422)
        for words in [
            "Feltet mangler", "En anden person har den e-mail", "plads til 40 tegn", "Vælg en af mulighederne",
            "ingen enhed med navnet eller koden TAGET", "En anden person har det nummer",
        ] { #expect(reply.text.contains(words), "\(words)") }
        #expect(reply.text.contains("value=\"TAGET\""))
        let bad = try await workplace.post(Self.path, as: Workplace.rikke, ["email": "bo"])
        #expect(bad.status == 422)
        #expect(try await person(Workplace.sara.id, workplace) == Workplace.sara)
        #expect(try await workplace.post("/people/none", as: Workplace.rikke, Self.form).status == 404)
        #expect(try await workplace.get("/people/none/edit", as: Workplace.rikke).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `two who write at once both see both texts, and nothing is overwritten`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let first = ["name": "Sara A", "was_name": "Sara Lund", "phone": "", "was_phone": ""]
        let second = ["name": "Sara B", "was_name": "Sara Lund", "phone": "22", "was_phone": ""]
        #expect(try await workplace.post(Self.path, as: Workplace.rikke, first).status == 303)
        let told = try await workplace.post(Self.path, as: Workplace.rikke, second)
        #expect(told.status == 409)
        #expect(told.text.contains("value=\"Sara B\"") && told.text.contains("Den anden skrev: Sara A"))
        #expect(told.text.contains("name=\"was_name\" value=\"Sara A\""))
        #expect(try await person(Workplace.sara.id, workplace).name == "Sara A")
        let chosen = second.merging(["was_name": "Sara A"]) { $1 }
        #expect(try await workplace.post(Self.path, as: Workplace.rikke, chosen).status == 303)
        #expect(try await person(Workplace.sara.id, workplace).name == "Sara B")
        // Where only the other one wrote, what he or she wrote stands.
        let title = ["name": "Sara A", "was_name": "Sara A", "title": "Laborant", "was_title": ""]
        #expect(try await workplace.post(Self.path, as: Workplace.rikke, title).status == 303)
        let sara = try await person(Workplace.sara.id, workplace)
        #expect(sara.name == "Sara B" && sara.title == "Laborant" && sara.phone == "22")
    }

    @Test(arguments: Engine.tested)
    func `everybody writes phone and language of oneself, and nothing else`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let sent = Self.form.merging(["phone": "88", "language": "en"]) { $1 }
        #expect(try await workplace.get("/account/contact", as: Workplace.sara).status == 200)
        #expect(try await workplace.post("/account/contact", as: Workplace.sara, sent).status == 303)
        var expected = Workplace.sara
        (expected.phone, expected.language) = ("88", .english)
        #expect(try await person(Workplace.sara.id, workplace) == expected)
        #expect(try await workplace.post("/account/contact", as: Workplace.sara, ["language": "xx"]).status == 422)
        let clash = ["phone": "1", "was_phone": "2"]
        #expect(try await workplace.post("/account/contact", as: Workplace.sara, clash).status == 409)
    }

    @Test(arguments: Engine.tested)
    func `a page is for the administrator, the coordinator of the unit and the secretariat`(engine: Engine) async throws
    {
        let workplace = try await Workplace(engine)
        #expect(try await workplace.get(Self.path, as: Workplace.rikke).status == 200)
        let seen = try await workplace.get(Self.path, as: Workplace.eva)
        #expect(seen.status == 200 && seen.text.contains("sara@nordhavn.example"))
        #expect(!seen.text.contains("personalesystemet") && !seen.text.contains("/people/sara/edit"))
        for person in [Workplace.maja, Workplace.jonas, Workplace.karl, Workplace.ida] {
            #expect(try await workplace.get(Self.path, as: person).status == 404, "\(person.name)")
        }
        #expect(try await workplace.get("/people/karl", as: Workplace.eva).status == 404)
        #expect(try await workplace.get(Self.path, as: Workplace.sara).location == "/account")
        #expect(try await workplace.get("/people/none", as: Workplace.rikke).status == 404)
        for path in ["\(Self.path)/edit", "\(Self.path)/leaving"] {
            #expect(try await workplace.get(path, as: Workplace.eva).status == 403)
        }
        #expect(try await workplace.post(Self.path, as: Workplace.eva, Self.form).status == 403)
        #expect(
            try await workplace.post("\(Self.path)/leaving", as: Workplace.eva, ["day": "2026-01-05"]).status == 403)
    }

    @Test(arguments: Engine.tested)
    func `the directory links to the pages that open, and to no other`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        for viewer in [Workplace.rikke, Workplace.eva, Workplace.sara] {
            for path in ["/people", "/people?on=\((Self.today - 10).text)"] {
                let directory = try await workplace.get(path, as: viewer).text
                for person in Workplace.people where person.id != viewer.id {
                    #expect(directory.contains(person.name), "\(person.id)")
                    let isLinked = directory.contains("href=\"/people/\(person.id)")
                    let opens = try await workplace.get("/people/\(person.id)", as: viewer).status == 200
                    #expect(isLinked == opens, "\(viewer.id) \(path) \(person.id)")
                }
            }
        }
        let seen = try await workplace.get("/people", as: Workplace.eva).text
        #expect(seen.contains("href=\"/people/sara\"") && !seen.contains("href=\"/people/karl\""))
    }

    @Test(arguments: Engine.tested)
    func `leaving ends mandates and sign-in and deletes nothing`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let last = Self.today - 1
        _ = try await workplace.post(
            "/actions", as: Workplace.jonas,
            [
                "body": "lab-group", "what": "Ny stige", "unit": "laboratories", "responsible": "maja",
                "due": (Self.today + 3).text, "difficulty": "simple",
            ])
        let asked = try await workplace.get("/people/maja/leaving", as: Workplace.rikke).text
        #expect(asked.contains("AMG Laboratorier: arbejdsmiljørepræsentant"))
        let rows: [SQL] = [
            "SELECT COUNT(*) FROM person", "SELECT COUNT(*) FROM mandate", "SELECT COUNT(*) FROM action",
        ]
        let before = try await workplace.database.read { reader in try rows.map { try reader.value($0) ?? 0 as Int } }
        #expect(
            try await workplace.post("/people/maja/leaving", as: Workplace.rikke, ["day": last.text]).status == 303)
        #expect(
            try await workplace.database.read { reader in try rows.map { try reader.value($0) ?? 0 as Int } } == before)
        let mandate = try await workplace.database.read { try MandateStore($0).find(ID("maja-lab")) }
        #expect(mandate?.ends == last)
        #expect(try await workplace.get("/account", as: Workplace.maja).status == 303)
        let page = try await workplace.get("/people/maja", as: Workplace.eva).text
        #expect(page.contains("Er her ikke længere") && page.contains("/actions?responsible=maja"))
        let left = try await workplace.get("/actions?responsible=maja", as: Workplace.jonas).text
        #expect(left.contains("Ny stige"))
        #expect(!(try await workplace.get("/actions?responsible=sara", as: Workplace.jonas).text.contains("Ny stige")))
    }

    @Test(arguments: Engine.tested)
    func `a last day before the first, before a mandate to come, or of the last administrator is refused`(
        engine: Engine
    ) async throws {
        let workplace = try await Workplace(engine)
        func refused(_ id: String, _ day: String, _ words: String) async throws {
            let reply = try await workplace.post("/people/\(id)/leaving", as: Workplace.rikke, ["day": day])
            #expect(reply.status == 422 && reply.text.contains(words), "\(words)")
        }
        try await refused("sara", "", "Feltet mangler")
        try await refused("sara", "i morgen", "Skriv en dato")
        try await refused("sara", "2000-01-01", "Personen begyndte")
        try await refused("rikke", Self.today.text, "nogen administrator tilbage")
        let coming = Mandate(
            id: ID("coming"), role: .member, body: Workplace.committee, person: Workplace.sara.id, origin: .appointed,
            starts: Self.today + 10)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(coming.given(to: "Sara Lund"), deed) }
        try await refused("sara", Self.today.text, "som først begynder")
    }

    @Test(arguments: Engine.tested)
    func `whoever leaves by a file holds nothing any more`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let last = (Self.today + 5).text
        try await workplace.imported(
            people: "external_id,name,email\n1,Maja Holm,maja@nordhavn.example\n2,Karl Åkjær,karl@nordhavn.example\n")
        #expect(
            try await workplace.imported(
                people: "external_id,name,ends\n1,Maja Holm,\(last)\n") == .applied)
        let (maja, karl) = try await workplace.database.read { reader in
            (try MandateStore(reader).find(ID("maja-lab")), try MandateStore(reader).find(ID("karl-history")))
        }
        #expect(maja?.ends?.text == last && karl?.ends == Self.today - 1)
    }
}
