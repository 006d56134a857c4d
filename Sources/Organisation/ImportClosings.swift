import Kernel
import Storage

/// A unit that a file gives a last day.
struct ImportedClosing {
    let line: Int
    let code: String
    let last: Day
    /// Nothing where the unit is new.
    let unit: UnitID?
    /// The last day that it had until now.
    let former: Day?

    /// The code of the unit into which the one in this column was, or is to be, merged.
    static func heir(of unit: SQL) -> SQL {
        """
        (SELECT heir.code FROM organisation_change JOIN unit AS heir ON heir.id = organisation_change.other_id
            WHERE organisation_change.unit_id = \(unit) AND organisation_change.kind = 'merged'
            AND organisation_change.recalled_at IS NULL ORDER BY organisation_change.day DESC LIMIT 1)
        """
    }
}

/// Closed units and the people in them: a file may neither close a unit over somebody's head nor put anybody into a
/// closed one.
extension ImportExamination {
    /// A unit's last day as it would be.
    private static let closes: SQL = """
        CASE WHEN staged_unit.closes IS NULL THEN unit.closes ELSE NULLIF(staged_unit.closes, '') END
        """

    /// Refuses lines of people whose unit has closed by the day on which they would be there.
    func refuseClosedUnits() throws {
        let lines = try writer.reader.rows(
            """
            WITH closing AS MATERIALIZED (
                SELECT unit.id, unit.code, \(Self.closes) AS last FROM unit
                LEFT JOIN staged_unit ON staged_unit.import_id = \(id) AND staged_unit.code = unit.code
                WHERE unit.closes IS NOT NULL OR staged_unit.closes <> ''
                UNION ALL
                SELECT new_id, code, closes FROM staged_unit
                WHERE import_id = \(id) AND unit_id IS NULL AND closes <> ''
            )
            SELECT staged_person.line, closing.code, closing.last,
            \(ImportedClosing.heir(of: "closing.id"))
            FROM staged_person JOIN closing ON closing.code = staged_person.unit
            LEFT JOIN person ON person.id = staged_person.person_id
            WHERE staged_person.import_id = \(id) AND staged_person.fate <> 'same' AND closing.last IS NOT NULL
            AND closing.last < CASE WHEN COALESCE(staged_person.starts, person.starts, \(today)) > \(today)
                THEN COALESCE(staged_person.starts, person.starts, \(today)) ELSE \(today) END
            AND COALESCE(\(ImportedField.lastDay(on: today)), \(Day.latest)) > closing.last
            ORDER BY staged_person.line
            """
        ) { row in
            (line: try row[0] as Int, code: try row[1] as String, last: try row[2] as Day, heir: try row[3] as String?)
        }
        try refuse(.people, at: .unit, lines.map { ($0.line, .unitClosed($0.code, $0.last, into: $0.heir)) })
    }

    /// Refuses lines of units that would close while somebody or something is still in them.
    func refuseClosings() throws {
        let closings = try closings()
        guard !closings.isEmpty else { return }
        var found: [(Int, ChangeProblem)] = []
        let (people, children) = (try peopleLeft(), try childrenLeft())
        for closing in closings {
            if let count = people[closing.line] { found.append((closing.line, .hasPeople(count))) }
            if let count = children[closing.line] { found.append((closing.line, .hasChildren(count))) }
            guard let id = closing.unit, let unit = try UnitStore(writer.reader).find(id, on: closing.last) else {
                continue
            }
            let problems = try UnitClosing(unit, last: closing.last, writer.reader).problems
            found += problems.map { (closing.line, $0) }
        }
        try refuse(.units, at: .closes, found)
    }

    /// Units that get a last day they did not have. One before the first day is refused elsewhere.
    func closings() throws -> [ImportedClosing] {
        try writer.reader.rows(
            "SELECT line, code, last, unit_id, former FROM (\(Self.closing(id))) AS closing ORDER BY line"
        ) {
            row in
            ImportedClosing(
                line: try row[0], code: try row[1], last: try row[2], unit: try row[3], former: try row[4])
        }
    }

