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
    static var columns: SQL {
        "id, external_id, name, email, phone, language, kind, unit_id, title, starts, ends, administrator"
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], externalID: row[1], name: row[2], email: row[3], phone: row[4], language: row[5], kind: row[6],
            unit: row[7], title: row[8], starts: row[9], ends: row[10], isAdministrator: row[11])
    }
}
