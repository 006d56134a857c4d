import Kernel
import Storage

typealias HandingID = ID<Handing>

/// That a group says of one of its actions "others must solve this", to a body above it, and what becomes of that.
public struct Handing: Sendable, Equatable {
    let id: ID<Handing>
    /// The action of the group below.
    let action: ActionID
    /// Whose action it is; the same as `from` at the first step.
    let owner: BodyID
    let from: BodyID
    let to: BodyID
    /// The handing by which `from` had it, where it passed it on.
    let previous: ID<Handing>?
    /// What it is about, in words that the body above may read.
    let what: String
    let asked: String
    let why: String
    let by: PersonID?
    let at: Moment
    var state: HandingState
    /// What the body above, or whoever took it back, did.
    var answer: HandingAnswer?
    /// What it became on the plan above.
    var taken: ActionID?

    init(
        id: ID<Handing>, action: ActionID, owner: BodyID, from: BodyID, to: BodyID, previous: ID<Handing>? = nil,
        what: String,
        asked: String, why: String, by: PersonID?, at: Moment, state: HandingState = .open,
        answer: HandingAnswer? = nil, taken: ActionID? = nil
    ) {
        (self.id, self.action, self.owner, self.from, self.to) = (id, action, owner, from, to)
        self.previous = previous
        (self.what, self.asked, self.why, self.by, self.at) = (what, asked, why, by, at)
        (self.state, self.answer, self.taken) = (state, answer, taken)
    }

    static let whatLimit = 200
    static let textLimit = 2000
}

/// What has become of it.
enum HandingState: String, Sendable, CaseIterable, Storable {
    /// Nobody above has answered.
    case open
    /// It is an open action on the plan above.
    case taken
    /// That action is closed.
    case done
    case sentBack = "sent_back"
    /// The body above has handed it further up.
    case passedOn = "passed_on"
    case withdrawn

    /// Others have it: it is not handed up once more.
    var isInForce: Bool { self == .open || self == .taken }
}

/// When it was answered, by whom, and why.
struct HandingAnswer: Sendable, Equatable {
    let at: Moment
    let by: PersonID?
    let reason: String
    /// What those below could try instead.
    let advice: String

    init(at: Moment, by: PersonID?, reason: String = "", advice: String = "") {
        (self.at, self.by, self.reason, self.advice) = (at, by, reason, advice)
    }
}
