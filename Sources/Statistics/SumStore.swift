import Kernel
import Organisation
import Reports
import Storage

/// Sums of one unit.
struct SumTable: Sendable, Equatable {
    private(set) var amounts: [SumKey: Int] = [:]

    mutating func add(_ sums: [SumKey: Int]) {
        for (key, amount) in sums { amounts[key, default: 0] += amount }
    }

    func amount(_ measure: Measure, _ part: String, in period: String) -> Int {
        amounts[SumKey(period, measure, part)] ?? 0
    }

    /// Of a measure in a period, part by part; none that is nought.
    func parts(of measure: Measure, in period: String) -> [String: Int] {
        var parts: [String: Int] = [:]
        for (key, amount) in amounts where key.measure == measure && key.period == period && amount > 0 {
            parts[key.part] = amount
        }
        return parts
    }
}

/// Hours of a unit and all under it in a month.
struct WorkedHours: Sendable, Equatable {
    let hours: Int
    /// Of how many units they are known.
    let units: Int
}

struct SumStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// The last day whose reports have been summed.
    func lastDay() throws -> Day? {
        try reader.value("SELECT day FROM summed_day WHERE id = 1")
    }

    /// - Parameter years: months and years in them.
    func sums(of unit: UnitID, in years: ClosedRange<Int>) throws -> SumTable {
        let sums = try reader.rows(
            """
            SELECT period, measure, part, amount FROM incident_sum
            WHERE unit_id = \(unit) AND period >= \("\(years.lowerBound)") AND period <= \("\(years.upperBound)-12")
            """
        ) { row in (SumKey(try row[0], try row[1], try row[2]), try row[3] as Int) }
        var table = SumTable()
        table.add(Dictionary(uniqueKeysWithValues: sums))
        return table
    }

    /// Of many units in one year, what is told month by month.
    func monthlySums(of units: [UnitID], in year: Int) throws -> [UnitID: SumTable] {
        guard !units.isEmpty else { return [:] }
        var tables: [UnitID: SumTable] = [:]
        let rows = try reader.rows(
            """
            SELECT unit_id, period, measure, part, amount FROM incident_sum WHERE unit_id IN \(SQL.list(units))
            AND period >= \("\(year)-01") AND period <= \("\(year)-12")
            """
        ) { row in (try row[0] as UnitID, SumKey(try row[1], try row[2], try row[3]), try row[4] as Int) }
        for (unit, key, amount) in rows { tables[unit, default: SumTable()].add([key: amount]) }
        return tables
    }

    func hours(of unit: UnitID, in years: ClosedRange<Int>) throws -> [Month: WorkedHours] {
        let rows = try reader.rows(
            """
            SELECT month, hours, units FROM hours_sum WHERE unit_id = \(unit)
            AND month >= \("\(years.lowerBound)-01") AND month <= \("\(years.upperBound)-12")
            """
        ) { row in (try row[0] as Month, WorkedHours(hours: try row[1], units: try row[2])) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    func hours(of units: [UnitID], in year: Int) throws -> [UnitID: [Month: WorkedHours]] {
        guard !units.isEmpty else { return [:] }
        var hours: [UnitID: [Month: WorkedHours]] = [:]
        let rows = try reader.rows(
            """
            SELECT unit_id, month, hours, units FROM hours_sum WHERE unit_id IN \(SQL.list(units))
            AND month >= \("\(year)-01") AND month <= \("\(year)-12")
            """
        ) { row in (try row[0] as UnitID, try row[1] as Month, WorkedHours(hours: try row[2], units: try row[3])) }
        for (unit, month, worked) in rows { hours[unit, default: [:]][month] = worked }
        return hours
    }

    /// What a report has added, and where; nothing where it has not been summed.
    func summed(_ report: String) throws -> SummedReport? {
        try reader.first(
            "SELECT \(SummedReport.columns) FROM summed_report WHERE report_id = \(report)", SummedReport.init(row:))
    }

    /// Of these reports.
    func known(_ reports: [ID<Report>]) throws -> Set<ID<Report>> {
        Set(try reader.values("SELECT report_id FROM summed_report WHERE report_id IN \(SQL.list(reports))"))
    }

    /// Those after which somebody is away still.
    func open() throws -> [SummedReport] {
        try reader.rows(
            "SELECT \(SummedReport.columns) FROM summed_report WHERE open = 1 AND report_id > ''",
            SummedReport.init(row:))
    }

    func hours(_ unit: UnitID, _ month: Month) throws -> (hours: Int, line: UnitLine)? {
        try reader.first("SELECT hours, line FROM summed_hours WHERE unit_id = \(unit) AND month = \(month)") { row in
            (try row[0], UnitLine(joined: try row[1]))
        }
    }
}
