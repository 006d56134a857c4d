import Kernel

/// What was opened and what was closed, month by month.
struct Throughput {
    let until: Month
    let opened: [Month: Int]
    let closed: [Month: Int]

    /// The last twelve, the one that runs last.
    var months: [Month] { (0..<PlanFigures.months).map { until.earlier(by: PlanFigures.months - 1 - $0) } }

    var openedInAll: Int { months.reduce(0) { $0 + (opened[$1] ?? 0) } }
    var closedInAll: Int { months.reduce(0) { $0 + (closed[$1] ?? 0) } }
}
