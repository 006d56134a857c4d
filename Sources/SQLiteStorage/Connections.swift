import GRDB
import GRDBSQLite
import Storage
import Synchronization

/// Our side of every connection that GRDB opened.
final class Connections: Sendable {
    /// By the address of SQLite's handle.
    private let known = Mutex<[Int: SQLiteConnection]>([:])

    func add(_ handle: OpaquePointer) {
        let connection = SQLiteConnection(handle)
        known.withLock { $0[Int(bitPattern: handle)] = connection }
    }

    func of(_ database: GRDB.Database) throws -> SQLiteConnection {
        guard let handle = database.sqliteConnection,
            let connection = known.withLock({ $0[Int(bitPattern: handle)] })
        else {
            throw StorageProblem.unavailable("The database is closed")
        }
        return connection
    }

    /// Only while no connection works.
    func forgetAll() {
        let all = known.withLock { Array($0.values) }
        for connection in all { connection.forgetStatements() }
    }
}
