import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing
import Web

@testable import Handover

/// The list of the first ninety days, that of one's mandates, and what is overdue.
@Suite(.serialized) struct FirstDaysTests {
    private static let today = Workplace.today

    @Test(arguments: Engine.tested)
    func `after ninety days the list is folded, and the page says why`(engine: Engine) async throws {
        let new = try await Succession.workplace(engine, begins: Self.today - 89)
        let open = try await new.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(!open.contains("De første halvfems dage er gået") && open.contains("0 af 8 er gjort"))
        #expect(open.contains("aria-pressed=\"false\" aria-label=\"Gjort: Bestil plads"))
        let old = try await Succession.workplace(engine, begins: Self.today - 90)
        let folded = try await old.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(folded.contains("De første halvfems dage er gået"))
        #expect(folded.contains("<summary>Se listen</summary>") && folded.contains("0 af 8 er gjort"))
    }

    @Test func `an election under way is said with its last day`() async throws {
        let work = try await Succession.workplace(.sqlite, begins: Self.today - 5)
        let called = try await work.post(
            "/bodies/lab-group/elections", as: Workplace.eva,
            [
                "occasion": "vacant", "franchise": "employees", "seats": "1", "deputies": "0",
                "nominations_open": Self.today.text, "nominations_end": (Self.today + 14).text,
                "voting_starts": (Self.today + 17).text, "voting_ends": (Self.today + 24).text,
                "term_starts": (Self.today + 28).text, "term": "two",
            ])
        #expect(called.status == 303)
        let page = try await work.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(page.contains("Der er valg. Det slutter torsdag 29. januar 2026.</a>"))
    }

    @Test(arguments: Engine.tested)
    func `more overdue actions than are shown are a link to them all`(engine: Engine) async throws {
        let days = Mutex(0)
        let work = try await Succession.workplace(engine) { Workplace.monday + days.withLock { $0 } * 86_400 }
        func add(_ count: Int) async throws {
            for number in 0..<count {
                let added = try await work.post(
                    "/actions", as: Workplace.jonas,
                    [
                        "body": "lab-group", "what": "Stige \(number)", "unit": "laboratories", "responsible": "jonas",
                        "due": (Self.today + 3).text, "difficulty": "simple",
                    ])
                #expect(added.status == 303)
            }
        }
        let link = "href=\"/actions?body=lab-group&amp;overdue=on\">13 over tiden</a>"
        try await add(12)
        days.withLock { $0 = 4 }
        let few = try await work.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(few.contains("12 over tiden") && !few.contains("overdue=on"))
        days.withLock { $0 = 0 }
        try await add(1)
        days.withLock { $0 = 4 }
        #expect(try await work.get("/handovers/sara-lab", as: Workplace.sara).text.contains(link))
        let list = try await work.get("/actions?body=lab-group&overdue=on", as: Workplace.sara)
        #expect(list.status == 200 && list.text.contains("Stige 11"))
    }

    @Test(arguments: Engine.tested)
    func `the list says of each mandate whether it has begun, and from when`(engine: Engine) async throws {
        let work = try await Succession.workplace(engine, begins: Self.today + 10)
        let coming = try await work.get("/handovers", as: Workplace.sara).text
        #expect(coming.contains(">Kommer</span>") && coming.contains("<b>fra 15. jan.</b>"))
        #expect(try await work.get("/handovers", as: Workplace.maja).text.contains(">Begyndt</span>"))
        let over = try await Succession.workplace(engine).get("/handovers", as: Workplace.maja).text
        #expect(over.contains(">Slut</span>") && over.contains("href=\"/account\">Din konto</a>"))
    }

    @Test(arguments: Engine.tested)
    func `steps are ticked off and on again, by the holder only`(engine: Engine) async throws {
        let work = try await Succession.workplace(engine)
        let path = "/handovers/sara-lab/steps"
        #expect(try await work.post(path, as: Workplace.sara, ["step": "course", "done": "on"]).status == 303)
        let done = try await work.get("/handovers/sara-lab", as: Workplace.sara).text
        #expect(done.contains("1 af 8 er gjort"))
        #expect(try await work.post(path, as: Workplace.sara, ["step": "course", "done": "on"]).status == 303)
        #expect(try await work.post(path, as: Workplace.sara, ["step": "course"]).status == 303)
        #expect(try await work.get("/handovers/sara-lab", as: Workplace.sara).text.contains("0 af 8 er gjort"))
        for (person, step) in [
            (Workplace.sara, "none"), (Workplace.sara, ""), (Workplace.sara, "vacant"), (Workplace.jonas, "plan"),
        ] {
            #expect(try await work.post(path, as: person, ["step": step, "done": "on"]).status == 404, "\(step)")
        }
        #expect(try await work.post("/handovers/none/steps", as: Workplace.sara, ["step": "plan"]).status == 404)
        #expect(try await work.get("/handovers/none", as: Workplace.sara).status == 404)
        for step in ["partner", "plan", "reports", "known", "course", "time", "walk", "first"] {
            _ = try await work.post(path, as: Workplace.sara, ["step": step, "done": "on"])
        }
        #expect(!(try await work.get("/", as: Workplace.sara).text.contains("/handovers/sara-lab")))
    }
}
