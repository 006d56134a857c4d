import Kernel
import Storage

/// That an action was closed: what was planned and done, whether it had the effect, and what was learned.
public struct Closure: Sendable, Equatable {
    public let planned: String
    public let done: String
    public let effect: Effect
    public let learned: String
    /// How bad the problem is now that the work is done, where somebody rated it.
    public let severity: Severity?
    /// The day from which it is asked whether it lasted; nothing where there is nothing that could last.
    public let judgeOn: Day?

    public init(
        planned: String = "", done: String, effect: Effect, learned: String = "", severity: Severity? = nil,
        judgeOn: Day? = nil
    ) {
        self.planned = planned
        self.done = done
        self.effect = effect
        self.learned = learned
        self.severity = severity
        self.judgeOn = effect == .no ? nil : judgeOn
    }
}

/// A closure as it is read back. One that was taken back stays in the history.
public struct MadeClosure: Sendable {
    public let id: ID<MadeClosure>
    public let closure: Closure
    public let person: PersonID?
    public let at: Moment
    public let reopenedAt: Moment?
}

/// What somebody said of an action.
public struct Comment: Sendable {
    public let id: ID<Comment>
    public let person: PersonID
    public let at: Moment
    public let text: String
}
