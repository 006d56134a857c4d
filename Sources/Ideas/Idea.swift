import Kernel
import Storage

public typealias IdeaID = ID<Idea>

/// Something that somebody would like to see done, on the plan of the body that looks after the unit. Its members
/// decide what becomes of it.
public struct Idea: Sendable, Equatable {
    public let id: IdeaID
    /// In whose parking lot it lies.
    public let body: BodyID
    /// Where it was thought of.
    public let unit: UnitID
    public var what: String
    public var why: String
    /// The day it was given. Nothing nearer is known of any idea.
    public let given: Day
    public let giver: IdeaGiver
    public var state: IdeaState
    /// How many people support it.
    public var supports: Int
    /// Nothing while it waits.
    public var decision: Decision?
    /// What it became on the plan, where it was taken up.
    public var action: ActionID?
    /// Raised by every decision, so that nobody decides on what he or she has not seen.
    public var version: Int

    /// What was decided, when and by whom.
    public struct Decision: Sendable, Equatable {
        public let day: Day
        public let person: PersonID?
        /// What those who gave and supported it read.
        public let reason: String

        public init(_ day: Day, by person: PersonID?, because reason: String = "") {
            self.day = day
            self.person = person
            self.reason = reason
        }
    }

    public init(
        id: IdeaID, body: BodyID, unit: UnitID, what: String, why: String = "", given: Day, giver: IdeaGiver,
        state: IdeaState = .waiting, supports: Int = 0, decision: Decision? = nil, action: ActionID? = nil,
        version: Int = 1
    ) {
        self.id = id
        self.body = body
        self.unit = unit
        self.what = what
        self.why = why
        self.given = given
        self.giver = giver
        self.state = state
        self.supports = supports
        self.decision = decision
        self.action = action
        self.version = version
    }

    /// What stands where the words were taken away, for readers of either language.
    static let wordsTakenAway = "[fjernet · removed]"

    public var isAnonymous: Bool { giver == .anonymous }
    /// Nobody has said yes or no to it.
    public var isOpen: Bool { state.isOpen }
}

/// Who gave an idea.
public enum IdeaGiver: Sendable, Equatable {
    case anonymous
    /// Somebody who was signed in.
    case person(PersonID)
    /// Somebody who was not, and chose to say who it was.
    case guest(name: String)

    /// The person who can be told.
    public var person: PersonID? {
        if case .person(let id) = self { id } else { nil }
    }

    var guestName: String { if case .guest(let name) = self { name } else { "" } }
}

/// What has become of an idea. The order is that of the list: what waits comes first.
public enum IdeaState: Int, Sendable, CaseIterable, Storable {
    /// Nobody has answered.
    case waiting = 0
    /// Put aside until somebody picks it up.
    case parked = 1
    /// It is an open action on the plan.
    case takenUp = 2
    /// Its action is closed.
    case done = 3
    case declined = 4

    public var stored: SQLValue { .integer(rawValue) }

    public init(column: Int, of row: Row) throws {
        guard let state = Self(rawValue: try row[column]) else {
            throw UnreadableColumn(column: column, expected: "state of an idea")
        }
        self = state
    }

    var isOpen: Bool { self == .waiting || self == .parked }

    /// The name it has in addresses, in the journal and for programs.
    public var name: String {
        switch self {
        case .waiting: "waiting"
        case .parked: "parked"
        case .takenUp: "taken_up"
        case .done: "done"
        case .declined: "declined"
        }
    }

    public init?(name: String) {
        guard let state = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = state
    }
}
