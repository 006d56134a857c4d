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
        guard let heir else {
            return language.pick(
                da: """
                    \(unit) lukker. Sidste dag er \(end). Filen sætter \(count(language)) i den. Skriv en anden enhed ud \
                    for dem i filen efter den dag.
                    """,
                en: """
                    \(unit) closes. Its last day is \(end). The file puts \(count(language)) into it. Write another unit \
                    for them in the file after that day.
                    """)
        }
        return language.pick(
            da: """
                \(unit) lægges sammen med \(heir). Sidste dag er \(end). Filen sætter \(count(language)) i den, og de \
                flytter ikke med af sig selv. Skriv \(heir) ud for dem i filen efter den dag.
                """,
            en: """
                \(unit) is merged into \(heir). Its last day is \(end). The file puts \(count(language)) into it, and they \
                do not move along by themselves. Write \(heir) for them in the file after that day.
                """)
    }

    private func count(_ language: Language) -> String {
        people == 1
            ? language.pick(da: "1 person", en: "1 person")
            : language.pick(da: "\(people) personer", en: "\(people) people")
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
