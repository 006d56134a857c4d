import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Journal

/// What was written in the journal can be shown to be as it was.
struct SealTests {
    private static let key = [UInt8](repeating: 7, count: 64)
    private static let hour = 3_600_000

    /// Three days with lines, one of them only to the day, then it is the fourth morning.
    private func workplace(_ engine: Engine) async throws -> Workplace {
        let workplace = try await Workplace(engine, isEmpty: true)
        for day in 0..<3 {
            let moment = Moment(milliseconds: Workplace.monday.milliseconds + day * 24 * Self.hour)
            let deed = Deed(by: Workplace.maja.id, at: moment, identities: workplace.house.identities)
            let entries = [
                JournalEntry(Subject("action", "a\(day)"), "created", after: ["what": "Ny stige"]),
                JournalEntry(Subject("action", "a\(day)"), "closed"),
                JournalEntry(Subject("report", "r\(day)"), "reported", after: ["kind": "near_miss"], precision: .day),
            ]
            try await workplace.database.write { try $0.apply(Change([], journal: entries, raising: []), deed) }
        }
        return workplace
    }

    private func sealing(_ workplace: Workplace) -> JournalSealing {
        JournalSealing(workplace.database, key: Self.key)
    }

    private var afterwards: Moment { Moment(milliseconds: Workplace.monday.milliseconds + 72 * Self.hour) }

    private func check(_ workplace: Workplace, key: [UInt8] = Self.key) async throws -> JournalCheck {
        try await JournalCheck(workplace.database, key: key)
    }

