import Access
import App
import Elections
import Kernel
import Storage
import StorageTesting
import Testing

@testable import Demo
@testable import Organisation

/// The invented university: the same for the same seed, as large as wanted, and within the rules of the forms.
@Suite struct InventionTests {
    private static let today = Day(year: 2026, month: 1, day: 5) ?? Day(number: 20_000)

    private func university(_ people: Int, seed: Int = 1) -> InventedUniversity {
        InventedUniversity(people: people, dice: Dice(seed: seed), today: Self.today)
    }

    @Test(arguments: [200, 400, 6000]) func `at the size of a university it has 33 units`(people: Int) {
        let found = university(people)
        #expect(found.units.count == 33)
        #expect(found.units.count { $0.kind == .faculty } == 6)
        #expect(found.bodies.count { $0.kind == .committee } == 6)
        #expect(found.bodies.count { $0.kind == .group } == 26)
        #expect(found.bodies.contains { $0.kind == .network } && found.bodies.contains { $0.kind == .main })
        #expect(found.bodies.count { $0.kind == .cooperation } == 7)
        #expect(Set(found.mandates.map(\.role)) == Set(Role.allCases))
        #expect(found.accounts.count == 5)
    }

    @Test(arguments: [20, 60, 12_000]) func `other sizes have sections, and somebody to sign in as`(people: Int) {
        let found = university(people)
        #expect(found.units.contains { $0.kind == .section })
        #expect(!found.areas.isEmpty && found.accounts.contains { $0.email == "amr@demo.example" })
    }

    @Test func `the same seed gives the same, and another one another`() {
        let (one, other) = (university(400), university(400))
        #expect(one.units == other.units && one.mandates == other.mandates && one.bodies == other.bodies)
        #expect(one.people.map(\.name) == other.people.map(\.name))
        #expect(one.mandates != university(400, seed: 2).mandates)
    }

    @Test(arguments: [60, 400, 6000]) func `no mandate is held against the rules`(people: Int) {
        let found = university(people)
        let names = Dictionary(uniqueKeysWithValues: found.people.map { ($0.id, $0.name) })
        let bodies = Dictionary(uniqueKeysWithValues: found.bodies.map { ($0.id, $0) })
        let seats = Dictionary(grouping: found.mandates, by: \.place)
        let own = Dictionary(grouping: found.mandates, by: \.person)
        for mandate in found.mandates {
            let others = (seats[mandate.place] ?? []).filter { $0.id != mandate.id }
            let surroundings = MandateSurroundings(
                mandate.place, kind: mandate.body.flatMap { bodies[$0]?.kind }, opens: Self.today - 3650,
                seats: others.map { Seat(mandate: $0, name: names[$0.person] ?? "") },
                own: (own[mandate.person] ?? []).filter { $0.id != mandate.id })
            let problems = mandate.problems(in: surroundings)
            #expect(problems.isEmpty, "\(mandate.role): \(problems.all.map { $0.1.explained(in: .english) })")
        }
    }

    @Test func `some seats are vacant, and one mandate ends soon`() {
        let found = university(400)
        let groups = Set(found.areas.map(\.group))
        func vacant(_ role: Role) -> Int {
            let held = Set(found.mandates.filter { $0.role == role && $0.isHeld(on: Self.today) }.compactMap(\.body))
            return groups.subtracting(held).count
        }
        #expect((1...4).contains(vacant(.leader)) && (1...4).contains(vacant(.representative)))
        #expect(found.mandates.contains { $0.ends.map { $0 > Self.today && $0 < Self.today + 60 } ?? false })
        #expect(found.mandates.contains { ($0.minutesAWeek ?? 0) > 0 })
    }

