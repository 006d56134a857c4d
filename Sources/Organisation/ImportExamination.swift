import Kernel
import Storage

/// Finds out, by a handful of statements over all lines at once, what staged lines would do and what is wrong with them.
struct ImportExamination {
    let id: ID<Import>
    let kinds: [ImportKind]
    let today: Day
    let writer: Writer

    init(of id: ID<Import>, kinds: [ImportKind], on today: Day, _ writer: Writer) {
        self.id = id
        self.kinds = kinds
        self.today = today
        self.writer = writer
    }

    /// May be run again: what was found before is forgotten, and only lines whose fate is another are written.
    /// - Parameter isFirst: The lines have just been staged, all as if they were new.
    func run(isFirst: Bool) throws {
        try writer.execute("DELETE FROM import_refusal WHERE import_id = \(id) AND while_reading = 0")
        try writer.execute("DELETE FROM import_absent WHERE import_id = \(id)")
        if kinds.contains(.units) {
            if isFirst { try writer.execute(doubled("units", in: "staged_unit", "code")) }
            try matchUnits()
            for statement in unitRefusals { try writer.execute(statement) }
            try refuseLoops()
        }
        if kinds.contains(.people) {
            if isFirst { try refuseDoubledPeople() }
            if !isFirst { try forgetPeople() }
            try matchPeople()
            for statement in personRefusals { try writer.execute(statement) }
            try refuseClosedUnits()
            try refuseLosingAdministrators()
            try writer.execute(
                """
                UPDATE staged_person SET fate = 'refused' WHERE import_id = \(id)
                AND line IN (SELECT line FROM import_refusal WHERE import_id = \(id) AND file = 'people')
                """)
        }
        if kinds.contains(.units) {
            // Only now is it known who goes and who stays.
            try refuseClosings()
            try writer.execute(
                """
                UPDATE staged_unit SET fate = 'refused' WHERE import_id = \(id)
                AND line IN (SELECT line FROM import_refusal WHERE import_id = \(id) AND file = 'units')
                """)
        }
        try seats()?.keep(writer)
        try history()?.keep(writer)
    }

    /// What units were before, held against what they are and will be.
    func history() throws -> ImportedHistory? {
        guard kinds.contains(.history) else { return nil }
        return try ImportedHistory(of: id, on: today, writer.reader)
    }

    /// Bodies and mandates, line by line, against the rules of the forms.
    func seats() throws -> ImportedSeats? {
        guard kinds.contains(where: \.isStagedAsRows) else { return nil }
        return try ImportedSeats(of: id, kinds: kinds, on: today, writer.reader)
    }

    private func matchUnits() throws {
        try writer.execute(
            """
            UPDATE staged_unit SET fate = 'added', unit_id = NULL WHERE import_id = \(id) AND fate <> 'added'
            AND (fate = 'refused' OR NOT EXISTS
                (SELECT 1 FROM unit WHERE unit.id = staged_unit.unit_id AND unit.code = staged_unit.code))
            """)
        let fate: SQL = "CASE WHEN \(ImportedField.differ(ImportedField.ofUnit)) THEN 'changed' ELSE 'same' END"
        try writer.execute(
            """
            UPDATE staged_unit SET unit_id = unit.id, fate = \(fate)
            FROM \(ImportedField.units(on: today))
            WHERE staged_unit.import_id = \(id) AND unit.code = staged_unit.code AND staged_unit.fate <> \(fate)
            """)
        try writer.execute(
            """
            INSERT INTO import_absent (import_id, file, thing_id)
            SELECT \(id), 'units', unit.id FROM unit WHERE (unit.closes IS NULL OR unit.closes >= \(today))
            AND NOT EXISTS (SELECT 1 FROM staged_unit WHERE staged_unit.import_id = \(id) AND staged_unit.code = unit.code)
            """)
    }

    private func refuseDoubledPeople() throws {
        for column in ["external_id", "email"] as [SQL] {
            try writer.execute(doubled("people", in: "staged_person", column))
        }
    }

    /// Lines whose person is no longer the one that was found.
    private func forgetPeople() throws {
        try writer.execute(
            """
            UPDATE staged_person SET fate = 'added', person_id = NULL WHERE import_id = \(id) AND fate <> 'added'
            AND (fate = 'refused' OR NOT EXISTS (SELECT 1 FROM person
                WHERE person.id = staged_person.person_id AND person.external_id = staged_person.external_id))
            """)
    }

    /// By external id; whoever has none is known by the e-mail and is given one.
    private func matchPeople() throws {
        let differs = ImportedField.differ(ImportedField.ofPerson(on: today))
        let fate: SQL = "CASE WHEN \(differs) THEN 'changed' ELSE 'same' END"
        try writer.execute(
            """
            UPDATE staged_person SET person_id = person.id, fate = \(fate)
            FROM \(ImportedField.people(on: today))
            WHERE staged_person.import_id = \(id) AND person.external_id = staged_person.external_id
            AND staged_person.fate <> \(fate)
            """)
        // COALESCE keeps SQLite from walking over everybody without an external id, once for each line.
        try writer.execute(
            """
            UPDATE staged_person SET person_id = person.id, fate = 'changed'
            FROM person
            WHERE staged_person.import_id = \(id) AND staged_person.fate = 'added'
            AND COALESCE(person.external_id, '') = '' AND person.email = staged_person.email
            """)
        try writer.execute(
            """
            INSERT INTO import_absent (import_id, file, thing_id)
            WITH listed AS MATERIALIZED (SELECT external_id FROM staged_person WHERE import_id = \(id))
            SELECT \(id), 'people', person.id
            FROM person LEFT JOIN listed ON listed.external_id = person.external_id
            WHERE person.external_id IS NOT NULL AND (person.ends IS NULL OR person.ends >= \(today))
            AND listed.external_id IS NULL
            """)
    }
}
