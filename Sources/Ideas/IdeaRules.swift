import Kernel

/// An idea on its way in, as its giver wrote it.
public struct NewIdea: Sendable, Equatable {
    public static let whatLimit = 200
    public static let whyLimit = 2000
    public static let nameLimit = 120

    public let what: String
    public let why: String
    public let giver: IdeaGiver

    /// - Parameter person: who is signed in; a guest says who it is, or gives the idea without a name.
    /// - Throws: `Problems` with everything that is wrong.
    public init(_ fields: Fields, by person: PersonID?) throws(Problems) {
        var reading = Reading(fields)
        what = reading.text("what", limit: Self.whatLimit)
        why = reading.optionalText("why", limit: Self.whyLimit)
        if reading.isTicked("anonymous") {
            giver = .anonymous
        } else if let person {
            giver = .person(person)
        } else {
            giver = .guest(name: reading.text("name", limit: Self.nameLimit))
        }
        try reading.finish()
    }
}

/// What a member of the body decides of an idea, other than taking it up: that is done by making an action of it.
public enum IdeaDecision: Sendable, Equatable {
    /// Not now. The reason may be left out.
    case parking(reason: String)
    /// - Parameter erasing: takes the words away for good, where they should never have stood there.
    case declining(reason: String, erasing: Bool)
    /// What was decided no longer holds: it waits again.
    case reopening

    static let reasonLimit = 1000

    /// What the journal calls it.
    var verb: String {
        switch self {
        case .parking: "parked"
        case .declining: "turned_down"
        case .reopening: "reopened"
        }
    }
}

extension Idea {
    /// - Throws: `Problems` where it is decided already: whoever decides anew opens it first.
    func decided(_ decision: IdeaDecision, by person: PersonID?, on day: Day) throws(Problems) -> Idea {
        var copy = self
        switch decision {
        case .parking(let reason):
            guard isOpen else { throw Problems(IdeaProblem.decidedAlready(state)) }
            copy.state = .parked
            copy.decision = Decision(day, by: person, because: reason)
        case .declining(let reason, let isErasing):
            guard isOpen else { throw Problems(IdeaProblem.decidedAlready(state)) }
            copy.state = .declined
            if isErasing { (copy.what, copy.why) = (Self.wordsTakenAway, "") }
            copy.decision = Decision(day, by: person, because: reason)
        case .reopening:
            guard state != .waiting else { return self }
            copy.state = .waiting
            copy.decision = nil
            copy.action = nil
        }
        copy.version += 1
        return copy
    }

    /// An action was made of it. What was once put aside, declined or done may be taken up after all.
    /// - Throws: `Problems` where an open action has come of it already.
    func takenUp(as action: ActionID, by person: PersonID?, on day: Day) throws(Problems) -> Idea {
        guard state != .takenUp else { throw Problems(IdeaProblem.decidedAlready(.takenUp)) }
        var copy = self
        copy.state = .takenUp
        copy.decision = Decision(day, by: person)
        copy.action = action
        copy.version += 1
        return copy
    }

    /// Its action was closed, or opened again.
    func following(isActionOpen: Bool) -> Idea {
        guard state == (isActionOpen ? .done : .takenUp) else { return self }
        var copy = self
        copy.state = isActionOpen ? .takenUp : .done
        copy.version += 1
        return copy
    }
}

/// What can be wrong with what is done to an idea.
public enum IdeaProblem: Problem, Equatable {
    case decidedAlready(IdeaState)
    /// Somebody else decided since the page was made.
    case decidedMeanwhile
    /// A program named neither a unit nor a body, and whoever owns its token belongs to none.
    case whichUnit

    public func explained(in language: Language) -> String { IdeaTexts(language: language).explain(self) }
}
