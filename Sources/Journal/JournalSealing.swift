import Kernel
import Storage

/// Closes the journal's days one after the other, each with a mark for every line and one for the day, which also
/// covers the day before. Done by a job, so that nobody who writes waits for it; a whole day at a time, so that it does
/// not tell in which hour an anonymous line was written.
public struct JournalSealing: Sendable {
    let database: any Database
    let seal: JournalSeal

    /// - Parameter key: the installation's own, not in the database.
    public init(_ database: any Database, key: [UInt8]) {
        self.database = database
        seal = JournalSeal(key: key)
    }

    /// Hours into the next day before a day is closed: nothing is written under it any more by then.
    private static let hours = 3

    /// Closes all days that are over and not closed.
    /// - Returns: how many.
    public func seal(at moment: Moment) async throws -> Int {
        let end = String(Moment(milliseconds: moment.milliseconds - Self.hours * 3_600_000).text.prefix(10))
        var count = 0
        while let day = try await database.read({ try Self.nextDay(before: end, $0) }) {
            try Task.checkCancellation()
            let seal = seal
            let isClosed = try await database.write { try Self.close(day, seal, $0) }
            guard isClosed else { return count }
            count += 1
        }
        return count
    }

    /// The first day with lines after the last that is closed.
    private static func nextDay(before end: String, _ reader: Reader) throws -> String? {
        let last: String? = try reader.value("SELECT day FROM journal_day ORDER BY day DESC LIMIT 1")
        // A character that sorts after all that can follow a day in `at`.
        let from = last.map { $0 + "~" } ?? ""
        let at: String? = try reader.value(
            "SELECT at FROM journal WHERE at > \(from) AND at < \(end) ORDER BY at, id LIMIT 1")
        return at.map { String($0.prefix(10)) }
    }

    /// - Returns: false where another one has closed it.
    private static func close(_ day: String, _ seal: JournalSeal, _ writer: Writer) throws -> Bool {
        let reader = writer.reader
        guard try !reader.exists("SELECT 1 FROM journal_day WHERE day = \(day)") else { return false }
        let previous: String? = try reader.value("SELECT mark FROM journal_day ORDER BY day DESC LIMIT 1")
        let lines = try JournalDay.lines(day, reader)
        var marks: [String] = []
        let rows = lines.map { line -> [SQLValue] in
            let payload = seal.payloadMark(line.id, before: line.before, after: line.after)
            let mark = seal.mark(line, payload: payload)
            marks.append(mark)
            return [line.id.stored, day.stored, payload.stored, mark.stored]
        }
        try writer.fill(table: "journal_mark", columns: ["entry_id", "day", "payload_mark", "mark"], rows: rows)
        try writer.execute(
            """
            INSERT INTO journal_day (day, lines, mark)
            VALUES (\(day), \(lines.count), \(seal.mark(ofDay: day, marks: marks, after: previous ?? "")))
            """)
        return true
    }
}

/// One day of the journal.
enum JournalDay {
    /// All lines, by id: they have no other order.
    static func lines(_ day: String, _ reader: Reader) throws -> [SealedLine] {
        try reader.rows(
            """
            SELECT id, at, subject_kind, subject_id, verb, person_id, before, after
            FROM journal LEFT JOIN journal_payload ON entry_id = id
            WHERE at >= \(day) AND at <= \(day + "~") ORDER BY id
            """
        ) { row in
            try SealedLine(
                id: row[0], at: row[1], kind: row[2], subject: row[3], verb: row[4], person: row[5], before: row[6],
                after: row[7])
        }
    }
}
