import Kernel

/// Days away, counted as the authority counts: calendar days beyond the day of the event, weekends and days off too, and
/// days with reduced work as whole ones.
extension AccidentRecord {
    /// Calendar days away beyond the day of the event, each once however many absences cover it.
    /// - Parameter day: how far they are counted: to the end of this day.
    public func lostDays(until day: Day) -> Int {
        var (count, counted) = (0, happened)
        for absence in absences.sorted(by: { $0.first < $1.first }) {
            let first = max(absence.first, counted + 1)
            let last = min(absence.last ?? day, day)
            guard first <= last else { continue }
            count += last - first + 1
            counted = last
        }
        return count
    }

    /// At least one whole or reduced day away beyond the day of the event. It never follows from a duty to notify, nor the
    /// other way.
    public func isLostTime(on day: Day) -> Bool { lostDays(until: day) >= 1 }

    /// The first day beyond that of the event on which somebody was away; it need not follow it directly.
    public func firstDayAway(until day: Day) -> Day? {
        absences.compactMap { absence in
            let first = max(absence.first, happened + 1)
            return first <= min(absence.last ?? day, day) ? first : nil
        }.min()
    }

    public func isAway(on day: Day) -> Bool {
        absences.contains { $0.first <= day && day <= ($0.last ?? .latest) }
    }

    /// Days lost if nothing more is known than today; nothing while somebody is still away.
    var knownLostDays: Int? {
        absences.contains { $0.last == nil } ? nil : lostDays(until: .latest)
    }
}
