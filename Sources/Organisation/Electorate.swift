import Access
import Kernel
import Storage

/// Who elects, of those in an area.
public enum Franchise: String, Sendable, CaseIterable, Storable {
    /// All employees without managerial power: they elect the safety representative of their group.
    case employees
    /// The safety representatives of the groups in the area: they elect among themselves those who sit in a committee.
    case representatives
    /// The leaders of the groups in the area: they elect among themselves those who sit in a committee.
    case leaders

    /// What those who are elected become.
    public var seat: Role { self == .leaders ? .leader : .representative }
}

/// Who may vote and stand in an area on a day, by what is known of people and mandates.
public struct ElectorateStore {
    /// Whoever holds one of these leads others at work. Other leaders are not known to be leaders, and are struck from
    /// a register by hand.
    public static let managerialRoles = Role.allCases.filter { $0.leads || $0 == .chair }

    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// By name.
    /// - Parameter body: the one that is elected to; its own representatives are not a group of its area.
    public func people(
        _ franchise: Franchise, in area: [UnitID], for body: BodyID, on day: Day, most: Int = 1_000_000
    ) throws -> [(id: PersonID, name: String)] {
        try reader.rows(
            """
            SELECT person.id, person.name FROM person WHERE \(condition(franchise, area, body, day))
            ORDER BY person.name, person.id LIMIT \(most)
            """
        ) { row in (id: try row[0], name: try row[1]) }
    }

    public func count(_ franchise: Franchise, in area: [UnitID], for body: BodyID, on day: Day) throws -> Int {
        try reader.value("SELECT COUNT(*) FROM person WHERE \(condition(franchise, area, body, day))") ?? 0
    }

    public func includes(
        _ person: PersonID, _ franchise: Franchise, in area: [UnitID], for body: BodyID, on day: Day
    ) throws -> Bool {
        let condition = condition(franchise, area, body, day, placed: Person.isPlaced)
        return try reader.exists("SELECT 1 FROM person WHERE person.id = \(person) AND \(condition)")
    }

    public func leads(_ person: PersonID, on day: Day) throws -> Bool {
        try reader.exists("\(Self.leadership(on: day)) AND mandate.person_id = \(person)")
    }

    /// - Parameter placed: how it is asked whether a person's unit is within the area.
    private func condition(
        _ franchise: Franchise, _ area: [UnitID], _ body: BodyID, _ day: Day,
        placed: (Reach) -> SQL = Person.works(within:)
    ) -> SQL {
        let within = Reach(bodies: [], roots: Set(area), on: day)
        let here: SQL = "person.starts <= \(day) AND (person.ends IS NULL OR person.ends >= \(day))"
        let leadsNobody: SQL = """
            person.kind = 'employee' AND NOT EXISTS (\(Self.leadership(on: day)) AND mandate.person_id = person.id)
            """
        func sits(as role: Role) -> SQL {
            """
            person.id IN (
                SELECT mandate.person_id FROM body_area JOIN mandate ON mandate.body_id = body_area.body_id
                WHERE \(within.condition(unit: "body_area.unit_id")) AND body_area.starts <= \(day)
                AND (body_area.ends IS NULL OR body_area.ends >= \(day)) AND mandate.role = \(role)
                AND mandate.body_id <> \(body) AND mandate.starts <= \(day)
                AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            )
            """
        }
        return switch franchise {
        case .employees: "\(placed(within)) AND \(here) AND \(leadsNobody)"
        case .representatives: "\(sits(as: .representative)) AND \(here) AND \(leadsNobody)"
        case .leaders: "\(sits(as: .leader)) AND \(here)"
        }
    }

    /// How many groups there are in an area: with few, all their members sit in the committee.
    public func groups(in area: [UnitID], on day: Day) throws -> Int {
        let within = Reach(bodies: [], roots: Set(area), on: day)
        return try reader.value(
            """
            SELECT COUNT(DISTINCT body.id) FROM body_area JOIN body ON body.id = body_area.body_id
            WHERE \(within.condition(unit: "body_area.unit_id")) AND body_area.starts <= \(day)
            AND (body_area.ends IS NULL OR body_area.ends >= \(day)) AND body.kind = 'group'
            AND body.opens <= \(day) AND (body.closes IS NULL OR body.closes >= \(day))
            """) ?? 0
    }

    private static func leadership(on day: Day) -> SQL {
        """
        SELECT 1 FROM mandate WHERE mandate.role IN \(SQL.list(managerialRoles)) AND mandate.starts <= \(day)
        AND (mandate.ends IS NULL OR mandate.ends >= \(day))
        """
    }
}
