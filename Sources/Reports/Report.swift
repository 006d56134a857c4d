import ActionPlan
import Kernel
import Storage

/// What somebody at the workplace told the safety organisation, with or without a name.
public struct Report: Sendable, Equatable {
    public let id: ID<Report>
    public var kind: ReportKind
    public let unit: UnitID
    public let what: String
    public let place: String
    /// The day it happened, where that was said.
    public let happened: Day?
    /// The day it was reported. Of an anonymous report nothing nearer is known anywhere.
    public let reported: Day
    public let sender: ReportSender
    public var circumstances: Circumstances
    /// What those say of it who handle it.
    public var severity: ReportSeverity
    public var stage: ReportStage
    /// Who first read it for the safety organisation, and when.
    public var seenBy: PersonID?
    public var seen: Day?
    /// When it first became an action on a plan.
    public var acted: Day?
    public var closed: Day?
    /// What the reporter reads at the end: why nothing is done, or what came of what was done.
    public var outcome: String
    /// Whether what was done helped; nothing where nothing was done.
    public var effect: Effect?
    /// Of somebody else whom the same event struck: the report of the first of them.
    public let first: ID<Report>?

    public init(
        id: ID<Report>, kind: ReportKind, unit: UnitID, what: String, place: String, happened: Day?, reported: Day,
        sender: ReportSender, circumstances: Circumstances = .usual, severity: ReportSeverity = .unrated,
        stage: ReportStage = .waiting,
        seenBy: PersonID? = nil, seen: Day? = nil,
        acted: Day? = nil, closed: Day? = nil, outcome: String = "", effect: Effect? = nil,
        first: ID<Report>? = nil
    ) {
        self.id = id
        self.kind = kind
        self.unit = unit
        self.what = what
        self.place = place
        self.happened = happened
        self.reported = reported
        self.sender = sender
        self.circumstances = circumstances
        self.severity = severity
        self.stage = stage
        self.seenBy = seenBy
        self.seen = seen
        self.acted = acted
        self.closed = closed
        self.outcome = outcome
        self.effect = effect
        self.first = first
    }

    public var isAnonymous: Bool { sender == .anonymous }
    public var isConfidential: Bool { kind.isConfidential }
}

/// Who reported.
public enum ReportSender: Sendable, Equatable {
    case anonymous
    /// Somebody who was signed in.
    case person(PersonID)
    /// Somebody who was not signed in and chose to say who it was.
    case guest(name: String, contact: String)

    /// The person who can be told by a notice.
    public var person: PersonID? {
        if case .person(let id) = self { id } else { nil }
    }
}

/// How far a report has come. The order is that of the list: what waits comes first.
public enum ReportStage: Int, Sendable, CaseIterable, Comparable, Storable {
    /// Nobody has read it.
    case waiting = 0
    case seen = 1
    /// It is on an action plan.
    case action = 2
    case closed = 3

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    public var stored: SQLValue { .integer(rawValue) }

    public init(column: Int, of row: Row) throws {
        guard let stage = Self(rawValue: try row[column]) else {
            throw UnreadableColumn(column: column, expected: "stage")
        }
        self = stage
    }

    /// The name it has in addresses and for programs.
    public var name: String {
        switch self {
        case .waiting: "waiting"
        case .seen: "seen"
        case .action: "action"
        case .closed: "closed"
        }
    }

    public init?(name: String) {
        guard let stage = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = stage
    }
}
