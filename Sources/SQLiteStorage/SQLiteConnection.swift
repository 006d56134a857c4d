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
    private var statements: [SQL.Key: SQLiteStatement] = [:]

    /// More texts than a program writes by hand; lists of many lengths must not fill the memory.
    private static let mostStatements = 500

    init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    func query(_ sql: SQL, _ row: (Row) throws -> Void) throws {
        let statement = try statement(of: sql)
        let current = Row(statement)
        try statement.run(sql.values) { try row(current) }
    }

    func execute(_ sql: SQL) throws -> Int {
        let before = sqlite3_total_changes64(handle)
        let statement = try statement(of: sql)
        try statement.run(sql.values) {}
        return sqlite3_total_changes64(handle) == before ? 0 : Int(sqlite3_changes64(handle))
    }

    func execute(_ statements: [SQL]) throws -> [Int] {
        try statements.map(execute)
    }

    /// Kibibytes of pages kept in memory, so that a large transaction does not write a page each time it is touched.
    private static let room = 65_536
    private var ordinaryRoom: Int?

    func takeRoom() throws {
        guard ordinaryRoom == nil else { return }
        ordinaryRoom = try Reader(self).value("PRAGMA cache_size")
        try run("PRAGMA cache_size = -\(Self.room)")
    }

    /// After the transaction.
    func giveRoomBack() {
        guard let before = ordinaryRoom else { return }
        ordinaryRoom = nil
        try? run("PRAGMA cache_size = \(before)")
        sqlite3_db_release_memory(handle)
    }

    func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws {
        let names = columns.map(\.description).joined(separator: ", ")
        let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        let text = "INSERT INTO \(table) (\(names)) VALUES (\(marks))"
        let statement = try SQLiteStatement(text, on: handle)
        for row in rows { try statement.run(row) {} }
    }

    /// Text without values, of one statement or more.
    func run(_ text: String) throws {
        guard sqlite3_exec(handle, text, nil, nil, nil) == SQLITE_OK else { throw StorageProblem(lastOn: handle) }
    }

    /// Pages that lie in the log beside the file, as of the last commit.
    private var pagesInLog: Int32 = 0
    /// As many as SQLite finds in one look: a longer log slows readers, a shorter one is copied too often.
    private static let mostInLog: Int32 = 4000

    /// From now on the log is copied into the file by `tidyLog` alone, and not in the midst of a commit.
    func keepLog() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        // Takes the place of the hook by which SQLite does it by itself.
        sqlite3_wal_hook(
            handle,
            { context, _, _, pages in
                guard let context else { return SQLITE_OK }
                Unmanaged<SQLiteConnection>.fromOpaque(context).takeUnretainedValue().pagesInLog = pages
                return SQLITE_OK
            }, context)
    }

    /// Copies a long log into the file, as far as no reader needs it as it was.
    func tidyLog() {
        guard pagesInLog >= Self.mostInLog else { return }
        // What cannot be copied now is copied after a later commit.
        sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_PASSIVE, nil, nil)
    }

    /// False after an error that made SQLite roll back the whole transaction by itself.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    /// Must be called before the connection closes.
    func forgetStatements() {
        statements = [:]
    }

    private func statement(of sql: SQL) throws -> SQLiteStatement {
        let key = sql.key
        if let known = statements[key] {
            return known.isBusy ? try SQLiteStatement(sql.text(for: .sqlite), on: handle) : known
        }
        if statements.count >= Self.mostStatements { statements = [:] }
        let made = try SQLiteStatement(sql.text(for: .sqlite), on: handle)
        statements[key] = made
        return made
    }
}
