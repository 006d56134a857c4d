import Kernel
import Organisation
import Reports
import Storage

/// What is summed, unit by unit. Those of a month tell how things go; those of a year tell what they are like.
enum Measure: String, Sendable, CaseIterable, Storable {
    // Of each month.
    /// Reports, by kind.
    case kind
    /// Accidents with at least one day away, by whom they struck.
    case lostTime = "lost_time"
    /// Calendar days away, by whom the accident struck.
    case lostDays = "lost_days"
    /// By whom the accident struck.
    case death
    // Of each year.
    /// By kind and whom it struck: `accident/student`.
    case affected
    /// By kind and where the work was done: `violence/travel`.
    case setting
    /// Reports of what happened outside working hours, by kind.
    case outsideHours = "outside_hours"
    /// Accidents, by ESAW's code of the deviation; empty where none was chosen.
    case deviation
    /// Accidents, by ESAW's code of the working environment.
    case environment
    /// Reports of violence, by the day of the week.
    case violentDay = "violent_day"
    /// Reports that are read by few, by the year in which they came. Only at the top of the tree.
    case confidential
}

/// One of the sums that stand beside each other for a unit.
struct SumKey: Sendable, Hashable {
    /// A month or a year: `2026-03`, `2026`.
    let period: String
    let measure: Measure
    let part: String

    init(_ period: String, _ measure: Measure, _ part: String = "") {
        (self.period, self.measure, self.part) = (period, measure, part)
    }
}

extension Incident {
    /// What it adds to the sums of a unit.
    /// - Parameter isTop: the unit stands at the top of the tree.
    func contribution(isTop: Bool) -> [SumKey: Int] {
        guard !isConfidential else {
            // By the day of the report, so that a year that is over stays as it was shown.
            return isTop && !isFurther ? [SumKey("\(reported.year)", .confidential): 1] : [:]
        }
        let (month, year) = (Month(of: day).text, "\(day.year)")
        let (kind, affected) = (kind.rawValue, circumstances.affected.rawValue)
        var sums: [SumKey: Int] = [:]
        // Injuries are counted by the person, all else by the event.
        if isLostTime {
            sums[SumKey(month, .lostTime, affected)] = 1
            sums[SumKey(month, .lostDays, affected)] = lostDays
        }
        if isDeath { sums[SumKey(month, .death, affected)] = 1 }
        guard !isFurther else { return sums }
        sums[SumKey(month, .kind, kind)] = 1
        sums[SumKey(year, .affected, "\(kind)/\(affected)")] = 1
        sums[SumKey(year, .setting, "\(kind)/\(circumstances.setting.rawValue)")] = 1
        if circumstances.isOutsideHours { sums[SumKey(year, .outsideHours, kind)] = 1 }
        if self.kind == .accident || isLostTime {
            sums[SumKey(year, .deviation, deviation)] = 1
            sums[SumKey(year, .environment, environment)] = 1
        }
        if self.kind == .violence { sums[SumKey(year, .violentDay, "\(day.weekday)")] = 1 }
        return sums
    }
}
