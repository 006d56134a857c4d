import Kernel
import Storage

/// How far somebody's rights reach: over some bodies' plans, and over the units at and under some roots.
public struct Reach: Sendable {
    public let bodies: Set<BodyID>
    public let roots: Set<UnitID>
    /// What lies under a root is asked of this day, since units move.
    public let day: Day
    /// True where the roots are the whole organisation: then no row needs to be asked for its unit.
    public let isEverything: Bool
    /// The units at and under the roots, where somebody has asked for them already and they are few.
    private var named: [UnitID]?

    public init(bodies: Set<BodyID>, roots: Set<UnitID>, on day: Day, isEverything: Bool = false) {
        self.bodies = bodies
        self.day = day
        self.roots = roots
        self.isEverything = isEverything
    }

    public static let nothing = Reach(bodies: [], roots: [], on: .earliest)

    public var isNothing: Bool { bodies.isEmpty && roots.isEmpty && !isEverything }

    /// Whether the unit lies at or under one of the roots.
    public func includes(_ unit: UnitID, _ reader: Reader) throws -> Bool {
        if isEverything || roots.contains(unit) { return true }
        if let named { return named.contains(unit) }
        guard !roots.isEmpty else { return false }
        return try reader.exists(
            """
            SELECT 1 FROM unit_line WHERE unit_id = \(unit) AND ancestor_id IN \(SQL.list(roots.sorted()))
            AND starts <= \(day) AND ends >= \(day)
            """)
    }

    /// Whether a plan of this body is within reach, also where only its units are.
    public func includes(_ body: BodyID, covering units: [UnitID], _ reader: Reader) throws -> Bool {
        if isEverything || bodies.contains(body) { return true }
        return try units.contains { try includes($0, reader) }
    }

    /// The units at and under the roots, one by one. Nothing where there are more than can be named.
    public func units(most: Int, _ reader: Reader) throws -> [UnitID]? {
        let units: [UnitID] = try reader.values(
            """
            SELECT DISTINCT unit_id FROM unit_line WHERE ancestor_id IN \(SQL.list(roots.sorted()))
            AND starts <= \(day) AND ends >= \(day) LIMIT \(most + 1)
            """)
        return units.count > most ? nil : units
    }

    /// The same reach with its units read once, for as long as the tree stays as it is.
    public func naming(_ reader: Reader) throws -> Reach {
        guard !isEverything, !roots.isEmpty else { return self }
        var copy = self
        copy.named = try units(most: Self.mostKept, reader)
        return copy
    }

    /// The units within reach are few, and known one by one: rows are found by them, and not by what many have in common.
    public var isFew: Bool { named != nil }

    /// The units within reach one by one, where they are few enough to be named in a statement.
    public func few(_ reader: Reader) throws -> [UnitID]? {
        try named ?? units(most: Self.mostNamed, reader)
    }

    /// More units than this are not kept with a viewer, of whom many are kept in memory.
    private static let mostKept = 60
    /// Units that are named one by one; more are asked for as a whole.
    private static let mostNamed = 500

    /// The same as `condition(unit:)` for a list in some order. Few units are read first and named, since either engine
    /// then finds their rows by index. Of many it shall walk over the rows in the list's order, and not look up and sort
    /// a large part of the table: no index has the columns in COALESCE.
    public func condition(unit column: SQL, listedBy reader: Reader) throws -> SQL {
        if isEverything || roots.isEmpty { return condition(unit: column) }
        guard let units = try few(reader) else {
            return condition(unit: "COALESCE(\(column), '')")
        }
        return "\(column) IN \(SQL.list(units))"
    }

    /// The same for rows whose body, or whose unit, is within reach.
    public func condition(body: SQL, unit: SQL, listedBy reader: Reader) throws -> SQL {
        if isEverything || roots.isEmpty { return condition(body: body, unit: unit) }
        guard let units = try few(reader) else {
            return condition(body: "COALESCE(\(body), '')", unit: "COALESCE(\(unit), '')")
        }
        return "(\(body) IN \(SQL.list(bodies.sorted())) OR \(unit) IN \(SQL.list(units)))"
    }

