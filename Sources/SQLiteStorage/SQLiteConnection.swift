import GRDBSQLite
import Storage

/// One connection with its prepared statements.
///
/// Unchecked, since GRDB gives every connection a queue of its own and this is only touched on it.
final class SQLiteConnection: Connection, @unchecked Sendable {
    let engine = Engine.sqlite
    /// There is one writer.
    let slot = 0
    private let handle: OpaquePointer
    private var statements: [String: SQLiteStatement] = [:]

    /// More texts than a program writes by hand; lists of many lengths must not fill the memory.
    private static let mostStatements = 500

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    func query(_ sql: SQL, _ row: (Row) throws -> Void) throws {
        let statement = try statement(sql.template) { sql.text(for: .sqlite) }
        let current = Row(statement)
        try statement.run(sql.values) { try row(current) }
    }

    func execute(_ sql: SQL) throws -> Int {
        let before = sqlite3_total_changes64(handle)
        let statement = try statement(sql.template) { sql.text(for: .sqlite) }
        try statement.run(sql.values) {}
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    func execute(_ statements: [SQL]) throws -> [Int] {
        try statements.map(execute)
    }

    func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws {
        let names = columns.map(\.description).joined(separator: ", ")
        let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let text = "INSERT INTO \(table) (\(names)) VALUES (\(marks))"
        let statement = try statement(text) { text }
        for row in rows { try statement.run(row) {} }
    }

    /// Text without values, of one statement or more.
    func run(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw StorageProblem(lastOn: handle) }
    }

    /// False after an error that made SQLite roll back the whole transaction by itself.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Must be called before the connection closes.
    func forgetStatements() {
        statements = [:]
    }

    private func statement(_ key: String, _ text: () -> String) throws -> SQLiteStatement {
        if let known = statements[key] {
            return known.isBusy ? try SQLiteStatement(text(), on: handle) : known
        }
        if statements.count >= Self.mostStatements { statements = [:] }
        let made = try SQLiteStatement(text(), on: handle)
        statements[key] = made
        return made
    }
}
