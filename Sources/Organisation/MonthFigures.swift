import Journal
import Kernel
import Storage

/// A month of a year.
public struct Month: Sendable, Hashable, Comparable, Storable {
    public let year: Int
    public let month: Int

    /// Nothing where there is no such month.
    public init?(year: Int, month: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month) else { return nil }
        self.year = year
        self.month = month
    }

    /// Reads `2026-03`, the form in which months are stored; also `03-2026` and `3.2026`, as spreadsheets write them.
    public init?(_ text: String) {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "." }
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let first = Int(parts[0]), let second = Int(parts[1])
        else { return nil }
        if parts[0].utf8.count == 4 {
            self.init(year: first, month: second)
        } else {
            self.init(year: second, month: first)
        }
    }

    public init(of day: Day) {
        year = day.parts.year
        month = day.parts.month
    }

    public var text: String { month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)" }
    public var previous: Month { month == 1 ? Month(of: year - 1, 12) : Month(of: year, month - 1) }

    private init(of year: Int, _ month: Int) {
        self.year = year
        self.month = month
    }

    public static func < (one: Month, other: Month) -> Bool { one.text < other.text }
    public var stored: SQLValue { .text(text) }

    /// - Throws: `UnreadableColumn` where the column holds no month.
    public init(column: Int, of row: Row) throws {
        guard let month = Month(try String(column: column, of: row)) else {
            throw UnreadableColumn(column: column, expected: "month")
        }
        self = month
    }
}

/// How many worked in a unit in a month, and how many hours: what frequencies of accidents are counted against.
public struct MonthFigures: Sendable, Equatable {
    public let unit: UnitID
    public let month: Month
    /// Nothing where only the hours are known.
    public let headCount: Int?
    public let hours: Int?
    /// How many of them work so few hours in offices, administration and shops that the law does not count them as
    /// employees; nothing where nobody wrote it, and then all count.
    public var fewHours: Int?

    public init(unit: UnitID, month: Month, headCount: Int?, hours: Int?, fewHours: Int? = nil) {
        self.unit = unit
        self.month = month
        self.headCount = headCount
        self.hours = hours
        self.fewHours = fewHours
    }

    /// As somebody wrote it; what stood there before for the month is replaced.
    static func written(_ fields: Fields, unit: UnitID, on today: Day) throws(Problems) -> MonthFigures {
        var reading = Reading(fields)
        let month = Month(fields["month"].trimmed)
        if fields["month"].trimmed.isEmpty {
            reading.note(FieldProblem.missing, at: "month")
        } else if month == nil {
            reading.note(MonthProblem.notAMonth, at: "month")
        } else if let month, month > Month(of: today) {
            reading.note(MonthProblem.monthToCome, at: "month")
        }
        let (people, hours) = (reading.amount("head_count"), reading.amount("hours"))
        if people == nil, hours == nil, fields["head_count"].trimmed.isEmpty, fields["hours"].trimmed.isEmpty {
            reading.note(FieldProblem.missing, at: "head_count")
        }
        let few = reading.amount("few_hours")
        if let few {
            if fields["head_count"].trimmed.isEmpty {
                reading.note(MonthProblem.fewOfHowMany, at: "head_count")
            } else if let people, few > people {
                reading.note(MonthProblem.moreThanAll, at: "few_hours")
            }
        }
        try reading.finish()
        guard let month else { throw Problems(MonthProblem.notAMonth, at: "month") }
        return MonthFigures(unit: unit, month: month, headCount: people, hours: hours, fewHours: few)
    }

    func recorded(replacing old: MonthFigures?) -> Change {
        Change(
            [
                """
                INSERT INTO unit_month (unit_id, month, head_count, hours, few_hours)
                VALUES (\(unit), \(month), \(headCount), \(hours), \(fewHours))
                ON CONFLICT (unit_id, month) DO UPDATE
                SET head_count = \(headCount), hours = \(hours), few_hours = \(fewHours)
                """
            ],
            journal: [
                JournalEntry(Subject("unit", unit), "counted", before: old?.described ?? [:], after: described)
            ],
            raising: [.rights])
    }

