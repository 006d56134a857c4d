import Storage
import StorageTesting
import Synchronization

/// A table with a column of every type, and one that refuses.
enum Workplace {
    static let migrations =
        StorageSchema.migrations + [
            Migration(
                "create note",
                """
                CREATE TABLE note (
                    id       TEXT NOT NULL PRIMARY KEY,
                    body     TEXT,
                    number   \(.integer),
                    picture  \(.bytes),
                    title    TEXT \(.danish)
                ) \(.strict)
                """),
            Migration(
                "create chair",
                """
                CREATE TABLE chair (
                    id     TEXT NOT NULL PRIMARY KEY,
                    note   TEXT NOT NULL REFERENCES note (id),
                    height \(.integer) NOT NULL CHECK (height > 0)
                ) \(.strict)
                """),
        ]

    static func open(_ engine: Engine, announce: @escaping Announce = { _ in }) async throws -> TestDatabase {
        try await TestDatabase.make(engine, migrations: migrations, announce: announce)
    }
}

/// What was announced, in order.
final class Heard: Sendable {
    private let list = Mutex<[Announcement]>([])

    var announce: Announce {
        { announcement in self.list.withLock { $0.append(announcement) } }
    }

    var all: [Announcement] { list.withLock { $0 } }

    /// Waits until it was heard; the suite's own time limit ends a wait in vain.
    func wait(for announcement: Announcement) async throws {
        while !all.contains(announcement) { try await Task.sleep(for: .milliseconds(5)) }
    }

    func clear() {
        list.withLock { $0 = [] }
    }
}
