import Kernel

typealias CheckID = ID<StuckCheck>

/// The eleven questions asked of one action: each answers alone, then the answers are compared.
public struct StuckCheck: Sendable, Equatable {
    let id: ID<StuckCheck>
    let action: ActionID
    let body: BodyID
    /// Said before anybody answers, and never changed.
    let isNamed: Bool
    let startedBy: PersonID?
    let startedAt: Moment
    /// Nothing while people answer.
    var comparedAt: Moment?
    /// Stopped without having been compared: its answers are gone.
    var endedAt: Moment?
    /// One line: what the group will do now.
    var outcome: String

    init(
        id: ID<StuckCheck>, action: ActionID, body: BodyID, isNamed: Bool, startedBy: PersonID?, startedAt: Moment,
        comparedAt: Moment? = nil, endedAt: Moment? = nil, outcome: String = ""
    ) {
        self.id = id
        self.action = action
        self.body = body
        self.isNamed = isNamed
        self.startedBy = startedBy
        self.startedAt = startedAt
        self.comparedAt = comparedAt
        self.endedAt = endedAt
        self.outcome = outcome
    }

    var isOpen: Bool { comparedAt == nil && endedAt == nil }

    /// With fewer answers than these it is not compared: of two without a name each would know the other's.
    var leastAnswers: Int { isNamed ? 2 : 3 }
}

/// What one person answers: each question, and a line where he or she likes.
struct CheckAnswers: Sendable, Equatable {
    let replies: [Int: Verdict]
    let lines: [Int: String]

    init(replies: [Int: Verdict], lines: [Int: String] = [:]) {
        (self.replies, self.lines) = (replies, lines)
    }
}

/// One row of what was answered. After an unnamed check was compared, a reply and a line of one person are two rows that
/// nothing holds together.
struct AnswerRow: Sendable, Equatable {
    let question: Int
    let person: PersonID?
    let reply: Verdict?
    let line: String
}