    @Test(arguments: Engine.tested)
    func `days are closed once they are over, each once, and then found whole`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let early = Moment(milliseconds: Workplace.monday.milliseconds + 24 * Self.hour)
        #expect(try await sealing(workplace).seal(at: early) == 1)
        #expect(try await sealing(workplace).seal(at: early) == 0)
        #expect(try await sealing(workplace).seal(at: afterwards) == 2)
        let check = try await check(workplace)
        #expect(check.faults == [] && check.days == 3 && check.lines == 9 && check.erased == 0)
        #expect(check.last?.day == "2026-01-07")
    }

    @Test(arguments: Engine.tested)
    func `a day is not closed before the third hour of the next`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let midnight = Moment("2026-01-06T00:00:00.000Z")?.milliseconds ?? 0
        #expect(try await sealing(workplace).seal(at: Moment(milliseconds: midnight + 3 * Self.hour - 1)) == 0)
        #expect(try await sealing(workplace).seal(at: Moment(milliseconds: midnight + 3 * Self.hour)) == 1)
    }

    @Test(arguments: Engine.tested)
    func `two servers that close at the same moment close each day once`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let other = try Workplace(beside: workplace)
        async let one = sealing(workplace).seal(at: afterwards)
        async let two = sealing(other).seal(at: afterwards)
        let closed = try await one + two
        #expect(closed == 3)
        #expect(try await check(workplace).faults == [])
    }

    /// What somebody with the whole database may do to the second day, and what is said of it.
    private static let tamperings: [(String, [SQL], @Sendable (_ id: String) -> [JournalCheck.Fault])] = [
        (
            "another person", ["UPDATE journal SET person_id = 'jonas' WHERE subject_id = 'a1' AND verb = 'closed'"],
            { [.changed(line: $0, day: "2026-01-06")] }
        ),
        (
            "another moment",
            ["UPDATE journal SET at = '2026-01-06T09:00:00.000Z' WHERE subject_id = 'a1' AND verb = 'closed'"],
            { [.changed(line: $0, day: "2026-01-06")] }
        ),
        (
            "other values",
            [
                """
                UPDATE journal_payload SET after = '{"what":"Gammel stige"}' WHERE entry_id IN
                (SELECT id FROM journal WHERE subject_id = 'a1' AND verb = 'created')
                """
            ],
            { [.payloadChanged(line: $0, day: "2026-01-06")] }
        ),
        (
            "a line less", ["DELETE FROM journal WHERE subject_id = 'a1' AND verb = 'closed'"],
            { [.removed(line: $0, day: "2026-01-06")] }
        ),
        (
            "a line and its mark less",
            [
                """
                DELETE FROM journal_mark WHERE entry_id IN
                (SELECT id FROM journal WHERE subject_id = 'a1' AND verb = 'closed')
                """, "DELETE FROM journal WHERE subject_id = 'a1' AND verb = 'closed'",
            ],
            { _ in [.dayChanged(day: "2026-01-06")] }
        ),
        (
            "a line more",
            [
                """
                INSERT INTO journal (id, at, subject_kind, subject_id, verb, person_id)
                VALUES ('forged', '2026-01-06T09:00:00.000Z', 'action', 'a1', 'closed', 'jonas')
                """
            ],
            { _ in [.added(line: "forged", day: "2026-01-06")] }
        ),
        (
            "another mark for the day", ["UPDATE journal_day SET mark = 'forged' WHERE day = '2026-01-06'"],
            { _ in [.dayChanged(day: "2026-01-06"), .dayChanged(day: "2026-01-07")] }
        ),
        (
            "no mark for the day", ["DELETE FROM journal_day WHERE day = '2026-01-06'"],
            { _ in [.dayRemoved(day: "2026-01-06"), .dayChanged(day: "2026-01-07")] }
        ),
    ]

    @Test(arguments: Engine.tested, 0..<8)
    func `whoever tampers with a row is found, and the row is named`(engine: Engine, number: Int) async throws {
        let workplace = try await workplace(engine)
        _ = try await sealing(workplace).seal(at: afterwards)
        let (what, statements, faults) = Self.tamperings[number]
        let verb = what == "other values" ? "created" : "closed"
        let id: String = try await workplace.database.write { writer in
            let id: String? = try writer.reader.value(
                "SELECT id FROM journal WHERE subject_id = 'a1' AND verb = \(verb)")
            for statement in statements { try writer.execute(statement) }
            return id ?? ""
        }
        #expect(try await check(workplace).faults == faults(id), "\(what)")
    }

    @Test(arguments: Engine.tested)
    func `values that were erased leave the line whole`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await sealing(workplace).seal(at: afterwards)
        try await workplace.database.write { try $0.execute("DELETE FROM journal_payload") }
        let check = try await check(workplace)
        #expect(check.faults == [] && check.erased == 6)
    }

    @Test(arguments: Engine.tested)
    func `without the installation's key nobody can make a seal that fits`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await JournalSealing(workplace.database, key: [UInt8](repeating: 8, count: 64)).seal(at: afterwards)
        let check = try await check(workplace)
        #expect(check.faults.count == 9 + 3)
    }

    @Test func `a mark cannot be moved by shifting text from one field to the next`() {
        let seal = JournalSeal(key: Self.key)
        let one = SealedLine(
            id: "a", at: "b", kind: "c", subject: "de", verb: "f", person: nil, before: nil, after: nil)
        let other = SealedLine(
            id: "a", at: "b", kind: "cd", subject: "e", verb: "f", person: nil, before: nil, after: nil)
        #expect(seal.mark(one, payload: "") != seal.mark(other, payload: ""))
        #expect(seal.payloadMark("a", before: "{}", after: "{}x") != seal.payloadMark("a", before: "{}{", after: "}x"))
    }

    @Test(arguments: Engine.tested)
    func `what is erased by whoever has the key leaves the journal whole, and is counted`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await sealing(workplace).seal(at: afterwards)
        let erased = try await workplace.database.write { writer in
            let erasure = JournalErasure(key: Self.key, writer)
            try erasure.erase("what", where: "Ny stige", about: Subject("action", "a0"))
            return try erasure.eraseLines(about: "report", ["r1", "r2", "unknown"])
        }
        #expect(erased == 2)
        let check = try await check(workplace)
        #expect(check.faults == [] && check.erased == 3 && check.lines == 7)
        let left: [String] = try await workplace.database.read {
            try $0.values("SELECT subject_id FROM journal WHERE subject_kind = 'report'")
        }
        #expect(left == ["r0"])
    }

    @Test(arguments: Engine.tested)
    func `what is erased before its day is closed leaves nothing`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        try await workplace.database.write { writer in
            try JournalErasure(key: Self.key, writer).eraseLines(about: "report", ["r0", "r1", "r2"])
        }
        _ = try await sealing(workplace).seal(at: afterwards)
        let check = try await check(workplace)
        #expect(check.faults == [] && check.lines == 6 && check.erased == 0)
    }

    @Test(arguments: Engine.tested)
    func `whoever has the database and not the key can erase nothing unnoticed`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await sealing(workplace).seal(at: afterwards)
        try await workplace.database.write { writer in
            let erasure = JournalErasure(key: [UInt8](repeating: 8, count: 64), writer)
            try erasure.eraseLines(about: "report", ["r1"])
            try erasure.erase("what", where: "Ny stige", about: Subject("action", "a0"))
        }
        #expect(try await check(workplace).faults.count == 2)
    }
}
