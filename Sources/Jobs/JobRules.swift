import Kernel

/// When jobs run. Seconds and moments only: no database, no clock.
enum JobRules {
    /// Seconds for which a run is believed to go on without a sign of life.
    static let lease = 60
    /// How often a run gives a sign of life, and how often a server looks for what is due.
    static let heartbeat = 20
    static let look = 5
    /// Seconds until the first new attempt after a failure; each further one waits twice as long.
    static let firstRetry = 30
    /// Days for which runs are shown.
    static let daysKept = 30

    /// A failed job is tried again soon, then more and more seldom, but no more seldom than it runs anyway.
    static func next(after moment: Moment, pause: Int, failures: Int) -> Moment {
        guard failures > 0 else { return moment.adding(seconds: pause) }
        let wait = firstRetry << min(failures - 1, 20)
        return moment.adding(seconds: min(wait, max(pause, firstRetry)))
    }

    /// Also where the clock has been set back since: nothing waits longer than its pause.
    static func isDue(next: Moment, pause: Int, at moment: Moment) -> Bool {
        next <= moment || next > moment.adding(seconds: max(pause, firstRetry))
    }

    /// Whether nobody works on it. A lease that would last longer than any does is of a clock that was set back.
    static func isFree(leaseEnds: Moment?, at moment: Moment) -> Bool {
        guard let leaseEnds else { return true }
        return leaseEnds <= moment || leaseEnds > moment.adding(seconds: lease)
    }
}

extension Moment {
    func adding(seconds: Int) -> Moment { Moment(milliseconds: milliseconds + 1000 * seconds) }
}
