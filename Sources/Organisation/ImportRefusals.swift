import Kernel
import Storage

/// What can only be seen by looking at all lines together, and at what is here already.
extension ImportExamination {
    var unitRefusals: [SQL] {
        [
            refusing(
                """
                SELECT staged_unit.import_id, 'units', staged_unit.line, 'unknown_unit', 'parent', staged_unit.parent, '', 0
                FROM staged_unit WHERE staged_unit.import_id = \(id) AND staged_unit.parent <> ''
                AND NOT EXISTS (SELECT 1 FROM unit WHERE unit.code = staged_unit.parent)
                AND NOT EXISTS (SELECT 1 FROM staged_unit AS other
                    WHERE other.import_id = \(id) AND other.code = staged_unit.parent)
                """),
            refusing(
                """
                SELECT staged_unit.import_id, 'units', staged_unit.line, 'ends_before_it_starts', 'closes', '', '', 0
                FROM staged_unit LEFT JOIN unit ON unit.id = staged_unit.unit_id
                WHERE staged_unit.import_id = \(id)
                AND COALESCE(staged_unit.opens, unit.opens, \(today))
                    > CASE WHEN staged_unit.closes IS NULL THEN unit.closes ELSE NULLIF(staged_unit.closes, '') END
                """),
        ]
    }

    var personRefusals: [SQL] {
        [
            // The owner gives it up where the same file gives him or her another.
            refusing(
                """
                WITH own AS MATERIALIZED
                    (SELECT person_id, email FROM staged_person WHERE import_id = \(id) AND person_id IS NOT NULL)
                SELECT staged_person.import_id, 'people', staged_person.line, 'email_taken', 'email', staged_person.email,
                owner.name, 0
                FROM staged_person JOIN person AS owner ON owner.email = staged_person.email
                LEFT JOIN own ON own.person_id = owner.id AND own.email <> owner.email
                WHERE staged_person.import_id = \(id) AND staged_person.fate <> 'same'
                AND owner.id <> COALESCE(staged_person.person_id, '') AND own.person_id IS NULL
                """),
            refusing(
                """
                SELECT staged_person.import_id, 'people', staged_person.line, 'unknown_unit', 'unit', staged_person.unit, '', 0
                FROM staged_person
                WHERE staged_person.import_id = \(id) AND staged_person.fate <> 'same' AND staged_person.unit <> ''
                AND NOT EXISTS (SELECT 1 FROM unit WHERE unit.code = staged_person.unit)
                AND NOT EXISTS (SELECT 1 FROM staged_unit
                    WHERE staged_unit.import_id = \(id) AND staged_unit.code = staged_person.unit)
                """),
            refusing(
                """
                SELECT staged_person.import_id, 'people', staged_person.line, 'ends_before_it_starts', 'ends', '', '', 0
                FROM staged_person LEFT JOIN person ON person.id = staged_person.person_id
                WHERE staged_person.import_id = \(id) AND staged_person.fate <> 'same'
                AND COALESCE(staged_person.starts, person.starts, \(today)) > \(ImportedField.lastDay(on: today))
                """),
        ]
    }

    /// All lines but the first that say the same in this column. Found once: lines do not change while they wait.
    func doubled(_ file: SQL, in table: SQL, _ column: SQL) -> SQL {
        """
        INSERT INTO import_refusal (import_id, file, line, word, about, detail, other, while_reading)
        SELECT \(id), '\(file)', line, 'doubled', '\(column)', said, CAST(earliest AS TEXT), 1
        FROM (SELECT line, \(column) AS said, MIN(line) OVER (PARTITION BY \(column)) AS earliest
            FROM \(table) WHERE import_id = \(id) AND \(column) <> '') AS known
        WHERE line > earliest
        """
    }

    private func refusing(_ lines: SQL) -> SQL {
        "INSERT INTO import_refusal (import_id, file, line, word, about, detail, other, while_reading) \(lines)"
    }

    /// The tree as it would be: one query, and a walk in memory.
    func refuseLoops() throws {
        let staged = try writer.reader.rows(
            """
            SELECT staged_unit.line, staged_unit.code,
            CASE WHEN staged_unit.parent IS NULL THEN parent.code ELSE NULLIF(staged_unit.parent, '') END
            FROM staged_unit LEFT JOIN unit_version AS version ON version.unit_id = staged_unit.unit_id
            AND version.starts <= \(today) AND (version.ends IS NULL OR version.ends >= \(today))
            LEFT JOIN unit AS parent ON parent.id = version.parent_id
            WHERE staged_unit.import_id = \(id) ORDER BY staged_unit.line
            """
        ) { row in (line: try row[0] as Int, code: try row[1] as String, parent: try row[2] as String?) }
        let standing = try writer.reader.rows(
            """
            SELECT unit.code, parent.code FROM \(Unit.source(on: today))
            JOIN unit AS parent ON parent.id = version.parent_id WHERE NOT EXISTS (SELECT 1 FROM staged_unit
                WHERE staged_unit.import_id = \(id) AND staged_unit.code = unit.code)
            """
        ) { row in (code: try row[0] as String, parent: try row[1] as String) }
        var parents = Dictionary(standing.map { ($0.code, $0.parent) }) { first, _ in first }
        for (_, code, parent) in staged where parents[code] == nil { parents[code] = parent }
        let faults = UnitTree(parents: parents).faults(from: staged.map(\.code))
        let refusals = staged.compactMap { line, code, _ in
            faults[code].map { ImportRefusal(file: .units, line: line, problem: $0) }
        }
        try ImportRefusal.keep(refusals, of: id, whileReading: false, writer)
    }

    /// Nobody could set right what a file did that ended all administrators.
    func refuseLosingAdministrators() throws {
        let here: SQL = """
            SELECT 1 FROM person WHERE administrator = 1 AND starts <= \(today) AND (ends IS NULL OR ends >= \(today))
            """
        guard try writer.reader.exists(here) else { return }
        let stays = try writer.reader.exists(
            """
            SELECT 1 FROM person LEFT JOIN staged_person
            ON staged_person.import_id = \(id) AND staged_person.person_id = person.id
            WHERE person.administrator = 1
            AND NOT EXISTS (SELECT 1 FROM import_absent
                WHERE import_id = \(id) AND file = 'people' AND thing_id = person.id)
            AND COALESCE(staged_person.starts, person.starts) <= \(today)
            AND COALESCE(CASE WHEN staged_person.line IS NULL THEN person.ends ELSE \(ImportedField.lastDay(on: today)) END,
                \(today)) >= \(today)
            """)
        guard !stays else { return }
        let refusal = ImportRefusal(file: .people, line: 0, problem: .noAdministratorLeft)
        try ImportRefusal.keep([refusal], of: id, whileReading: false, writer)
    }
}
