import Kernel
import Storage

/// How often a group meets at its board.
public enum MeetingRhythm: String, Sendable, CaseIterable, Storable {
    case weekly
    case twoWeeks = "two_weeks"
    case fourWeeks = "four_weeks"
    /// On the first such weekday of the month.
    case monthly

    /// The first day of the series from the given one on.
    /// - Parameter weekday: 1 is Monday.
    func first(from day: Day, weekday: Int) -> Day {
        guard self == .monthly else { return day + (weekday - day.weekday + 7) % 7 }
        let inThisMonth = Self.first(weekday, inMonthOf: day)
        return inThisMonth >= day ? inThisMonth : Self.first(weekday, inMonthOf: Self.monthAfter(day))
    }

    /// The day of the series after this one.
    func next(after day: Day, weekday: Int) -> Day {
        switch self {
        case .weekly: day + 7
        case .twoWeeks: day + 14
        case .fourWeeks: day + 28
        case .monthly: Self.first(weekday, inMonthOf: Self.monthAfter(day))
        }
    }

    private static func first(_ weekday: Int, inMonthOf day: Day) -> Day {
        let first = day - (day.parts.day - 1)
        return first + (weekday - first.weekday + 7) % 7
    }

    /// Some day of the month after.
    private static func monthAfter(_ day: Day) -> Day { day - (day.parts.day - 1) + 31 }
}

/// A time of the day, as clocks in Denmark show it.
public struct ClockTime: Sendable, Equatable, Storable {
    public let hour: Int
    public let minute: Int

    public init(hour: Int, minute: Int = 0) {
        (self.hour, self.minute) = (hour, minute)
    }

    /// Reads `09:00`, as browsers send it; `9.00` is understood.
    init?(_ text: String) {
        let parts = text.trimmed.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }.map(String.init)
        guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    /// `09:00`.
    var text: String { "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)" }

    /// `9.00` in Danish and `9:00` in English.
    func told(in language: Language) -> String {
        "\(hour)\(language.pick(da: ".", en: ":"))\(minute < 10 ? "0" : "")\(minute)"
    }

    public var stored: SQLValue { .text(text) }

    public init(column: Int, of row: Row) throws {
        guard let time = ClockTime(try row[column] as String) else {
            throw UnreadableColumn(column: column, expected: "time of day")
        }
        self = time
    }
}
