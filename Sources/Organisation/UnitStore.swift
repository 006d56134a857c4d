import Kernel
import Storage

/// Units as they are on a day: what they are called and where they lie changes with time.
public struct UnitStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// The unit as it is on the day; also where it has closed or not opened yet.
    public func find(_ id: UnitID, on day: Day) throws -> Unit? {
        try reader.first(Self.unit(id, on: day))
    }

    public static func unit(_ id: UnitID, on day: Day) -> Query<Unit> {
        Query("SELECT \(Unit.columns) FROM \(Unit.source(on: day)) WHERE unit.id = \(id)", Unit.init(row:))
    }

    public func find(code: String, on day: Day) throws -> Unit? {
        try reader.first(
            "SELECT \(Unit.columns) FROM \(Unit.source(on: day)) WHERE unit.code = \(code)", Unit.init(row:))
    }

    /// The unit to which a report link or a poster's QR code leads.
    public func find(reportLink: String, on day: Day) throws -> Unit? {
        let links = [reportLink, ReportLink.typed(reportLink)]
        return try reader.first(
            "SELECT \(Unit.columns) FROM \(Unit.source(on: day)) WHERE unit.report_link IN \(SQL.list(links))",
            Unit.init(row:))
    }

    public func reportLink(of unit: UnitID) throws -> String? {
        try reader.value("SELECT report_link FROM unit WHERE id = \(unit)")
    }

    /// The units that stand at the top of the tree.
    public func tops(on day: Day) throws -> [Unit] {
        try under("version.parent_id IS NULL", on: day)
    }

    public func children(of unit: UnitID, on day: Day) throws -> [Unit] {
        try under("version.parent_id = \(unit)", on: day)
    }

    /// The open units directly below, by name from the given one on.
    public func page(under unit: UnitID, after last: UnitID? = nil, on day: Day, most: Int) throws -> [Unit] {
        var parent: SQL = "version.parent_id = \(unit)"
        if let last, let name = try names(of: [last], on: day)[last] {
            parent = "\(parent) AND (version.name_da, version.unit_id) > (\(name.danish), \(last))"
        }
        return try under(parent, on: day, most: most)
    }

    /// How many units lie at and under each of these, counted to one more than the given.
    public func sizes(of units: [UnitID], most: Int, on day: Day) throws -> [UnitID: Int] {
        guard !units.isEmpty else { return [:] }
        let sizes = try reader.rows(
            """
            SELECT above.id, (SELECT COUNT(*) FROM (
                SELECT 1 FROM unit_line WHERE ancestor_id = above.id AND starts <= \(day) AND ends >= \(day)
                LIMIT \(most + 1)
            ) AS found) FROM unit AS above WHERE above.id IN \(SQL.list(units))
            """
        ) { row in (try row[0] as UnitID, try row[1] as Int) }
        return Dictionary(uniqueKeysWithValues: sizes)
    }

    private func under(_ parent: SQL, on day: Day, most: Int? = nil) throws -> [Unit] {
        let limit: SQL = most.map { "LIMIT \($0)" } ?? ""
        return try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit_version AS version JOIN unit ON unit.id = version.unit_id
            WHERE \(parent) AND version.starts <= \(day) AND (version.ends IS NULL OR version.ends >= \(day))
            AND unit.opens <= \(day) AND (unit.closes IS NULL OR unit.closes >= \(day))
            ORDER BY version.name_da, version.unit_id \(limit)
            """, Unit.init(row:))
    }

    /// From the top of the tree down to the unit itself.
    public func line(to unit: UnitID, on day: Day) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit_line JOIN unit ON unit.id = unit_line.ancestor_id \(Unit.joined(on: day))
            WHERE unit_line.unit_id = \(unit) AND unit_line.starts <= \(day) AND unit_line.ends >= \(day)
            ORDER BY unit_line.depth DESC
            """, Unit.init(row:))
    }

    /// The open units at and under these, nearest to the top first.
    public func within(_ roots: [UnitID], on day: Day, most: Int = 300) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM \(Unit.source(on: day))
            WHERE unit.id IN (SELECT unit_id FROM unit_line WHERE ancestor_id IN \(SQL.list(roots))
                AND starts <= \(day) AND ends >= \(day))
            AND unit.opens <= \(day) AND (unit.closes IS NULL OR unit.closes >= \(day))
            ORDER BY (SELECT COUNT(*) FROM unit_line AS line WHERE line.unit_id = unit.id AND line.starts <= \(day)
                AND line.ends >= \(day)), version.name_da, unit.id LIMIT \(most)
            """, Unit.init(row:))
    }

    /// The open units at and under these, level by level as far down as a list can be looked through: what lies deeper
    /// is found under its unit.
    public func nearestTop(_ roots: [UnitID], on day: Day, most: Int = 100) throws -> [Unit] {
        let isOpen: SQL = "unit.opens <= \(day) AND (unit.closes IS NULL OR unit.closes >= \(day))"
        func level(_ condition: SQL, _ most: Int) throws -> [Unit] {
            try reader.rows(
                """
                SELECT \(Unit.columns) FROM \(Unit.source(on: day)) WHERE \(condition) AND \(isOpen)
                ORDER BY version.name_da, unit.id LIMIT \(most)
                """, Unit.init(row:))
        }
        var next = try level("unit.id IN \(SQL.list(roots))", roots.count)
        var found: [Unit] = []
        var known: Set<UnitID> = []
        while !next.isEmpty, found.isEmpty || found.count + next.count <= most {
            let new = next.filter { known.insert($0.id).inserted }
            found += new
            guard found.count < most, !new.isEmpty else { break }
            next = try level("version.parent_id IN \(SQL.list(new.map(\.id)))", most + 1)
        }
        return found
    }

    /// Whether the unit lies at or under the root on a day from the given one on.
    func lies(_ unit: UnitID, under root: UnitID, from day: Day) throws -> Bool {
        try reader.exists(
            "SELECT 1 FROM unit_line WHERE unit_id = \(unit) AND ancestor_id = \(root) AND ends >= \(day)")
    }

    /// The names of these units on the day, by id.
    public func names(of units: Set<UnitID>, on day: Day) throws -> [UnitID: Words] {
        guard !units.isEmpty else { return [:] }
        let pairs = try reader.rows(
            """
            SELECT unit_id, name_da, name_en FROM unit_version WHERE unit_id IN \(SQL.list(units.sorted()))
            AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))
            """
        ) { row in (try row[0] as UnitID, Words(da: try row[1], en: try row[2])) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Units' ids and names of the day as what the lists of other features are grouped by. On every day a unit has one
    /// name, also when it is closed.
    public static func namesAsGroups(on day: Day, in language: Language) -> SQL {
        let name: SQL = language == .danish ? "name_da" : "name_en"
        return """
            (SELECT unit_id AS group_id, \(name) AS group_name FROM unit_version WHERE starts <= \(day)
            AND (ends IS NULL OR ends >= \(day)))
            """
    }

    /// Open units with a word in code or name that begins so, whatever they were called, for search fields.
    public func beginning(with text: String, on day: Day, most: Int = 30) throws -> [Unit] {
        let beginnings = SearchWords.typed(text)
        guard let first = beginnings.first else {
            return try text.trimmed.isEmpty ? within(tops(on: day).map(\.id), on: day, most: most) : []
        }
        var conditions: [SQL] = [
            SearchWords.begins("word.word", with: first), "unit.opens <= \(day)",
            "(unit.closes IS NULL OR unit.closes >= \(day))",
            """
            NOT EXISTS (SELECT 1 FROM unit_word AS earlier WHERE earlier.unit_id = word.unit_id
                AND earlier.word >= \(first) AND earlier.word < word.word)
            """,
        ]
        for other in beginnings.dropFirst() {
            conditions.append(
                """
                EXISTS (SELECT 1 FROM unit_word AS other WHERE other.unit_id = word.unit_id
                    AND \(SearchWords.begins("other.word", with: other)))
                """)
        }
        return try reader.rows(
            """
            SELECT \(Unit.columns) FROM unit_word AS word JOIN unit ON unit.id = word.unit_id \(Unit.joined(on: day))
            WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY word.word, word.unit_id LIMIT \(most)
            """, Unit.init(row:))
    }

    /// All units, open or closed, by code from the given one on.
    public func page(after code: String = "", on day: Day, most: Int = 200) throws -> [Unit] {
        try reader.rows(
            """
            SELECT \(Unit.columns) FROM \(Unit.source(on: day)) WHERE unit.code > \(code)
            ORDER BY unit.code LIMIT \(most)
            """, Unit.init(row:))
    }

    /// How many units there are, open or closed.
    public func count() throws -> Int {
        try reader.value("SELECT COUNT(*) FROM unit") ?? 0
    }

    /// The day on which the first unit opened: nothing can be shown of the time before.
    public func beginning() throws -> Day? {
        try reader.value("SELECT MIN(opens) FROM unit")
    }

    /// How the unit was, is and will be, from the first version on.
    func versions(of unit: UnitID) throws -> [UnitVersion] {
        try reader.rows(
            """
            SELECT starts, ends, parent_id, kind, name_da, name_en, legal_entity FROM unit_version
            WHERE unit_id = \(unit) ORDER BY starts
            """, UnitVersion.init(row:))
    }
}

/// What a unit is called and where it lies, from a day to a day.
struct UnitVersion: Sendable, Equatable {
    /// `Day.earliest` for the first.
    let starts: Day
    let ends: Day?
    var parent: UnitID?
    var kind: Unit.Kind
    var name: Words
    var isLegalEntity: Bool

    init(row: Row) throws {
        starts = try row[0]
        ends = try row[1]
        parent = try row[2]
        kind = try row[3]
        name = Words(da: try row[4], en: try row[5])
        isLegalEntity = try row[6]
    }
}

extension Unit {
    static var columns: SQL {
        """
        unit.id, unit.code, version.parent_id, version.kind, version.name_da, version.name_en, version.legal_entity,
        unit.opens, unit.closes
        """
    }

    /// Every unit once, with the version that holds on the day.
    static func source(on day: Day) -> SQL { "unit \(joined(on: day))" }

    /// To each row of `unit` the version that holds on the day.
    static func joined(on day: Day) -> SQL {
        """
        JOIN unit_version AS version ON version.unit_id = unit.id AND version.starts <= \(day)
        AND (version.ends IS NULL OR version.ends >= \(day))
        """
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], code: row[1], parent: row[2], kind: row[3], name: Words(da: row[4], en: row[5]),
            isLegalEntity: row[6], opens: row[7], closes: row[8])
    }
}

extension UnitStore {
    /// Rebuilds what "at or under" is answered from, after the tree has changed: every way upward, for as long as all of
    /// its steps hold.
    static let lineRenewal: [SQL] = [
        "DELETE FROM unit_line",
        """
        INSERT INTO unit_line (unit_id, ancestor_id, starts, ends, depth)
        WITH RECURSIVE way (unit_id, ancestor_id, starts, ends, depth) AS (
            SELECT id, id, '0001-01-01', '9999-12-31', 0 FROM unit
            UNION ALL
            SELECT way.unit_id, version.parent_id,
            CASE WHEN version.starts > way.starts THEN version.starts ELSE way.starts END,
            CASE WHEN version.ends < way.ends THEN version.ends ELSE way.ends END, way.depth + 1
            FROM way JOIN unit_version AS version ON version.unit_id = way.ancestor_id
            AND version.starts <= way.ends AND (version.ends IS NULL OR version.ends >= way.starts)
            WHERE version.parent_id IS NOT NULL AND way.depth < 50
        )
        SELECT unit_id, ancestor_id, starts, ends, depth FROM way
        """,
    ]
}