    @Test(arguments: Engine.tested)
    func `whoever called an election coordinates the committee above it`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine, migrations: Features.migrations) { _ in }
        _ = try await Invention(people: 400, actions: 60, seed: 1, today: Self.today).fill(
            database, password: "en hest og to heste")
        let (all, own) = try await database.read { reader in
            let query: SQL = """
                SELECT COUNT(*) FROM election JOIN body ON body.id = election.body_id WHERE EXISTS (
                    SELECT 1 FROM mandate WHERE mandate.body_id = body.parent_id AND mandate.role = 'coordinator'
                    AND mandate.person_id = election.called_by AND mandate.starts <= \(Self.today)
                    AND (mandate.ends IS NULL OR mandate.ends >= \(Self.today)))
                """
            return (
                try reader.value("SELECT COUNT(*) FROM election", as: Int.self),
                try reader.value(query, as: Int.self)
            )
        }
        #expect(all == own && (all ?? 0) > 15)
    }

    @Test func `something comes again on every plan, and two templates are for all`() async throws {
        let database = try await TestDatabase.make(.sqlite, migrations: Features.migrations)
        _ = try await Invention(people: 400, actions: 60, seed: 1, today: Self.today).fill(
            database, password: "ugyldig-og-lang")
        let (chains, links, templates) = try await database.read { reader in
            (
                try reader.value("SELECT COUNT(*) FROM action_recurrence WHERE count = 2", as: Int.self) ?? 0,
                try reader.value("SELECT COUNT(*) FROM action_recurrence_link", as: Int.self) ?? 0,
                try reader.value("SELECT COUNT(*) FROM action_template", as: Int.self) ?? 0
            )
        }
        #expect(chains > 20 && links == 2 * chains && templates == 2)
    }

    @Test(arguments: Engine.tested)
    func `every group has agreed on board meetings, led by one of its members, and some have met`(
        engine: Engine
    ) async throws {
        let database = try await TestDatabase.make(engine, migrations: Features.migrations) { _ in }
        _ = try await Invention(people: 60, seed: 1, today: Self.today).fill(database, password: "en hest og to heste")
        let groups = university(60).areas.count
        let counts = try await database.read { reader in
            try [
                "SELECT COUNT(*) FROM board_meeting_setting WHERE next_leader IS NOT NULL",
                "SELECT COUNT(DISTINCT body_id) FROM board_meeting WHERE ended IS NOT NULL",
                "SELECT COUNT(*) FROM board_meeting_line JOIN action ON action.id = action_id",
            ].map { try reader.value($0) ?? 0 }
        }
        #expect(counts[0] == groups && counts[1] > 0 && counts[2] > 0)
        let late: Int? = try await database.read {
            try $0.value("SELECT COUNT(*) FROM board_meeting_setting WHERE next_day < \(Self.today)")
        }
        #expect(late == 0)
    }

    @Test(arguments: Engine.tested, [60, 400])
    func `confidential reports have handlers and deputies, and the coordinator who can sign in has two`(
        engine: Engine, people: Int
    ) async throws {
        let database = try await TestDatabase.make(engine, migrations: Features.migrations) { _ in }
        _ = try await Invention(people: people, actions: 60, seed: 1, today: Self.today).fill(
            database, password: "en hest og to heste")
        let counts = try await database.read { reader in
            try [
                "SELECT COUNT(*) FROM handler_naming WHERE ended IS NULL AND handler_id <> deputy_id",
                """
                SELECT COUNT(*) FROM report_handler JOIN person ON person.id = report_handler.person_id
                JOIN report ON report.id = report_handler.report_id
                WHERE person.email = 'koordinator@demo.example' AND duty = 'handler' AND reads = 1 AND confidential = 1
                """,
                "SELECT COUNT(*) FROM report_handler WHERE duty = 'deputy' AND reads = 0",
                """
                SELECT COUNT(*) FROM report_handler JOIN person ON person.id = report_handler.person_id
                WHERE person.email LIKE '%@demo.example' AND duty = 'deputy'
                """,
            ].map { try reader.value($0 as SQL, as: Int.self) ?? -1 }
        }
        #expect(counts[0] > 0 && counts[1] == 2 && counts[2] == 2 && counts[3] == 0, "\(counts)")
    }

    @Test(arguments: Engine.tested)
    func `ideas lie beside every plan, some became actions, and their support is what lies there`(
        engine: Engine
    ) async throws {
        let database = try await TestDatabase.make(engine, migrations: Features.migrations) { _ in }
        _ = try await Invention(people: 400, actions: 60, seed: 1, today: Self.today).fill(
            database, password: "en hest og to heste")
        let counts = try await database.read { reader in
            try [
                "SELECT COUNT(DISTINCT body_id) FROM idea WHERE state = 0",
                "SELECT COUNT(*) FROM idea JOIN action ON action.id = idea.action_id AND action.origin_id = idea.id",
                "SELECT COUNT(*) FROM action WHERE origin_kind = 'idea'",
                """
                SELECT COUNT(*) FROM idea
                WHERE supports <> (SELECT COUNT(*) FROM idea_support WHERE idea_id = idea.id)
                """,
            ].map { try reader.value($0 as SQL, as: Int.self) ?? -1 }
        }
        #expect(counts[0] > 20 && counts[1] > 20 && counts[1] == counts[2] && counts[3] == 0, "\(counts)")
    }

    @Test(arguments: Engine.tested)
    func `some actions came to a standstill: checked with and without names, handed up, taken on and waiting`(
        engine: Engine
    ) async throws {
        let database = try await TestDatabase.make(engine, migrations: Features.migrations) { _ in }
        _ = try await Invention(people: 400, actions: 60, seed: 1, today: Self.today).fill(
            database, password: "en hest og to heste")
        let counts = try await database.read { reader in
            try [
                "SELECT COUNT(*) FROM stuck_check WHERE named = 0 AND compared_at IS NOT NULL AND outcome <> ''",
                "SELECT COUNT(*) FROM stuck_check WHERE named = 1 AND compared_at IS NULL",
                "SELECT COUNT(*) FROM handing WHERE state = 'open'",
                "SELECT COUNT(*) FROM handing JOIN action ON action.id = handing.taken_id AND action.body_id = to_body",
                "SELECT COUNT(*) FROM expert_help WHERE state = 'sought'",
            ].map { try reader.value($0 as SQL, as: Int.self) ?? 0 }
        }
        #expect(counts.allSatisfy { $0 > 1 }, "\(counts)")
    }

    @Test(arguments: Engine.tested)
    func `elections of years are filed, one is under way, and figures go back ten years`(engine: Engine) async throws {
        let database = try await TestDatabase.make(engine, migrations: Features.migrations) { _ in }
        _ = try await Invention(people: 400, actions: 60, seed: 1, today: Self.today).fill(
            database, password: "en hest og to heste")
        let (states, months) = try await database.read { reader in
            let states = try reader.rows("SELECT state, COUNT(*) FROM election GROUP BY state") { row in
                (try row[0] as Election.State, try row[1] as Int)
            }
            let pairs = try reader.rows("SELECT MIN(month), COUNT(*) FROM unit_month") { row in
                (try row[0] as String, try row[1] as Int)
            }
            return (Dictionary(uniqueKeysWithValues: states), pairs[0])
        }
        #expect(states[.called] == 1 && (states[.unfilled] ?? 0) >= 1)
        #expect((states[.decided] ?? 0) > 10 && (states[.uncontested] ?? 0) > 5)
        #expect(months.0 == "2016-01" && months.1 == 26 * 120)
    }
}
