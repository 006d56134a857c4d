import Foundation

/// How far clocks in Denmark are ahead of UTC.
///
/// The changes between summer and winter are read once from the time zone database: a page asks for the day of every
/// row, and asking the time zone each time cost more than all the rest of the page.
enum DanishTime {
    private static let zone = TimeZone(identifier: "Europe/Copenhagen") ?? .gmt

    /// Seconds since 1970 from which each offset holds, in order, from 1980 on.
    private static let changes: [(from: Int, offset: Int)] = {
        var changes: [(from: Int, offset: Int)] = []
        var date = Date(timeIntervalSince1970: Double(Civil.number(year: 1980, month: 1, day: 1)) * 86_400)
        let end = Date(timeIntervalSince1970: Double(Civil.number(year: 2100, month: 1, day: 1)) * 86_400)
        while date < end {
            changes.append((Int(date.timeIntervalSince1970), zone.secondsFromGMT(for: date)))
            guard let next = zone.nextDaylightSavingTimeTransition(after: date) else { break }
            date = next
        }
        return changes
    }()

    /// Seconds to add to UTC at this second since 1970.
    static func offset(at second: Int) -> Int {
        let changes = changes
        guard let first = changes.first, let last = changes.last, second >= first.from, second < last.from else {
            return zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
        }
        var (low, high) = (0, changes.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if changes[middle].from <= second { low = middle } else { high = middle }
        }
        return changes[low].offset
    }
}
