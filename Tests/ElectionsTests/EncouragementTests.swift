import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Elections

/// Nobody stood: people are reminded until somebody has the seat.
// One after the other, so that they hold no more connections than others leave them.
@Suite(.serialized) struct EncouragementTests {
    private static func reminders(_ labs: Laboratories, _ person: Person) async throws -> Int {
        try await labs.notices(for: person).count { $0.contains("Ingen er valgt i") }
    }

    private static func turn(_ labs: Laboratories, to day: Int) async throws {
        labs.clock.go(to: day)
        try await Elections.turnPages(in: labs.work.house)
        try await Elections.turnPages(in: labs.work.house)
    }

    /// Maja's seat is vacant, and nobody stands.
    private static func unfilled(_ engine: Engine) async throws -> (Laboratories, ID<Election>) {
        let labs = try await Laboratories(engine)
        try await labs.work.database.write {
            try $0.execute("UPDATE mandate SET ends = '2026-01-04' WHERE id = 'maja-lab'")
        }
        let id = try await labs.call(["occasion": "vacant", "follows": ""])
        try await turn(labs, to: Laboratories.waiting)
        return (labs, id)
    }

    /// Eva coordinates no more from the day after, and works elsewhere.
    private static func leaves(_ day: Day, _ writer: Writer) throws {
        try writer.execute("UPDATE mandate SET ends = \(day) WHERE id = 'eva-committee'")
        try writer.execute("UPDATE person SET unit_id = 'history' WHERE id = 'eva'")
        try writer.raise("rights")
    }

    @Test(arguments: Engine.tested)
    func `leader and caller are reminded every four weeks, and the page says when`(engine: Engine) async throws {
        let (labs, id) = try await Self.unfilled(engine)
        let page = try await labs.work.get("/elections/\(id)", as: Workplace.maja).text
        #expect(page.contains("bliver mindet om det igen") && page.contains("varetager opgaverne alene"))
        #expect(try await Self.reminders(labs, Workplace.jonas) == 0)
        try await Self.turn(labs, to: 15 + Encouragement.days - 1)
        #expect(try await Self.reminders(labs, Workplace.jonas) == 0)
        try await Self.turn(labs, to: 15 + Encouragement.days)
        #expect(try await Self.reminders(labs, Workplace.jonas) == 1)
        #expect(try await Self.reminders(labs, Workplace.eva) == 1)
        #expect(try await Self.reminders(labs, Workplace.sara) == 0)
        try await Self.turn(labs, to: 15 + 2 * Encouragement.days)
        #expect(try await Self.reminders(labs, Workplace.jonas) == 2)
    }

    @Test(arguments: Engine.tested)
    func `a caller for whom the page no longer opens is not led to it`(engine: Engine) async throws {
        let (labs, id) = try await Self.unfilled(engine)
        #expect(try await labs.notices(for: Workplace.eva).contains { $0.contains("Ingen stillede op") })
        try await labs.work.database.write {
            try Self.leaves(Workplace.today + 15, $0)
        }
        try await Self.turn(labs, to: 15 + Encouragement.days)
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.eva).status == 404)
        #expect(try await Self.reminders(labs, Workplace.eva) == 0)
        #expect(try await Self.reminders(labs, Workplace.jonas) == 1)
        #expect(try await labs.work.get("/elections/\(id)", as: Workplace.jonas).status == 200)
    }

    @Test(arguments: Engine.tested)
    func `nor is one told that nobody stood who has left that part`(engine: Engine) async throws {
        let labs = try await Laboratories(engine)
        try await labs.call()
        try await labs.work.database.write {
            try Self.leaves(Workplace.today + 1, $0)
        }
        try await Self.turn(labs, to: Laboratories.waiting)
        #expect(try await labs.notices(for: Workplace.eva).isEmpty)
        #expect(try await labs.notices(for: Workplace.jonas).contains { $0.contains("Ingen stillede op") })
    }

    @Test(arguments: Engine.tested)
    func `nobody is reminded once another election is called, or somebody sits`(engine: Engine) async throws {
        let (labs, _) = try await Self.unfilled(engine)
        let deed = labs.work.deed(by: nil)
        try await labs.work.database.write { writer in
            let mandate = Mandate(
                id: ID("sara-lab"), role: .representative, body: Workplace.labGroup, person: Workplace.sara.id,
                origin: .elected, starts: Workplace.today + 20)
            try writer.apply(mandate.given(to: "Sara Lund"), deed)
        }
        try await Self.turn(labs, to: 15 + Encouragement.days)
        #expect(try await Self.reminders(labs, Workplace.jonas) == 0)
        #expect(try await labs.work.database.read { try !$0.exists("SELECT 1 FROM election_encouragement") })
    }
}
