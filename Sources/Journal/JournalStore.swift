import Kernel
import Storage

/// A line of the journal as it is read back.
public struct JournalLine: Sendable {
    public let id: ID<JournalEntry>
    /// The moment as stored, or only the day.
    public let at: String
    public let subject: Subject
    public let verb: String
    public let person: PersonID?
    public let before: [String: String]
    public let after: [String: String]

    public var moment: Moment? { Moment(at) }
    public var day: Day? { moment?.day ?? Day(at) }
}

public struct JournalStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// All that was done to one thing, latest first.
    public func lines(about subject: Subject, most: Int = 200) throws -> [JournalLine] {
        try reader.rows(
            """
            SELECT \(columns) FROM journal LEFT JOIN journal_payload ON entry_id = id
            WHERE subject_kind = \(subject.kind) AND subject_id = \(subject.id)
            ORDER BY at DESC, id DESC LIMIT \(most)
            """, Self.line)
    }

    /// What was done to any of these things in a span of time, its ends among it, in the order in which it was done.
    public func lines(
        about kind: String, anyOf ids: [String], from start: Moment, to end: Moment, most: Int = 5000
    ) throws -> [JournalLine] {
        guard !ids.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT \(columns) FROM journal LEFT JOIN journal_payload ON entry_id = id
            WHERE subject_kind = \(kind) AND subject_id IN \(SQL.list(ids))
            AND at >= \(start.text) AND at <= \(end.text) ORDER BY at, id LIMIT \(most)
            """, Self.line)
    }

    /// The whole journal, latest first, from the place after the given line.
    /// - Parameters:
    ///   - hasValues: The values before and after are read too, which may be much for every line.
    ///   - listed: Narrows it to lines that may be listed, by the column with the subject's id.
    public func page(
        kind: String = "", after place: (at: String, id: String)? = nil, most: Int = 50, hasValues: Bool = true,
        where listed: [@Sendable (SQL) -> SQL] = []
    ) throws -> [JournalLine] {
        var conditions: [SQL] = listed.map { $0("journal.subject_id") }
        if !kind.isEmpty { conditions.append("subject_kind = \(kind)") }
        if let place { conditions.append("(at, id) < (\(place.at), \(place.id))") }
        let filter: SQL = conditions.isEmpty ? "" : "WHERE \(SQL.joined(conditions, by: " AND "))"
        let source: SQL =
            hasValues
            ? "\(columns) FROM journal LEFT JOIN journal_payload ON entry_id = id"
            : "id, at, subject_kind, subject_id, verb, person_id, NULL, NULL FROM journal"
        return try reader.rows(
            """
            SELECT \(source) \(filter) ORDER BY at DESC, id DESC LIMIT \(most)
            """, Self.line)
    }

    private var columns: SQL { "id, at, subject_kind, subject_id, verb, person_id, before, after" }

    private static func line(_ row: Row) throws -> JournalLine {
        try JournalLine(
            id: row[0], at: row[1], subject: Subject(row[2] as String, row[3] as String), verb: row[4], person: row[5],
            before: Payload.values(row[6]), after: Payload.values(row[7]))
    }
}
