import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Ideas

/// Whoever gives an idea without a name leaves nothing behind: looked for in every table, and in the file's own bytes.
@Suite struct AnonymityTests {
    /// A minute that nothing else happens in.
    private static let minute = Workplace.monday + 7 * 3600 + 1234

    private static func prepared(_ engine: Engine) async throws -> (work: Workplace, key: String) {
        let work = try await Workplace(engine) { minute }
        let forwardedFor = try #require(HTTPField.Name("X-Forwarded-For"))
        let key = try await work.keyOfForm(at: "/idea", as: Workplace.sara)
        let sent = try await work.post(
            "/idea", as: Workplace.sara, ["what": "En stille time", "anonymous": "on", "key": key],
            headers: [.userAgent: "SaraBrowser/7", forwardedFor: "203.0.113.77"])
        #expect(sent.status == 200 && sent.location == nil)
        return (work, key)
    }

    private static func traces(_ key: String) -> [String] {
        [
            "203.0.113", "Browser", key, String(minute.text.dropFirst(10).prefix(6)), String(minute.milliseconds),
        ]
    }

    @Test(arguments: Engine.tested)
    func `no table gets a row with who or when`(engine: Engine) async throws {
        let quiet = try await Workplace(engine) { Self.minute }
        let before = try await quiet.database.read(Self.everything)
        let (work, key) = try await Self.prepared(engine)
        let after = try await work.database.read(Self.everything)
        let known = Set(before.map(Self.withoutID))
        let new = after.filter { !known.contains(Self.withoutID($0)) }
        #expect(new.contains { $0.contains("En stille time") })
        for trace in Self.traces(key) + ["sara", "Sara"] {
            #expect(!new.contains { $0.localizedCaseInsensitiveContains(trace) }, "\(trace) was found")
        }
    }

    @Test func `the file itself does not know when or who`() async throws {
        let (work, key) = try await Self.prepared(.sqlite)
        var bytes = Data()
        for ending in ["", "-wal"] {
            let path = work.database.location + ending
            if FileManager.default.fileExists(atPath: path) { bytes += try Data(contentsOf: URL(filePath: path)) }
        }
        #expect(bytes.range(of: Data("En stille time".utf8)) != nil)
        for trace in Self.traces(key) { #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) was found") }
    }

    @Test func `an idea with a name keeps its minute in the journal, so that the looking above can find one`()
        async throws
    {
        let work = try await Workplace { Self.minute }
        try await work.give("Gåmøder", as: Workplace.sara)
        let rows = try await work.database.read(Self.everything)
        #expect(rows.contains { $0.contains("Gåmøder") && $0.contains("sara") })
        #expect(rows.contains { $0.contains(Self.minute.text) })
    }

    @Test(arguments: Engine.tested)
    func `the schema itself refuses a person or a moment in it`(engine: Engine) async throws {
        let (work, _) = try await Self.prepared(engine)
        for spoiling in [
            "UPDATE idea SET person_id = 'sara' WHERE anonymous = 1",
            "UPDATE idea SET guest_name = 'Sara' WHERE anonymous = 1",
            "UPDATE idea SET given = '2026-01-05T08:00:00.000Z' WHERE anonymous = 1",
        ] as [SQL] {
            await #expect(throws: StorageProblem.self) { try await work.database.write { try $0.execute(spoiling) } }
        }
    }

    @Test func `rows of ideas have no number of arrival`() async throws {
        let work = try await Workplace(.sqlite)
        for table in ["idea", "idea_support"] {
            let schema: String? = try await work.database.read {
                try $0.value("SELECT sql FROM sqlite_schema WHERE name = \(table)")
            }
            #expect(schema?.contains("WITHOUT ROWID") == true, "\(table)")
        }
    }

    @Test func `on PostgreSQL the rows of a day come to share one transaction`() async throws {
        guard Engine.tested.contains(.postgres) else { return }
        let work = try await Workplace(.postgres)
        for number in 1...3 { try await work.give("Idé \(number)") }
        try await work.database.write { try AnonymousIdeas.rewrite(Workplace.today, $0) }
        let transactions: [String] = try await work.database.read {
            try $0.values(
                """
                SELECT DISTINCT CAST(xmin AS TEXT) FROM idea UNION SELECT CAST(xmin AS TEXT) FROM journal
                WHERE subject_kind = 'idea'
                """)
        }
        #expect(transactions.count == 1)
    }

    @Test(arguments: Engine.tested)
    func `no topic of its own tells after which others it came`(engine: Engine) async throws {
        let (work, _) = try await Self.prepared(engine)
        let topics: [String] = try await work.database.read { try $0.values("SELECT name FROM topic") }
        #expect(topics.contains("board:lab-group") && !topics.contains { $0.hasPrefix("idea") })
    }

    @Test func `nobody is told that one has come, and nothing is logged of it`() async throws {
        let log = LogLines()
        let work = try await Workplace(logger: log.logger)
        let before = log.all.count
        try await work.give("En stille time")
        try await work.give("Gåmøder", ["anonymous": "on"], as: Workplace.sara)
        for person in Workplace.people { #expect(try await work.told(person).isEmpty) }
        #expect(log.all.dropFirst(before).isEmpty, "\(log.all)")
    }

    @Test func `whoever gave it without a name sees it as everybody does`() async throws {
        let work = try await Workplace()
        try await work.give("En stille time", ["anonymous": "on"], as: Workplace.sara)
        let path = "/ideas/\(try await work.idea("En stille time").id)"
        let (own, other) = (
            try await work.get(path, as: Workplace.sara).text, try await work.get(path, as: Workplace.ida).text
        )
        #expect(own.contains("/support\"") && other.contains("/support\""))
        #expect(own.contains("Uden navn") && !own.contains("Din idé"))
        #expect(try await work.get("/ideas/mine", as: Workplace.sara).text.contains("Du har ikke givet en idé"))
        #expect(try await work.support("En stille time", as: Workplace.sara).status == 303)
    }

    private static func withoutID(_ row: String) -> String {
        row.replacing(/(<(id|entry_id)>|^\[")[0-9a-z]{20}/, with: "")
    }

    /// Every row as one text: on PostgreSQL of every table there is; on SQLite of those that giving an idea could
    /// touch, the file's bytes being looked through besides.
    private static let everything: @Sendable (Reader) throws -> [String] = { reader in
        guard reader.engine == .sqlite else {
            let tables: [String] = try reader.values(
                """
                SELECT CAST(table_to_xml(CAST(table_name AS regclass), true, false, '') AS TEXT)
                FROM information_schema.tables
                WHERE table_schema = CURRENT_SCHEMA() AND table_name NOT IN ('migration', 'topic')
                """)
            return tables.flatMap { $0.components(separatedBy: "</row>") }
        }
        return try reader.values(
            """
            SELECT json_array(id, key_hash, body_id, unit_id, what, why, given, anonymous, person_id, guest_name, state,
                decided_by, reason) FROM idea
            UNION ALL SELECT json_array(idea_id, person_id, helps) FROM idea_support
            UNION ALL SELECT json_array(id, at, subject_kind, subject_id, verb, person_id) FROM journal
            UNION ALL SELECT json_array(entry_id, before, after) FROM journal_payload
            UNION ALL SELECT json_array(id, person_id, at, da, en, path, read_at, mail_due, mail_id) FROM notice
            UNION ALL SELECT json_array(hash, day, path) FROM sent_form
            UNION ALL SELECT json_array(hash, person_id, expires) FROM session
            """)
    }
}
