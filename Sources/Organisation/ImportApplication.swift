import Journal
import Kernel
import Storage

/// What became of the wish to apply an import.
public enum ImportOutcome: Sendable, Equatable {
    case applied
    /// It was applied before; nothing was done again.
    case alreadyApplied
    case refused
    /// The organisation was changed since somebody looked: the new preview is to be looked at first.
    case differs
}

extension Import {
    /// Carries everything out, or nothing. What is found is looked at anew in the same transaction.
    public static func apply(_ id: ID<Import>, _ deed: Deed, _ writer: Writer) throws -> ImportOutcome? {
        guard let found = try ImportStore(writer.reader).find(id) else { return nil }
        guard !found.isApplied else { return .alreadyApplied }
        try writer.takeRoom()
        let seen = try ImportStore(writer.reader).counts(of: found)
        try ImportExamination(of: id, kinds: found.files.map(\.kind), on: deed.day, writer).run(isFirst: false)
        let counts = try ImportStore(writer.reader).counts(of: found)
        guard counts.refused == 0 else { return .refused }
        guard counts == seen else { return .differs }
        let words = try found.has(.people) ? found.words(writer.reader) : nil
        try writer.apply(found.applied(counts, on: deed.day), deed)
        if let words {
            try PersonWords.forget(words.old, writer)
            try PersonWords.fill(words.new, writer)
        }
        return .applied
    }

    private typealias Named = (id: PersonID, name: String)

    /// The names by which people will be found, and those by which they will no longer.
    private func words(_ reader: Reader) throws -> (old: [Named], new: [Named]) {
        let renamed = try reader.rows(
            """
            SELECT person.id, person.name, staged_person.name
            FROM staged_person JOIN person ON person.id = staged_person.person_id
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed'
            AND staged_person.name <> person.name
            """
        ) { row in (id: try row[0] as PersonID, old: try row[1] as String, new: try row[2] as String) }
        let added = try reader.rows(
            "SELECT new_id, name FROM staged_person WHERE import_id = \(id) AND fate = 'added'"
        ) { row in (id: try row[0] as PersonID, name: try row[1] as String) }
        return (renamed.map { ($0.id, $0.old) }, added + renamed.map { ($0.id, $0.new) })
    }

    private func applied(_ counts: ImportCounts, on day: Day) -> Change {
        var statements: [SQL] = []
        if has(.units) { statements += units(on: day) + UnitStore.lineRenewal }
        if has(.people) { statements += people(on: day) }
        statements += Self.unstaging(id)
        statements.append("UPDATE import SET state = 'applied' WHERE id = \(id)")
        var after = counts.described
        for file in files { after["\(file.kind.rawValue)_sha256"] = file.digest }
        return Change(
            statements, journal: [JournalEntry(Subject("import", id), "applied", after: after)], raising: [.rights])
    }

    private func units(on day: Day) -> [SQL] {
        [
            """
            INSERT INTO unit (id, code, parent_id, kind, name_da, name_en, legal_entity, opens, closes, report_link)
            SELECT new_id, code,
            COALESCE((SELECT other.new_id FROM staged_unit AS other WHERE other.import_id = \(id)
                AND other.code = staged_unit.parent AND other.unit_id IS NULL),
                (SELECT unit.id FROM unit WHERE unit.code = staged_unit.parent)),
            COALESCE(kind, 'other'), name_da, COALESCE(name_en, name_da), COALESCE(legal_entity, 0),
            COALESCE(opens, \(day)), NULLIF(closes, ''), report_link
            FROM staged_unit WHERE import_id = \(id) AND fate = 'added'
            """,
            """
            UPDATE unit SET
            parent_id = CASE WHEN staged_unit.parent IS NULL THEN unit.parent_id
                ELSE (SELECT above.id FROM unit AS above WHERE above.code = staged_unit.parent) END,
            kind = COALESCE(staged_unit.kind, unit.kind), name_da = staged_unit.name_da,
            name_en = COALESCE(staged_unit.name_en, unit.name_en),
            legal_entity = COALESCE(staged_unit.legal_entity, unit.legal_entity),
            opens = COALESCE(staged_unit.opens, unit.opens),
            closes = CASE WHEN staged_unit.closes IS NULL THEN unit.closes ELSE NULLIF(staged_unit.closes, '') END
            FROM staged_unit
            WHERE staged_unit.import_id = \(id) AND staged_unit.fate = 'changed' AND unit.id = staged_unit.unit_id
            """,
        ]
    }

    private func people(on day: Day) -> [SQL] {
        [
            // Two people may change e-mails with each other.
            """
            UPDATE person SET email = NULL FROM staged_person
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed'
            AND person.id = staged_person.person_id AND staged_person.email <> person.email
            """,
            """
            UPDATE person SET external_id = staged_person.external_id, name = staged_person.name,
            email = CASE WHEN staged_person.email IS NULL THEN person.email ELSE NULLIF(staged_person.email, '') END,
            phone = COALESCE(staged_person.phone, person.phone),
            language = COALESCE(staged_person.language, person.language),
            kind = COALESCE(staged_person.kind, person.kind),
            unit_id = CASE WHEN staged_person.unit IS NULL THEN person.unit_id
                ELSE (SELECT unit.id FROM unit WHERE unit.code = staged_person.unit) END,
            title = COALESCE(staged_person.title, person.title),
            starts = COALESCE(staged_person.starts, person.starts), ends = \(ImportedField.lastDay(on: day))
            FROM staged_person
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed'
            AND person.id = staged_person.person_id
            """,
            """
            INSERT INTO person (id, external_id, name, email, phone, language, kind, unit_id, title, starts, ends,
            administrator)
            SELECT staged_person.new_id, staged_person.external_id, staged_person.name, NULLIF(staged_person.email, ''),
            COALESCE(staged_person.phone, ''), COALESCE(staged_person.language, 'da'),
            COALESCE(staged_person.kind, 'employee'), unit.id, COALESCE(staged_person.title, ''),
            COALESCE(staged_person.starts, \(day)), NULLIF(staged_person.ends, ''), 0
            FROM staged_person LEFT JOIN unit ON unit.code = staged_person.unit
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'added'
            """,
            // The last day was yesterday: whoever is not in today's file is not here today.
            """
            UPDATE person SET ends = \(day - 1)
            WHERE id IN (SELECT thing_id FROM import_absent WHERE import_id = \(id) AND file = 'people')
            """,
            """
            DELETE FROM session WHERE person_id IN
            (SELECT thing_id FROM import_absent WHERE import_id = \(id) AND file = 'people')
            """,
            """
            DELETE FROM session WHERE person_id IN
            (SELECT person.id FROM staged_person JOIN person ON person.id = staged_person.person_id
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed' AND person.ends < \(day))
            """,
        ]
    }
}
