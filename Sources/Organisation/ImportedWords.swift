import Dispatch
import Kernel
import Storage
import Synchronization

/// What those who come in from a file, or are called otherwise there, are found by. Read while their lines are staged,
/// written when they are here.
struct ImportedWords {
    private let people: WordsInTheMaking
    private let units: [(id: UnitID, code: String, name: Words)]

    init(_ found: Import, _ writer: Writer) throws {
        let people = try writer.reader.rows(
            """
            SELECT COALESCE(staged_person.person_id, staged_person.new_id), staged_person.name,
            CASE WHEN staged_person.email IS NULL THEN person.email ELSE NULLIF(staged_person.email, '') END
            FROM staged_person LEFT JOIN person ON person.id = staged_person.person_id
            WHERE staged_person.import_id = \(found.id) AND staged_person.fate IN ('added', 'changed')
            """
        ) { row in (id: try row[0] as PersonID, name: try row[1] as String, email: try row[2] as String?) }
        self.people = WordsInTheMaking(of: people)
        units = try writer.reader.rows(
            """
            SELECT COALESCE(unit_id, new_id), code, name_da, COALESCE(name_en, name_da) FROM staged_unit
            WHERE import_id = \(found.id) AND fate IN ('added', 'changed')
            """
        ) { row in (id: try row[0], code: try row[1], name: Words(da: try row[2], en: try row[3])) }
        // A unit is still found by what it was called; a person is not.
        try writer.execute(
            """
            DELETE FROM person_word WHERE person_id IN
            (SELECT person_id FROM staged_person WHERE import_id = \(found.id) AND fate = 'changed')
            """)
    }

    func write(_ writer: Writer) throws {
        try SearchWords.fill(people.done, writer)
        for unit in units {
            for statement in SearchWords.insertions(of: unit.id, code: unit.code, name: unit.name) {
                try writer.execute(statement)
            }
        }
    }
}

/// Words that another thread parts and sorts while the engine writes the people.
private final class WordsInTheMaking: Sendable {
    private let made = Mutex<SortedWords?>(nil)
    private let work = DispatchGroup()

    init(of people: [(id: PersonID, name: String, email: String?)]) {
        DispatchQueue.global().async(group: work) { [self] in
            let words = SortedWords(of: people)
            made.withLock { $0 = words }
        }
    }

    /// Waits for them.
    var done: SortedWords {
        work.wait()
        return made.withLock { $0 } ?? SortedWords(of: [])
    }
}
