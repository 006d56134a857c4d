import Access
import Kernel
import Storage

/// How the safety organisation is built on a day: which bodies there are, who sits in them, for which employer, and who
/// stands outside. Each question is one statement for however many units or bodies it is asked of.
public struct ShapeStore {
    /// The kinds of bodies that a safety organisation consists of.
    public static let kinds: [BodyKind] = groupKinds + [.committee, .main]
    /// Those whose area somebody belongs to: groups, and what an agreement puts in their place.
    public static let groupKinds: [BodyKind] = [.group] + agreedKinds
    /// Built by an agreement, which may arrange them in another way than the law's sections on size.
    public static let agreedKinds: [BodyKind] = [.joint, .coDetermination]
    /// Those that take care of the overall tasks.
    public static let committeeKinds: [BodyKind] = [.committee, .main] + agreedKinds

    let reader: Reader
    let day: Day

    public init(_ reader: Reader, on day: Day) {
        self.reader = reader
        self.day = day
    }

    /// The open bodies of the safety organisation that look after a unit at or under the roots, by name.
    public func bodies(within roots: [UnitID]) throws -> [Body] {
        guard !roots.isEmpty else { return [] }
        let ids: [BodyID] = try reader.values(
            """
            SELECT DISTINCT body_area.body_id FROM body_area JOIN body ON body.id = body_area.body_id
            WHERE body_area.unit_id IN (\(units(under: roots))) AND \(holds("body_area"))
            AND body.kind IN \(SQL.list(Self.kinds)) AND \(Body.isOpen(on: day))
            """)
        return try bodies(ids)
    }

    /// These bodies with the units that they look after on the day, by name.
    private func bodies(_ ids: [BodyID]) throws -> [Body] {
        var bodies: [Body] = []
        for some in ids.pieces {
            bodies += try reader.rows(
                "SELECT \(Body.columns(on: day)) FROM body WHERE id IN \(SQL.list(some))", Body.init(row:))
        }
        let areas = try areas(of: ids)
        for place in bodies.indices { bodies[place].units = areas[bodies[place].id] ?? [] }
        return bodies.sorted { ($0.name.danish, $0.id) < ($1.name.danish, $1.id) }
    }

    /// The units that each of these bodies looks after.
    public func areas(of bodies: [BodyID]) throws -> [BodyID: [UnitID]] {
        var areas: [BodyID: [UnitID]] = [:]
        for some in bodies.pieces {
            let rows = try reader.rows(
                """
                SELECT body_id, unit_id FROM body_area WHERE body_id IN \(SQL.list(some)) AND \(holds("body_area"))
                ORDER BY body_id, unit_id
                """
            ) { row in (try row[0] as BodyID, try row[1] as UnitID) }
            for (body, unit) in rows { areas[body, default: []].append(unit) }
        }
        return areas
    }

    /// Open bodies of the safety organisation that look after no unit.
    public func withoutArea() throws -> [Body] {
        try reader.rows(
            """
            SELECT \(Body.columns(on: day)) FROM body WHERE kind IN \(SQL.list(Self.kinds)) AND \(Body.isOpen(on: day))
            AND NOT EXISTS (SELECT 1 FROM body_area WHERE body_area.body_id = body.id AND \(holds("body_area")))
            ORDER BY name_da, id
            """, Body.init(row:))
    }

    /// Who sits in these bodies on the day or will, in the order in which a body's people are named.
    public func seats(of bodies: [BodyID]) throws -> [BodyID: [Sitting]] {
        var seats: [BodyID: [Sitting]] = [:]
        for some in bodies.pieces {
            let rows = try reader.rows(
                """
                SELECT \(Mandate.columns), person.name, person.email FROM mandate
                JOIN person ON person.id = mandate.person_id
                WHERE mandate.body_id IN \(SQL.list(some)) AND (mandate.ends IS NULL OR mandate.ends >= \(day))
                ORDER BY \(Mandate.rank), person.name, mandate.id
                """
            ) { row in Sitting(seat: try Seat(row: row), email: try row[Mandate.columnCount + 1]) }
            for sitting in rows {
                if let body = sitting.seat.mandate.body { seats[body, default: []].append(sitting) }
            }
        }
        return seats
    }

