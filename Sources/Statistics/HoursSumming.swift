import Journal
import Kernel
import Organisation
import Storage

/// Hours of a month, summed under each unit that the one in which they were worked lay under at the end of that month.
/// None and nought are the same: nothing is counted against them.
enum HoursSumming {
    /// Hours of a month were written, or written anew.
    static func counted(_ entry: JournalEntry, _ writer: Writer) throws {
        guard let month = Month(entry.after["month"] ?? "") else { return }
        let (unit, hours) = (UnitID(entry.subject.id), Int(entry.after["hours"] ?? "") ?? 0)
        let old = try SumStore(writer.reader).hours(unit, month)
        guard hours != old?.hours ?? 0 else { return }
        var statements = taken(unit, month, old?.hours ?? 0, from: old?.line ?? [])
        if hours > 0 {
            let line = try UnitLines(writer.reader).line(to: unit, on: month.last)
            statements += added([(unit, month, hours, line)])
        }
        try writer.execute(statements, raising: [])
    }

    /// What was added for a unit is taken away where it was added.
    static func taken(_ unit: UnitID, _ month: Month, _ hours: Int, from line: UnitLine) -> [SQL] {
        line.map { above in
            """
            UPDATE hours_sum SET hours = hours - \(hours), units = units - 1
            WHERE unit_id = \(above) AND month = \(month)
            """
        } + ["DELETE FROM summed_hours WHERE unit_id = \(unit) AND month = \(month)"]
    }

    typealias Added = (unit: UnitID, month: Month, hours: Int, line: UnitLine)

    private struct Place: Hashable {
        let unit: UnitID
        let month: Month
    }

    static func added(_ all: [Added]) -> [SQL] {
        var sums: [Place: (hours: Int, units: Int)] = [:]
        for one in all {
            for above in one.line {
                let sum = sums[Place(unit: above, month: one.month)] ?? (0, 0)
                sums[Place(unit: above, month: one.month)] = (sum.hours + one.hours, sum.units + 1)
            }
        }
        let rows = sums.sorted { ($0.key.unit.text, $0.key.month.text) < ($1.key.unit.text, $1.key.month.text) }.map {
            place, sum -> SQL in "(\(place.unit), \(place.month), \(sum.hours), \(sum.units))"
        }
        let kept = all.map { one -> SQL in "(\(one.unit), \(one.month), \(one.hours), \(one.line.joined))" }
        return parts(of: rows).map { rows in
            """
            INSERT INTO hours_sum (unit_id, month, hours, units) VALUES \(rows)
            ON CONFLICT (unit_id, month) DO UPDATE
            SET hours = hours_sum.hours + excluded.hours, units = hours_sum.units + excluded.units
            """
        } + parts(of: kept).map { "INSERT INTO summed_hours (unit_id, month, hours, line) VALUES \($0)" }
    }

    private static func parts(of rows: [SQL]) -> [SQL] {
        stride(from: 0, to: rows.count, by: 50).map { start in
            SQL.joined(Array(rows[start..<min(start + 50, rows.count)]), by: ", ")
        }
    }

    /// Adds what was written before there were sums, or was put in without telling anybody.
    static func catchUp(_ writer: Writer) throws {
        let (store, lines) = (MonthStore(writer.reader), UnitLines(writer.reader))
        var last: MonthFigures?
        while true {
            let page = try store.page(after: last, most: 5000)
            guard !page.isEmpty else { return }
            last = page.last
            let new = try page.compactMap { figures -> Added? in
                guard let hours = figures.hours, hours > 0,
                    try SumStore(writer.reader).hours(figures.unit, figures.month) == nil
                else { return nil }
                let line = try lines.line(to: figures.unit, on: figures.month.last)
                return (figures.unit, figures.month, hours, line)
            }
            try writer.execute(added(new), raising: [])
        }
    }
}
