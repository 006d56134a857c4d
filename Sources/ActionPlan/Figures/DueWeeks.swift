import Kernel

/// When what is open is to be done: what is overdue, the weeks to come, and what comes later. What lies on hold waits.
struct DueWeeks {
    static let weeks = 12

    struct Week: Equatable {
        /// Its Monday, or today in the week that runs.
        let start: Day
        var count: Int
    }

    let overdue: Int
    let coming: [Week]
    let later: Int
    let onHold: Int
    /// The Monday after the last of the weeks to come.
    let end: Day

    /// - Parameter days: how many are due on each.
    init(days: [(day: Day, count: Int)], onHold: Int, from today: Day) {
        self.onHold = onHold
        let monday = today - (today.weekday - 1)
        end = monday + 7 * Self.weeks
        var weeks = (0..<Self.weeks).map { Week(start: monday + 7 * $0, count: 0) }
        var (overdue, later) = (0, 0)
        for (day, count) in days {
            if day < today {
                overdue += count
            } else if day >= end {
                later += count
            } else {
                weeks[(day - monday) / 7].count += count
            }
        }
        (self.overdue, self.later, coming) = (overdue, later, weeks)
    }

    var open: Int { overdue + later + onHold + coming.reduce(0) { $0 + $1.count } }
    /// In this week and the three after it.
    var soon: Int { coming.prefix(4).reduce(0) { $0 + $1.count } }
}
