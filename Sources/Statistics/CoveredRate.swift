import Organisation

/// A rate over some months, of which those without hours are left out on both sides: no hours are not nought hours.
struct CoveredRate: Sendable, Equatable {
    var rate = Rate()
    /// Months without hours, in order.
    var missing: [Month] = []
    /// Events in those months: they happened, but are not in the rate.
    var left = 0
    /// Hours of fewer units are known for some months than for others.
    var isUneven = false

    /// - Parameter count: how many events there were in a month.
    init(over months: [Month], hours: [Month: WorkedHours], count: (Month) -> Int) {
        var units: Set<Int> = []
        for month in months {
            let events = count(month)
            guard let worked = hours[month], worked.hours > 0 else {
                missing.append(month)
                left += events
                continue
            }
            rate.count += events
            rate.hours += worked.hours
            units.insert(worked.units)
        }
        isUneven = units.count > 1
    }
}
