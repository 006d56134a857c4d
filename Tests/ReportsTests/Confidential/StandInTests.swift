import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// A deputy knows of nothing, until a case has lain unopened for three working days or the handler is away.
@Suite struct StandInTests {
    @Test(arguments: Engine.tested)
    func `the deputy hears of a case on the fourth working day, and not a word of it`(engine: Engine) async throws {
        let clock = SetClock()
        let work = try await Workplace.trusted(engine, clock: { clock.now })
        let page = try await work.tell()
        for _ in 0...3 {
            #expect(try await work.get(page, as: Workplace.liv).status == 404)
            #expect(try await work.get("/reports", as: Workplace.liv).location == "/reports/mine")
            #expect(try await count(work, Workplace.liv, clock) == 0)
            clock.pass(days: 1)
        }
        #expect(try await count(work, Workplace.liv, clock) == 1)
        for path in ["/", "/reports", page] {
            let seen = try await work.get(path, as: Workplace.liv)
            #expect(seen.status == 200 && seen.text.contains("Fortrolig melding"), "\(path)")
            #expect(!seen.text.contains(Workplace.told) && !seen.text.contains("Kantinen"), "\(path)")
        }
        #expect(try await work.get(page + "/photos/1", as: Workplace.liv).status == 404)
        #expect(try await work.post(page + "/messages", as: Workplace.liv, ["text": "x"]).status == 404)
        #expect(try await work.readings() == [])

        for person in Workplace.neighbours {
            #expect(try await work.post(page + "/stand-in", as: person).status == 404, "\(person.name)")
        }
        let stepped = try await work.post(page + "/stand-in", as: Workplace.liv, ["key": "k"])
        #expect(stepped.location == page && stepped.said == "Du er trådt til.")
        #expect(try await work.handlers(of: page) == ["liv handler", "nora handler"])
        let seen = try await work.get(page, as: Workplace.liv).text
        #expect(seen.contains(Workplace.told) && seen.contains("Liv Dam trådte til som stedfortræder."))
        #expect(try await work.readings() == ["2026-01-09 liv"])
        #expect(
            try await work.notices(for: Workplace.nora).map(\.words.danish).contains(
                "En fortrolig melding, som du har, har nu Liv Dam som sagsbehandler."))
        #expect(try await work.get(page, as: Workplace.nora).status == 200)
    }

    @Test func `weekends are not waited for, and what the handler has opened does not lie`() async throws {
        let clock = SetClock()
        let work = try await Workplace.trusted(clock: { clock.now })
        clock.pass(days: 4)
        let page = try await work.tell()
        let other = try await work.tell(["what": "Noget andet"])
        _ = try await work.get(other, as: Workplace.nora)
        clock.pass(days: 5)
        #expect(try await work.get(page, as: Workplace.liv).status == 404)
        clock.pass(days: 1)
        #expect(try await work.statuses(of: page, as: [Workplace.liv]) == [200])
        clock.pass(days: 60)
        #expect(try await work.get(other, as: Workplace.liv).status == 404)
        #expect(try await work.post(other + "/stand-in", as: Workplace.liv).status == 404)
        _ = try await work.get(page, as: Workplace.nora)
        #expect(try await work.get(page, as: Workplace.liv).status == 404)
        #expect(try await work.post(page + "/stand-in", as: Workplace.liv).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `where the handler is away the deputy may step in at once`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let page = try await work.tell()
        #expect(try await work.get(page, as: Workplace.liv).status == 404)
        let away = ["until": (Workplace.today + 5).text]
        #expect(try await work.post("/units/chemistry/handlers/away", as: Workplace.nora, away).status == 303)
        #expect(try await work.get(page, as: Workplace.liv).text.contains("Træd til"))
        #expect(try await work.post(page + "/stand-in", as: Workplace.liv).status == 303)
    }

    @Test func `away until today is away today, and who has left attends to nothing`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell()
        let away = ["until": Workplace.today.text]
        #expect(try await work.post("/units/chemistry/handlers/away", as: Workplace.nora, away).status == 303)
        #expect(try await work.get(page, as: Workplace.liv).text.contains("Træd til"))
        #expect(
            try await work.post("/units/chemistry/handlers/away", as: Workplace.nora, ["until": ""]).status == 303)
        #expect(try await work.get(page, as: Workplace.liv).status == 404)
        try await work.leave(Workplace.nora)
        #expect(try await work.get(page, as: Workplace.liv).text.contains("Træd til"))
    }

    @Test func `what the handler has marked as read lies no longer, and the deputy's pages hear so`() async throws {
        let clock = SetClock()
        let work = try await Workplace.trusted(clock: { clock.now })
        let (opened, marked) = (try await work.tell(), try await work.tell(["what": "Noget andet"]))
        clock.pass(days: 4)
        #expect(try await work.statuses(of: opened, as: [Workplace.liv]) == [200])
        let raised = try await work.topics { _ = try await work.get(opened, as: Workplace.nora) }
        #expect(raised.contains("cases:liv"), "\(raised)")
        #expect(try await work.statuses(of: marked, as: [Workplace.liv]) == [200])
        #expect(try await work.post(marked + "/reading", as: Workplace.nora).status == 303)
        #expect(try await work.statuses(of: marked, as: [Workplace.liv]) == [404])
    }

    @Test(arguments: Engine.tested)
    func `the program tells a deputy once that a case lies, and never on the day it came`(engine: Engine) async throws {
        let clock = SetClock()
        let work = try await Workplace.trusted(engine, clock: { clock.now })
        let words = "En fortrolig melding, som du er stedfortræder for, er ikke åbnet af nogen."
        func told() async throws -> Int {
            for _ in 1...2 { #expect(try await Reports.watchCases(in: work.house) == 0) }
            return try await work.notices(for: Workplace.liv).count { $0.words.danish == words }
        }
        _ = try await work.tell()
        clock.pass(days: 3)
        #expect(try await told() == 0)
        clock.pass(days: 1)
        #expect(try await told() == 1)
        let away = ["until": (Workplace.today + 30).text]
        #expect(try await work.post("/units/chemistry/handlers/away", as: Workplace.nora, away).status == 303)
        #expect(try await work.handlers(of: work.tell(["what": "Nyt"])) == ["liv handler", "nora deputy, unseen"])
        #expect(try await told() == 1)
        #expect(try await work.post("/units/chemistry/handlers/away", as: Workplace.nora, ["until": ""]).status == 303)
        _ = try await work.tell(["what": "Mere"])
        #expect(try await work.post("/units/chemistry/handlers/away", as: Workplace.nora, away).status == 303)
        #expect(try await told() == 1)
        clock.pass(days: 1)
        #expect(try await told() == 2)
    }

    private func count(_ work: Workplace, _ person: Person, _ clock: SetClock) async throws -> Int {
        let day = clock.now.day
        return try await work.database.read { reader in
            guard let viewer = try Doorkeeping().viewer(person, on: day, reader) else { return -1 }
            return try ReportStore(reader).waitingCount(for: viewer, on: day, most: 100)
        }
    }
}
