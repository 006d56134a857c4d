import Accidents
import Journal
import Kernel
import Organisation
import Reports
import Storage

/// Keeps the sums as true as what they were made from, in the same write as it changes.
///
/// A report that has just come is not summed: those of a day are, together and after it (`DaySumming`). Were it done at
/// once, intakes would wait for each other at the sums of the largest unit, and the sums' rows would tell the moment.
enum SumFollower {
    static let follow: Follower = { entry, deed, writer in
        switch entry.subject.kind {
        case "report", "accident":
            guard !withoutWeight.contains(entry.verb) else { return }
            try changed(entry.subject.id, on: deed.day, writer)
        case "unit" where entry.verb == "counted":
            try HoursSumming.counted(entry, writer)
        case "unit": try Relining.noted(entry, on: deed.day, writer)
        default: return
        }
    }

    /// What happens to a report so often, or so secretly, that it must not even be looked up, and never changes what it
    /// counts as.
    private static let withoutWeight: Set<String> = ["reported", "answered"]

    private static func changed(_ report: String, on day: Day, _ writer: Writer) throws {
        guard let old = try SumStore(writer.reader).summed(report) else { return }
        try resum([old], on: day, writer)
    }

    /// Looks at these reports anew.
    static func resum(_ old: [SummedReport], on day: Day, _ writer: Writer) throws {
        let new = try Incident.all(
            ReportStore(writer.reader).facts(of: old.map(\.incident.report)), on: day, writer.reader)
        let known = Dictionary(uniqueKeysWithValues: old.map { ($0.incident.report, $0) })
        let lines = UnitLines(writer.reader)
        var difference = SumDifference()
        var kept: [SQL] = []
        for incident in new {
            guard let before = known[incident.report], before.incident != incident else { continue }
            let isElsewhere = before.incident.unit != incident.unit || before.incident.day != incident.day
            let line = isElsewhere ? try lines.line(to: incident.unit, on: incident.day) : before.line
            let after = SummedReport(incident, line: line)
            difference.take(before)
            difference.add(after)
            kept.append(after.kept)
        }
        // What is no longer there counts for nothing.
        let there = Set(new.map(\.report))
        for gone in old where !there.contains(gone.incident.report) {
            difference.take(gone)
            kept.append("DELETE FROM summed_report WHERE report_id = \(gone.incident.report)")
        }
        try writer.execute(kept + difference.statements, raising: [])
    }
}

extension Incident {
    /// With what is known of those who were hurt.
    /// - Parameter day: how far lost days are counted.
    static func all(_ facts: [ReportFact], on day: Day, _ reader: Reader) throws -> [Incident] {
        var incidents: [Incident] = []
        for start in stride(from: 0, to: facts.count, by: mostAtOnce) {
            let part = facts[start..<min(start + mostAtOnce, facts.count)]
            let accidents = try AccidentStore(reader).records(of: part.map(\.id))
            let known = Dictionary(accidents.map { ($0.report, $0) }) { first, _ in first }
            incidents += part.map { Incident($0, known[$0.id], on: day) }
        }
        return incidents
    }

    private static let mostAtOnce = 500
}
