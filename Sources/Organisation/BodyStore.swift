import Access
import Kernel
import Storage

public struct BodyStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ id: BodyID) throws -> Body? {
        guard var body = try reader.first("SELECT \(Body.columns) FROM body WHERE id = \(id)", Body.init(row:)) else {
            return nil
        }
        body.units = try units(of: id)
        return body
    }

    public func units(of body: BodyID) throws -> [UnitID] {
        try reader.values("SELECT unit_id FROM body_unit WHERE body_id = \(body) ORDER BY unit_id")
    }

    /// Open bodies by name; their units are not read.
    public func page(after place: (name: String, id: BodyID)? = nil, on day: Day, most: Int = 100) throws -> [Body] {
        let from: SQL = place.map { "AND (name_da, id) > (\($0.name), \($0.id))" } ?? ""
        return try reader.rows(
            """
            SELECT \(Body.columns) FROM body WHERE opens <= \(day) AND (closes IS NULL OR closes >= \(day)) \(from)
            ORDER BY name_da, id LIMIT \(most)
            """, Body.init(row:))
    }

    /// The names of these bodies, by id.
    public func names(of bodies: Set<BodyID>) throws -> [BodyID: Words] {
        guard !bodies.isEmpty else { return [:] }
        let pairs = try reader.rows("SELECT id, name_da, name_en FROM body WHERE id IN \(SQL.list(bodies.sorted()))") {
            row in (try row[0] as BodyID, Words(da: try row[1], en: try row[2]))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Those of these bodies that are open, by name; their units are not read.
    public func named(_ bodies: Set<BodyID>, on day: Day) throws -> [Body] {
        guard !bodies.isEmpty else { return [] }
        return try reader.rows(
            """
            SELECT \(Body.columns) FROM body WHERE id IN \(SQL.list(bodies.sorted())) AND opens <= \(day)
            AND (closes IS NULL OR closes >= \(day)) ORDER BY name_da, id
            """, Body.init(row:))
    }

    /// The open bodies that look after the unit, nearest first.
    public func bodies(covering unit: UnitID, on day: Day) throws -> [Body] {
        try reader.rows(
            """
            SELECT \(Body.columns(of: "body")) FROM unit_line
            JOIN body_unit ON body_unit.unit_id = unit_line.ancestor_id
            JOIN body ON body.id = body_unit.body_id
            WHERE unit_line.unit_id = \(unit) AND body.opens <= \(day)
            AND (body.closes IS NULL OR body.closes >= \(day))
            ORDER BY unit_line.depth, body.name_da, body.id
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

    /// Who sits in the body on the day, leaders and chairs first.
    public func seats(of body: BodyID, on day: Day) throws -> [Seat] {
        try reader.rows(
            """
            SELECT \(Mandate.columns), person.name FROM mandate JOIN person ON person.id = mandate.person_id
            WHERE mandate.body_id = \(body) AND mandate.starts <= \(day)
            AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            ORDER BY CASE mandate.role WHEN 'chair' THEN 0 WHEN 'leader' THEN 1 WHEN 'representative' THEN 2 ELSE 3 END,
            person.name, mandate.id
            """
        ) { row in
            Seat(mandate: try Mandate(row: row), name: try row[7])
        }
    }

    /// Who sat in the body before, latest first.
    public func formerSeats(of body: BodyID, on day: Day) throws -> [Seat] {
        try reader.rows(
            """
            SELECT \(Mandate.columns), person.name FROM mandate JOIN person ON person.id = mandate.person_id
            WHERE mandate.body_id = \(body) AND mandate.ends < \(day) ORDER BY mandate.ends DESC, mandate.id LIMIT 100
            """
        ) { row in
            Seat(mandate: try Mandate(row: row), name: try row[7])
        }
    }

    func mandates(of person: PersonID, in body: BodyID) throws -> [Mandate] {
        try reader.rows(
            "SELECT \(Mandate.columns) FROM mandate WHERE person_id = \(person) AND body_id = \(body)",
            Mandate.init(row:))
    }

    public func find(_ mandate: ID<Mandate>) throws -> Mandate? {
        try reader.first("SELECT \(Mandate.columns) FROM mandate WHERE id = \(mandate)", Mandate.init(row:))
    }
}

extension Body {
    static var columns: SQL { "id, kind, name_da, name_en, parent_id, opens, closes" }

    static func columns(of body: SQL) -> SQL {
        "\(body).id, \(body).kind, \(body).name_da, \(body).name_en, \(body).parent_id, \(body).opens, \(body).closes"
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], kind: row[1], name: Words(da: row[2], en: row[3]), parent: row[4], units: [], opens: row[5],
            closes: row[6])
    }
}

extension Mandate {
    static var columns: SQL {
        """
        mandate.id, mandate.role, mandate.body_id, mandate.person_id, mandate.origin, mandate.starts, mandate.ends
        """
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], role: row[1], body: row[2], person: row[3], origin: row[4], starts: row[5], ends: row[6])
    }
}
