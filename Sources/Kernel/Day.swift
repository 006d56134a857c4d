/// A day in the calendar of Europe/Copenhagen.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1 January 1970.
    public let number: Int

    public init(number: Int) {
        self.number = number
    }

    /// Nothing where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let made = Day(number: Civil.number(year: year, month: month, day: day))
        guard made.parts == Parts(year: year, month: month, day: day) else { return nil }
        self = made
    }

    /// Reads `2026-11-21`, the form in which days are stored.
    public init?(_ text: String) {
        var text = text
        guard let day = text.withUTF8({ Day($0) }) else { return nil }
        self = day
    }

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Civil.number(bytes[0..<4]), let month = Civil.number(bytes[5..<7]),
            let day = Civil.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public struct Parts: Hashable, Sendable {
        public let year: Int
        public let month: Int
        public let day: Int
    }

    public var parts: Parts { Civil.parts(of: number) }
    public var year: Int { parts.year }

    /// The first and the last day that can be written: for what has always been, and for what has no end.
    public static let earliest = Day(number: Civil.number(year: 1, month: 1, day: 1))
    public static let latest = Day(number: Civil.number(year: 9999, month: 12, day: 31))

    /// 1 is Monday, 7 is Sunday.
    public var weekday: Int { (number + 3) % 7 + 1 }

    /// The ISO week of the year, as Danish calendars count.
    public var week: Int {
        let thursday = self + (4 - weekday)
        let firstOfYear = Civil.number(year: thursday.year, month: 1, day: 1)
        return (thursday.number - firstOfYear) / 7 + 1
    }

    /// `2026-11-21`.
    public var text: String {
        let parts = parts
        return Civil.padded(parts.year, to: 4) + "-" + Civil.padded(parts.month, to: 2) + "-"
            + Civil.padded(parts.day, to: 2)
    }

    public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
    public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
    /// Days from the other to this one.
    public static func - (later: Day, earlier: Day) -> Int { later.number - earlier.number }
}

/// Arithmetic of the Gregorian calendar.
enum Civil {
    /// The number that these figures write; nothing where one is no figure.
    static func number(_ figures: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var number = 0
        for figure in figures {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(figure) else { return nil }
            number = number * 10 + Int(figure - UInt8(ascii: "0"))
        }
        return number
    }

    static func number(year: Int, month: Int, day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    static func parts(of number: Int) -> Day.Parts {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
        return Day.Parts(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
