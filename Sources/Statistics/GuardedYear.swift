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
        let employees = Affected.employee.rawValue
        func counts(_ count: (ReportKind) -> Int) -> [ReportKind: Int] {
            Dictionary(uniqueKeysWithValues: UnitStatistics.openKinds.map { ($0, count($0)) })
        }
        let months = Month.all(of: year)
        let (covered, own) = (statistics.lostTime(over: months), statistics.ownLostTime(over: months))
        self.init(
            year, kinds: counts { statistics.count($0, in: year) },
            lostTime: statistics.lostTimeCount(of: .employee, in: year), rate: covered.rate, left: covered.left,
            own: Own(
                kinds: counts { statistics.ownCount(.kind, $0.rawValue, in: year) },
                lostTime: statistics.ownCount(.lostTime, employees, in: year), covered: own.rate.count,
                left: own.left),
            least: statistics.least)
    }

    /// What the viewer sees of parts of the unit already: it is guarded what is left without them.
    struct Own {
        var kinds: [ReportKind: Int] = [:]
        var lostTime = 0
        /// Of these, in months that have hours.
        var covered = 0
        var left = 0
    }

    /// - Parameter left: accidents with absence in months without hours, which the rate leaves out.
    init(
        _ year: Int, kinds: [ReportKind: Int], lostTime: Int, rate: Rate, left: Int, own: Own = Own(), least: Int
    ) {
        self.year = year
        self.kinds = Dictionary(
            uniqueKeysWithValues: kinds.map { kind, count in
                (kind, ToldCount(count, besides: own.kinds[kind] ?? 0, least: least))
            })
        let accidents = (kinds[.accident] ?? 0) - (own.kinds[.accident] ?? 0)
        let others = accidents - (lostTime - own.lostTime)
        // Both numbers would tell how many were hurt and not away.
        let tellsFew = self.kinds[.accident]?.count != nil && others != 0 && abs(others) < least
        let count = tellsFew ? ToldCount.few : ToldCount(lostTime, besides: own.lostTime, least: least)
        self.lostTime = count
        // Frequency and hours give the number of those in the rate; with all of them, of those left out.
        let leftOut = left - own.left
        let isTold = count.count != nil && rate.count - own.covered >= least && (leftOut == 0 || leftOut >= least)
        self.rate = isTold && rate.hours > 0 ? rate : nil
    }

    var tellsAnything: Bool { lostTime.count != nil || kinds.values.contains { $0.count != nil } }
}
