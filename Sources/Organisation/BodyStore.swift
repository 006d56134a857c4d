import Access
import Kernel
import Storage

public struct BodyStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// The body with the units that it looks after on the day.
    public func find(_ id: BodyID, on day: Day) throws -> Body? {
        let (bodies, units) = try reader.together(Self.body(id, on: day), Self.units(of: [id], on: day))
        guard var body = bodies.first else { return nil }
        body.units = units
        return body
    }

    /// Its units are not read.
    public static func body(_ id: BodyID, on day: Day) -> Query<Body> {
        Query("SELECT \(Body.columns(on: day)) FROM body WHERE body.id = \(id)", Body.init(row:))
    }

    public func find(code: String, on day: Day) throws -> Body? {
        guard !code.isEmpty, let id: BodyID = try reader.value("SELECT id FROM body WHERE code = \(code)") else {
            return nil
        }
        return try find(id, on: day)
    }

    public func units(of body: BodyID, on day: Day) throws -> [UnitID] {
        try units(of: [body], on: day)
    }

    /// The units that any of these bodies looks after on the day.
    public func units(of bodies: some Collection<BodyID>, on day: Day) throws -> [UnitID] {
        bodies.isEmpty ? [] : try reader.rows(Self.units(of: bodies, on: day))
    }

    public static func units(of bodies: some Collection<BodyID>, on day: Day) -> Query<UnitID> {
        Query(
            """
            SELECT DISTINCT unit_id FROM body_area WHERE body_id IN \(SQL.list(bodies.sorted()))
            AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) ORDER BY unit_id
            """
        ) { try $0[0] }
    }

    /// Open bodies by name; their units are not read.
    public func page(after place: (name: String, id: BodyID)? = nil, on day: Day, most: Int = 100) throws -> [Body] {
        let from: SQL = place.map { "AND (name_da, id) > (\($0.name), \($0.id))" } ?? ""
        return try reader.rows(
            """
            SELECT \(Body.columns(on: day)) FROM body WHERE \(Body.isOpen(on: day)) \(from)
            ORDER BY name_da, id LIMIT \(most)
            """, Body.init(row:))
    }

    /// The first of each kind by name, the kinds in their own order: of very many groups, the committees are still seen.
    func first(ofEachKind most: Int, on day: Day) throws -> [Body] {
        let each = BodyKind.allCases.map { kind -> SQL in
            """
            SELECT * FROM (
                SELECT \(Body.columns(on: day)) FROM body WHERE kind = \(kind) AND \(Body.isOpen(on: day))
                ORDER BY name_da, id LIMIT \(most)
            ) AS chosen
            """
        }
        return try reader.rows(SQL.joined(each, by: " UNION ALL "), Body.init(row:))
    }

    /// The names of these bodies, by id.
    public func names(of bodies: Set<BodyID>) throws -> [BodyID: Words] {
        bodies.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: try reader.rows(Self.names(of: bodies)))
    }

    public static func names(of bodies: Set<BodyID>) -> Query<(BodyID, Words)> {
        Query("SELECT id, name_da, name_en FROM body WHERE id IN \(SQL.list(bodies.sorted()))") { row in
            (try row[0], Words(da: try row[1], en: try row[2]))
        }
    }

    /// Those of these bodies that are open, by name; their units are not read.
    public func named(_ bodies: Set<BodyID>, on day: Day) throws -> [Body] {
        guard !bodies.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT \(Body.columns(on: day)) FROM body WHERE id IN \(SQL.list(bodies.sorted()))
            AND \(Body.isOpen(on: day)) ORDER BY name_da, id
            """, Body.init(row:))
    }

    /// The open bodies that look after the unit, nearest first.
    public func bodies(covering unit: UnitID, on day: Day) throws -> [Body] {
        try reaching(unit, on: day).map(\.body)
    }

    /// The open bodies that look after the unit, nearest first, with how far above it lies the unit by which they do.
    func reaching(_ unit: UnitID, on day: Day) throws -> [(body: Body, distance: Int)] {
        try reader.rows(Self.reaching(unit, on: day))
    }

    public static func reaching(_ unit: UnitID, on day: Day) -> Query<(body: Body, distance: Int)> {
        Query(
            """
            SELECT \(Body.columns(on: day)), unit_line.depth FROM unit_line
            JOIN body_area ON body_area.unit_id = unit_line.ancestor_id
            JOIN body ON body.id = body_area.body_id
            WHERE unit_line.unit_id = \(unit) AND unit_line.starts <= \(day) AND unit_line.ends >= \(day)
            AND body_area.starts <= \(day) AND (body_area.ends IS NULL OR body_area.ends >= \(day))
            AND \(Body.isOpen(on: day))
            ORDER BY unit_line.depth, body.name_da, body.id
            """
        ) { row in (body: try Body(row: row), distance: try row[Body.columnCount]) }
    }

    /// The bodies that look after this very unit on the day or later, opened or not.
    func bodies(naming unit: UnitID, from day: Day) throws -> [Body] {
        try reader.rows(
            """
            SELECT DISTINCT \(Body.columns(on: day)) FROM body_area JOIN body ON body.id = body_area.body_id
            WHERE body_area.unit_id = \(unit) AND (body_area.ends IS NULL OR body_area.ends >= \(day))
            AND (body.closes IS NULL OR body.closes >= \(day)) ORDER BY body.name_da, body.id
            """, Body.init(row:))
    }

    /// The group in whose area the unit lies: what is reported or planned there is put on its plan.
    public func group(covering unit: UnitID, on day: Day) throws -> Body? {
        Self.group(among: try bodies(covering: unit, on: day))
    }

    /// The same of bodies that are known already, nearest first.
    public static func group(among bodies: [Body]) -> Body? {
        bodies.first { [.group, .joint, .coDetermination].contains($0.kind) } ?? bodies.first
    }

    /// Who sits in these bodies on the day.
    public func mandates(in bodies: [BodyID], on day: Day) throws -> [Mandate] {
        guard !bodies.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT \(Mandate.columns) FROM mandate WHERE body_id IN \(SQL.list(bodies)) AND starts <= \(day)
            AND (ends IS NULL OR ends >= \(day)) ORDER BY id
            """, Mandate.init(row:))
    }

    /// Who sits on the day in what looks after the unit, also in a body that is not open.
    public static func mandates(covering unit: UnitID, on day: Day) -> Query<Mandate> {
        Query(
            """
            SELECT \(Mandate.columns) FROM mandate WHERE body_id IN (
                SELECT body_area.body_id FROM unit_line JOIN body_area ON body_area.unit_id = unit_line.ancestor_id
                WHERE unit_line.unit_id = \(unit) AND unit_line.starts <= \(day) AND unit_line.ends >= \(day)
                AND body_area.starts <= \(day) AND (body_area.ends IS NULL OR body_area.ends >= \(day)))
            AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) ORDER BY id
            """, Mandate.init(row:))
    }

    /// Who sits in the body on the day, leaders and chairs first.
    public func seats(of body: BodyID, on day: Day) throws -> [Seat] {
        try reader.rows(Self.seats(of: body, on: day))
    }

    public static func seats(of body: BodyID, on day: Day) -> Query<Seat> {
        MandateStore.seats(in: .body(body), on: day)
    }
}

