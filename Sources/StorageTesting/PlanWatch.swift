import Foundation
import Storage
import Synchronization

/// A database that looks at the plan of every statement before it runs, and refuses one that reads a whole table: what
/// takes a moment among seven people takes seconds among a hundred thousand.
///
/// SQLite only. It has no statistics, here as at a workplace, so that it plans alike whatever the tables hold.
public struct PlanWatch: Database {
    private let database: any Database
    private let watch: Watch

    /// - Parameter allowed: What may be read whole, and why.
    public init(_ database: any Database, allowing allowed: [WholeReading]) {
        self.database = database
        watch = Watch(allowed)
    }

    public var engine: Engine { database.engine }
    public var load: DatabaseLoad { database.load }

    public func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        guard engine == .sqlite else { return try await database.read(body) }
        return try await database.read { [watch] reader in
            try body(Reader(WatchedConnection(reader.connection, watch)))
        }
    }

    @discardableResult
    public func write<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws -> Value {
        guard engine == .sqlite else { return try await database.write(body) }
        return try await database.write { [watch] writer in
            let watched = Writer(WatchedConnection(writer.reader.connection, watch))
            defer { writer.raised = watched.raised }
            return try body(watched)
        }
    }

    public func migrate(_ migrations: [Migration]) async throws { try await database.migrate(migrations) }

    public func rewrite() async throws { try await database.rewrite() }

    public func say(_ remark: Remark) { database.say(remark) }

    public func close() async { await database.close() }
}

/// A statement that reads all of a table or an index on purpose.
public struct WholeReading: Sendable {
    let plan: String
    let words: String

    /// - Parameters:
    ///   - plan: The line of the plan, or its beginning: `SCAN person`.
    ///   - words: Some of the statement's words.
    ///   - reason: Why it holds, also where the table is large.
    public init(_ plan: String, in words: String, because reason: String) {
        self.plan = plan
        self.words = words
    }
}

/// What a statement wants that reads a whole table.
public struct WholeTable: Error, CustomStringConvertible {
    public let description: String
}

private final class Watch: Sendable {
    private let allowed: [WholeReading]
    private let seen = Mutex<Set<String>>([])

    init(_ allowed: [WholeReading]) {
        self.allowed = allowed
    }

    func look(_ sql: SQL, on connection: any Connection) throws {
        guard !seen.withLock({ $0.contains(sql.template) }), !Self.isOfTheProgram(sql.template) else { return }
        let plan = try Reader(connection).rows("EXPLAIN QUERY PLAN \(sql)") { try $0[3] as String }
        for line in plan where Self.readsAll(line, in: plan) && !isAllowed(line, sql.template) {
            let fault = WholeTable(description: "\(line), in: \(sql.text(for: .sqlite))")
            FileHandle.standardError.write(Data("\(fault)\n".utf8))
            throw fault
        }
        seen.withLock { _ = $0.insert(sql.template) }
    }

    /// `SCAN` of a table or an index, and `SEARCH` of a table by nothing: the least of a column without an index. What
    /// the statement made itself, as in `SCAN (subquery-2)`, is neither.
    private static func readsAll(_ line: String, in plan: [String]) -> Bool {
        let words = line.split(separator: " ")
        if words.count == 2, words[0] == "SEARCH" { return true }
        guard words.count > 1, words[0] == "SCAN", !words[1].hasPrefix("("), !line.contains("CONSTANT ROW") else {
            return false
        }
        return !["MATERIALIZE", "CO-ROUTINE", "SETUP"].contains { plan.contains("\($0) \(words[1])") }
    }

    private func isAllowed(_ line: String, _ template: String) -> Bool {
        allowed.contains { line.hasPrefix($0.plan) && template.contains($0.words) }
    }

    private static func isOfTheProgram(_ template: String) -> Bool {
        ["PRAGMA", "ANALYZE", "EXPLAIN"].contains { template.hasPrefix($0) }
    }
}

private final class WatchedConnection: Connection {
    private let inner: any Connection
    private let watch: Watch

    init(_ inner: any Connection, _ watch: Watch) {
        self.inner = inner
        self.watch = watch
    }

    var engine: Engine { inner.engine }
    var slot: Int { inner.slot }

    func query(_ sql: SQL, _ row: (Row) throws -> Void) throws {
        try watch.look(sql, on: inner)
        try inner.query(sql, row)
    }

    func execute(_ sql: SQL) throws -> Int {
        try watch.look(sql, on: inner)
        return try inner.execute(sql)
    }

    func execute(_ statements: [SQL]) throws -> [Int] {
        for sql in statements { try watch.look(sql, on: inner) }
        return try inner.execute(statements)
    }

    func takeRoom() throws { try inner.takeRoom() }

    func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws {
        try inner.fill(table: table, columns: columns, rows: rows)
    }
}
