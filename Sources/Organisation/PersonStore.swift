import Kernel
import Storage

public struct PersonStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    public func find(_ id: PersonID) throws -> Person? {
        try reader.first("SELECT \(Person.columns) FROM person WHERE id = \(id)", Person.init(row:))
    }

    public func find(email: String) throws -> Person? {
        try reader.first(
            "SELECT \(Person.columns) FROM person WHERE email = \(email.trimmed.lowercased())", Person.init(row:))
    }

    /// The name of the person whose id stands in that column, as a column of another feature's query.
    public static func name(of column: SQL) -> SQL {
        "(SELECT person.name FROM person WHERE person.id = \(column))"
    }

    /// People's ids and names as what the lists of other features are grouped by.
    public static var namesAsGroups: SQL { "(SELECT id AS group_id, name AS group_name FROM person)" }

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
            SELECT id, name FROM person WHERE unit_id IN \(SQL.list(units))
            AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)) ORDER BY name, id LIMIT \(most)
            """
        ) { row in (id: try row[0], name: try row[1]) }
    }

    /// Somebody to be chosen: a name, and where he or she works to tell two of one name apart.
    public struct Found: Sendable {
        public let id: PersonID
        public let name: String
        public let unit: UnitID?
    }

    /// People who are here and whose name or last name begins so, or whose e-mail it is: to be chosen from.
    public func beginning(with text: String, on day: Day, most: Int = 8) throws -> [Found] {
        let text = String(text.trimmed.prefix(100))
        guard !text.isEmpty else { return [] }
        // Danish sorts a capital letter before its small one, and U+FFFF after every letter.
        let (first, last) = (text.uppercased(), text + "\u{FFFF}")
        let lists = try [
            found("name >= \(first) AND name < \(last)", orderedBy: "name, id", on: day, most),
            found(
                "\(Person.lastName) >= \(first) AND \(Person.lastName) < \(last)",
                orderedBy: "\(Person.lastName), id", on: day, most),
            found("email = \(text.lowercased())", orderedBy: "id", on: day, most),
        ]
        var known: Set<PersonID> = []
        return Array(lists.joined().filter { known.insert($0.id).inserted }.prefix(most))
    }

    private func found(_ condition: SQL, orderedBy order: SQL, on day: Day, _ most: Int) throws -> [Found] {
        try reader.rows(
            """
            SELECT id, name, unit_id FROM person WHERE \(condition) AND starts <= \(day)
            AND (ends IS NULL OR ends >= \(day)) ORDER BY \(order) LIMIT \(most)
            """
        ) { row in try Found(id: row[0], name: row[1], unit: row[2]) }
    }

    /// People who are here, by name from the given one on: a page of a directory.
    public func page(
        in unit: UnitID? = nil, named text: String = "", after place: (name: String, id: PersonID)? = nil, on day: Day,
        most: Int = 50
    ) throws -> [Person] {
        var conditions: [SQL] = ["starts <= \(day)", "(ends IS NULL OR ends >= \(day))"]
        if let unit { conditions.append("unit_id = \(unit)") }
        if !text.isEmpty {
            conditions.append("(LOWER(name) LIKE \("%\(text.lowercased())%") OR email LIKE \("\(text.lowercased())%"))")
        }
        if let place { conditions.append("(name, id) > (\(place.name), \(place.id))") }
        return try reader.rows(
            """
            SELECT \(Person.columns) FROM person WHERE \(SQL.joined(conditions, by: " AND "))
            ORDER BY name, id LIMIT \(most)
            """, Person.init(row:))
    }

    public func isEmpty() throws -> Bool {
        try !reader.exists("SELECT 1 FROM person")
    }
}

extension Person {
    /// What stands after the last space of the name; the index `person_by_last_name` is by the same words.
    static var lastName: SQL { "(SUBSTR(name, LENGTH(RTRIM(name, REPLACE(name, ' ', ''))) + 1)) \(.danish)" }

    static var columns: SQL {
        "id, external_id, name, email, phone, language, kind, unit_id, title, starts, ends, administrator"
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], externalID: row[1], name: row[2], email: row[3], phone: row[4], language: row[5], kind: row[6],
            unit: row[7], title: row[8], starts: row[9], ends: row[10], isAdministrator: row[11])
    }
}
