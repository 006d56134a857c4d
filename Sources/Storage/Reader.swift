import Kernel

/// Reads inside a transaction.
public struct Reader {
    package let connection: any Connection

    public init(_ connection: any Connection) {
        self.connection = connection
    }

    public var engine: Engine { connection.engine }

    public func rows<Value>(_ query: SQL, _ make: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try connection.query(query) { values.append(try make($0)) }
        return values
    }

    public func first<Value>(_ query: SQL, _ make: (Row) throws -> Value) throws -> Value? {
        try rows(query, make).first
    }

    /// The first column of the first row.
    public func value<Value: Storable>(_ query: SQL, as kind: Value.Type = Value.self) throws -> Value? {
        try rows(query) { try $0[0] as Value? }.first ?? nil
    }

    public func values<Value: Storable>(_ query: SQL, as kind: Value.Type = Value.self) throws -> [Value] {
        try rows(query) { try $0[0] }
    }

    /// Of those that have been raised at all.
    public func versions(of topics: Set<String>) throws -> [String: Int] {
        let query: SQL = """
            SELECT name, CAST(SUM(version) AS BIGINT) FROM topic WHERE name IN \(SQL.list(topics.sorted())) GROUP BY name
            """
        let all = try rows(query) { row -> (String, Int) in (try row[0], try row[1]) }
        return Dictionary(all) { $1 }
    }

    /// The topic's version as this transaction sees it: where it is the same, nothing has raised it between.
    public func version(of topic: String) throws -> Int {
        try value("SELECT COALESCE(SUM(version), 0) FROM topic WHERE name = \(topic)") ?? 0
    }

    public func exists(_ query: SQL) throws -> Bool {
        try value("SELECT CASE WHEN EXISTS (\(query)) THEN 1 ELSE 0 END", as: Int.self) == 1
    }
}

/// Writes inside a transaction, and reads what it wrote.
public final class Writer {
    public let reader: Reader
    private let connection: any Connection
    /// What this transaction says to those who look.
    public package(set) var raised = Raised()

    public init(_ connection: any Connection) {
        self.connection = connection
        reader = Reader(connection)
    }

    /// - Throws: `Stale` where the statement had to change a row and changed none.
    @discardableResult
    public func execute(_ statement: SQL) throws -> Int {
        let changed = try connection.execute(statement)
        if statement.mustChangeARow && changed == 0 { throw Stale() }
        return changed
    }

    /// Says that this transaction reads and writes very much, so that it may take more memory until it ends.
    public func takeRoom() throws {
        try connection.takeRoom()
    }

    public func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws {
        try connection.fill(table: table, columns: columns, rows: rows)
    }

    /// Carries out all of them in this order, and raises the topics: where the database is far away, in one go.
    /// - Throws: `Stale` where a statement had to change a row and changed none.
    public func execute(_ statements: [SQL], raising topics: [String]) throws {
        let all = statements + raising(topics)
        guard statements.contains(where: \.mustChangeARow) else { return try connection.executeSoon(all) }
        let changed = try connection.execute(all)
        for (statement, count) in zip(statements, changed) where statement.mustChangeARow && count == 0 {
            throw Stale()
        }
    }

    /// Raises the topic's version: pages that show it are no longer true. Told to those who look after the commit.
    public func raise(_ topic: String) throws {
        try execute([], raising: [topic])
    }

    /// Takes all that is known of these topics away, since what they are named after is gone for good. Whoever looks at it
    /// hears of that, as of any change.
    public func forget(topics: [String]) throws {
        raised.topics.formUnion(topics)
        for start in stride(from: 0, to: topics.count, by: 500) {
            let some = topics[start..<min(start + 500, topics.count)]
            try execute("DELETE FROM topic WHERE name IN \(SQL.list(some))")
        }
    }

    /// Says it to whatever is kept in memory, on this server and the others, after the commit and before the writer is
    /// answered.
    public func say(_ remark: Remark) {
        raised.remarks.append(remark)
    }

    /// Tells those who look, after the commit.
    public func hint(_ hints: [Hint]) {
        raised.hints += hints
    }

    /// Nothing for those that have been raised in this transaction.
    private func raising(_ topics: [String]) -> [SQL] {
        let new = topics.filter { raised.topics.insert($0).inserted }
        return stride(from: 0, to: new.count, by: Self.mostRaisedAtOnce).map { start in
            let rows = new[start..<min(start + Self.mostRaisedAtOnce, new.count)].map { topic -> SQL in
                "(\(topic), \(connection.slot), 1)"
            }
            return """
                INSERT INTO topic (name, slot, version) VALUES \(SQL.joined(rows, by: ", "))
                ON CONFLICT (name, slot) DO UPDATE SET version = topic.version + 1
                """
        }
    }

    /// Few, so that there are few statements to prepare.
    private static let mostRaisedAtOnce = 8
}

/// The storage's own tables. A topic's version is the sum over its slots.
public enum StorageSchema {
    public static let migrations = [
        Migration(
            "create topic",
            """
            CREATE TABLE topic (
                name    TEXT NOT NULL,
                slot    \(.integer) NOT NULL,
                version \(.integer) NOT NULL CHECK (version > 0),
                PRIMARY KEY (name, slot)
            ) \(.withoutOrder)
            """
        )
    ]
}
