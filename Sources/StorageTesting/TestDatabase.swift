import Foundation
import PostgresStorage
import SQLiteStorage
import Storage

/// A database of one test: empty, migrated, and gone when nobody holds it any more.
public final class TestDatabase: Database {
    public let engine: Engine
    /// The file's path, or PostgreSQL's conninfo: for a second look from outside.
    public let location: String
    private let database: any Database
    private let forget: @Sendable () -> Void

    init(
        _ database: any Database, engine: Engine, at location: String, forget: @escaping @Sendable () -> Void
    ) {
        self.database = database
        self.engine = engine
        self.location = location
        self.forget = forget
    }

    deinit {
        let (database, forget) = (database, forget)
        Task {
            await database.close()
            forget()
        }
    }

    /// Cloned from a template that is migrated once in a run.
    ///
    /// - Parameter isServer: One of several, for whose memory the others' writers wait.
    public static func make(
        _ engine: Engine, migrations: [Migration] = StorageSchema.migrations, isServer: Bool = false,
        announce: @escaping Announce = { _ in }
    ) async throws -> TestDatabase {
        switch engine {
        case .sqlite: try await SQLiteClones.shared.make(migrations, announce)
        case .postgres: try await PostgresClones.shared.make(migrations, isServer: isServer, announce)
        }
    }

    /// What the servers of a test understand each other by.
    public static let secret = Array("the company of the test's servers".utf8)

    /// The same data through connections of their own, as another server has them.
    public func again(isServer: Bool = false, announce: @escaping Announce = { _ in }) throws -> TestDatabase {
        let database: any Database =
            switch engine {
            case .sqlite: try SQLiteDatabase(path: location, announce: announce)
            case .postgres:
                try PostgresDatabase(
                    url: location, connections: 3, secret: Self.secret, isServer: isServer, announce: announce)
            }
        return TestDatabase(database, engine: engine, at: location) {}
    }

    public var load: DatabaseLoad { database.load }

    public func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        try await database.read(body)
    }

    @discardableResult
    public func write<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws -> Value {
        try await database.write(body)
    }

    public func migrate(_ migrations: [Migration]) async throws {
        try await database.migrate(migrations)
    }

    public func rewrite() async throws { try await database.rewrite() }

    public func say(_ remark: Remark) { database.say(remark) }

    public func close() async {
        await database.close()
    }
}
