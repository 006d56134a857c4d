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

/// A query as the engine sees it, and the rows that it has answered with.
final class Question<Value> {
    private let query: Query<Value>
    private(set) var values: [Value] = []

    init(_ query: Query<Value>) {
        self.query = query
    }

    var asked: AskedQuery? {
        query.sql.map { sql in (sql, { row in self.values.append(try self.query.make(row)) }) }
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
        let questions = (repeat Question(each query))
        var asked: [AskedQuery] = []
        for question in repeat each questions {
            if let query = question.asked { asked.append(query) }
        }
        try connection.query(asked)
        return (repeat (each questions).values)
    }
}
