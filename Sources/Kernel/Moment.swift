import Foundation

/// A point in time, in UTC, to the millisecond.
public struct Moment: Hashable, Sendable, Comparable {
    /// Milliseconds since the beginning of 1970 in UTC.
    public let milliseconds: Int

    public init(milliseconds: Int) {
        self.milliseconds = milliseconds
    }

    /// The computer's clock. Only the program's outermost layer asks it; everybody else is handed a moment.
    public static var now: Moment {
        Moment(milliseconds: Int((Date().timeIntervalSince1970 * 1000).rounded(.down)))
    }

    /// Reads `2026-11-21T08:00:00.000Z`, the form in which moments are stored.
    public init?(_ text: String) {
        var text = text
        let read = text.withUTF8 { bytes -> Int? in
            guard bytes.count == 24, bytes[10] == UInt8(ascii: "T"), bytes[23] == UInt8(ascii: "Z"),
                let day = Day(UnsafeBufferPointer(rebasing: bytes[0..<10])),
                let hour = Civil.number(bytes[11..<13]), let minute = Civil.number(bytes[14..<16]),
                let second = Civil.number(bytes[17..<19]), let thousandth = Civil.number(bytes[20..<23]),
                hour < 24, minute < 60, second < 60
            else { return nil }
            return day.number * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000 + thousandth
        }
        guard let read else { return nil }
        milliseconds = read
    }

    /// `2026-11-21T08:00:00.000Z`: fixed width, so that text sorts as time does.
    public var text: String {
        let days = Int((Double(milliseconds) / 86_400_000).rounded(.down))
        let rest = milliseconds - days * 86_400_000
        let padded = Civil.padded
        return Day(number: days).text + "T" + padded(rest / 3_600_000, 2) + ":" + padded(rest / 60_000 % 60, 2) + ":"
            + padded(rest / 1000 % 60, 2) + "." + padded(rest % 1000, 3) + "Z"
    }

    private var local: Int { milliseconds / 1000 + DanishTime.offset(at: milliseconds / 1000) }

    /// The day that it is in Denmark.
    public var day: Day {
        Day(number: Int((Double(local) / 86_400).rounded(.down)))
    }

    /// The moment at which clocks in Denmark show this time of the day.
    public init(_ day: Day, hour: Int, minute: Int = 0) {
        let shown = day.number * 86_400 + hour * 3600 + minute * 60
        let near = shown - DanishTime.offset(at: shown)
        milliseconds = (shown - DanishTime.offset(at: near)) * 1000
    }

    /// The hour and minute that a clock in Denmark shows, as `9.05` in Danish and `9:05` in English.
    public func clock(in language: Language) -> String {
        let seconds = local - day.number * 86_400
        let minutes = Civil.padded(seconds / 60 % 60, to: 2)
        return "\(seconds / 3600)\(language.pick(da: ".", en: ":"))\(minutes)"
    }

    public static func < (one: Moment, other: Moment) -> Bool { one.milliseconds < other.milliseconds }
    public static func + (moment: Moment, seconds: Int) -> Moment {
        Moment(milliseconds: moment.milliseconds + seconds * 1000)
    }
    /// Seconds from the other to this one.
    public static func - (later: Moment, earlier: Moment) -> Int {
        (later.milliseconds - earlier.milliseconds) / 1000
    }
}
