import Kernel
import Storage

/// That an action was closed: what was planned and done, whether it had the effect, and what was learned.
public struct Closure: Sendable, Equatable {
    public let planned: String
    public let done: String
    public let effect: Effect
    public let learned: String

    public init(planned: String = "", done: String, effect: Effect, learned: String = "") {
        self.planned = planned
        self.done = done
        self.effect = effect
        self.learned = learned
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
