import Kernel
import Storage

public typealias RequestID = ID<LeaderRequest>

/// What a group asks of a leader so that an action can go on.
public enum Wish: String, Sendable, CaseIterable, Storable {
    case time, money
    /// Other rooms, other furniture, another way through.
    case layout
}

/// That a group asks a leader of the unit for a decision, by a day.
public struct LeaderRequest: Sendable, Equatable {
    public let id: RequestID
    public let action: ActionID
    public let body: BodyID
    public let wish: Wish
    /// What is asked, in the group's words.
    public let text: String
    public let leader: PersonID
    public let answerBy: Day
    public let askedBy: PersonID?
    public let askedAt: Moment
    public let answer: LeaderAnswer?
    public let answeredAt: Moment?
    public let withdrawnAt: Moment?

    public init(
        id: RequestID, action: ActionID, body: BodyID, wish: Wish, text: String, leader: PersonID, answerBy: Day,
        askedBy: PersonID?, askedAt: Moment, answer: LeaderAnswer? = nil, answeredAt: Moment? = nil,
        withdrawnAt: Moment? = nil
    ) {
        (self.id, self.action, self.body, self.wish, self.text) = (id, action, body, wish, text)
        (self.leader, self.answerBy, self.askedBy, self.askedAt) = (leader, answerBy, askedBy, askedAt)
        (self.answer, self.answeredAt, self.withdrawnAt) = (answer, answeredAt, withdrawnAt)
    }

    public var isOpen: Bool { answeredAt == nil && withdrawnAt == nil }

    /// Unanswered, though its day has passed.
    public func isLate(on day: Day) -> Bool { isOpen && answerBy < day }
}

/// What the leader decided, why, and from which day.
public struct LeaderAnswer: Sendable, Equatable {
    public enum Decision: String, Sendable, CaseIterable, Storable {
        case yes, partly, no
    }

    public let decision: Decision
    public let reason: String
    /// The day from which it holds; of a no, the day on which it can be asked again.
    public let from: Day

    public init(decision: Decision, reason: String, from: Day) {
        (self.decision, self.reason, self.from) = (decision, reason, from)
    }
}

/// An open request as a line of Today.
public struct OpenRequest: Sendable {
    public let request: LeaderRequest
    /// What the action is about.
    public let what: String
    /// The name of whoever is asked.
    public let leader: String?
}

extension LeaderRequest {
    static let textLimit = 2000
    /// Open ones of an action: whoever asks more asks for too much at once.
    static let mostOpen = 5
}

/// What is asked, as a form has it.
struct NewRequest: Equatable {
    let wish: Wish
    let text: String
    let leader: PersonID
    let answerBy: Day

    /// - Parameter leaders: who may be asked.
    init(_ fields: Fields, among leaders: Set<PersonID>, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        wish = reading.choice("wish", otherwise: .time)
        text = reading.text("text", limit: LeaderRequest.textLimit)
        let leader: PersonID? = reading.optionalID("leader")
        if leader == nil { reading.note(FieldProblem.missing, at: "leader") }
        if let leader, !leaders.contains(leader) { reading.note(FieldProblem.unknown, at: "leader") }
        answerBy = reading.notBefore(today, "answer_by")
        try reading.finish()
        self.leader = leader ?? PersonID("")
    }
}

extension LeaderAnswer {
    init(_ fields: Fields, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        let decision = reading.choice("decision", otherwise: Decision.no)
        let reason = reading.text("reason", limit: LeaderRequest.textLimit)
        let from = reading.notBefore(today, "from")
        try reading.finish()
        self.init(decision: decision, reason: reason, from: from)
    }
}

extension Reading {
    fileprivate mutating func notBefore(_ today: Day, _ name: String) -> Day {
        let day = day(name)
        if Day(fields[name].trimmed) != nil, day < today { note(FieldProblem.dayInThePast, at: name) }
        return day
    }
}
