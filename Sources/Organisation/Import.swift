import Dispatch
import Documents
import Journal
import Kernel
import Storage

/// Files that somebody wants to read in: looked at first, then applied as a whole or not at all.
public struct Import: Sendable {
    public let id: ID<Import>
    public let begun: Moment
    /// Nobody where it came from the console.
    public let person: PersonID?
    public let isApplied: Bool
    public let files: [File]

    public struct File: Sendable {
        public let kind: ImportKind
        public let name: String
        public let digest: String
        /// True where the letters were taken to be Windows-1252.
        public let isWindows1252: Bool
        public let lines: Int
        /// Headings that mean nothing here, with commas between.
        public let unknown: String
    }

    public func has(_ kind: ImportKind) -> Bool { files.contains { $0.kind == kind } }
}

/// Files that have been read and wait to be staged.
public struct ImportDraft: Sendable {
    public let id: ID<Import>
    let tables: [ImportTable]

    private static let queue = DispatchQueue(label: "imports")

    /// Reads on a thread of its own, one import at a time.
    /// - Throws: `Problems`, each at the field of its file.
    public static func read(_ files: [ImportFile], _ identities: Identities) async throws -> ImportDraft {
        try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Result { try ImportDraft(files, identities) })
            }
        }
    }

    init(_ files: [ImportFile], _ identities: Identities) throws(Problems) {
        var problems = Problems()
        var tables: [ImportTable] = []
        for file in files {
            do { tables.append(try ImportTable(file)) } catch {
                for (field, problem) in error.all { problems.add(problem, at: field) }
            }
        }
        guard problems.isEmpty else { throw problems }
        id = identities.random()
        self.tables = tables
    }

    /// Puts the lines into the staging tables and finds out what they would do. What the same person had waiting goes.
    public func stage(_ deed: Deed, _ writer: Writer) throws {
        try writer.takeRoom()
        try Import.withdrawAll(of: deed.person, writer)
        try writer.execute(
            """
            INSERT INTO import (id, at, person_id, state) VALUES (\(id), \(deed.moment), \(deed.person), 'waiting')
            """)
        for table in tables {
            try writer.execute(
                """
                INSERT INTO import_file (import_id, file, name, digest, encoding, lines, unknown)
                VALUES (\(id), \(table.kind), \(table.name), \(table.digest),
                \(table.encoding == .windows1252 ? "windows-1252" : "utf-8"), \(table.lines),
                \(table.unknown.joined(separator: ", ")))
                """)
            try fill(table, deed.identities, writer)
            try ImportRefusal.keep(table.refusals, of: id, whileReading: true, writer)
        }
        if writer.reader.engine == .postgres {
            // It knows nothing of the rows that came in this transaction, and would plan for a single one.
            let statements: [SQL] = [
                "ANALYZE staged_unit (import_id, code, parent)",
                "ANALYZE staged_person (import_id, external_id, email, unit)",
            ]
            for statement in statements { try writer.execute(statement) }
        }
        try ImportExamination(of: id, kinds: tables.map(\.kind), on: deed.day, writer).run(isFirst: true)
    }

    private func fill(_ table: ImportTable, _ identities: Identities, _ writer: Writer) throws {
        let rows = table.rows(of: id, identities)
        switch table.kind {
        case .units:
            try writer.fill(
                table: "staged_unit",
                columns: [
                    "import_id", "line", "code", "parent", "kind", "name_da", "name_en", "legal_entity", "opens",
                    "closes", "new_id", "report_link", "fate",
                ], rows: rows)
        case .bodies, .mandates, .months, .history:
            try writer.fill(
                table: "staged_row", columns: ["import_id", "file", "line", "key", "payload", "new_id", "fate"],
                rows: rows)
        case .people:
            try writer.fill(
                table: "staged_person",
                columns: [
                    "import_id", "line", "external_id", "name", "email", "phone", "language", "kind", "unit", "title",
                    "starts", "ends", "new_id", "fate",
                ], rows: rows)
        }
    }
}

extension ImportRefusal {
    static func keep(_ refusals: [ImportRefusal], of id: ID<Import>, whileReading: Bool, _ writer: Writer) throws {
        let rows = refusals.compactMap { refusal -> [SQLValue]? in
            guard let problem = refusal.problem as? ImportProblem else { return nil }
            let kept = KeptProblem(problem)
            return [
                .text(id.text), .text(refusal.file.rawValue), .integer(refusal.line), .text(kept.word),
                .text(kept.column), .text(kept.detail), .text(kept.other), .integer(whileReading ? 1 : 0),
            ]
        }
        guard !rows.isEmpty else { return }
        try writer.fill(
            table: "import_refusal",
            columns: ["import_id", "file", "line", "word", "about", "detail", "other", "while_reading"], rows: rows)
    }
}

extension Import {
    /// Forgets the lines that wait.
    public static func withdraw(_ id: ID<Import>, _ writer: Writer) throws {
        try withdraw("SELECT id FROM import WHERE id = \(id) AND state = 'waiting'", writer)
    }

    static func withdrawAll(of person: PersonID?, _ writer: Writer) throws {
        let own: SQL = person.map { "person_id = \($0)" } ?? "person_id IS NULL"
        try withdraw("SELECT id FROM import WHERE \(own) AND state = 'waiting'", writer)
    }

    private static func withdraw(_ imports: SQL, _ writer: Writer) throws {
        let ids: [ID<Import>] = try writer.reader.values(imports)
        for id in ids {
            for statement in unstaging(id) { try writer.execute(statement) }
            try writer.execute("DELETE FROM import_file WHERE import_id = \(id)")
            try writer.execute("DELETE FROM import WHERE id = \(id)")
        }
    }

    static func unstaging(_ id: ID<Import>) -> [SQL] {
        [
            "DELETE FROM staged_unit WHERE import_id = \(id)",
            "DELETE FROM staged_person WHERE import_id = \(id)",
            "DELETE FROM staged_row WHERE import_id = \(id)",
            "DELETE FROM import_absent WHERE import_id = \(id)",
            "DELETE FROM import_refusal WHERE import_id = \(id)",
        ]
    }
}
