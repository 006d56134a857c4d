import Access
import Kernel
import Reports
import Storage

/// That those who handle a report look for what led to it. There is one of a report at most; people open it anew where
/// something was overlooked.
public struct Investigation: Sendable, Equatable {
    public let report: ID<Report>
    public let begun: Day
    public let begunBy: PersonID
    /// Who took part beside those with a seat in the group, in words.
    public var others: String
    public var conclusion: String
    /// What would have prevented it.
    public var prevention: String
    /// Somebody has said that no cause could be found.
    public var isCauseUnknown: Bool
    public var closed: Day?
    public var closedBy: PersonID?

    public init(
        report: ID<Report>, begun: Day, begunBy: PersonID, others: String = "", conclusion: String = "",
        prevention: String = "", isCauseUnknown: Bool = false, closed: Day? = nil, closedBy: PersonID? = nil
    ) {
        self.report = report
        self.begun = begun
        self.begunBy = begunBy
        self.others = others
        self.conclusion = conclusion
        self.prevention = prevention
        self.isCauseUnknown = isCauseUnknown
        self.closed = closed
        self.closedBy = closedBy
    }

    public var isOpen: Bool { closed == nil }

    /// Every kind but what went well: a near miss as much as an accident. Source: bek. 65 of 22 January 2024, § 31, stk. 2,
    /// nr. 4.
    public static func isFor(_ kind: ReportKind) -> Bool { kind != .good }
}

/// Somebody who took part, with the seat that he or she had in the group then.
public struct Participant: Sendable, Equatable {
    public let person: PersonID
    public let role: Role

    public init(_ person: PersonID, as role: Role) {
        self.person = person
        self.role = role
    }

    /// The two of a group who take part in every investigation. Source: as `Investigation.isFor`.
    static let expected: [Role] = [.leader, .representative]
}

/// Something that happened, in the order of the event.
public struct EventStep: Sendable, Equatable {
    public let id: ID<EventStep>
    public let place: Int
    /// As people say it: “kl. 10.15”, “the day before”.
    public let time: String
    public let what: String

    public init(id: ID<EventStep>, place: Int, time: String, what: String) {
        self.id = id
        self.place = place
        self.time = time
        self.what = what
    }
}

/// Why something happened: the event itself, or another cause.
public struct Cause: Sendable, Equatable {
    public let id: ID<Cause>
    public let place: Int
    public let what: String
    /// What it answers; the event itself where it answers no other cause.
    public let parent: ID<Cause>?
    /// Where it hangs on the fishbone; where nothing is said, with what it answers.
    public let bone: Bone?

    public init(id: ID<Cause>, place: Int, what: String, parent: ID<Cause>? = nil, bone: Bone? = nil) {
        self.id = id
        self.place = place
        self.what = what
        self.parent = parent
        self.bone = bone
    }
}

/// The sides from which a group looks for causes, in the words of the working environment.
public enum Bone: String, Sendable, CaseIterable, Storable {
    /// What people knew, were taught and had agreed on; never whose fault it was.
    case people
    case task
    case equipment
    case substances
    case surroundings
    case organisation
}

/// Something that should have prevented the event, or could have.
public struct Barrier: Sendable, Equatable {
    public let id: ID<Barrier>
    public let place: Int
    public let what: String
    public let state: BarrierState

    public init(id: ID<Barrier>, place: Int, what: String, state: BarrierState) {
        self.id = id
        self.place = place
        self.what = what
        self.state = state
    }
}

public enum BarrierState: String, Sendable, CaseIterable, Storable {
    /// It was there, and kept it from becoming worse.
    case held
    /// It was there and did not work.
    case failed
    case missing

    /// Whether there is something to do about it.
    var isToMend: Bool { self != .held }
}
