import PostgresStorage
import SQLiteStorage
import Storage
import StorageTesting
import Testing

@Suite(.timeLimit(.minutes(10)))
struct MigrationTests {
    static let lamp = Migration("create lamp", "CREATE TABLE lamp (id TEXT NOT NULL PRIMARY KEY)")
    static let bulb = Migration(
        "create bulb", "CREATE TABLE bulb (id TEXT NOT NULL PRIMARY KEY, lamp TEXT NOT NULL REFERENCES lamp (id))",
        "INSERT INTO lamp (id) VALUES ('first')")
    static let wrong = Migration("break", "CREATE TABLE half (id TEXT)", "INSERT INTO nowhere (id) VALUES ('a')")

    @Test(arguments: Engine.tested)
    func `A migration runs once, in its order`(_ engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        try await database.migrate([Self.lamp])
        try await database.migrate([Self.lamp, Self.bulb])
        try await database.migrate([Self.lamp, Self.bulb])
        let (lamps, history) = try await database.read { reader in
            (
                try reader.values("SELECT id FROM lamp", as: String.self),
                try reader.values("SELECT name FROM migration ORDER BY name", as: String.self)
            )
        }
        #expect(lamps == ["first"])
        #expect(history == ["create bulb", "create lamp", "create topic"])
    }

    @Test(arguments: Engine.tested)
    func `One migration that fails leaves nothing of all`(_ engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        await #expect(throws: StorageProblem.self) { try await database.migrate([Self.lamp, Self.wrong]) }
        await #expect(throws: StorageProblem.self) { try await database.read { try $0.exists("SELECT 1 FROM lamp") } }
        await #expect(throws: StorageProblem.self) { try await database.read { try $0.exists("SELECT 1 FROM half") } }
        try await database.migrate([Self.lamp])
        #expect(try await database.read { try $0.exists("SELECT 1 FROM lamp") } == false)
    }

    @Test(arguments: Engine.tested)
    func `Two migrations cannot share a name`(_ engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        await #expect(throws: StorageProblem.self) { try await database.migrate([Self.lamp, Self.lamp]) }
    }

    @Test(arguments: Engine.tested)
    func `Servers that start together migrate once`(_ engine: Engine) async throws {
        let database = try await TestDatabase.make(engine)
        let second: any Database =
            switch engine {
            case .sqlite: try SQLiteDatabase(path: database.location) { _ in }
            case .postgres: try PostgresDatabase(url: database.location) { _ in }
            }
        async let one: Void = database.migrate([Self.lamp, Self.bulb])
        async let other: Void = second.migrate([Self.lamp, Self.bulb])
        _ = try await (one, other)
        await second.close()
        #expect(try await database.read { try $0.values("SELECT id FROM lamp", as: String.self) } == ["first"])
    }

    @Test(arguments: Engine.tested)
    func `Every test has a database of its own`(_ engine: Engine) async throws {
        let (one, other) = (try await Workplace.open(engine), try await Workplace.open(engine))
        try await one.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        #expect(try await other.read { try $0.exists("SELECT 1 FROM note") } == false)
    }
}
