import Access
import Kernel
import Storage

/// A part of the organisation on a day: its units from the top downward, the bodies that look after them, and who holds
/// what. Read level by level, as many units as can be looked through at once: what lies deeper is counted, as far as it
/// says something.
public struct OrganisationTree: Sendable {
    /// Those that stand at the top of the part.
    public private(set) var tops: [UnitID] = []
    /// Above comes before below, and what stands beside each other is in the order of names.
    public private(set) var units: [Unit] = []
    /// How many units lie directly below one, and are not among these; `mostCounted` and one more where there are still
    /// more of them.
    public private(set) var hidden: [UnitID: Int] = [:]
    /// The bodies that look after this very unit.
    public private(set) var bodies: [UnitID: [Body]] = [:]
    public private(set) var seats: [BodyID: [Seat]] = [:]
    /// The offices that are held for this very unit.
    public private(set) var offices: [UnitID: [Seat]] = [:]

    /// Further nobody counts what is not shown.
    public static let mostCounted = 50
    /// So many units directly below the top are read where they are too many to be read all.
    private static let firstBelow = 20

    /// - Parameters:
    ///   - root: the whole organisation where nothing is given.
    ///   - levels: how many are read below the top.
    ///   - most: units; a level that would make it more is not read.
    public init(under root: UnitID?, levels: Int = 50, most: Int = 150, on day: Day, _ reader: Reader) throws {
        let store = UnitStore(reader)
        var level = try root.map { try [store.find($0, on: day)].compactMap(\.self) } ?? store.tops(on: day)
        level = Array(level.filter { $0.isOpen(on: day) }.prefix(most))
        tops = level.map(\.id)
        units = level
        var depth = 0
        while !level.isEmpty {
            let room = most - units.count
            let next = depth < levels ? try store.children(of: level.map(\.id), on: day, most: room) : nil
            guard let next else {
                try cut(below: level, depth == 0 && levels > 0, on: day, store)
                break
            }
            units += next
            level = next
            depth += 1
        }
        try fill(on: day, reader)
    }

    /// Whether only the first of the units directly below the top are among these.
    public var isCutBelowTop: Bool { tops.contains { hidden[$0] != nil } && units.count > tops.count }

    /// Counts what lies below units with which the reading ends. Below a single top with very many units the first of
    /// them are read all the same.
    private mutating func cut(below level: [Unit], _ isTop: Bool, on day: Day, _ store: UnitStore) throws {
        var level = level
        if isTop, level.count == 1, let top = level.first {
            level = try store.page(under: top.id, on: day, most: Self.firstBelow)
            units += level
            let more = try store.childCounts(of: [top.id], most: Self.mostCounted + level.count, on: day)
            hidden[top.id] = (more[top.id] ?? 0) - level.count
        }
        hidden.merge(try store.childCounts(of: level.map(\.id), most: Self.mostCounted, on: day)) { first, _ in first }
    }

    /// Bodies and people of these very units.
    public init(of units: [Unit], on day: Day, _ reader: Reader) throws {
        self.units = units
        try fill(on: day, reader)
    }

    private mutating func fill(on day: Day, _ reader: Reader) throws {
        let ids = units.map(\.id)
        bodies = try BodyStore(reader).bodies(ofEach: ids, on: day)
        let bodyIDs = Set(bodies.values.flatMap { $0 }.map(\.id))
        let mandates = MandateStore(reader)
        for seat in try mandates.seats(inBodies: bodyIDs.sorted(), on: day) {
            if let body = seat.mandate.body { seats[body, default: []].append(seat) }
        }
        for seat in try mandates.seats(forUnits: ids, on: day) {
            if let unit = seat.mandate.unit { offices[unit, default: []].append(seat) }
        }
    }

    /// The units below one, in their order.
    public func children(of unit: UnitID) -> [Unit] { units.filter { $0.parent == unit && $0.id != unit } }
}

extension UnitStore {
    /// The open units directly below any of these, in the order of names; nothing where there are more than these many,
    /// which is asked first, since all of them would be read to be put in order.
    func children(of units: [UnitID], on day: Day, most: Int) throws -> [Unit]? {
        guard !units.isEmpty else { return [] }
        let below = Self.below("IN \(SQL.list(units))", on: day)
        guard try !reader.exists("SELECT 1 FROM \(below) LIMIT 1 OFFSET \(most)") else { return nil }
        return try reader.rows(
            "SELECT \(Unit.columns) FROM \(below) ORDER BY version.name_da, unit.id", Unit.init(row:))
    }

