import Kernel
import Organisation
import Storage

/// A week or a month for which somebody says how long the task took.
enum TimePeriod: Hashable, Sendable, Storable {
    /// Its Thursday, which says to which year and month it belongs.
    case week(thursday: Day)
    case month(Month)

    init(weekOf day: Day) { self = .week(thursday: day + (4 - day.weekday)) }

    /// `2026-03` or `2026-W10`.
    var text: String {
        switch self {
        case .month(let month): month.text
        case .week(let thursday): "\(thursday.year)-W\(thursday.week < 10 ? "0" : "")\(thursday.week)"
        }
    }

    init?(_ text: String) {
        guard let cut = text.firstIndex(of: "W") else {
            guard let month = Month(text), month.text == text else { return nil }
            self = .month(month)
            return
        }
        guard let year = Int(text[..<cut].dropLast()), let week = Int(text[text.index(after: cut)...]),
            (1...53).contains(week), let first = Day(year: year, month: 1, day: 4)
        else { return nil }
        let period = TimePeriod(weekOf: first + (week - 1) * 7)
        guard period.text == text else { return nil }
        self = period
    }

    var stored: SQLValue { .text(text) }

    /// - Throws: `UnreadableColumn` where the column holds no period.
    init(column: Int, of row: Row) throws {
        guard let period = TimePeriod(try String(column: column, of: row)) else {
            throw UnreadableColumn(column: column, expected: "period")
        }
        self = period
    }

    /// The last four that somebody remembers: this week and month, and those before.
    static func remembered(on day: Day) -> [TimePeriod] {
        let month = Month(of: day)
        return [TimePeriod(weekOf: day), TimePeriod(weekOf: day - 7), .month(month), .month(month.previous)]
    }

    func name(in language: Language) -> String {
        switch self {
        case .month(let month): month.name(in: language)
        case .week(let thursday):
            language.pick(
                da: "uge \(thursday.week), \(thursday.year)", en: "week \(thursday.week), \(thursday.year)")
        }
    }
}

extension Month {
    /// `marts 2026` and `March 2026`.
    func name(in language: Language) -> String {
        let first = Day(year: year, month: month, day: 1)?.long(in: language).split(separator: " ") ?? []
        return first.suffix(2).joined(separator: " ")
    }

    var first: Day { Day(year: year, month: month, day: 1) ?? .earliest }
    var next: Month { Month(of: first + 31) }
    var days: Int { next.first - first }

    /// Itself and the weeks whose Thursdays lie in it.
    var periods: [TimePeriod] {
        var periods: [TimePeriod] = [.month(self)]
        var thursday = first + (11 - first.weekday) % 7
        while thursday < next.first {
            periods.append(.week(thursday: thursday))
            thursday = thursday + 7
        }
        return periods
    }
}
