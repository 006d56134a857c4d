import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Reports

/// An anonymous sender leaves nothing behind: looked for in every table, and in the file's own bytes.
@Suite struct AnonymityTests {
    /// A minute that nothing else happens in.
    private static let minute = Workplace.monday + 7 * 3600 + 1234

    private static func prepared(_ engine: Engine) async throws -> (work: Workplace, code: String) {
        let work = try await Workplace(engine) { minute }
        let forwardedFor = try #require(HTTPField.Name("X-Forwarded-For"))
        let code = try await work.codeOfForm(at: "/report", as: Workplace.sara)
        let sent = try await work.post(
            "/report", as: Workplace.sara,
            ["kind": "strain", "what": "Larm fra pumpen", "anonymous": "on", "code": code],
            uploads: ["photos": Picture.upload],
            headers: [.userAgent: "SaraBrowser/7", forwardedFor: "203.0.113.77"])
        #expect(sent.status == 200)
        #expect(try await work.answer(code, "Den larmer stadig").status == 303)
        return (work, code)
    }

    /// Sara stands in tables that were there before she reported; not one row more may know her.
    @Test(arguments: Engine.tested)
    func `no table gets a row with who or when`(engine: Engine) async throws {
        let quiet = try await Workplace(engine) { Self.minute }
        let before = try await quiet.database.read(Self.everything)
        let (work, code) = try await Self.prepared(engine)
        let after = try await work.database.read(Self.everything)
        // The ids of the journal's entries are made anew in each workplace; what they tell is not.
        let known = Set(before.map(Self.withoutID))
        let new = after.filter { !known.contains(Self.withoutID($0)) }
        #expect(new.contains { $0.contains("Larm fra pumpen") })
        let traces = [
            "sara", "Sara", "203.0.113", "Browser", "IMG_2041", code, code.replacing("-", with: ""),
            String(Self.minute.text.dropFirst(10).prefix(6)), String(Self.minute.milliseconds),
        ]
        for trace in traces {
            #expect(!new.contains { $0.localizedCaseInsensitiveContains(trace) }, "\(trace) was found")
        }
    }

    @Test func `the file itself does not know when or who`() async throws {
        let (work, code) = try await Self.prepared(.sqlite)
        var bytes = Data()
        for ending in ["", "-wal"] {
            let path = work.database.location + ending
            if FileManager.default.fileExists(atPath: path) { bytes += try Data(contentsOf: URL(filePath: path)) }
        }
        #expect(bytes.range(of: Data("Larm fra pumpen".utf8)) != nil)
        let traces = [
            "203.0.113", "SaraBrowser", "IMG_2041", code, code.replacing("-", with: ""),
            String(Self.minute.text.prefix(16)), String(Self.minute.text.dropFirst(10).prefix(6)),
        ]
        for trace in traces { #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) was found") }
    }

    @Test func `a named report keeps its minute, so that the looking above can find one`() async throws {
        let work = try await Workplace { Self.minute }
        try await work.report(at: "/report", as: Workplace.sara)
        let rows = try await work.database.read(Self.everything)
        #expect(rows.contains { $0.contains("Vand på gulvet") && $0.contains("sara") })
        #expect(rows.contains { $0.contains(Self.minute.text) })
    }

    @Test(arguments: Engine.tested)
    func `the schema itself refuses a moment or a person in an anonymous report`(engine: Engine) async throws {
        let (work, _) = try await Self.prepared(engine)
        for spoiling in [
            "UPDATE report SET reported_at = '2026-01-05T08:00:00.000Z' WHERE anonymous = 1",
            "UPDATE report SET person_id = 'sara' WHERE anonymous = 1",
            "UPDATE report SET reported = '2026-01-05T08:00:00.000Z' WHERE anonymous = 1",
        ] as [SQL] {
            await #expect(throws: StorageProblem.self) { try await work.database.write { try $0.execute(spoiling) } }
        }
    }

    @Test func `rows of anonymous reports have no number of arrival`() async throws {
        let work = try await Workplace(.sqlite)
        for table in [
            "report", "report_photo", "report_message", "stored_file", "journal", "journal_payload", "notice",
        ] {
            let schema: String? = try await work.database.read {
                try $0.value("SELECT sql FROM sqlite_schema WHERE name = \(table)")
            }
            #expect(schema?.contains("WITHOUT ROWID") == true, "\(table)")
        }
    }

    @Test func `on PostgreSQL the rows of a day come to share one transaction`() async throws {
        guard Engine.tested.contains(.postgres) else { return }
        let work = try await Workplace(.postgres)
        for _ in 1...3 { try await work.report() }
        try await work.database.write { try AnonymousRows.rewrite(Workplace.today, $0) }
        let transactions: [String] = try await work.database.read {
            try $0.values(
                """
                SELECT DISTINCT CAST(xmin AS TEXT) FROM report UNION SELECT CAST(xmin AS TEXT) FROM notice
                UNION SELECT CAST(xmin AS TEXT) FROM journal
                WHERE subject_kind = 'report'
                """)
        }
        #expect(transactions.count == 1)
    }

    @Test func `a signed-in person who reports without a name is told like anybody else`() async throws {
        let work = try await Workplace()
        try await work.report(["anonymous": "on"], at: "/report", as: Workplace.maja)
        #expect(try await work.notices(for: Workplace.maja).count == 1)
        #expect(try await work.get("/reports/mine", as: Workplace.maja).text.contains("Du har ikke meldt noget"))
    }

    private static func withoutID(_ row: String) -> String {
        row.replacing(/(<(id|entry_id)>|^\[")[0-9a-z]{20}/, with: "")
    }

    /// Every row as one text: on PostgreSQL of every table there is; on SQLite of those that reporting could touch,
    /// the file's bytes being looked through besides.
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
            SELECT json_array(id, kind, what, place, happened, reported, reported_at, person_id, guest_name, contact,
                seen_by, outcome, code_hash) FROM report
            UNION ALL SELECT json_array(id, report_id, place, author, person_id, day, text) FROM report_message
            UNION ALL SELECT json_array(report_id, place, file_id) FROM report_photo
            UNION ALL SELECT json_array(id, name, media_type, size, digest, day) FROM stored_file
            UNION ALL SELECT json_array(id, at, subject_kind, subject_id, verb, person_id) FROM journal
            UNION ALL SELECT json_array(entry_id, before, after) FROM journal_payload
            UNION ALL SELECT json_array(id, person_id, at, da, en, path, read_at, mail_due, mail_id) FROM notice
            UNION ALL SELECT json_array(hash, day, path) FROM sent_form
            UNION ALL SELECT json_array(hash, person_id, expires) FROM session
            """)
    }
}
