import Journal
import Kernel
import Storage

/// A line as the preview shows it.
struct ImportedThing: Sendable {
    struct Difference: Sendable {
        let column: ImportColumn
        let before: String
        let after: String
    }

    /// Nothing for what is not in the file.
    let line: Int?
    let key: String
    let name: String
    /// What else tells lines apart that have no name: the place and the days of a mandate, what a unit was.
    var detail = ""
    var differences: [Difference] = []
    /// Somebody who leaves while holding a mandate: a seat falls vacant.
    var holdsMandate = false
}

public struct ImportStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// How many of each sort the preview shows.
    static let shown = 50

    public func find(_ id: ID<Import>) throws -> Import? {
        let files = try reader.rows(
            """
            SELECT file, name, digest, encoding, lines, unknown FROM import_file WHERE import_id = \(id)
            ORDER BY file DESC
            """
        ) { row in
            Import.File(
                kind: try row[0], name: try row[1], digest: try row[2],
                isWindows1252: try (row[3] as String) == "windows-1252", lines: try row[4], unknown: try row[5])
        }
        return try reader.first("SELECT at, person_id, state FROM import WHERE id = \(id)") { row in
            Import(
                id: id, begun: try row[0], person: try row[1], isApplied: try (row[2] as String) == "applied",
                files: files)
        }
    }

    public func counts(of found: Import) throws -> ImportCounts {
        var counts = ImportCounts()
        for file in found.files {
            let lines: SQL =
                switch file.kind {
                case .units: "staged_unit WHERE import_id = \(found.id)"
                case .people: "staged_person WHERE import_id = \(found.id)"
                case .bodies, .mandates, .months, .history:
                    "staged_row WHERE import_id = \(found.id) AND file = \(file.kind)"
                }
            let fates = try reader.rows(
                "SELECT fate, COUNT(*) FROM \(lines) GROUP BY fate"
            ) { row in (try row[0] as String, try row[1] as Int) }
            for (fate, count) in fates {
                switch fate {
                case "added": counts[file.kind].added = count
                case "changed": counts[file.kind].changed = count
                case "same": counts[file.kind].same = count
                default: break
                }
            }
            counts[file.kind].refused =
                try reader.value(
                    """
                    SELECT COUNT(DISTINCT line) FROM import_refusal
                    WHERE import_id = \(found.id) AND file = \(file.kind)
                    """) ?? 0
            counts[file.kind].absent =
                try reader.value(
                    "SELECT COUNT(*) FROM import_absent WHERE import_id = \(found.id) AND file = \(file.kind)") ?? 0
        }
        counts.refused = ImportKind.allCases.reduce(0) { $0 + counts[$1].refused }
        return counts
    }

    public func refusals(of id: ID<Import>, most: Int = 50) throws -> [ImportRefusal] {
        let kept = try reader.rows(
            """
            SELECT file, line, word, about, detail, other FROM import_refusal WHERE import_id = \(id)
            ORDER BY file DESC, line, word LIMIT \(most)
            """
        ) { row in
            (
                file: try row[0] as ImportKind, line: try row[1] as Int,
                problem: try KeptProblem(word: row[2], column: row[3], detail: row[4], other: row[5])
            )
        }
        return kept.compactMap { file, line, kept in
            kept.problem.map { ImportRefusal(file: file, line: line, problem: $0) }
        }
    }

    func added(_ kind: ImportKind, of id: ID<Import>) throws -> [ImportedThing] {
        guard !kind.isStagedAsRows else { return try rows(kind, of: id, "added") }
        let (columns, table): (SQL, SQL) =
            kind == .units ? ("line, code, name_da", "staged_unit") : ("line, external_id, name", "staged_person")
        return try reader.rows(
            """
            SELECT \(columns) FROM \(table) WHERE import_id = \(id) AND fate = 'added' ORDER BY line LIMIT \(Self.shown)
            """
        ) { row in ImportedThing(line: try row[0], key: try row[1], name: try row[2]) }
    }

    /// Lines of bodies and of mandates, by what they are about.
    func rows(_ kind: ImportKind, of id: ID<Import>, _ fate: String) throws -> [ImportedThing] {
        try StagedRow.all(of: id, kind, fate: fate, most: Self.shown, reader).map { row in
            let column: ImportColumn =
                switch kind {
                case .mandates: .role
                case .months: .month
                case .history: .ends
                case .units, .people, .bodies: .nameDanish
                }
            let name = row.texts[column.rawValue]
            let details = kind.details.compactMap { row.texts[$0.rawValue] }.filter { !$0.isEmpty }
            return ImportedThing(
                line: row.line, key: row.key, name: name ?? "", detail: details.joined(separator: " · "))
        }
    }

    func changedUnits(of id: ID<Import>, on today: Day) throws -> [ImportedThing] {
        try changed(
            ImportedField.ofUnit,
            """
            staged_unit.line, staged_unit.code, version.name_da
            """,
            """
            FROM staged_unit JOIN unit ON unit.id = staged_unit.unit_id \(Unit.joined(on: today))
            LEFT JOIN unit AS parent ON parent.id = version.parent_id
            WHERE staged_unit.import_id = \(id) AND staged_unit.fate = 'changed'
            ORDER BY staged_unit.line LIMIT \(Self.shown)
            """)
    }

    func changedPeople(of id: ID<Import>, on today: Day) throws -> [ImportedThing] {
        try changed(
            ImportedField.ofPerson(on: today), "staged_person.line, staged_person.external_id, person.name",
            """
            FROM staged_person JOIN person ON person.id = staged_person.person_id
            LEFT JOIN unit ON unit.id = \(Person.unit(on: today))
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed'
            ORDER BY staged_person.line LIMIT \(Self.shown)
            """)
    }

    private func changed(_ fields: [ImportedField], _ naming: SQL, _ tables: SQL) throws -> [ImportedThing] {
        let pairs = SQL.joined(fields.map { field in "\(field.current), \(field.coming)" }, by: ", ")
        return try reader.rows("SELECT \(naming), \(pairs) \(tables)") { row in
            var thing = ImportedThing(line: try row[0], key: try row[1], name: try row[2])
            for (place, field) in fields.enumerated() {
                let before: String = try row[3 + 2 * place] ?? ""
                let after: String = try row[4 + 2 * place] ?? ""
                if before != after {
                    thing.differences.append(.init(column: field.column, before: before, after: after))
                }
            }
            return thing
        }
    }

    /// The top unit that is here alone, as the set-up leaves it, where the file adds another top and does not name it.
    func otherTop(of id: ID<Import>, on today: Day) throws -> Unit? {
        let tops = try UnitStore(reader).tops(on: today)
        guard let top = tops.first, tops.count == 1, try UnitStore(reader).children(of: top.id, on: today).isEmpty,
            try reader.exists(
                "SELECT 1 FROM staged_unit WHERE import_id = \(id) AND fate = 'added' AND parent = ''"),
            try !reader.exists("SELECT 1 FROM staged_unit WHERE import_id = \(id) AND code = \(top.code)")
        else { return nil }
        return top
    }

    func absentUnits(of id: ID<Import>, on today: Day) throws -> [ImportedThing] {
        try reader.rows(
            """
            SELECT unit.code, version.name_da FROM import_absent
            JOIN unit ON unit.id = import_absent.thing_id \(Unit.joined(on: today)) WHERE import_absent.import_id = \(id) AND import_absent.file = 'units'
            ORDER BY import_absent.thing_id LIMIT \(Self.shown)
            """
        ) { row in ImportedThing(line: nil, key: try row[0], name: try row[1]) }
    }

    /// Those who hold a mandate come first.
    func absentPeople(of id: ID<Import>, on today: Day) throws -> [ImportedThing] {
        try reader.rows(
            """
            SELECT person.external_id, person.name, CASE WHEN EXISTS (SELECT 1 FROM mandate
                WHERE mandate.person_id = person.id AND mandate.starts <= \(today)
                AND (mandate.ends IS NULL OR mandate.ends >= \(today))) THEN 1 ELSE 0 END AS holds
            FROM import_absent JOIN person ON person.id = import_absent.thing_id
            WHERE import_absent.import_id = \(id) AND import_absent.file = 'people'
            ORDER BY holds DESC, import_absent.thing_id LIMIT \(Self.shown)
            """
        ) { row in ImportedThing(line: nil, key: try row[0], name: try row[1], holdsMandate: try row[2]) }
    }
}