    /// How many open units lie directly below each of these, counted to one more than the given; those without any are
    /// left out.
    func childCounts(of units: [UnitID], most: Int, on day: Day) throws -> [UnitID: Int] {
        guard !units.isEmpty else { return [:] }
        let counts = try reader.rows(
            """
            SELECT above.id, (SELECT COUNT(*) FROM (
                SELECT 1 FROM \(Self.below("= above.id", on: day)) LIMIT \(most + 1)
            ) AS found) FROM unit AS above WHERE above.id IN \(SQL.list(units))
            """
        ) { row in (try row[0] as UnitID, try row[1] as Int) }
        return Dictionary(uniqueKeysWithValues: counts.filter { $0.1 > 0 })
    }

    private static func below(_ parent: SQL, on day: Day) -> SQL {
        """
        unit_version AS version JOIN unit ON unit.id = version.unit_id
        WHERE version.parent_id \(parent) AND version.starts <= \(day)
        AND (version.ends IS NULL OR version.ends >= \(day))
        AND unit.opens <= \(day) AND (unit.closes IS NULL OR unit.closes >= \(day))
        """
    }
}

extension BodyStore {
    /// The open bodies that look after each of these very units, by name.
    func bodies(ofEach units: [UnitID], on day: Day) throws -> [UnitID: [Body]] {
        guard !units.isEmpty else { return [:] }
        let rows = try reader.rows(
            """
            SELECT \(Body.columns(on: day)), body_area.unit_id FROM body_area
            JOIN body ON body.id = body_area.body_id WHERE body_area.unit_id IN \(SQL.list(units))
            AND body_area.starts <= \(day) AND (body_area.ends IS NULL OR body_area.ends >= \(day))
            AND \(Body.isOpen(on: day))
            ORDER BY body.name_da, body.id
            """
        ) { row in (unit: try row[Body.columnCount] as UnitID, body: try Body(row: row)) }
        return Dictionary(grouping: rows, by: \.unit).mapValues { $0.map(\.body) }
    }

    /// Open bodies whose Danish name begins so, in the order of names.
    public func beginning(with text: String, on day: Day, most: Int = 10) throws -> [Body] {
        guard !text.trimmed.isEmpty else { return [] }
        // In both engines' collation nothing sorts after this last character.
        let (first, last) = (text.trimmed, text.trimmed + "\u{FFFF}")
        return try reader.rows(
            """
            SELECT \(Body.columns(on: day)) FROM body WHERE name_da >= \(first) AND name_da <= \(last)
            AND \(Body.isOpen(on: day)) ORDER BY name_da, id LIMIT \(most)
            """, Body.init(row:))
    }
}

extension MandateStore {
    /// Who sits in any of these bodies on the day, leaders and chairs first.
    public func seats(inBodies bodies: [BodyID], on day: Day) throws -> [Seat] {
        guard !bodies.isEmpty else { return [] }
        return try seats("mandate.body_id IN \(SQL.list(bodies))", on: day)
    }

    /// Who holds an office for any of these very units on the day.
    public func seats(forUnits units: [UnitID], on day: Day) throws -> [Seat] {
        guard !units.isEmpty else { return [] }
        return try seats("mandate.unit_id IN \(SQL.list(units))", on: day)
    }

    /// What any of these people holds on the day.
    public func seats(ofPeople people: [PersonID], on day: Day) throws -> [Seat] {
        guard !people.isEmpty else { return [] }
        return try seats("mandate.person_id IN \(SQL.list(people))", on: day)
    }

    private func seats(_ condition: SQL, on day: Day) throws -> [Seat] {
        try reader.rows(
            """
            SELECT \(Mandate.columns), person.name FROM mandate JOIN person ON person.id = mandate.person_id
            WHERE \(condition) AND mandate.starts <= \(day) AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            ORDER BY \(Mandate.rank), person.name, mandate.id
            """, Seat.init(row:))
    }
}

extension BodyStore {
    /// For each of these bodies one of the units that it looks after on the day.
    public func firstUnits(of bodies: Set<BodyID>, on day: Day) throws -> [BodyID: UnitID] {
        guard !bodies.isEmpty else { return [:] }
        let rows = try reader.rows(
            """
            SELECT body_id, MIN(unit_id) FROM body_area WHERE body_id IN \(SQL.list(bodies.sorted()))
            AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) GROUP BY body_id
            """
        ) { row in (try row[0] as BodyID, try row[1] as UnitID) }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