    private var described: [String: String] {
        [
            "month": month.text, "head_count": headCount.map { "\($0)" } ?? "", "hours": hours.map { "\($0)" } ?? "",
            "few_hours": fewHours.map { "\($0)" } ?? "",
        ]
    }
}

extension Reading {
    /// A whole number from 0 on, with or without points between the thousands.
    fileprivate mutating func amount(_ name: String) -> Int? {
        let text = fields[name].trimmed
        guard !text.isEmpty else { return nil }
        guard let number = MonthFigures.amount(text) else {
            note(FieldProblem.notANumber, at: name)
            return nil
        }
        return number
    }
}

extension MonthFigures {
    /// At most what a country's largest employer could have.
    static func amount(_ text: String) -> Int? {
        let digits = text.filter { $0 != "." && $0 != " " && $0 != "\u{A0}" }
        guard (1...9).contains(digits.utf8.count), digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}

enum MonthProblem: Problem, Equatable {
    case notAMonth
    case monthToCome
    case fewOfHowMany
    case moreThanAll

    func explained(in language: Language) -> String {
        switch self {
        case .notAMonth: language.pick(da: "Skriv en måned, f.eks. 2026-03.", en: "Write a month such as 2026-03.")
        case .monthToCome:
            language.pick(da: "Måneden er ikke kommet endnu.", en: "That month has not come yet.")
        case .fewOfHowMany:
            language.pick(da: "Skriv også, hvor mange der var ansat.", en: "Write how many were employed, too.")
        case .moreThanAll:
            language.pick(da: "Det er flere, end der var ansat.", en: "That is more than were employed.")
        }
    }
}

public struct MonthStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ unit: UnitID, _ month: Month) throws -> MonthFigures? {
        try reader.first(
            """
            SELECT \(MonthFigures.columns) FROM unit_month WHERE unit_id = \(unit) AND month = \(month)
            """, MonthFigures.init(row:))
    }

    /// A unit's own figures, latest first.
    /// - Parameter last: the latest month that is read.
    public func latest(of unit: UnitID, through last: Month? = nil, most: Int = 24) throws -> [MonthFigures] {
        let until: SQL = last.map { "AND month <= \($0)" } ?? ""
        return try reader.rows(
            """
            SELECT \(MonthFigures.columns) FROM unit_month WHERE unit_id = \(unit) \(until)
            ORDER BY month DESC LIMIT \(most)
            """, MonthFigures.init(row:))
    }

    /// All figures, unit by unit and month by month, from those after the given ones on.
    public func page(after last: MonthFigures?, most: Int) throws -> [MonthFigures] {
        try reader.rows(
            """
            SELECT \(MonthFigures.columns) FROM unit_month
            WHERE (unit_id, month) > (\(last?.unit.text ?? ""), \(last?.month.text ?? ""))
            ORDER BY unit_id, month LIMIT \(most)
            """, MonthFigures.init(row:))
    }

    /// Hours worked in these months by the unit and all that lay under it in the last of them.
    public func hours(under unit: UnitID, from first: Month, through last: Month, on day: Day) throws -> Int {
        try reader.value(
            """
            SELECT CAST(COALESCE(SUM(unit_month.hours), 0) AS \(.integer)) FROM unit_line
            JOIN unit_month ON unit_month.unit_id = unit_line.unit_id
            AND unit_month.month >= \(first) AND unit_month.month <= \(last)
            WHERE unit_line.ancestor_id = \(unit) AND unit_line.starts <= \(day) AND unit_line.ends >= \(day)
            """) ?? 0
    }
}

extension MonthFigures {
    static let columns: SQL = "unit_id, month, head_count, hours, few_hours"

    init(row: Row) throws {
        try self.init(unit: row[0], month: row[1], headCount: row[2], hours: row[3], fewHours: row[4])
    }
}
