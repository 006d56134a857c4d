import Access
import Kernel
import Storage

public struct PersonStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// The person with the unit of the day.
    public func find(_ id: PersonID, on day: Day) throws -> Person? {
        try reader.first(
            "SELECT \(Person.columns(on: day)) FROM person WHERE person.id = \(id)", Person.init(row:))
    }

    public func find(externalID: String, on day: Day) throws -> Person? {
        try reader.first(
            "SELECT \(Person.columns(on: day)) FROM person WHERE person.external_id = \(externalID)", Person.init(row:))
    }

    public func find(email: String, on day: Day) throws -> Person? {
        try reader.first(
            "SELECT \(Person.columns(on: day)) FROM person WHERE person.email = \(email.trimmed.lowercased())",
            Person.init(row:))
    }

    /// The name of the person whose id stands in that column, as a column of another feature's query.
    public static func name(of column: SQL) -> SQL {
        "(SELECT person.name FROM person WHERE person.id = \(column))"
    }

    /// People's ids and names as what the lists of other features are grouped by.
    public static var namesAsGroups: SQL { "(SELECT id AS group_id, name AS group_name FROM person)" }

    /// Narrows a query of another feature to rows in whose column stands somebody who has left.
    public static func hasLeft(_ column: SQL, on day: Day) -> SQL {
        "EXISTS (SELECT 1 FROM person WHERE person.id = \(column) AND person.ends < \(day))"
    }

    public func name(of person: PersonID) throws -> String? {
        try reader.value("SELECT name FROM person WHERE id = \(person)")
    }

    /// The names of these people, by id.
    public func names(of people: Set<PersonID>) throws -> [PersonID: String] {
        guard !people.isEmpty else { return [:] }
        let pairs = try reader.rows("SELECT id, name FROM person WHERE id IN \(SQL.list(people.sorted()))") { row in
            (try row[0] as PersonID, try row[1] as String)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Those of these people who are here.
    public func here(_ people: Set<PersonID>, on day: Day) throws -> Set<PersonID> {
        guard !people.isEmpty else { return [] }
        return Set(
            try reader.values(
                """
                SELECT id FROM person WHERE id IN \(SQL.list(people.sorted())) AND starts <= \(day)
                AND (ends IS NULL OR ends >= \(day))
                """, as: PersonID.self))
    }

    /// Those who work in these units on the day, by name: to be chosen from.
    public func namesHere(in units: [UnitID], on day: Day, most: Int = 300) throws -> [(id: PersonID, name: String)] {
        try reader.rows(
            """
            SELECT person.id, person.name FROM person WHERE \(Person.works(inAnyOf: units, on: day))
            AND person.starts <= \(day) AND (person.ends IS NULL OR person.ends >= \(day))
            ORDER BY person.name, person.id LIMIT \(most)
            """
        ) { row in (id: try row[0], name: try row[1]) }
    }

    /// Somebody to be chosen: a name, and where he or she works to tell two of one name apart.
    public struct Found: Sendable {
        public let id: PersonID
        public let name: String
        public let unit: UnitID?
    }

    /// People who are here and in whose name each of these words begins one, or whose e-mail it begins: to be chosen
    /// from.
    public func beginning(with text: String, on day: Day, most: Int = 8) throws -> [Found] {
        let text = String(text.trimmed.prefix(100))
        guard !text.isEmpty else { return [] }
        return try page(named: text, on: day, most: most).map { Found(id: $0.id, name: $0.name, unit: $0.unit) }
    }

    /// People who are here, by name from the given one on: a page of a directory. Where a text is searched for, those
    /// whom `search` finds; of one word those with the shortest such word first.
    public func page(
        in unit: UnitID? = nil, named text: String = "", after last: PersonID? = nil, on day: Day, most: Int = 50
    ) throws -> [Person] {
        guard text.isEmpty else { return try search(text, after: last, on: day, most: most).people }
        var conditions: [SQL] = ["person.starts <= \(day)", "(person.ends IS NULL OR person.ends >= \(day))"]
        if let unit { conditions.append(Person.works(inAnyOf: [unit], on: day)) }
        if let last, let name = try name(of: last) {
            conditions.append("(person.name, person.id) > (\(name), \(last))")
        }
        return try reader.rows(
            """
            SELECT \(Person.columns(on: day)) FROM person WHERE \(SQL.joined(conditions, by: " AND "))
            ORDER BY person.name, person.id LIMIT \(most)
            """, Person.init(row:))
    }

    /// People who are here and in whose name each of these words begins one, or whose e-mail it begins, from the given
    /// one on. Of several words those whose name begins so come first.
    public func search(_ text: String, after last: PersonID? = nil, on day: Day, most: Int = 50) throws -> FoundPeople {
        let beginnings = SearchWords.typed(text)
        guard let first = beginnings.first else { return FoundPeople(people: [], further: nil) }
        guard beginnings.count == 1 else {
            return try PeopleSearch(text, beginnings, on: day, reader).page(after: last, most: most)
        }
        return FoundPeople(people: try found(first, after: last, on: day, most), further: nil)
    }

    private func found(_ first: String, after last: PersonID?, on day: Day, _ most: Int) throws -> [Person] {
        var conditions: [SQL] = [
            SearchWords.begins("word.word", with: first), "person.starts <= \(day)",
            "(person.ends IS NULL OR person.ends >= \(day))",
            // Whoever has two such words is named once, at the first.
            """
            NOT EXISTS (SELECT 1 FROM person_word AS earlier WHERE earlier.person_id = word.person_id
                AND earlier.word >= \(first) AND earlier.word < word.word)
            """,
        ]
        if let last {
            let place = try reader.first(
                """
                SELECT word, name FROM person_word WHERE person_id = \(last)
                AND \(SearchWords.begins("word", with: first)) ORDER BY word LIMIT 1
                """
            ) { row in (word: try row[0] as String, name: try row[1] as String) }
            guard let place else { return [] }
            conditions.append("(word.word, word.name, word.person_id) > (\(place.word), \(place.name), \(last))")
        }
        return try reader.rows(
            """
            SELECT \(Person.columns(on: day)) FROM person_word AS word JOIN person ON person.id = word.person_id
            WHERE \(SQL.joined(conditions, by: " AND ")) ORDER BY word.word, word.name, word.person_id LIMIT \(most)
            """, Person.init(row:))
    }

    /// How many of each kind have their place in this very unit on the day.
    public func counts(in unit: UnitID, on day: Day) throws -> [Person.Kind: Int] {
        let counts = try reader.rows(
            """
            SELECT person.kind, COUNT(*) FROM person WHERE \(Person.works(inAnyOf: [unit], on: day))
            AND person.starts <= \(day) AND (person.ends IS NULL OR person.ends >= \(day)) GROUP BY person.kind
            """
        ) { row in (try row[0] as Person.Kind, try row[1] as Int) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    public func isEmpty() throws -> Bool {
        try !reader.exists("SELECT 1 FROM person")
    }
}

extension Person {
    /// With the unit of the day: `person` holds the latest, `person_placement` those before it.
    static func columns(on day: Day) -> SQL {
        """
        person.id, person.external_id, person.name, person.email, person.phone, person.language, person.kind,
        \(unit(on: day)), person.title, person.starts, person.ends, person.administrator
        """
    }

    static func unit(on day: Day) -> SQL {
        """
        CASE WHEN person.unit_since > \(day) THEN (SELECT former.unit_id FROM person_placement AS former
        WHERE former.person_id = person.id AND former.starts <= \(day) AND former.ends >= \(day))
        ELSE person.unit_id END
        """
    }

    /// Narrows a query on `person` to those whose unit it is on the day.
    static func works(inAnyOf units: [UnitID], on day: Day) -> SQL {
        """
        person.id IN (SELECT placed.id FROM person AS placed WHERE placed.unit_id IN \(SQL.list(units))
            AND (placed.unit_since IS NULL OR placed.unit_since <= \(day))
            UNION ALL SELECT person_id FROM person_placement WHERE unit_id IN \(SQL.list(units))
            AND starts <= \(day) AND ends >= \(day))
        """
    }

    /// The same for the units of a reach, on its day.
    static func works(within reach: Reach) -> SQL {
        """
        person.id IN (SELECT placed.id FROM person AS placed WHERE \(reach.condition(unit: "placed.unit_id"))
            AND (placed.unit_since IS NULL OR placed.unit_since <= \(reach.day))
            UNION ALL SELECT person_id FROM person_placement WHERE \(reach.condition(unit: "person_placement.unit_id"))
            AND starts <= \(reach.day) AND ends >= \(reach.day))
        """
    }

    /// The same for a query that finds one person by id: the person is looked up, and nobody else is.
    static func isPlaced(within reach: Reach) -> SQL {
        reach.condition(oneUnit: unit(on: reach.day))
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], externalID: row[1], name: row[2], email: row[3], phone: row[4], language: row[5], kind: row[6],
            unit: row[7], title: row[8], starts: row[9], ends: row[10], isAdministrator: row[11])
    }
}
