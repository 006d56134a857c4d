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
        let examination = ImportExamination(of: id, kinds: found.files.map(\.kind), on: deed.day, writer)
        try examination.run(isFirst: false)
        let counts = try ImportStore(writer.reader).counts(of: found)
        guard counts.refused == 0 else { return .refused }
        guard counts == seen else { return .differs }
        let words = try ImportedWords(found, writer)
        let (seats, history) = (try examination.seats(), try examination.history())
        let closings = found.has(.units) ? try examination.closings() : []
        try writer.apply(found.applied(counts, on: deed.day), deed)
        if let history { try writer.apply(history.change(deed), deed) }
        if let seats { try writer.apply(seats.change, deed) }
        for closing in closings { try close(closing, deed, writer) }
        try words.write(writer)
        return .applied
    }

    /// A unit that was here ends as it does by the form, with its bodies and mandates.
    private static func close(_ closing: ImportedClosing, _ deed: Deed, _ writer: Writer) throws {
        guard let id = closing.unit, let unit = try UnitStore(writer.reader).find(id, on: closing.last) else { return }
        let record = OrganisationChange(
            id: deed.identities.random(), day: closing.last + 1, kind: .closed, unit: id, other: nil, reason: "",
            recorded: deed.moment, person: deed.person)
        let ending = try UnitClosing(unit, last: closing.last, writer.reader)
        // What is remembered for calling it back is how it was before the file.
        try writer.execute("UPDATE unit SET closes = \(closing.former) WHERE id = \(id)")
        try writer.apply(ending.change(record), deed)
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
            INSERT INTO unit_version (unit_id, starts, ends, parent_id, kind, name_da, name_en, legal_entity)
            SELECT id, \(Day.earliest), NULL, parent_id, kind, name_da, name_en, legal_entity FROM unit
            WHERE id IN (SELECT new_id FROM staged_unit WHERE import_id = \(id) AND fate = 'added')
            """,
        ] + versions(on: day) + [
            """
            UPDATE unit SET opens = COALESCE(staged_unit.opens, unit.opens),
            closes = CASE WHEN staged_unit.closes IS NULL THEN unit.closes ELSE NULLIF(staged_unit.closes, '') END
            FROM staged_unit
            WHERE staged_unit.import_id = \(id) AND staged_unit.fate = 'changed' AND unit.id = staged_unit.unit_id
            """
        ]
    }

    /// What changed holds from today on, and in what is planned too where the plan does not say otherwise. A unit that
    /// opens today has no yesterday: its version is set right.
    private func versions(on day: Day) -> [SQL] {
        let changed: SQL = "staged_unit.import_id = \(id) AND staged_unit.fate = 'changed'"
        let now: SQL = """
            now.unit_id = staged_unit.unit_id AND now.starts <= \(day) AND (now.ends IS NULL OR now.ends >= \(day))
            """
        let parent: SQL = """
            CASE WHEN staged_unit.parent IS NULL THEN now.parent_id
            ELSE (SELECT above.id FROM unit AS above WHERE above.code = staged_unit.parent) END
            """
        let (kind, danish): (SQL, SQL) = ("COALESCE(staged_unit.kind, now.kind)", "staged_unit.name_da")
        let english: SQL = "COALESCE(staged_unit.name_en, now.name_en)"
        let legal: SQL = "COALESCE(staged_unit.legal_entity, now.legal_entity)"
        func unlessPlanned(_ column: SQL, _ value: SQL) -> SQL {
            """
            \(column) = CASE WHEN later.\(column) IS NOT DISTINCT FROM now.\(column) THEN \(value)
            ELSE later.\(column) END
            """
        }
        return [
            """
            UPDATE unit_version AS later SET \(unlessPlanned("parent_id", parent)), \(unlessPlanned("kind", kind)),
            \(unlessPlanned("name_da", danish)), \(unlessPlanned("name_en", english)),
            \(unlessPlanned("legal_entity", legal))
            FROM staged_unit JOIN unit_version AS now ON \(now)
            WHERE \(changed) AND later.unit_id = staged_unit.unit_id AND later.starts > \(day)
            """,
            """
            INSERT INTO unit_version (unit_id, starts, ends, parent_id, kind, name_da, name_en, legal_entity)
            SELECT now.unit_id, \(day), now.ends, \(parent), \(kind), \(danish), \(english), \(legal)
            FROM staged_unit JOIN unit_version AS now ON \(now) JOIN unit ON unit.id = staged_unit.unit_id
            WHERE \(changed) AND now.starts < \(day) AND unit.opens < \(day)
            AND (now.name_da <> \(danish) OR now.name_en <> \(english) OR now.kind <> \(kind)
                OR now.legal_entity <> \(legal) OR now.parent_id IS DISTINCT FROM \(parent))
            """,
            """
            UPDATE unit_version SET ends = \(day - 1)
            WHERE starts < \(day) AND (ends IS NULL OR ends >= \(day)) AND unit_id IN
            (SELECT unit_id FROM unit_version WHERE starts = \(day) AND unit_id IN
                (SELECT unit_id FROM staged_unit WHERE \(changed)))
            """,
            """
            UPDATE unit_version AS now SET parent_id = \(parent), kind = \(kind), name_da = \(danish),
            name_en = \(english), legal_entity = \(legal)
            FROM staged_unit WHERE \(changed) AND \(now)
            """,
        ]
    }

    private func people(on day: Day) -> [SQL] {
        let coming: SQL = "(SELECT unit.id FROM unit WHERE unit.code = staged_person.unit)"
        let moves: SQL = """
            staged_person.unit IS NOT NULL AND person.starts < \(day)
            AND \(coming) IS DISTINCT FROM (\(Person.unit(on: day)))
            """
        return [
            // Where they worked until now is remembered.
            """
            INSERT INTO person_placement (person_id, unit_id, starts, ends)
            SELECT person.id, person.unit_id, COALESCE(person.unit_since, \(Day.earliest)), \(day - 1)
            FROM staged_person JOIN person ON person.id = staged_person.person_id
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed' AND \(moves)
            AND COALESCE(person.unit_since, \(Day.earliest)) < \(day)
            """,
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
            unit_id = CASE WHEN \(moves) OR (staged_person.unit IS NOT NULL AND person.starts >= \(day)) THEN \(coming)
                ELSE person.unit_id END,
            unit_since = CASE WHEN \(moves) THEN \(day) ELSE person.unit_since END,
            title = COALESCE(staged_person.title, person.title),
            starts = COALESCE(staged_person.starts, person.starts), ends = \(ImportedField.lastDay(on: day))
            FROM staged_person
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed'
            AND person.id = staged_person.person_id
            """,
            // Whoever moves now does not move as was planned.
            """
            DELETE FROM person_placement WHERE starts >= \(day) AND person_id IN \(movedToday(on: day))
            """,
            """
            UPDATE person_placement SET ends = \(day - 1)
            WHERE ends >= \(day) AND person_id IN \(movedToday(on: day))
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
            // Whoever leaves holds nothing any more.
            """
            UPDATE mandate SET ends = CASE WHEN mandate.starts > person.ends THEN mandate.starts ELSE person.ends END
            FROM person WHERE person.id = mandate.person_id AND person.ends IS NOT NULL
            AND (mandate.ends IS NULL OR mandate.ends > person.ends)
            AND mandate.person_id IN \(leavers)
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

    private var leavers: SQL {
        """
        (SELECT thing_id FROM import_absent WHERE import_id = \(id) AND file = 'people' UNION
        SELECT person_id FROM staged_person WHERE import_id = \(id) AND fate = 'changed' AND ends <> '')
        """
    }

    private func movedToday(on day: Day) -> SQL {
        """
        (SELECT person.id FROM staged_person JOIN person ON person.id = staged_person.person_id
        WHERE staged_person.import_id = \(id) AND staged_person.fate = 'changed' AND person.unit_since = \(day))
        """
    }
}