extension BodyStore {
    /// The day on which the first body opened that looks after something at or under the unit; nothing where there is none.
    public func beginning(under unit: UnitID, on day: Day) throws -> Day? {
        let area = Reach(bodies: [], roots: [unit], on: day)
        if let units = try area.units(most: 100, reader) {
            return try reader.value(
                """
                SELECT MIN(body.opens) FROM body WHERE body.id IN (
                    SELECT body_id FROM body_area WHERE unit_id IN \(SQL.list(units)))
                """)
        }
        // One of the first bodies of all is soon found to lie in a large area: in CASE, so that each is asked in turn.
        return try reader.value(
            """
            SELECT body.opens FROM body WHERE CASE WHEN EXISTS (
                SELECT 1 FROM body_area JOIN unit_line ON unit_line.unit_id = body_area.unit_id
                WHERE body_area.body_id = body.id AND unit_line.ancestor_id = \(unit)
                AND unit_line.starts <= \(day) AND unit_line.ends >= \(day)) THEN 1 ELSE 0 END = 1
            ORDER BY body.opens, body.id LIMIT 1
            """)
    }
}

extension Body {
    /// As it is on the day: what it answers to may have been taken over by another body, and what becomes a part of a
    /// joint body closes until it comes back.
    static func columns(on day: Day) -> SQL {
        """
        body.id, body.kind, body.name_da, body.name_en,
        COALESCE((SELECT heir.successor_id FROM body_succession AS heir WHERE heir.body_id = body.parent_id
            AND heir.starts <= \(day) AND (heir.ends IS NULL OR heir.ends >= \(day))), body.parent_id),
        body.opens, COALESCE((SELECT MIN(gap.last_day) FROM body_succession AS gap WHERE gap.body_id = body.id
            AND (gap.ends IS NULL OR gap.ends >= \(day))), body.closes),
        body.code, body.employer_seats, body.employee_seats, body.meetings_a_year
        """
    }

    static let columnCount = 11

    /// Narrows a query on `body` to those that are open on the day.
    static func isOpen(on day: Day) -> SQL {
        """
        body.opens <= \(day) AND (body.closes IS NULL OR body.closes >= \(day))
        AND NOT EXISTS (SELECT 1 FROM body_succession AS gap WHERE gap.body_id = body.id AND gap.starts <= \(day)
            AND (gap.ends IS NULL OR gap.ends >= \(day)))
        """
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], kind: row[1], name: Words(da: row[2], en: row[3]), parent: row[4], units: [], opens: row[5],
            closes: row[6], code: row[7], employerSeats: row[8], employeeSeats: row[9], meetingsAYear: row[10])
    }
}
