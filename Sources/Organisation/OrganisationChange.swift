import Access
import Kernel
import Storage

/// That the tree of units changed on a day. Larger changes must be met by written documentation of the proximity
/// principle (bek. 65/2024 as the labour inspectorate told it to a university): whoever keeps that asks for these.
public struct OrganisationChange: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Storable {
        case renamed, moved, merged, split, closed
        /// A unit that was opened where the safety organisation is established already.
        case opened
        /// Two committees became a joint one by an agreement, or came back.
        case joined, parted
    }

    public let id: ID<OrganisationChange>
    /// The first day on which it is so.
    public let day: Day
    public let kind: Kind
    public let unit: UnitID
    /// Into which it was merged, under which it was moved, or which was split off from it.
    public let other: UnitID?
    public let reason: String
    public let recorded: Moment
    public let person: PersonID?
    /// When it was called back; nothing where it holds.
    public let recalled: Moment?

    init(
        id: ID<OrganisationChange>, day: Day, kind: Kind, unit: UnitID, other: UnitID?, reason: String,
        recorded: Moment, person: PersonID?, recalled: Moment? = nil
    ) {
        self.id = id
        self.day = day
        self.kind = kind
        self.unit = unit
        self.other = other
        self.reason = reason
        self.recorded = recorded
        self.person = person
        self.recalled = recalled
    }

    /// A new name changes nothing of how near the safety organisation is to the work, nor does what never came; and what
    /// was written down more than a year afterwards is history, of which nobody asks for documentation now.
    public var asksForProximity: Bool {
        kind != .renamed && recalled == nil && recorded.day <= day + Self.daysAsked
    }

    private static let daysAsked = 365
}

/// A seat or an office that a change of the tree left without its area: somebody must be elected or appointed anew
/// (at.dk: a representative's term ends with the part that he or she was elected for; the employees then have the right
/// and the duty to elect). It is met as soon as somebody takes the role there, or is answered with a reason.
public struct SeatDuty: Sendable, Equatable {
    public enum Kind: String, Sendable, Storable {
        case election, appointment
    }

    public struct Answer: Sendable, Equatable {
        public let text: String
        public let at: Moment
        public let person: PersonID?
    }

    public let id: ID<SeatDuty>
    public let change: ID<OrganisationChange>
    public let kind: Kind
    public let role: Role
    public let place: Mandate.Place
    /// From this day on.
    public let day: Day
    /// The mandate that ended.
    public let lost: ID<Mandate>
    public let answer: Answer?
}

/// How the organisation changed, and what the changes left to be done.
public struct ChangeStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ id: ID<OrganisationChange>) throws -> OrganisationChange? {
        try reader.first(
            "SELECT \(OrganisationChange.columns) FROM organisation_change WHERE id = \(id)",
            OrganisationChange.init(row:))
    }

    /// What happened to a unit, or will, latest first; also where it took another in, and what was called back.
    public func changes(of unit: UnitID, most: Int = 100) throws -> [OrganisationChange] {
        try reader.rows(
            """
            SELECT \(OrganisationChange.columns) FROM organisation_change WHERE unit_id = \(unit) OR other_id = \(unit)
            ORDER BY day DESC, id LIMIT \(most)
            """, OrganisationChange.init(row:))
    }

    /// All changes that take effect in the period, earliest first; none that was called back.
    public func changes(from first: Day, through last: Day, most: Int = 500) throws -> [OrganisationChange] {
        try reader.rows(
            """
            SELECT \(OrganisationChange.columns) FROM organisation_change WHERE day >= \(first) AND day <= \(last)
            AND recalled_at IS NULL ORDER BY day, id LIMIT \(most)
            """, OrganisationChange.init(row:))
    }

    public func find(_ id: ID<SeatDuty>) throws -> SeatDuty? {
        try reader.first("SELECT \(SeatDuty.columns) FROM seat_duty WHERE id = \(id)", SeatDuty.init(row:))
    }

    public func duties(of change: ID<OrganisationChange>) throws -> [SeatDuty] {
        try reader.rows(
            "SELECT \(SeatDuty.columns) FROM seat_duty WHERE change_id = \(change) ORDER BY role, id",
            SeatDuty.init(row:))
    }

    /// Those that nobody has met or answered, earliest first: an election or an appointment is waited for.
    public func waiting(most: Int = 500) throws -> [SeatDuty] {
        try reader.rows(
            """
            SELECT \(SeatDuty.columns) FROM seat_duty WHERE answered_at IS NULL AND \(Self.isUnmet)
            ORDER BY day, id LIMIT \(most)
            """, SeatDuty.init(row:))
    }

    public func waiting(in place: Mandate.Place) throws -> [SeatDuty] {
        let there: SQL =
            switch place {
            case .body(let body): "seat_duty.body_id = \(body)"
            case .unit(let unit): "seat_duty.unit_id = \(unit)"
            }
        return try reader.rows(
            """
            SELECT \(SeatDuty.columns) FROM seat_duty WHERE \(there) AND answered_at IS NULL AND \(Self.isUnmet)
            ORDER BY day, id
            """, SeatDuty.init(row:))
    }

    private static var isUnmet: SQL {
        """
        NOT EXISTS (SELECT 1 FROM mandate WHERE mandate.body_id = seat_duty.body_id AND mandate.role = seat_duty.role
            AND mandate.starts >= seat_duty.day)
        AND NOT EXISTS (SELECT 1 FROM mandate WHERE mandate.unit_id = seat_duty.unit_id
            AND mandate.role = seat_duty.role AND mandate.starts >= seat_duty.day)
        """
    }
}

extension OrganisationChange {
    static var columns: SQL { "id, day, kind, unit_id, other_id, reason, recorded_at, person_id, recalled_at" }

    init(row: Row) throws {
        try self.init(
            id: row[0], day: row[1], kind: row[2], unit: row[3], other: row[4], reason: row[5], recorded: row[6],
            person: row[7], recalled: row[8])
    }

    var insertion: SQL {
        """
        INSERT INTO organisation_change (id, day, kind, unit_id, other_id, reason, recorded_at, person_id)
        VALUES (\(id), \(day), \(kind), \(unit), \(other), \(reason), \(recorded), \(person))
        """
    }
}

extension SeatDuty {
    static var columns: SQL {
        """
        seat_duty.id, seat_duty.change_id, seat_duty.kind, seat_duty.role, seat_duty.body_id, seat_duty.unit_id,
        seat_duty.day, seat_duty.lost_id, seat_duty.answer, seat_duty.answered_at, seat_duty.answered_by
        """
    }

    init(row: Row) throws {
        let place: Mandate.Place
        if let body: BodyID = try row[4] { place = .body(body) } else { place = .unit(try row[5]) }
        var answer: Answer?
        if let text: String = try row[8] { answer = Answer(text: text, at: try row[9], person: try row[10]) }
        try self.init(
            id: row[0], change: row[1], kind: row[2], role: row[3], place: place, day: row[6], lost: row[7],
            answer: answer)
    }

    var insertion: SQL {
        """
        INSERT INTO seat_duty (id, change_id, kind, role, body_id, unit_id, day, lost_id)
        VALUES (\(id), \(change), \(kind), \(role), \(place.bodyID), \(place.unitID), \(day), \(lost))
        """
    }
}
