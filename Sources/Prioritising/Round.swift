import Ideas
import Kernel

typealias RoundID = ID<PriorityRound>
typealias CardID = ID<PriorityCard>

/// One time that a group and those it asks prioritise cards together.
public struct PriorityRound: Sendable, Equatable {
    public let id: ID<PriorityRound>
    /// Whose plan it is about.
    public let body: BodyID
    public let title: String
    public let audience: Audience
    /// By which those who sit in the room find it; it opens nothing to whoever has no right to it.
    public let code: String
    public var step: RoundStep
    public let started: Day
    public var closed: Day?
    /// How many had placed a card when all was shown.
    public var people: Int
    /// Raised by every step, so that two who lead do not move it on twice.
    public var version: Int
    /// How the board's notes hung before they were laid in the round's order; nothing where they were not.
    public var boardBefore: String?

    public init(
        id: ID<PriorityRound>, body: BodyID, title: String, audience: Audience, code: String,
        step: RoundStep = .proposal, started: Day, closed: Day? = nil, people: Int = 0, version: Int = 1,
        boardBefore: String? = nil
    ) {
        (self.id, self.body, self.title, self.audience, self.code) = (id, body, title, audience, code)
        (self.step, self.started, self.closed, self.people) = (step, started, closed, people)
        (self.version, self.boardBefore) = (version, boardBefore)
    }

    public static let titleLimit = 120
    public static let fewestCards = 2
    public static let mostCards = 30
    public static let codeLength = 6
}

/// Who places cards in a round.
public enum Audience: String, Sendable, CaseIterable {
    /// The members of the body.
    case members
    /// They, and everybody in the units that the body looks after.
    case everyone
}

/// One step at a time.
public enum RoundStep: Int, Sendable, CaseIterable {
    /// The group lays the cards itself.
    case proposal = 0
    /// Each places them alone.
    case placing
    /// All placements are shown over each other.
    case overlay
    /// The group says where each card lies.
    case agreement
    case closed

    /// The name it has in addresses and in the journal.
    public var name: String { "\(self)" }

    public init?(name: String) {
        guard let step = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = step
    }

    public var next: RoundStep? { RoundStep(rawValue: rawValue + 1) }
    /// Nothing before the first step, and none back from the end.
    public var previous: RoundStep? { self == .closed ? nil : RoundStep(rawValue: rawValue - 1) }

    /// Everybody's placements can be seen.
    public var isShown: Bool { self >= .overlay }

    /// Going back from the overlay, all that was placed is taken away: who places afterwards could else be found out by
    /// what has changed.
    public func wipes(to step: RoundStep) -> Bool { self == .overlay && step == .placing }
}

extension RoundStep: Comparable {
    public static func < (one: RoundStep, other: RoundStep) -> Bool { one.rawValue < other.rawValue }
}

/// What is placed in a round.
public struct PriorityCard: Sendable, Equatable {
    public enum About: Sendable, Equatable {
        case idea(IdeaID)
        case action(ActionID)
        /// Written for the round.
        case own(String)
    }

    public let id: ID<PriorityCard>
    /// Among the round's cards, from 1.
    public let place: Int
    public let about: About
    public var proposal: Placement?
    public var agreed: Placement?

    public static let titleLimit = 120

    public init(
        id: ID<PriorityCard>, place: Int, about: About, proposal: Placement? = nil, agreed: Placement? = nil
    ) {
        (self.id, self.place, self.about, self.proposal, self.agreed) = (id, place, about, proposal, agreed)
    }
}
