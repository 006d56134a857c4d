import CSQLite
import Dispatch
import Foundation
import GRDB
import GRDBSQLite
import Storage
import Synchronization

/// An SQLite file: one writer that commits in groups, and readers beside it.
public final class SQLiteDatabase: Storage.Database {
    public let engine = Engine.sqlite

    public var load: DatabaseLoad {
        DatabaseLoad(waiting: reads.count + queue.withLock(\.waiting.count), atOnce: readerCount + 1)
    }

    private let readerCount: Int
    private let pool: DatabasePool
    private let connections: Connections
    private let queue = Mutex(Queue())
    private let announce: Announce
    private let others: OtherWriters
    private let reads = ErrandQueue<SQLiteConnection>()
    private let readers = DispatchGroup()

    private struct Queue {
        var waiting: [any WaitingWrite] = []
        var isCommitting = false
        var isClosed = false
    }

    /// Once in the process, before SQLite is first used.
    private static let countsNoMemory = csqlite_count_no_memory()

    private static let mostInOneCommit = 256
    private static let mostWaiting = 20_000

    /// - Parameters:
    ///   - path: The database file; it and its folder are made where they do not exist.
    ///   - readers: How many read at the same time.
    ///   - announce: Told of every change after its commit, before the writer is answered.
    public init(path: String, readers: Int = 4, announce: @escaping Announce) throws {
        self.announce = announce
        readerCount = readers
        _ = Self.countsNoMemory
        let connections = Connections()
        self.connections = connections
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            pool = try DatabasePool(path: path, configuration: Self.configuration(readers, connections))
            // GRDB sets NORMAL when it opens, with which a power cut loses what was answered. And what was deleted or
            // written over is to be gone from the file, whatever this build of SQLite thinks is usual. What a savepoint
            // may need again lies in memory: by itself SQLite makes and removes a file for it in every transaction.
            try pool.writeWithoutTransaction {
                let writer = try connections.of($0)
                try writer.run("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY")
                writer.keepLog()
            }
        } catch let error as DatabaseError {
            throw StorageProblem(error)
        }
        others = OtherWriters(pool: pool, connections: connections, announce: announce)
        others.watch()
        for number in 0..<readers { startReader(number) }
    }

    deinit {
        reads.close()
    }

    /// A thread that keeps a connection of the pool for good: GRDB's own way to and from its queues costs more than
    /// most reads.
    private func startReader(_ number: Int) {
        readers.enter()
        let thread = Thread { [pool, connections, reads, readers] in
            var first = reads.next()
            while first != nil {
                do {
                    try pool.unsafeRead { database in
                        let connection = try connections.of(database)
                        first?.run(on: connection)
                        // What it holds, such as a whole visit, must not stay for as long as the thread does.
                        first = nil
                        while let errand = reads.next() { errand.run(on: connection) }
                    }
                } catch let error as DatabaseError {
                    first?.refuse(StorageProblem(error))
                } catch {
                    first?.refuse(.unavailable("The database cannot be read: \(error)"))
                }
                first = reads.next()
            }
            readers.leave()
        }
        thread.name = "sqlite \(number)"
        thread.stackSize = 1 << 20
        thread.start()
    }

    private static func configuration(_ readers: Int, _ connections: Connections) -> Configuration {
        var configuration = Configuration()
        // One more than the threads that keep theirs, for copies of the whole.
        configuration.maximumReaderCount = readers + 1
        configuration.busyMode = .timeout(5)
        configuration.persistentReadOnlyConnections = true
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            guard let handle = database.sqliteConnection, let order = DanishOrder.shared else {
                throw StorageProblem.broken("ICU knows no Danish order")
            }
            order.install(on: handle)
            connections.add(handle)
        }
        return configuration
    }

    public func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { reads.add(Read(body, for: $0)) }
    }

    @discardableResult
    public func write<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            enqueue(Write(body, for: caller))
        }
    }

    private func enqueue(_ write: some WaitingWrite) {
        let (problem, mustStart): (StorageProblem?, Bool) = queue.withLock { queue in
            if queue.isClosed { return (Self.closed, false) }
            if queue.waiting.count >= Self.mostWaiting { return (.unavailable("Too many writes wait"), false) }
            queue.waiting.append(write)
            defer { queue.isCommitting = true }
            return (nil, !queue.isCommitting)
        }
        if let problem { write.answer(problem) }
        if mustStart { commitNext() }
    }

    /// Takes the writer's queue anew for every group, so that others who need the writer come in between.
    private func commitNext() {
        pool.asyncWriteWithoutTransaction { [self] database in
            let group: [any WaitingWrite] = queue.withLock { queue in
                let group = Array(queue.waiting.prefix(Self.mostInOneCommit))
                queue.waiting.removeFirst(group.count)
                queue.isCommitting = !group.isEmpty
                return group
            }
            guard !group.isEmpty else { return }
            do {
                let commit = GroupCommit(connection: try connections.of(database), announce: announce)
                commit.commit(group)
            } catch {
                for write in group { write.answer(error) }
            }
            commitNext()
        }
    }

    public func migrate(_ migrations: [Storage.Migration]) async throws {
        let connections = connections
        let applied = try await onWriter { database in
            let connection = try connections.of(database)
            try connection.run("BEGIN IMMEDIATE")
            do {
                let applied = try SchemaChange(connection: connection).apply(migrations)
                try connection.run("COMMIT")
                return applied
            } catch {
                if connection.isInTransaction { try? connection.run("ROLLBACK") }
                throw error
            }
        }
        if applied > 0 { announce(.everything) }
    }

    /// Copies the database, as it is now, into a new file; reads and writes go on meanwhile.
    public func backup(to path: String) async throws {
        let connections = connections
        guard !queue.withLock(\.isClosed) else { throw Self.closed }
        do {
            try await pool.unsafeRead { database in
                _ = try connections.of(database).execute("VACUUM INTO \(path)")
            }
        } catch let error as DatabaseError {
            throw StorageProblem(error)
        }
    }

    /// `secure_delete` fills what is deleted with noughts, but not the copies that SQLite leaves behind where it moves rows from
    /// page to page: a file written anew has none. What the copy needs meanwhile lies in a file without a name, since in
    /// memory there may be no room for it.
    public func rewrite() async throws {
        let connections = connections
        try await onWriter { database in
            let connection = try connections.of(database)
            defer { try? connection.run("PRAGMA temp_store = MEMORY") }
            try connection.run("PRAGMA temp_store = FILE")
            try connection.run("VACUUM")
            try connection.run("PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }

    private func onWriter<Value: Sendable>(
        _ body: @escaping @Sendable (GRDB.Database) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            guard !queue.withLock(\.isClosed) else { return caller.resume(throwing: Self.closed) }
            pool.asyncWriteWithoutTransaction { database in
                caller.resume(with: Result { try body(database) })
            }
        }
    }

    /// There are no others: what one process keeps, no other shares.
    public func say(_ remark: Remark) {}

    public func close() async {
        let left: [any WaitingWrite]? = queue.withLock { queue in
            guard !queue.isClosed else { return nil }
            queue.isClosed = true
            defer { queue.waiting = [] }
            return queue.waiting
        }
        guard let left else { return }
        others.stop()
        for write in left { write.answer(Self.closed) }
        reads.close()
        let (pool, connections) = (pool, connections)
        await withCheckedContinuation { caller in
            readers.notify(queue: .global()) {
                // Under the barrier nobody reads, so that the statements of all connections may go.
                // And what stands in the log goes into the file: whoever copies it then has all.
                try? pool.barrierWriteWithoutTransaction { database in
                    try? connections.of(database).run("PRAGMA wal_checkpoint(TRUNCATE)")
                    connections.forgetAll()
                }
                try? pool.close()
                caller.resume()
            }
        }
    }

    private static let closed = StorageProblem.unavailable("The database is closed")
}
