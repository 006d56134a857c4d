import Access
import Kernel
import Storage

/// How somebody is reached, as the directory shows it to colleagues.
public struct Reachable: Sendable, Equatable {
    public let email: String?
    public let phone: String
}

/// Somebody whom one goes to in a unit, and as what.
public struct Contact: Sendable {
    public let seat: Seat
    /// Nothing where the person has left.
    public let reached: Reachable?
    /// How far above the unit the role is held: 0 where it is the unit's own.
    public let distance: Int

    public var role: Role { seat.mandate.role }
}

/// Whom one goes to in a unit on a day: the group that looks after it, and those who hold an office for it. Of what is
/// held at several levels the nearest counts.
public struct UnitContacts: Sendable {
    /// The group in whose area the unit lies; a committee where there is no group.
    public let group: Body?
    /// How far above the unit the group's area begins: 0 where the unit has a group of its own.
    public let groupDistance: Int
    /// Those of the group first: representatives, then leaders; then the offices.
    public let people: [Contact]
    /// What the group must have and nobody holds.
    public let vacant: [Role]
    /// All bodies that look after the unit, nearest first, with who sits there.
    public let bodies: [(body: Body, seats: [Seat])]

    /// The order in which one asks.
    public static let roles: [Role] = [
        .representative, .leader, .chair, .deputy, .unitLeader, .coordinator, .unionRepresentative,
        .studentRepresentative,
        .emergencyLead, .hrPartner, .secretariat,
    ]

    /// - Parameter today: whoever has left by then is known by name only.
    public init(of unit: UnitID, on day: Day, today: Day, _ reader: Reader) throws {
        let reaching = try BodyStore(reader).reaching(unit, on: day)
        let mandates = MandateStore(reader)
        let seats = Dictionary(
            grouping: try mandates.seats(inBodies: Set(reaching.map(\.body.id)).sorted(), on: day)
        ) { $0.mandate.body }
        bodies = reaching.enumerated().compactMap { place, one in
            // A body may look after the unit and one above it, too.
            reaching[..<place].contains { $0.body.id == one.body.id } ? nil : (one.body, seats[one.body.id] ?? [])
        }
        group = BodyStore.group(among: bodies.map(\.body))
        let nearest = group
        groupDistance = reaching.first { $0.body.id == nearest?.id }?.distance ?? 0
        let own = nearest.flatMap { seats[$0.id] } ?? []
        vacant = nearest.map { $0.kind.vacantRoles(held: own.map(\.mandate.role)) } ?? []
        let offices = try mandates.offices(covering: unit, on: day).map { ($0.seat, $0.distance) }
        let above = reaching.filter { $0.body.id != nearest?.id }.flatMap { one in
            (seats[one.body.id] ?? []).filter { $0.mandate.role == .coordinator }.map { ($0, one.distance) }
        }
        let ownDistance = groupDistance
        // A chair is asked where a committee does the work of a group.
        let asks = own.filter { $0.mandate.role != .chair || nearest?.kind != .group }
        let all = asks.map { ($0, ownDistance) } + offices + above
        let held = Dictionary(grouping: all) { $0.0.mandate.role }
        let asked = Self.roles.flatMap { role -> [(Seat, Int)] in
            let holders = held[role] ?? []
            let distance = holders.map(\.1).min()
            var seen: Set<PersonID> = []
            return holders.filter { $0.1 == distance && seen.insert($0.0.mandate.person).inserted }
        }
        let reached = try PersonStore(reader).reached(Set(asked.map(\.0.mandate.person)), on: today)
        people = asked.map { Contact(seat: $0.0, reached: reached[$0.0.mandate.person], distance: $0.1) }
    }
}

extension PersonStore {
    /// How those of these people who are here are reached.
    public func reached(_ people: Set<PersonID>, on today: Day) throws -> [PersonID: Reachable] {
        guard !people.isEmpty else { return [:] }
        let rows = try reader.rows(
            """
            SELECT id, email, phone FROM person WHERE id IN \(SQL.list(people.sorted())) AND starts <= \(today)
            AND (ends IS NULL OR ends >= \(today))
            """
        ) { row in (try row[0] as PersonID, Reachable(email: try row[1], phone: try row[2])) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
