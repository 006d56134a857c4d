import Access
import Kernel
import Storage

/// People who were searched for.
public struct FoundPeople: Sendable {
    public let people: [Person]
    /// After whom the search goes on, where it was broken off: so many share these words that not all were looked at.
    public let further: PersonID?
}

/// Finds people by the beginnings of several words: those whose name begins as it was typed first, then by the word
/// that fewest have.
///
/// Where very many have each of the words, a page looks at so many and says that it did.
struct PeopleSearch {
    /// People looked at for one page, beside those whose name begins so.
    static let mostLookedAt = 500

    let text: String
    let beginnings: [String]
    let day: Day
    let reader: Reader

    init(_ text: String, _ beginnings: [String], on day: Day, _ reader: Reader) {
        (self.text, self.beginnings, self.day, self.reader) = (text, beginnings, day, reader)
    }

    func page(after last: PersonID?, most: Int) throws -> FoundPeople {
        var people: [Person] = []
        var last = last
        let names = names
        var place = try last.flatMap { last in try names.firstIndex { try isNamed(last, $0) } }
        if last == nil || place != nil {
            for name in names[(place ?? 0)...] {
                people += try named(name, after: place == nil ? nil : last, most: most - people.count)
                place = nil
                if people.count == most { return FoundPeople(people: people, further: nil) }
            }
            last = nil
        }
        let rest = try others(besides: names, after: last, most: most - people.count)
        return FoundPeople(people: people + rest.people, further: rest.further)
    }

    // MARK: By the whole name

    /// From and to between which a name begins as it was typed, or as two words in the other order.
    private var names: [(from: String, to: String)] {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !text.contains("@") else { return [] }
        let orders = words.count == 2 ? [words, words.reversed()] : [words]
        // Capitals come before small letters, and nothing after the last character.
        return orders.map { $0.joined(separator: " ") }.map { ($0.uppercased(), $0.lowercased() + "\u{FFFF}") }
    }

    private func isNamed(_ person: PersonID, _ name: (from: String, to: String)) throws -> Bool {
        try reader.exists(
            "SELECT 1 FROM person WHERE id = \(person) AND name >= \(name.from) AND name <= \(name.to)")
    }

    private func named(_ name: (from: String, to: String), after last: PersonID?, most: Int) throws -> [Person] {
        var from: SQL = "person.name >= \(name.from)"
        if let last, let known = try PersonStore(reader).name(of: last) {
            from = "(person.name, person.id) > (\(known), \(last))"
        }
        return try reader.rows(
            """
            SELECT \(Person.columns(on: day)) FROM person WHERE \(from) AND person.name <= \(name.to)
            AND \(isHere) ORDER BY person.name, person.id LIMIT \(most)
            """, Person.init(row:))
    }

    // MARK: By words

    private func others(besides names: [(from: String, to: String)], after last: PersonID?, most: Int) throws
        -> FoundPeople
    {
        let (first, others) = try rarest()
        var conditions: [SQL] = [SearchWords.begins("word.word", with: first)]
        conditions += names.map { "NOT (word.name >= \($0.from) AND word.name <= \($0.to))" }
        if let last, let place = try place(of: last, at: first) {
            conditions.append("(word.word, word.name, word.person_id) > (\(place.word), \(place.name), \(last))")
        }
        let looked: SQL = """
            (SELECT word.word, word.name, word.person_id FROM person_word AS word
            WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY word.word, word.name, word.person_id
            LIMIT \(Self.mostLookedAt)) AS word
            """
        // Whoever has two such words is named once, at the first.
        var meant: [SQL] = [
            isHere,
            """
            NOT EXISTS (SELECT 1 FROM person_word AS earlier WHERE earlier.person_id = word.person_id
                AND earlier.word >= \(first) AND earlier.word < word.word)
            """,
        ]
        meant += others.map { other in
            """
            EXISTS (SELECT 1 FROM person_word AS other WHERE other.person_id = word.person_id
                AND \(SearchWords.begins("other.word", with: other)))
            """
        }
        let people = try reader.rows(
            """
            SELECT \(Person.columns(on: day)) FROM \(looked) JOIN person ON person.id = word.person_id
            WHERE \(SQL.joined(meant, by: " AND ")) ORDER BY word.word, word.name, word.person_id LIMIT \(most)
            """, Person.init(row:))
        guard people.count < most else { return FoundPeople(people: people, further: nil) }
        let further: PersonID? = try reader.value(
            """
            SELECT word.person_id FROM \(looked) ORDER BY word.word, word.name, word.person_id
            LIMIT 1 OFFSET \(Self.mostLookedAt - 1)
            """)
        return FoundPeople(people: people, further: further)
    }

    /// The beginning that fewest have, counted as far as one page looks; of many common ones the longest.
    private func rarest() throws -> (first: String, others: [String]) {
        let counts = try beginnings.map { beginning in
            try reader.value(
                """
                SELECT COUNT(*) FROM (SELECT 1 FROM person_word WHERE \(SearchWords.begins("word", with: beginning))
                LIMIT \(Self.mostLookedAt)) AS found
                """, as: Int.self) ?? 0
        }
        let first = counts.indices.min { counts[$0] < counts[$1] } ?? 0
        return (beginnings[first], beginnings.indices.filter { $0 != first }.map { beginnings[$0] })
    }

    private func place(of person: PersonID, at beginning: String) throws -> (word: String, name: String)? {
        try reader.first(
            """
            SELECT word, name FROM person_word WHERE person_id = \(person)
            AND \(SearchWords.begins("word", with: beginning)) ORDER BY word LIMIT 1
            """
        ) { row in (word: try row[0], name: try row[1]) }
    }

    private var isHere: SQL { "person.starts <= \(day) AND (person.ends IS NULL OR person.ends >= \(day))" }
}
