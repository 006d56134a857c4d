import Kernel

/// A line of the living action plan: what was agreed, how far it is, and where it came from.
public struct Action: Sendable, Equatable {
    public let id: ActionID
    /// Whose plan it stands on.
    public let body: BodyID
    public var agreed: Agreement
    public let origin: Origin?
    public var stage: Stage
    /// Its place among the notes of its cell on the board, smallest first.
    public var rank: Int
    public var hold: Hold?
    /// The day when it was closed; nothing while it is open.
    public var closedOn: Day?
    /// The day from which it is asked whether what was done lasted; nothing while it is open, and when nothing more is
    /// asked.
    public var judgeOn: Day?
    /// How bad the problem behind it is, as the group rated it before the work; nothing where nobody has.
    public var severity: Severity?
    public let createdBy: PersonID?
    public let createdAt: Moment
    public var changedAt: Moment
    /// Raised by every change, so that nobody overwrites what he or she has not seen.
    public var version: Int

    public init(
        id: ActionID, body: BodyID, agreed: Agreement, origin: Origin? = nil, stage: Stage = .started, rank: Int = 0,
        hold: Hold? = nil, closedOn: Day? = nil, judgeOn: Day? = nil, severity: Severity? = nil,
        createdBy: PersonID?, createdAt: Moment, changedAt: Moment, version: Int = 1
    ) {
        self.id = id
        self.body = body
        self.agreed = agreed
        self.origin = origin
        self.stage = stage
        self.rank = rank
        self.hold = hold
        self.closedOn = closedOn
        self.judgeOn = judgeOn
        self.severity = severity
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.changedAt = changedAt
        self.version = version
    }

    public var isOpen: Bool { stage != .closed }

    /// Overdue is an open action whose day has passed; one on hold waits with everybody's knowledge.
    public func isOverdue(on day: Day) -> Bool { isOpen && hold == nil && agreed.due < day }

    /// Moves on it: the responsible person and the partners.
    public func isMoved(by person: PersonID) -> Bool {
        agreed.responsible == person || agreed.partners.contains(person)
    }
}

/// What was agreed to do, in the words of a paper plan: what, why, how, who, when, follow-up.
public struct Agreement: Sendable, Equatable {
    public var what: String
    public var why: String
    public var how: String
    /// Where it is to be done.
    public var unit: UnitID
    public var responsible: PersonID
    public var partners: Set<PersonID>
    public var due: Day
    /// How its effect is judged.
    public var followUp: String
    /// When it is judged.
    public var followUpOn: Day?
    public var theme: ThemeID?
    public var kind: HazardKind?
    public var difficulty: Difficulty

    public init(
        what: String, why: String = "", how: String = "", unit: UnitID, responsible: PersonID,
        partners: Set<PersonID> = [], due: Day, followUp: String = "", followUpOn: Day? = nil, theme: ThemeID? = nil,
        kind: HazardKind? = nil, difficulty: Difficulty = .simple
    ) {
        self.what = what
        self.why = why
        self.how = how
        self.unit = unit
        self.responsible = responsible
        self.partners = partners
        self.due = due
        self.followUp = followUp
        self.followUpOn = followUpOn
        self.theme = theme
        self.kind = kind
        self.difficulty = difficulty
    }

    /// Under the names of the form's fields, for the journal and for laying two editions side by side.
    public var described: [String: String] {
        [
            "what": what, "why": why, "how": how, "unit": unit.text, "responsible": responsible.text,
            "partners": partners.sorted().map(\.text).joined(separator: " "), "due": due.text, "follow_up": followUp,
            "follow_up_on": followUpOn?.text ?? "", "theme": theme?.text ?? "", "kind": kind?.rawValue ?? "",
            "difficulty": difficulty.rawValue,
        ]
    }

    static let names = [
        "what", "why", "how", "unit", "responsible", "partners", "due", "follow_up", "follow_up_on", "theme", "kind",
        "difficulty",
    ]
}

/// That an action waits, why, and when to look at it again.
public struct Hold: Sendable, Equatable {
    public let reason: String
    public let lookAgainOn: Day

    public init(reason: String, lookAgainOn: Day) {
        self.reason = reason
        self.lookAgainOn = lookAgainOn
    }
}
