import Access
import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing
import Web

@testable import Handover

/// Taking a mandate over, and handing it over.
@Suite(.serialized) struct HandoverTests {
    private static let today = Workplace.today

    @Test(arguments: Engine.tested)
    func `who is new sees on one page what waits, whom to know, the dates and the first ninety days`(
        engine: Engine
    ) async throws {
        let work = try await Succession.workplace(engine)
        for (what, body, unit, person) in [
            ("Ny stige", "lab-group", "laboratories", Workplace.jonas),
            ("Andres sag", "history-group", "history", Workplace.karl),
        ] {
            _ = try await work.post(
                "/actions", as: person,
                [
                    "body": body, "what": what, "unit": unit, "responsible": person.id.text,
                    "due": (Self.today + 3).text, "difficulty": "simple",
                ])
        }
        _ = try await work.post("/r/link-laboratories", ["kind": "near_miss", "what": "Glat gulv", "anonymous": "on"])
        let page = try await work.get("/handovers/sara-lab", as: Workplace.sara)
        #expect(page.status == 200)
        for words in [
            "AMG Laboratorier", "Ny stige", "Noget var farligt", "Jonas Riis", "jonas@nordhavn.example", "Eva Nør",
            "Maja Holm", "Senest søndag 5. april 2026", "Arbejdsmiljøloven § 9", "spørg Arbejdstilsynet",
            "0 af 8 er gjort", "Bestil plads på arbejdsmiljøuddannelsen",
        ] { #expect(page.text.contains(words), "\(words)") }
        #expect(!page.text.contains("Andres sag"))
        #expect(try await work.get("/", as: Workplace.sara).text.contains("/handovers/sara-lab"))
        #expect(try await work.get("/handovers", as: Workplace.sara).text.contains("/handovers/sara-lab"))
    }

    @Test(arguments: Engine.tested)
    func `nothing confidential is named or counted, also to one who may read it elsewhere`(
        engine: Engine
    ) async throws {
        let work = try await Succession.workplace(engine)
        let before = try await work.get("/handovers/eva-committee", as: Workplace.eva).text
        for kind in ["offensive", "psychological"] {
            let sent = try await work.post(
                "/r/link-laboratories", ["kind": kind, "what": "Hemmeligt", "anonymous": "on"])
            #expect(sent.status == 200, "\(kind)")
        }
        let count = try await work.database.read {
            try $0.value("SELECT COUNT(*) FROM report WHERE confidential = 1") ?? 0
        }
        #expect(count > 0)
        for (person, id) in [(Workplace.eva, "eva-committee"), (Workplace.sara, "sara-lab")] {
            let text = try await work.get("/handovers/\(id)", as: person).text
            #expect(!text.contains("Hemmeligt") && !text.contains("ortrolig"))
        }
        // The menu counts what Eva has not read; the page itself is as it was.
        #expect(try await Self.main(work.get("/handovers/eva-committee", as: Workplace.eva).text) == Self.main(before))
    }

    /// What stands between the menu and the end, without what is new every time.
    private static func main(_ page: String) throws -> String {
        let whole = try #require(page.firstMatch(of: #/<main[\s\S]*<\/main>/#)?.0)
        return String(whole).replacing(#/name="(csrf|key)" value="[^"]*"/#, with: "")
    }

    @Test(arguments: Engine.tested)
    func `three lines are seen by the successor in the seat and by nobody else`(engine: Engine) async throws {
        let work = try await Succession.workplace(engine, givenBy: Workplace.rikke)
        #expect(try await work.get("/", as: Workplace.maja).text.contains("Skriv tre linjer til den næste"))
        let path = "/handovers/maja-lab/words"
        let lines = "Husk stigen.\nSpørg Jonas <først>.\nGå en tur."
        let form = try await work.get(path, as: Workplace.maja)
        #expect(form.status == 200 && form.text.contains("Alle, der får sådan en plads der efter dig"))
        #expect(try await work.post(path, as: Workplace.maja, ["words": lines]).status == 303)
        #expect(!(try await work.get("/", as: Workplace.maja).text.contains("Skriv tre linjer til den næste")))
        #expect(try await work.get(path, as: Workplace.maja).text.contains("Husk stigen."))
        let seen = try await work.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(seen.contains("Maja Holm siger til dig") && seen.contains("Spørg Jonas &lt;først&gt;."))
        #expect(try await work.get("/handovers/maja-lab", as: Workplace.maja).location == path)
        for person in [Workplace.jonas, Workplace.eva, Workplace.rikke, Workplace.karl, Workplace.ida] {
            for page in [path, "/handovers/sara-lab", "/handovers/maja-lab"] {
                #expect(try await work.get(page, as: person).status == 404, "\(person.name) \(page)")
            }
            #expect(try await work.post(path, as: person, ["words": "x"]).status == 404)
        }
        for (person, id) in [
            (Workplace.jonas, "jonas-lab"), (Workplace.eva, "eva-committee"), (Workplace.karl, "karl-history"),
        ] {
            #expect(!(try await work.get("/handovers/\(id)", as: person).text.contains("Husk stigen")))
        }
        #expect(try await work.get(path, as: Workplace.sara).status == 404)
        let (kept, told) = try await work.database.read { reader in
            (
                try JournalStore(reader).lines(about: Subject("mandate", "maja-lab")),
                try reader.value("SELECT COUNT(*) FROM journal_payload WHERE after LIKE '%stigen%'") ?? -1
            )
        }
        #expect(kept.map(\.verb) == ["handed_over"] && told == 0)
        _ = try await work.post(path, as: Workplace.maja, ["words": "Kun dette."])
        let changed = try await work.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(changed.contains("Kun dette.") && !changed.contains("Husk stigen."))
        _ = try await work.post(path, as: Workplace.maja, ["words": ""])
        #expect(!(try await work.get("/handovers/sara-lab", as: Workplace.sara).text.contains("siger til dig")))
        let long = try await work.post(path, as: Workplace.maja, ["words": String(repeating: "å", count: 601)])
        #expect(long.status == 422 && long.text.contains("plads til 600 tegn"))
    }

    @Test(arguments: Engine.tested)
    func `the lines are read from the day on which the mandate begins`(engine: Engine) async throws {
        let days = Mutex(0)
        let work = try await Succession.workplace(engine, begins: Self.today + 10, givenBy: Workplace.rikke) {
            Workplace.monday + days.withLock { $0 } * 86_400
        }
        _ = try await work.post("/handovers/maja-lab/words", as: Workplace.maja, ["words": "Husk stigen."])
        let early = try await work.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(early.contains("Hvervet begynder torsdag 15. januar 2026") && !early.contains("Husk stigen."))
        days.withLock { $0 = 10 }
        #expect(try await work.get("/handovers/sara-lab", as: Workplace.sara).text.contains("Husk stigen."))
    }

    @Test(arguments: Engine.tested)
    func `whoever seats himself reads nothing, not today, not in two days and not dated back`(
        engine: Engine
    ) async throws {
        for person in [Workplace.eva, Workplace.rikke] {
            for begins in [0, 2, -20] {
                let days = Mutex(0)
                let work = try await Succession.workplace(engine) { Workplace.monday + days.withLock { $0 } * 86_400 }
                _ = try await work.post("/handovers/maja-lab/words", as: Workplace.maja, ["words": "Husk stigen."])
                let own = Mandate(
                    id: ID("own-lab"), role: .representative, body: Workplace.labGroup, person: person.id,
                    origin: .elected, starts: Self.today + begins, ends: Self.today + 700)
                let deed = work.deed(by: person)
                try await work.database.write { try $0.apply(own.given(to: person.name), deed) }
                for day in [0, 2] {
                    days.withLock { $0 = day }
                    let page = try await work.get("/handovers/own-lab", as: person)
                    #expect(page.status == 200 && !page.text.contains("Husk stigen."), "\(person.name) \(begins)")
                }
                // Whom somebody else seated still reads them.
                #expect(try await work.get("/handovers/sara-lab", as: Workplace.sara).text.contains("Husk stigen."))
            }
        }
    }

    @Test(arguments: Engine.tested)
    func `whoever goes on in the seat is not asked for lines to the next`(engine: Engine) async throws {
        let work = try await Succession.workplace(engine, begins: Self.today + 10)
        #expect(try await work.get("/", as: Workplace.maja).text.contains("Skriv tre linjer til den næste"))
        let next = Mandate(
            id: ID("maja-again"), role: .representative, body: Workplace.labGroup, person: Workplace.maja.id,
            origin: .elected, starts: Self.today + 10, ends: Self.today + 700)
        let deed = work.deed(by: Workplace.rikke)
        try await work.database.write { try $0.apply(next.given(to: "Maja Holm"), deed) }
        #expect(try await !work.get("/", as: Workplace.maja).text.contains("Skriv tre linjer til den næste"))
    }

    @Test(arguments: Engine.tested)
    func `two who seat each other read nothing of those before them`(engine: Engine) async throws {
        let work = try await Succession.workplace(engine)
        _ = try await work.post("/handovers/maja-lab/words", as: Workplace.maja, ["words": "Husk stigen."])
        func seat(_ person: Person, _ role: Role, in place: Mandate.Place, by giver: Person) async throws {
            let mandate = Mandate(
                id: ID("own-\(person.id)"), role: role, in: place, person: person.id, origin: .elected,
                starts: Self.today, ends: Self.today + 700)
            let deed = work.deed(by: giver)
            try await work.database.write { try $0.apply(mandate.given(to: person.name), deed) }
        }
        try await seat(Workplace.eva, .representative, in: .body(Workplace.labGroup), by: Workplace.rikke)
        #expect(try await work.get("/handovers/own-eva", as: Workplace.eva).text.contains("Husk stigen."))
        // In another place, and afterwards: it is the same two.
        try await seat(Workplace.rikke, .secretariat, in: .unit(Workplace.history), by: Workplace.eva)
        let page = try await work.get("/handovers/own-eva", as: Workplace.eva)
        #expect(page.status == 200 && !page.text.contains("Husk stigen."))
    }

    @Test(arguments: Engine.tested)
    func `one who has left sees nothing of the body, and may still write to the next`(engine: Engine) async throws {
        let work = try await Succession.workplace(engine, begins: Self.today - 5)
        #expect(try await work.get("/handovers/maja-lab", as: Workplace.maja).location == "/handovers/maja-lab/words")
        #expect(
            try await work.post("/handovers/maja-lab/steps", as: Workplace.maja, ["step": "plan", "done": "on"]).status
                == 404)
        let old = try await Succession.workplace(engine, begins: Self.today - 70)
        #expect(try await old.get("/handovers/maja-lab", as: Workplace.maja).status == 404)
        #expect(try await old.get("/handovers/maja-lab/words", as: Workplace.maja).status == 404)
        #expect(try await old.post("/handovers/maja-lab/words", as: Workplace.maja, ["words": "x"]).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `one who was elected reads the page before, without what only members see`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let deed = work.deed(by: nil)
        let coming = Mandate(
            id: ID("karl-lab"), role: .leader, body: Workplace.labGroup, person: Workplace.ida.id, origin: .appointed,
            starts: Self.today + 40)
        var far = Workplace.ida
        far.unit = Workplace.history
        try await work.database.write { writer in
            try writer.apply(coming.given(to: "Ida"), deed)
            try writer.execute("UPDATE person SET unit_id = 'history' WHERE id = 'ida'")
            try writer.raise("rights")
        }
        _ = try await work.post(
            "/actions", as: Workplace.jonas,
            [
                "body": "lab-group", "what": "Ny stige", "unit": "laboratories", "responsible": "jonas",
                "due": (Self.today + 3).text, "difficulty": "simple",
            ])
        let page = try await work.get("/handovers/karl-lab", as: Workplace.ida).text
        #expect(page.contains("Handleplanen er åben for dig, når hvervet begynder") && !page.contains("Ny stige"))
        #expect(page.contains("Jonas Riis"))
    }
}