    /// The last day on which somebody held the role in each of these bodies, where somebody did before.
    public func lastHeld(_ role: Role, in bodies: [BodyID]) throws -> [BodyID: Day] {
        var days: [BodyID: Day] = [:]
        // The role in COALESCE, so that SQLite goes from the bodies to their mandates, and not over all of that role.
        for some in bodies.pieces {
            let rows = try reader.rows(
                """
                SELECT body_id, MAX(ends) FROM mandate WHERE body_id IN \(SQL.list(some))
                AND COALESCE(role, '') = \(role) AND ends < \(day) GROUP BY body_id
                """
            ) { row in (try row[0] as BodyID, try row[1] as Day) }
            days.merge(rows) { first, _ in first }
        }
        return days
    }

    /// The committee nearest above each of these bodies, by the units that it looks after; the one that the body answers
    /// to, where that is among them.
    public func committees(above bodies: [Body]) throws -> [BodyID: BodyID] {
        var above: [BodyID: [(committee: BodyID, depth: Int)]] = [:]
        // Crossed, so that SQLite goes from a body up its units' lines, and not down from every committee.
        for some in bodies.map(\.id).pieces {
            let rows = try reader.rows(
                """
                SELECT own.body_id, over.body_id, MIN(unit_line.depth) FROM body_area AS own
                CROSS JOIN unit_line CROSS JOIN body_area AS over CROSS JOIN body
                WHERE own.body_id IN \(SQL.list(some)) AND \(holds("own")) AND over.body_id <> own.body_id
                AND unit_line.unit_id = own.unit_id AND \(isLine("unit_line"))
                AND over.unit_id = unit_line.ancestor_id AND \(holds("over")) AND body.id = over.body_id
                AND body.kind IN \(SQL.list(Self.committeeKinds)) AND \(Body.isOpen(on: day))
                GROUP BY own.body_id, over.body_id
                """
            ) { row in (try row[0] as BodyID, try row[1] as BodyID, try row[2] as Int) }
            for (body, committee, depth) in rows { above[body, default: []].append((committee, depth)) }
        }
        var nearest: [BodyID: BodyID] = [:]
        for body in bodies {
            guard let found = above[body.id] else { continue }
            let first = found.min { ($0.depth, $0.committee) < ($1.depth, $1.committee) }
            nearest[body.id] = found.first { $0.committee == body.parent }?.committee ?? first?.committee
        }
        return nearest
    }

