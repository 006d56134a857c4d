import Kernel
import Organisation
import Reports
import Storage

/// Adds the reports of whole days to the sums, after the day: all rows of a day in one transaction, so that none of them
/// tells when in the day its report came.
enum DaySumming {
    /// After midnight somebody may still be sending what he or she began the day before.
    private static let grace = 3600
    /// So many days are added at once where there is much to make up for.
    private static let daysAtOnce = 31
    /// What came so late that its day was over is looked for so many days back.
    private static let daysBack = 7

    /// - Returns: how many reports were added.
    static func run(in database: any Database, at now: Moment) async throws -> Int {
        let last = (now + -grace).day - 1
        var count = 0
        while let added = try await database.write({ try sumNext(through: last, on: now.day, $0) }) { count += added }
        return count
    }

    /// - Returns: how many were added; nothing where all days are.
    static func sumNext(through last: Day, on today: Day, _ writer: Writer) throws -> Int? {
        let store = SumStore(writer.reader)
        let done = try store.lastDay()
        if let done, done >= last { return nil }
        let reports = ReportStore(writer.reader)
        let first = try done.map { $0 + 1 } ?? reports.firstDay() ?? last
        let end = min(last, first + (daysAtOnce - 1))
        try writer.takeRoom()
        if done == nil { try HoursSumming.catchUp(writer) }
        let found = try reports.facts(
            reportedFrom: done == nil ? first : first - daysBack, through: end, today: today, most: .max)
        let added = try sum(try new(found, store), on: today, writer)
        if end == last { try SumFollower.resum(try store.open(), on: today, writer) }
        try writer.execute(
            """
            INSERT INTO summed_day (id, day) VALUES (1, \(end)) ON CONFLICT (id) DO UPDATE SET day = excluded.day
            """)
        return added
    }

    private static func new(_ facts: [ReportFact], _ store: SumStore) throws -> [ReportFact] {
        var known: Set<ID<Report>> = []
        for start in stride(from: 0, to: facts.count, by: 500) {
            known.formUnion(try store.known(facts[start..<min(start + 500, facts.count)].map(\.id)))
        }
        // By their ids, which are random: the rows lie in no order that tells anything.
        return facts.filter { !known.contains($0.id) }.sorted { $0.id < $1.id }
    }

    private static func sum(_ facts: [ReportFact], on day: Day, _ writer: Writer) throws -> Int {
        let lines = UnitLines(writer.reader)
        var difference = SumDifference()
        var kept: [SQL] = []
        for incident in try Incident.all(facts, on: day, writer.reader) {
            let summed = SummedReport(incident, line: try lines.line(to: incident.unit, on: incident.day))
            difference.add(summed)
            kept.append(summed.kept)
        }
        try writer.execute(kept + difference.statements, raising: [])
        return facts.count
    }
}
