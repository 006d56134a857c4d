import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import StuckActions

/// Who fears being found out: looked for in every row that a check without names leaves.
@Suite struct AnonymityTests {
    private static let (maja, jonas, sara) = (Workplace.maja, Workplace.jonas, Workplace.sara)
    private static let minute = Workplace.monday + 7 * 3600 + 1234

    private static func answered(_ engine: Engine, logger: LogLines? = nil) async throws -> (
        work: Workplace, check: String
    ) {
        let work = try await Workplace(engine, logger: logger?.logger) { minute }
        try await work.put(partners: [sara])
        let check = try await work.begin(.unnamed, as: jonas)
        for (person, reply) in [(maja, Verdict.yes), (jonas, .no), (sara, .partly)] {
            #expect(try await work.answer(check, as: person, reply, lines: [1: "Ord fra \(reply)"]) == 303)
        }
        return (work, check)
    }

    private static let rows: @Sendable (Reader) throws -> [String] = { reader in
        try reader.rows(
            "SELECT check_id, question, mark, named, person_id, reply, line FROM stuck_answer ORDER BY question, mark"
        ) { row in
            let person: String? = try row[4]
            return "\(try row[2] as String) \(person ?? "-") \((try row[5] as String?) ?? "-") \(try row[6] as String)"
        }
    }

    @Test(arguments: Engine.tested)
    func `no row of an answer carries a person or a moment, before or after`(engine: Engine) async throws {
        let (work, check) = try await Self.answered(engine)
        for _ in 0..<2 {
            for row in try await work.database.read(Self.rows) {
                for trace in [
                    "maja", "jonas", "sara", String(Self.minute.text.prefix(10)), String(Self.minute.milliseconds),
                ] {
                    #expect(!row.contains(trace), "\(row)")
                }
            }
            _ = try await work.post(check + "/comparison", as: Self.jonas)
        }
    }

    @Test(arguments: Engine.tested)
    func `once compared no two rows hang together, and no mark of before is left`(engine: Engine) async throws {
        let (work, check) = try await Self.answered(engine)
        let marks: [String] = try await work.database.read { try $0.values("SELECT mark FROM stuck_answer") }
        #expect(Set(marks).count == 3)
        #expect(try await work.post(check + "/comparison", as: Self.jonas).status == 303)
        let after: [String] = try await work.database.read { try $0.values("SELECT mark FROM stuck_answer") }
        #expect(after.count == 36 && Set(after).count == 36 && Set(after).isDisjoint(with: marks))
        let both: Int? = try await work.database.read {
            try $0.value("SELECT COUNT(*) FROM stuck_answer WHERE reply IS NOT NULL AND line <> ''")
        }
        #expect(both == 0)
        let page = try await work.get(check, as: Self.maja).text
        #expect(page.contains("Ord fra no") && !page.contains("Maja Holm</small>") && !page.contains(">Hvem<"))
    }

    @Test func `the same person has another mark in each check, and another under another secret`() throws {
        let check = StuckCheck(
            id: ID("one"), action: ID("fans"), body: ID("lab-group"), isNamed: false, startedBy: nil,
            startedAt: Workplace.monday)
        let other = StuckCheck(
            id: ID("two"), action: ID("fans"), body: ID("lab-group"), isNamed: false, startedBy: nil,
            startedAt: Workplace.monday)
        let settings = try ["a", "b"].map {
            try Settings(
                publicAddress: "http://localhost", secretKey: String(repeating: "secret \($0) ", count: 6))
        }
        let marks = [check, other].flatMap { check in settings.map { check.mark(of: Self.maja.id, $0) } }
        #expect(Set(marks).count == 4)
        #expect(!marks.contains { $0.contains("maja") })
    }

    @Test(arguments: Engine.tested)
    func `the journal tells that it was begun and compared, and nothing in between`(engine: Engine) async throws {
        let (work, check) = try await Self.answered(engine)
        _ = try await work.post(check + "/comparison", as: Self.jonas)
        let verbs: [String] = try await work.database.read {
            try $0.values("SELECT verb FROM journal WHERE subject_kind = 'check' ORDER BY verb")
        }
        #expect(verbs == ["compared", "started"])
    }

    @Test func `nothing is logged of who answers`() async throws {
        let log = LogLines()
        let work = try await Workplace(logger: log.logger)
        try await work.put()
        let check = try await work.begin()
        let before = log.all.count
        #expect(try await work.answer(check, as: Self.maja) == 303)
        _ = try await work.get(check, as: Self.maja)
        #expect(log.all.dropFirst(before).isEmpty, "\(log.all)")
    }

    @Test func `on PostgreSQL all rows of a check come to share one transaction, people and answers alike`()
        async throws
    {
        guard Engine.tested.contains(.postgres) else { return }
        let (work, _) = try await Self.answered(.postgres)
        let transactions: [String] = try await work.database.read {
            try $0.values(
                """
                SELECT DISTINCT CAST(xmin AS TEXT) FROM stuck_answer UNION SELECT CAST(xmin AS TEXT) FROM stuck_person
                """)
        }
        #expect(transactions.count == 1)
    }

    @Test(arguments: Engine.tested)
    func `the schema itself refuses a name in it, and one left out where it belongs`(engine: Engine) async throws {
        let (work, _) = try await Self.answered(engine)
        for spoiling in [
            "UPDATE stuck_answer SET person_id = 'sara'", "UPDATE stuck_answer SET named = 1",
            "UPDATE stuck_answer SET reply = NULL, line = ''", "UPDATE stuck_answer SET question = 12",
            "UPDATE stuck_check SET outcome = 'x'",
        ] as [SQL] {
            await #expect(throws: StorageProblem.self) { try await work.database.write { try $0.execute(spoiling) } }
        }
    }

    @Test func `rows of answers have no number of arrival`() async throws {
        let work = try await Workplace(.sqlite)
        for table in ["stuck_answer", "stuck_person"] {
            let schema: String? = try await work.database.read {
                try $0.value("SELECT sql FROM sqlite_schema WHERE name = \(table)")
            }
            #expect(schema?.contains("WITHOUT ROWID") == true, "\(table)")
        }
    }
}