    /// Narrows a query to rows whose unit is within reach; the column must be an id of a unit.
    public func condition(unit column: SQL) -> SQL {
        if isEverything { return "1 = 1" }
        if roots.isEmpty { return "1 = 0" }
        return """
            \(column) IN (SELECT unit_id FROM unit_line WHERE ancestor_id IN \(SQL.list(roots.sorted()))
            AND starts <= \(day) AND ends >= \(day))
            """
    }

    /// The same for a query that finds one row, or few: its unit is looked up, and no list of units is made.
    public func condition(oneUnit unit: SQL) -> SQL {
        if isEverything { return "1 = 1" }
        if roots.isEmpty { return "1 = 0" }
        return """
            EXISTS (SELECT 1 FROM unit_line AS place WHERE place.unit_id = \(unit)
            AND place.ancestor_id IN \(SQL.list(roots.sorted())) AND place.starts <= \(day) AND place.ends >= \(day))
            """
    }

    /// The same for a query that finds one row, or few, by its body or its unit.
    public func condition(oneBody body: SQL, oneUnit unit: SQL) -> SQL {
        if isEverything || bodies.isEmpty { return condition(oneUnit: unit) }
        return "(\(body) IN \(SQL.list(bodies.sorted())) OR \(condition(oneUnit: unit)))"
    }

    /// Which of these units is nearest at or above the unit in the column; NULL where none is.
    public static func nearest(of units: [UnitID], above column: SQL, on day: Day) -> SQL {
        // In COALESCE, so that the unit's own line is walked, which is short, and not each of the units looked up in it.
        """
        (SELECT line.ancestor_id FROM unit_line AS line WHERE line.unit_id = \(column)
            AND COALESCE(line.ancestor_id, '') IN \(SQL.list(units)) AND line.starts <= \(day) AND line.ends >= \(day)
            ORDER BY line.depth LIMIT 1)
        """
    }

    /// The unit and all that it lies under on the day, as a source of rows of other features' queries: `above_id` and how
    /// far above it lies, `depth`.
    public static func line(of unit: UnitID, on day: Day) -> SQL {
        """
        (SELECT ancestor_id AS above_id, depth FROM unit_line
            WHERE unit_id = \(unit) AND starts <= \(day) AND ends >= \(day))
        """
    }

    /// Narrows a query to rows of this body that are within reach: all of them where the body itself is.
    public func condition(of body: BodyID, unit: SQL) -> SQL {
        bodies.contains(body) ? "1 = 1" : condition(unit: unit)
    }

    /// Narrows a query to rows whose body, or whose unit, is within reach.
    public func condition(body: SQL, unit: SQL) -> SQL {
        if isEverything { return "1 = 1" }
        if bodies.isEmpty { return condition(unit: unit) }
        let byBody: SQL = "\(body) IN \(SQL.list(bodies.sorted()))"
        return roots.isEmpty ? byBody : "(\(byBody) OR \(condition(unit: unit)))"
    }
}

/// Every unit with itself and all that it lies under, so that "at or under" is one look-up on either engine.
/// Kept by Organisation whenever the tree changes.
public enum AccessSchema {
    public static let migrations = [
        Migration(
            "create unit line",
            """
            CREATE TABLE unit_line (
                unit_id     TEXT NOT NULL,
                ancestor_id TEXT NOT NULL,
                depth       \(.integer) NOT NULL CHECK (depth >= 0),
                PRIMARY KEY (unit_id, ancestor_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX unit_line_by_ancestor ON unit_line (ancestor_id, unit_id)"
        ),
        // Units move: a line holds from a day to a day. Organisation fills it anew when it learns of periods.
        Migration(
            "date unit line",
            "DROP TABLE unit_line",
            """
            CREATE TABLE unit_line (
                unit_id     TEXT NOT NULL,
                ancestor_id TEXT NOT NULL,
                starts      TEXT NOT NULL,
                ends        TEXT NOT NULL CHECK (ends >= starts),
                depth       \(.integer) NOT NULL CHECK (depth >= 0),
                PRIMARY KEY (unit_id, ancestor_id, starts)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX unit_line_by_ancestor ON unit_line (ancestor_id, unit_id, starts, ends)"
        ),
    ]
}