    private static func closing(_ id: ID<Import>) -> SQL {
        """
        SELECT staged_unit.line, staged_unit.code, staged_unit.closes AS last, staged_unit.unit_id,
        unit.closes AS former
        FROM staged_unit LEFT JOIN unit ON unit.id = staged_unit.unit_id
        WHERE staged_unit.import_id = \(id) AND staged_unit.fate <> 'same' AND staged_unit.closes <> ''
        AND (unit.closes IS NULL OR unit.closes <> staged_unit.closes)
        AND staged_unit.closes >= COALESCE(staged_unit.opens, unit.opens, '')
        """
    }

    /// How many would be in each closing unit after its last day, by line. Who is moved away or leaves by the same files
    /// is not.
    private func peopleLeft() throws -> [Int: Int] {
        let isAbsent: SQL = """
            EXISTS (SELECT 1 FROM import_absent WHERE import_absent.import_id = \(id) AND import_absent.file = 'people'
                AND import_absent.thing_id = person.id)
            """
        let staying = try counts(
            """
            WITH closing AS MATERIALIZED (\(Self.closing(id))),
            listed AS MATERIALIZED (SELECT person_id, unit, ends FROM staged_person
                WHERE import_id = \(id) AND person_id IS NOT NULL),
            standing AS MATERIALIZED (
                SELECT closing.line, closing.code, closing.last, person.id
                FROM closing JOIN person ON person.unit_id = closing.unit_id
                UNION
                SELECT closing.line, closing.code, closing.last, person_placement.person_id
                FROM closing JOIN person_placement ON person_placement.unit_id = closing.unit_id
                AND person_placement.ends > closing.last
            )
            SELECT standing.line, COUNT(*) FROM standing JOIN person ON person.id = standing.id
            LEFT JOIN listed AS staged_person ON staged_person.person_id = person.id
            WHERE (staged_person.unit IS NULL OR staged_person.unit = standing.code)
            AND CASE WHEN staged_person.person_id IS NOT NULL
                THEN COALESCE(\(ImportedField.lastDay(on: today)), \(Day.latest))
                ELSE COALESCE(person.ends, \(Day.latest)) END > standing.last
            AND NOT \(isAbsent)
            GROUP BY standing.line
            """)
        let coming = try counts(
            """
            SELECT closing.line, COUNT(*) FROM (\(Self.closing(id))) AS closing
            JOIN staged_person ON staged_person.import_id = \(id) AND staged_person.unit = closing.code
            LEFT JOIN person ON person.id = staged_person.person_id
            WHERE (person.id IS NULL OR person.unit_id IS DISTINCT FROM closing.unit_id)
            AND COALESCE(\(ImportedField.lastDay(on: today)), \(Day.latest)) > closing.last
            GROUP BY closing.line
            """)
        return staying.merging(coming, uniquingKeysWith: +)
    }

    private func childrenLeft() throws -> [Int: Int] {
        try counts(
            """
            WITH closing AS MATERIALIZED (\(Self.closing(id)))
            SELECT line, COUNT(*) FROM (
                SELECT closing.line, unit.code FROM closing JOIN unit_version AS version
                ON version.parent_id = closing.unit_id AND (version.ends IS NULL OR version.ends > closing.last)
                JOIN unit ON unit.id = version.unit_id
                LEFT JOIN staged_unit ON staged_unit.import_id = \(id) AND staged_unit.code = unit.code
                WHERE COALESCE(\(Self.closes), \(Day.latest)) > closing.last
                AND (staged_unit.parent IS NULL OR staged_unit.parent = closing.code)
                UNION
                SELECT closing.line, staged_unit.code FROM closing
                JOIN staged_unit ON staged_unit.import_id = \(id) AND staged_unit.parent = closing.code
                LEFT JOIN unit ON unit.id = staged_unit.unit_id
                WHERE COALESCE(\(Self.closes), \(Day.latest)) > closing.last
            ) AS child GROUP BY line
            """)
    }

    private func counts(_ query: SQL) throws -> [Int: Int] {
        let pairs = try writer.reader.rows(query) { row in (try row[0] as Int, try row[1] as Int) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    private func refuse(_ file: ImportKind, at column: ImportColumn, _ found: [(Int, ChangeProblem)]) throws {
        let refusals = found.map { line, problem in
            let words = Words(da: problem.explained(in: .danish), en: problem.explained(in: .english))
            return ImportRefusal(file: file, line: line, problem: .rule(column, words))
        }
        try ImportRefusal.keep(refusals, of: id, whileReading: false, writer)
    }
}
