import Kernel
import Storage

public struct UnitStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ id: UnitID) throws -> Unit? {
        try reader.first("SELECT \(Unit.columns) FROM unit WHERE id = \(id)", Unit.init(row:))
    }

    public func find(code: String) throws -> Unit? {
        try reader.first("SELECT \(Unit.columns) FROM unit WHERE code = \(code)", Unit.init(row:))
    }

    /// The unit to which a report link or a poster's QR code leads.
    public func find(reportLink: String) throws -> Unit? {
        let links = [reportLink, ReportLink.typed(reportLink)]
        return try reader.first(
            "SELECT \(Unit.columns) FROM unit WHERE report_link IN \(SQL.list(links))", Unit.init(row:))
    }

    public func reportLink(of unit: UnitID) throws -> String? {
        try reader.value("SELECT report_link FROM unit WHERE id = \(unit)")
    }

    /// The units that stand at the top of the tree.
    public func tops(on day: Day) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit WHERE parent_id IS NULL AND opens <= \(day)
            AND (closes IS NULL OR closes >= \(day)) ORDER BY name_da, id
            """, Unit.init(row:))
    }

    public func children(of unit: UnitID, on day: Day) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit WHERE parent_id = \(unit) AND opens <= \(day)
            AND (closes IS NULL OR closes >= \(day)) ORDER BY name_da, id
            """, Unit.init(row:))
    }

    /// From the top of the tree down to the unit itself.
    public func line(to unit: UnitID) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit JOIN unit_line ON ancestor_id = id
            WHERE unit_id = \(unit) ORDER BY depth DESC
            """, Unit.init(row:))
    }

    /// The open units at and under these, nearest to the top first.
    public func within(_ roots: [UnitID], on day: Day, most: Int = 300) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit
            WHERE id IN (SELECT unit_id FROM unit_line WHERE ancestor_id IN \(SQL.list(roots)))
            AND opens <= \(day) AND (closes IS NULL OR closes >= \(day))
            ORDER BY (SELECT COUNT(*) FROM unit_line AS line WHERE line.unit_id = unit.id), name_da, id LIMIT \(most)
            """, Unit.init(row:))
    }

    /// The open units at and under these, level by level as far down as a list can be looked through: what lies deeper
    /// is found under its unit.
    public func nearestTop(_ roots: [UnitID], on day: Day, most: Int = 100) throws -> [Unit] {
        let isOpen: SQL = "opens <= \(day) AND (closes IS NULL OR closes >= \(day))"
        var level = try reader.rows(
            "SELECT \(Unit.columns) FROM unit WHERE id IN \(SQL.list(roots)) AND \(isOpen) ORDER BY name_da, id",
            Unit.init(row:))
        var found: [Unit] = []
        var known: Set<UnitID> = []
        while !level.isEmpty, found.isEmpty || found.count + level.count <= most {
            let new = level.filter { known.insert($0.id).inserted }
            found += new
            guard found.count < most, !new.isEmpty else { break }
            level = try reader.rows(
                """
                SELECT \(Unit.columns) FROM unit WHERE parent_id IN \(SQL.list(new.map(\.id))) AND \(isOpen)
                ORDER BY name_da, id LIMIT \(most + 1)
                """, Unit.init(row:))
        }
        return found
    }

    /// The names of these units, by id.
    public func names(of units: Set<UnitID>) throws -> [UnitID: Words] {
        guard !units.isEmpty else { return [:] }
        let pairs = try reader.rows("SELECT id, name_da, name_en FROM unit WHERE id IN \(SQL.list(units.sorted()))") {
            row in (try row[0] as UnitID, Words(da: try row[1], en: try row[2]))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Open units whose code or name begins with the text, for search fields.
    public func beginning(with text: String, on day: Day, most: Int = 30) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit
            WHERE opens <= \(day) AND (closes IS NULL OR closes >= \(day))
            AND (LOWER(name_da) LIKE \(text.lowercased() + "%") OR LOWER(code) LIKE \(text.lowercased() + "%"))
            ORDER BY name_da, id LIMIT \(most)
            """, Unit.init(row:))
    }

    /// All units, open or closed, by code from the given one on.
    public func page(after code: String = "", most: Int = 200) throws -> [Unit] {
        try reader.rows(
            "SELECT \(Unit.columns) FROM unit WHERE code > \(code) ORDER BY code LIMIT \(most)", Unit.init(row:))
    }

    /// How many units there are, open or closed.
    public func count() throws -> Int {
        try reader.value("SELECT COUNT(*) FROM unit") ?? 0
    }
}

extension Unit {
    static var columns: SQL { "id, code, parent_id, kind, name_da, name_en, legal_entity, opens, closes" }

    init(row: Row) throws {
        try self.init(
            id: row[0], code: row[1], parent: row[2], kind: row[3], name: Words(da: row[4], en: row[5]),
            isLegalEntity: row[6], opens: row[7], closes: row[8])
    }
}

extension UnitStore {
    /// Rebuilds what "at or under" is answered from, after the tree has changed.
    static let lineRenewal: [SQL] = [
        "DELETE FROM unit_line",
        """
        INSERT INTO unit_line (unit_id, ancestor_id, depth)
        WITH RECURSIVE way (unit_id, ancestor_id, depth) AS (
            SELECT id, id, 0 FROM unit
            UNION ALL
            SELECT way.unit_id, unit.parent_id, way.depth + 1
            FROM way JOIN unit ON unit.id = way.ancestor_id
            WHERE unit.parent_id IS NOT NULL AND way.depth < 50
        )
        SELECT unit_id, ancestor_id, depth FROM way
        """,
    ]
}
