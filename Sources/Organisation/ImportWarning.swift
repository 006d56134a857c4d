import Kernel
import Storage

/// A unit that has a last day ahead of it, and into which a file puts people. That is allowed, since they do work there
/// until then; but whoever comes after the plan was made does not move with those who were there.
public struct ImportWarning: Sendable, Equatable {
    let code: String
    let name: Words
    let last: Day
    /// The code of the unit into which it is merged; nothing where it closes.
    let heir: String?
    let people: Int

    public func explained(in language: Language) -> String {
        let (unit, end) = ("\(name.in(language)) (\(code))", last.long(in: language))
        let (fate, instead) = (
            heir.map { heir in
                language.pick(
                    da: "\(unit) lægges sammen med \(heir) og er der til og med \(end).",
                    en: "\(unit) is merged into \(heir) and is there through \(end).")
            } ?? language.pick(da: "\(unit) lukker. Sidste dag er \(end).", en: "\(unit) closes. Its last day is \(end)."),
            heir ?? language.pick(da: "en anden enhed", en: "another unit")
        )
        return language.pick(
            da: """
                \(fate) Filen sætter \(people == 1 ? "1 person" : "\(people) personer") i den, som ikke flytter med af \
                sig selv. Skriv \(instead) ud for dem i filen efter den dag.
                """,
            en: """
                \(fate) The file puts \(people == 1 ? "1 person" : "\(people) people") into it who will not move along \
                by themselves. Write \(instead) for them in the file after that day.
                """)
    }
}

extension ImportStore {
    /// Units with a planned end that get people by the file, by code. Not those whose end the file itself writes: they are
    /// refused.
    public func warnings(of id: ID<Import>, on today: Day) throws -> [ImportWarning] {
        try reader.rows(
            """
            WITH ending AS MATERIALIZED (
                SELECT unit.id, unit.code, unit.closes, version.name_da, version.name_en FROM \(Unit.source(on: today))
                LEFT JOIN staged_unit ON staged_unit.import_id = \(id) AND staged_unit.code = unit.code
                WHERE unit.closes >= \(today) AND COALESCE(staged_unit.closes, unit.closes) = unit.closes
            )
            SELECT ending.code, ending.name_da, ending.name_en, ending.closes, \(ImportedClosing.heir(of: "ending.id")),
            COUNT(*)
            FROM ending JOIN staged_person ON staged_person.unit = ending.code
            LEFT JOIN person ON person.id = staged_person.person_id
            WHERE staged_person.import_id = \(id) AND staged_person.fate IN ('added', 'changed')
            AND (person.id IS NULL OR ending.id IS DISTINCT FROM \(Person.unit(on: today)))
            AND COALESCE(\(ImportedField.lastDay(on: today)), \(Day.latest)) > ending.closes
            GROUP BY ending.id, ending.code, ending.name_da, ending.name_en, ending.closes
            ORDER BY ending.code LIMIT \(Self.shown)
            """
        ) { row in
            ImportWarning(
                code: try row[0], name: Words(da: try row[1], en: try row[2]), last: try row[3], heir: try row[4],
                people: try row[5])
        }
    }
}
