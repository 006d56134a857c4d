/// A question to the database, and what is made of each row that answers it.
public struct Query<Value> {
    /// Nothing where there is no need to ask.
    let sql: SQL?
    let make: (Row) throws -> Value

    public init(_ sql: SQL, _ make: @escaping (Row) throws -> Value) {
        self.sql = sql
        self.make = make
    }

    private init() {
        sql = nil
        make = { _ in throw StorageProblem.broken("What nobody asked was answered") }
    }

    /// Has no rows, and costs nothing.
    public static var nothing: Query { Query() }
}

/// The rows with which a query has been answered: none before it was asked.
public final class Answers<Value> {
    private let query: Query<Value>
    public private(set) var rows: [Value] = []

    init(to query: Query<Value>) {
        self.query = query
    }

    public var first: Value? { rows.first }

    var asked: AskedQuery? {
        query.sql.map { sql in (sql, { row in self.rows.append(try self.query.make(row)) }) }
    }
}

/// What several who do not know each other want to ask, of which none needs another's answer: where the database is far
/// away, all of it goes there in one go.
public final class Asking {
    private var asked: [AskedQuery] = []

    public init() {}

    /// What two ask in the same words is asked once, and both are answered.
    /// - Returns: where the rows are found once everything has been asked.
    public func rows<Value>(_ query: Query<Value>) -> Answers<Value> {
        let answers = Answers(to: query)
        guard let query = answers.asked else { return answers }
        if let same = asked.firstIndex(where: { $0.sql.key == query.sql.key && $0.sql.values == query.sql.values }) {
            let first = asked[same].row
            asked[same].row = { row in
                try first(row)
                try query.row(row)
            }
        } else {
            asked.append(query)
        }
        return answers
    }

    /// Asks all that has been handed in since the last time.
    public func go(_ reader: Reader) throws {
        let asked = asked
        self.asked = []
        guard !asked.isEmpty else { return }
        try reader.connection.query(asked)
    }
}

/// What an engine is asked, and who hears of each row.
public typealias AskedQuery = (sql: SQL, row: (Row) throws -> Void)

extension Reader {
    public func rows<Value>(_ query: Query<Value>) throws -> [Value] {
        try query.sql.map { try rows($0, query.make) } ?? []
    }

    public func first<Value>(_ query: Query<Value>) throws -> Value? {
        try rows(query).first
    }

    /// Asks all of these, of which none needs another's answer: where the database is far away, in one go.
    /// - Returns: the rows of each.
    public func together<each Value>(_ query: repeat Query<each Value>) throws -> (repeat [each Value]) {
        let asking = Asking()
        let answers = (repeat asking.rows(each query))
        try asking.go(self)
        return (repeat (each answers).rows)
    }
}
