import Access
import Kernel
import Storage

/// Who holds what, in bodies and for units.
public struct MandateStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ mandate: ID<Mandate>) throws -> Mandate? {
        try reader.first("SELECT \(Mandate.columns) FROM mandate WHERE mandate.id = \(mandate)", Mandate.init(row:))
    }

    /// Who holds something there on the day, leaders and chairs first.
    public func seats(in place: Mandate.Place, on day: Day) throws -> [Seat] {
        try reader.rows(Self.seats(in: place, on: day))
    }

    static func seats(in place: Mandate.Place, on day: Day) -> Query<Seat> {
        Query(
            """
            SELECT \(Mandate.columns), person.name FROM mandate JOIN person ON person.id = mandate.person_id
            WHERE \(condition(place)) AND mandate.starts <= \(day)
            AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            ORDER BY \(Mandate.rank), person.name, mandate.id
            """, Seat.init(row:))
    }

    /// Who held something there before, latest first.
    public func formerSeats(in place: Mandate.Place, on day: Day) throws -> [Seat] {
        try reader.rows(
            """
            SELECT \(Mandate.columns), person.name FROM mandate JOIN person ON person.id = mandate.person_id
            WHERE \(Self.condition(place)) AND mandate.ends < \(day)
            ORDER BY mandate.ends DESC, mandate.id LIMIT 100
            """, Seat.init(row:))
    }

    /// Who will hold something there, soonest first.
    public func comingSeats(in place: Mandate.Place, on day: Day) throws -> [Seat] {
        try reader.rows(
            """
            SELECT \(Mandate.columns), person.name FROM mandate JOIN person ON person.id = mandate.person_id
            WHERE \(Self.condition(place)) AND mandate.starts > \(day)
            ORDER BY mandate.starts, mandate.id LIMIT 100
            """, Seat.init(row:))
    }

    /// Every mandate of the place, whenever it is held: what a rule looks at.
    public func all(in place: Mandate.Place) throws -> [Seat] {
        try reader.rows(
            """
            SELECT \(Mandate.columns), person.name FROM mandate JOIN person ON person.id = mandate.person_id
            WHERE \(Self.condition(place)) ORDER BY mandate.starts, mandate.id
            """, Seat.init(row:))
    }

    /// All that a person holds, held or will hold.
    public func all(of person: PersonID) throws -> [Mandate] {
        try reader.rows(Self.all(of: person))
    }

    public static func all(of person: PersonID) -> Query<Mandate> {
        Query(
            """
            SELECT \(Mandate.columns) FROM mandate WHERE mandate.person_id = \(person)
            ORDER BY mandate.starts, mandate.id
            """, Mandate.init(row:))
    }

    /// The mandates held on the day for which time is allotted, wherever they are held.
    public func allotted(on day: Day) throws -> [Mandate] {
        try reader.rows(
            """
            SELECT \(Mandate.columns) FROM mandate WHERE mandate.minutes_a_week IS NOT NULL
            AND mandate.starts <= \(day) AND (mandate.ends IS NULL OR mandate.ends >= \(day)) ORDER BY mandate.id
            """, Mandate.init(row:))
    }

    /// Whoever leads a group or a unit can neither stand nor vote where employees elect their representative.
    public func leads(_ person: PersonID, on day: Day) throws -> Bool {
        try all(of: person).contains { $0.role.leads && $0.isHeld(on: day) }
    }

    /// The offices that hold for a unit on the day, those of the unit itself first, then those above it: its
    /// coordinator, emergency lead, union representative, HR partner, leader.
    public func offices(covering unit: UnitID, on day: Day) throws -> [Office] {
        try reader.rows(Self.offices(covering: unit, on: day))
    }

    public static func offices(covering unit: UnitID, on day: Day) -> Query<Office> {
        Query(
            """
            SELECT \(Mandate.columns), person.name, unit_line.depth FROM unit_line
            JOIN mandate ON mandate.unit_id = unit_line.ancestor_id
            JOIN person ON person.id = mandate.person_id
            WHERE unit_line.unit_id = \(unit) AND unit_line.starts <= \(day) AND unit_line.ends >= \(day)
            AND mandate.starts <= \(day) AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            ORDER BY unit_line.depth, \(Mandate.rank), person.name, mandate.id
            """
        ) { row in
            Office(seat: try Seat(row: row), distance: try row[Mandate.columnCount + 1])
        }
    }

    static func condition(_ place: Mandate.Place) -> SQL {
        switch place {
        case .body(let body): "mandate.body_id = \(body)"
        case .unit(let unit): "mandate.unit_id = \(unit)"
        }
    }
}

/// An office that holds for a unit.
public struct Office: Sendable {
    public let seat: Seat
    /// How far above the unit it is held: 0 where it is the unit's own.
    public let distance: Int
}

extension Seat {
    init(row: Row) throws {
        self.init(mandate: try Mandate(row: row), name: try row[Mandate.columnCount])
    }
}

extension Mandate {
    static var columns: SQL {
        """
        mandate.id, mandate.role, mandate.body_id, mandate.unit_id, mandate.person_id, mandate.origin, mandate.starts,
        mandate.ends, mandate.minutes_a_week, mandate.represents, mandate.represented_unit, mandate.deputy_of
        """
    }

    static let columnCount = 12

    /// The order in which a body's people are named.
    static var rank: SQL {
        """
        CASE mandate.role WHEN 'chair' THEN 0 WHEN 'unit_leader' THEN 1 WHEN 'leader' THEN 2
        WHEN 'representative' THEN 3 WHEN 'coordinator' THEN 4 WHEN 'secretary' THEN 5 WHEN 'deputy' THEN 9 ELSE 6 END
        """
    }

    init(row: Row) throws {
        let place: Place
        if let body: BodyID = try row[2] { place = .body(body) } else { place = .unit(try row[3]) }
        try self.init(
            id: row[0], role: row[1], in: place, person: row[4], origin: row[5], starts: row[6], ends: row[7],
            minutesAWeek: row[8], represents: row[9], representedUnit: row[10], deputyOf: row[11])
    }
}
