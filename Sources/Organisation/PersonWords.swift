import Kernel
import Storage

/// The words by which a person is found: those of the name, each once, small.
enum PersonWords {
    private static let most = 20
    private static let longest = 40
    /// Sorts after everything that a word can go on with.
    private static let end = "\u{10FFFF}"
    /// From here on it is quicker to ask the people, in their order, for the word than the word for its people.
    private static let common = 2000

    static func of(_ text: String) -> [String] {
        var seen: Set<String> = []
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { String($0.prefix(longest)) }
        return Array(words.filter { seen.insert($0).inserted }.prefix(most))
    }

    /// People all of whose words are meant: each begins a word of the name. What may be an e-mail may begin one.
    static func condition(_ text: String, _ reader: Reader) throws -> SQL {
        let words = of(text)
        guard words.count == 1 || words.isEmpty || text.contains("@") else {
            return SQL.joined(try words.map { try condition(word: $0, or: nil, reader) }, by: " AND ")
        }
        let email = text.trimmed.lowercased()
        return try condition(word: text.contains("@") ? nil : words.first, or: email, reader)
    }

    private static func condition(word: String?, or email: String?, _ reader: Reader) throws -> SQL {
        var found: [SQL] = []
        if let word {
            let begins: SQL = "word >= \(word) AND word < \(word + end)"
            let count = try reader.value(
                "SELECT COUNT(*) FROM (SELECT 1 FROM person_word WHERE \(begins) LIMIT \(common)) AS counted",
                as: Int.self)
            guard (count ?? 0) < common else { return named(word) }
            found.append("SELECT person_id FROM person_word WHERE \(begins)")
        }
        if let email { found.append("SELECT id FROM person WHERE email >= \(email) AND email < \(email + end)") }
        return "id IN (\(SQL.joined(found, by: " UNION ALL ")))"
    }

    /// SQLite makes only the letters of ASCII small.
    private static func named(_ word: String) -> SQL {
        let large = word.prefix(1).uppercased() + word.dropFirst()
        return "(LOWER(name) LIKE \("%\(word)%") OR name LIKE \("%\(large)%"))"
    }

    static func insertions(of person: Person) -> [SQL] {
        of(person.name).map { "INSERT INTO person_word (word, person_id) VALUES (\($0), \(person.id))" }
    }

    /// - Parameter people: none of whom has words yet.
    static func fill(_ people: some Sequence<(id: PersonID, name: String)>, _ writer: Writer) throws {
        // In the order of the table: rows that come one after the other are laid down side by side.
        let rows = people.flatMap { person in of(person.name).map { (word: $0, id: person.id) } }
            .sorted { ($0.word, $0.id) < ($1.word, $1.id) }
        try writer.fill(
            table: "person_word", columns: ["word", "person_id"],
            rows: rows.lazy.map { [$0.word.stored, $0.id.stored] }
        )
    }

    /// - Parameter people: with the names that they are no longer to be found by.
    static func forget(_ people: [(id: PersonID, name: String)], _ writer: Writer) throws {
        let pairs: [SQL] = people.flatMap { person in of(person.name).map { "(\($0), \(person.id))" } }
        for start in stride(from: 0, to: pairs.count, by: 500) {
            let some = SQL.joined(Array(pairs[start..<min(start + 500, pairs.count)]), by: ", ")
            try writer.execute("DELETE FROM person_word WHERE (word, person_id) IN (VALUES \(some))")
        }
    }
}

/// The names of those who were there before their words were kept, taken apart letter by letter in words that both
/// engines know.
enum PersonWordSchema {
    static let migrations = [
        Migration(
            "find people by their words",
            """
            CREATE TABLE person_word (
                word      TEXT NOT NULL,
                person_id TEXT NOT NULL,
                PRIMARY KEY (word, person_id)
            ) \(.withoutOrder)
            """,
            """
            INSERT INTO person_word (word, person_id)
            WITH RECURSIVE part (person_id, word, rest) AS (
                SELECT id, SUBSTR(name, 1, 0),
                REPLACE(REPLACE(REPLACE(REPLACE(LOWER(name), '-', ' '), 'Æ', 'æ'), 'Ø', 'ø'), 'Å', 'å') || ' ' FROM person
                UNION ALL
                SELECT person_id, CASE WHEN SUBSTR(rest, 1, 1) = ' ' THEN SUBSTR(rest, 1, 0)
                ELSE word || SUBSTR(rest, 1, 1) END, SUBSTR(rest, 2)
                FROM part WHERE rest <> ''
            )
            SELECT DISTINCT word, person_id FROM part WHERE word <> '' AND SUBSTR(rest, 1, 1) = ' '
            """
        )
    ]
}
