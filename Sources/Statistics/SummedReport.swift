import Kernel
import Organisation
import Reports
import Storage

/// What a report has added to the sums, and to those of which units.
struct SummedReport: Sendable, Equatable {
    let incident: Incident
    /// From the top down to the unit, as it lay on the day of the event.
    let line: UnitLine

    /// What was added, unit by unit.
    var contributions: [UnitID: [SumKey: Int]] {
        var all: [UnitID: [SumKey: Int]] = [:]
        for (depth, unit) in line.enumerated() { all[unit] = incident.contribution(isTop: depth == 0) }
        return all
    }

    static var columns: SQL {
        """
        report_id, unit_id, line, kind, confidential, day, reported, affected, setting, outside_hours, lost_days, death,
        open, deviation, environment, further
        """
    }

    init(_ incident: Incident, line: UnitLine) {
        (self.incident, self.line) = (incident, line)
    }

    init(row: Row) throws {
        self.init(
            try Incident(
                report: row[0], unit: row[1], kind: row[3], isConfidential: row[4], day: row[5], reported: row[6],
                circumstances: Circumstances(affected: row[7], setting: row[8], isOutsideHours: row[9]),
                lostDays: row[10], isDeath: row[11], isOpen: row[12], deviation: row[13], environment: row[14],
                isFurther: row[15]),
            line: UnitLine(joined: try row[2]))
    }

    /// In the order of the columns.
    var values: [SQLValue] {
        let one = incident
        return [
            one.report.stored, one.unit.stored, line.joined.stored, one.kind.stored, one.isConfidential.stored,
            one.day.stored, one.reported.stored, one.circumstances.affected.stored, one.circumstances.setting.stored,
            one.circumstances.isOutsideHours.stored, one.lostDays.stored, one.isDeath.stored, one.isOpen.stored,
            one.deviation.stored, one.environment.stored, one.isFurther.stored,
        ]
    }

    /// Keeps it, instead of what was kept of the same report.
    var kept: SQL {
        let one = incident
        return """
            INSERT INTO summed_report (\(Self.columns))
            VALUES (\(one.report), \(one.unit), \(line.joined), \(one.kind), \(one.isConfidential), \(one.day),
            \(one.reported), \(one.circumstances.affected), \(one.circumstances.setting),
            \(one.circumstances.isOutsideHours), \(one.lostDays), \(one.isDeath), \(one.isOpen), \(one.deviation),
            \(one.environment), \(one.isFurther))
            ON CONFLICT (report_id) DO UPDATE SET unit_id = excluded.unit_id, line = excluded.line,
            kind = excluded.kind, confidential = excluded.confidential, day = excluded.day,
            reported = excluded.reported, affected = excluded.affected, setting = excluded.setting,
            outside_hours = excluded.outside_hours, lost_days = excluded.lost_days, death = excluded.death,
            open = excluded.open, deviation = excluded.deviation, environment = excluded.environment
            """
    }
}
