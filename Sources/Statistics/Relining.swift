import Journal
import Kernel
import Organisation
import Storage

/// Makes the sums of the past anew where somebody has written that a unit lay elsewhere then. The change itself only notes
/// from which day on: what follows from it may be the reports of ten years, and is done month by month by the job.
enum Relining {
    /// What happens to a unit that changes under which others it lies, and from which day on.
    static func noted(_ entry: JournalEntry, on today: Day, _ writer: Writer) throws {
        let day: Day? =
            switch entry.verb {
            case "moved", "split", "merged", "closed": Day(entry.after["day"] ?? "")
            case "recalled": Day(entry.before["day"] ?? "")
            // It may reach back as far as anything is known.
            case "history_written": .earliest
            default: nil
            }
        // What is planned is counted as it lies when its day has come.
        guard let day, day < today else { return }
        try writer.execute(
            """
            INSERT INTO reline (id, since) VALUES (1, \(day)) ON CONFLICT (id) DO UPDATE
            SET since = CASE WHEN excluded.since < reline.since THEN excluded.since ELSE reline.since END
            """)
    }

    static func run(in database: any Database) async throws {
        while try await database.write({ try next($0) }) {}
    }

    /// One month, and all of it in one transaction.
    /// - Returns: whether there may be more.
    static func next(_ writer: Writer) throws -> Bool {
        let reader = writer.reader
        guard let since = try SumStore(reader).relinedSince() else { return false }
        let day: Day? = try reader.value("SELECT MIN(day) FROM summed_report WHERE day >= \(since)")
        let counted: String? = try reader.value(
            "SELECT MIN(month) FROM summed_hours WHERE month >= \(Month(of: since))")
        guard let month = [day.map { Month(of: $0) }, counted.flatMap { Month($0) }].compactMap({ $0 }).min() else {
            try writer.execute("DELETE FROM reline WHERE id = 1")
            return false
        }
        try writer.takeRoom()
        try relineReports(from: since, through: month.last, writer)
        try HoursSumming.reline(month, writer)
        try writer.execute("UPDATE reline SET since = \(month.last + 1) WHERE id = 1")
        return true
    }

    private static func relineReports(from first: Day, through last: Day, _ writer: Writer) throws {
        let lines = UnitLines(writer.reader)
        var (difference, kept) = (SumDifference(), [SQL]())
        for before in try SumStore(writer.reader).summed(from: first, through: last) {
            let line = try lines.line(to: before.incident.unit, on: before.incident.day)
            guard line != before.line else { continue }
            let after = SummedReport(before.incident, line: line)
            difference.take(before)
            difference.add(after)
            kept.append(after.kept)
        }
        try writer.execute(kept + difference.statements, raising: [])
    }
}

extension SumStore {
    /// From which day on sums are made anew; nothing where all are as the tree is now.
    func relinedSince() throws -> Day? { try reader.value("SELECT since FROM reline WHERE id = 1") }

    func summed(from first: Day, through last: Day) throws -> [SummedReport] {
        try reader.rows(
            """
            SELECT \(SummedReport.columns) FROM summed_report WHERE day >= \(first) AND day <= \(last)
            ORDER BY day, report_id
            """, SummedReport.init(row:))
    }
}

extension HoursSumming {
    /// Of the units that lay elsewhere at the end of the month than where their hours were added.
    static func reline(_ month: Month, _ writer: Writer) throws {
        let rows = try writer.reader.rows(
            "SELECT unit_id, hours, line FROM summed_hours WHERE month = \(month) ORDER BY unit_id"
        ) { row in (unit: try row[0] as UnitID, hours: try row[1] as Int, line: UnitLine(joined: try row[2])) }
        let lines = UnitLines(writer.reader)
        var (statements, new) = ([SQL](), [Added]())
        for row in rows {
            let line = try lines.line(to: row.unit, on: month.last)
            guard line != row.line else { continue }
            statements += taken(row.unit, month, row.hours, from: row.line)
            new.append((row.unit, month, row.hours, line))
        }
        try writer.execute(statements + added(new), raising: [])
    }
}