    /// Units at or under the roots in which somebody works and that no group looks after, by name.
    public func outside(within roots: [UnitID]) throws -> [Outside] {
        guard !roots.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT \(Unit.columns), CASE WHEN EXISTS (\(covers("unit.id", Self.committeeKinds))) THEN 1 ELSE 0 END
            FROM \(Unit.source(on: day)) WHERE unit.id IN (\(units(under: roots)))
            AND unit.opens <= \(day) AND (unit.closes IS NULL OR unit.closes >= \(day))
            AND (\(hasPeople)) AND NOT EXISTS (\(covers("unit.id", Self.groupKinds)))
            ORDER BY version.name_da, unit.id
            """
        ) { row in Outside(unit: try Unit(row: row), hasCommittee: try row[9]) }
    }

    /// That an employee is registered in the row of `unit`, or was counted there lately.
    private var hasPeople: SQL {
        let months = HeadCount.months(until: day)
        return """
            EXISTS (SELECT 1 FROM person WHERE person.unit_id = unit.id AND \(isEmployed)
                AND (person.unit_since IS NULL OR person.unit_since <= \(day)))
            OR EXISTS (SELECT 1 FROM person_placement AS former JOIN person ON person.id = former.person_id
                WHERE former.unit_id = unit.id AND former.starts <= \(day) AND former.ends >= \(day) AND \(isEmployed))
            OR EXISTS (SELECT 1 FROM unit_month WHERE unit_month.unit_id = unit.id AND unit_month.head_count > 0
                AND unit_month.month >= \(months.lowerBound) AND unit_month.month <= \(months.upperBound))
            """
    }

    private func covers(_ unit: SQL, _ kinds: [BodyKind]) -> SQL {
        """
        SELECT 1 FROM unit_line AS way JOIN body_area ON body_area.unit_id = way.ancestor_id
        JOIN body ON body.id = body_area.body_id
        WHERE way.unit_id = \(unit) AND \(isLine("way")) AND \(holds("body_area"))
        AND body.kind IN \(SQL.list(kinds)) AND \(Body.isOpen(on: day))
        """
    }

    var isEmployed: SQL {
        "person.kind = 'employee' AND person.starts <= \(day) AND (person.ends IS NULL OR person.ends >= \(day))"
    }

    func units(under roots: [UnitID]) -> SQL {
        """
        SELECT unit_line.unit_id FROM unit_line WHERE unit_line.ancestor_id IN \(SQL.list(roots.sorted()))
        AND \(isLine("unit_line"))
        """
    }

    func isLine(_ line: SQL) -> SQL { "\(line).starts <= \(day) AND \(line).ends >= \(day)" }
    func holds(_ row: SQL) -> SQL { "\(row).starts <= \(day) AND (\(row).ends IS NULL OR \(row).ends >= \(day))" }
}

/// A seat, with the address by which its holder is given another one.
public struct Sitting: Sendable {
    public let seat: Seat
    public let email: String?

    public init(seat: Seat, email: String?) {
        self.seat = seat
        self.email = email
    }

    public var mandate: Mandate { seat.mandate }
}

/// A unit in which somebody works outside every group's area.
public struct Outside: Sendable {
    public let unit: Unit
    /// Whether a committee at least looks after it.
    public let hasCommittee: Bool
}

extension Array {
    /// No statement carries more values than this many.
    var pieces: [ArraySlice<Element>] {
        stride(from: 0, to: count, by: 5000).map { self[$0..<Swift.min($0 + 5000, count)] }
    }
}

extension ShapeStore {
    /// The unit where nobody looks after it although somebody works there.
    public func outside(_ unit: UnitID) throws -> Outside? {
        try reader.first(
            """
            SELECT \(Unit.columns), CASE WHEN EXISTS (\(covers("unit.id", Self.committeeKinds))) THEN 1 ELSE 0 END
            FROM \(Unit.source(on: day)) WHERE unit.id = \(unit)
            AND (\(hasPeople)) AND NOT EXISTS (\(covers("unit.id", Self.groupKinds)))
            """
        ) { row in Outside(unit: try Unit(row: row), hasCommittee: try row[9]) }
    }

    /// The open groups, and what an agreement put in their place, that look after one of these very units.
    public func groups(naming units: [UnitID]) throws -> [Body] { try bodies(naming: units, kinds: Self.groupKinds) }

    /// The open bodies of these kinds that look after one of these very units, by name.
    public func bodies(naming units: [UnitID], kinds: [BodyKind]) throws -> [Body] {
        guard !units.isEmpty else { return [] }
        let ids: [BodyID] = try reader.values(
            """
            SELECT DISTINCT body_area.body_id FROM body_area JOIN body ON body.id = body_area.body_id
            WHERE body_area.unit_id IN \(SQL.list(units)) AND \(holds("body_area"))
            AND body.kind IN \(SQL.list(kinds)) AND \(Body.isOpen(on: day))
            """)
        return try bodies(ids)
    }

    /// Open groups for which the committee may be the nearest: as many as are asked for that answer to it, those in which
    /// any of these people sits, and the first hundred that answer to none.
    public func groups(answeringTo committee: BodyID, orWith people: [PersonID], most: Int) throws -> [Body] {
        func groups(_ parent: SQL, most: Int) throws -> [BodyID] {
            try reader.values(
                """
                SELECT id FROM body WHERE \(parent) AND kind = \(BodyKind.group) AND \(Body.isOpen(on: day))
                ORDER BY name_da, id LIMIT \(most)
                """)
        }
        var ids = try groups("parent_id = \(committee)", most: most) + groups("parent_id IS NULL", most: 100)
        if !people.isEmpty {
            ids += try reader.values(
                """
                SELECT DISTINCT body.id FROM mandate JOIN body ON body.id = mandate.body_id
                WHERE mandate.person_id IN \(SQL.list(people)) AND \(holds("mandate"))
                AND COALESCE(body.kind, '') = \(BodyKind.group) AND \(Body.isOpen(on: day))
                """, as: BodyID.self)
        }
        return try bodies(Set(ids).sorted())
    }
}
