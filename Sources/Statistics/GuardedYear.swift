import Kernel
import Organisation
import Reports

/// What of a year that is over is told to whoever does not work on the reports: no number that is small, and none that
/// makes a small one when it is taken from another.
struct GuardedYear: Sendable, Equatable {
    let year: Int
    /// By kind, each for itself: no sum over kinds is told.
    let kinds: [ReportKind: ToldCount]
    let lostTime: ToldCount
    /// Told only where the number is.
    let rate: Rate?

    init(_ year: Int, of statistics: UnitStatistics) {
        let counts = UnitStatistics.openKinds.map { ($0, statistics.count($0, in: year)) }
        let covered = statistics.lostTime(over: Month.all(of: year))
        self.init(
            year, kinds: Dictionary(uniqueKeysWithValues: counts),
            lostTime: statistics.lostTimeCount(of: .employee, in: year), rate: covered.rate, left: covered.left,
            least: statistics.least)
    }

    /// - Parameter left: accidents with absence in months without hours, which the rate leaves out.
    init(_ year: Int, kinds: [ReportKind: Int], lostTime: Int, rate: Rate, left: Int, least: Int) {
        self.year = year
        self.kinds = kinds.mapValues { ToldCount($0, least: least) }
        let others = (kinds[.accident] ?? 0) - lostTime
        // Both numbers would tell how many were hurt and not away.
        let tellsFew = self.kinds[.accident]?.count != nil && others != 0 && abs(others) < least
        let count = tellsFew ? ToldCount.few : ToldCount(lostTime, least: least)
        self.lostTime = count
        // Frequency and hours give the number of those in the rate; with all of them, of those left out.
        let isTold = count.count != nil && rate.count >= least && (left == 0 || left >= least)
        self.rate = isTold && rate.hours > 0 ? rate : nil
    }
}
