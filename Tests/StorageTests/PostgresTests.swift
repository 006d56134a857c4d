import PostgresStorage
import Storage
import StorageTesting
import Testing

@Suite(.timeLimit(.minutes(10)), .enabled(if: Engine.tested.contains(.postgres)))
struct PostgresTests {
    @Test func `When all connections were ended everything works again`() async throws {
        let heard = Heard()
        let database = try await Workplace.open(.postgres, announce: heard.announce)
        for number in 0..<12 {
            try await database.write { try $0.execute("INSERT INTO note (id) VALUES (\("before \(number)"))") }
        }
        heard.clear()
        let executioner = try PostgresDatabase(url: database.location, connections: 1) { _ in }
        let ended = try await executioner.read { reader in
            try reader.values(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'forkant'
                """, as: Bool.self
            ).count
        }
        #expect(ended >= 2)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask {
                    let key = "after \(number)"
                    _ = try await database.write { try $0.execute("INSERT INTO note (id) VALUES (\(key))") }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) } == 24)
        try await heard.wait(for: .everything)
        await executioner.close()
    }

    @Test func `A thread that waits holds no moment fast`() async throws {
        let database = try await Workplace.open(.postgres)
        for _ in 0..<20 { _ = try await database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) } }
        let watcher = try PostgresDatabase(url: database.location, connections: 1) { _ in }
        // Suite's time limit: a read that is never ended would keep this going.
        var open = 1
        while open > 0 {
            open =
                try await watcher.read { reader in
                    try reader.value(
                        """
                        SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database()
                        AND state LIKE 'idle in transaction%' AND pid <> pg_backend_pid()
                        """, as: Int.self)
                } ?? 0
        }
        #expect(open == 0)
        await watcher.close()
    }

    @Test func `Another server hears what this one changed, and not itself`() async throws {
        let (here, there) = (Heard(), Heard())
        let database = try await Workplace.open(.postgres, announce: here.announce)
        here.clear()
        let other = try database.again(announce: there.announce)
        try await database.write { writer in
            try writer.raise("board")
            try writer.raise("unit æøå")
        }
        try await there.wait(for: .topics(["board", "unit æøå"]))
        try await other.write { try $0.raise("wheel") }
        try await here.wait(for: .topics(["wheel"]))
        #expect(here.all == [.topics(["board", "unit æøå"]), .topics(["wheel"])])
        #expect(there.all == [.topics(["board", "unit æøå"]), .topics(["wheel"])])
        await other.close()
    }

    @Test func `More topics than one message holds are everything`() async throws {
        let (here, there) = (Heard(), Heard())
        let database = try await Workplace.open(.postgres, announce: here.announce)
        here.clear()
        let other = try database.again(announce: there.announce)
        try await database.write { writer in
            for number in 0..<300 { try writer.raise("a topic with quite a long name, number \(number)") }
        }
        try await there.wait(for: .everything)
        // The message was one of the servers' all the same: its sender knows it again.
        try await other.write { try $0.raise("wheel") }
        try await here.wait(for: .topics(["wheel"]))
        #expect(!here.all.contains(.everything))
        await other.close()
    }

    @Test func `Where no server is, the answer is that it is unavailable`() {
        #expect(throws: StorageProblem.self) {
            try PostgresDatabase(url: "host=/nowhere dbname=forkant") { _ in }
        }
    }

    @Test func `A closed database answers that it is unavailable`() async throws {
        let database = try await Workplace.open(.postgres)
        await database.close()
        await #expect(throws: StorageProblem.self) { try await database.read { try $0.exists("SELECT 1") } }
        await #expect(throws: StorageProblem.self) { try await database.write { try $0.raise("board") } }
    }

    @Test func `A failed statement that is passed over fails the write`() async throws {
        let database = try await Workplace.open(.postgres)
        await #expect(throws: StorageProblem.self) {
            try await database.write { writer in
                try writer.execute("INSERT INTO note (id) VALUES ('a')")
                _ = try? writer.execute("INSERT INTO note (id) VALUES ('a')")
            }
        }
        #expect(try await database.read { try $0.exists("SELECT 1 FROM note") } == false)
    }

    @Test func `A changed table is read with new plans`() async throws {
        let database = try await Workplace.open(.postgres)
        let read: @Sendable (Reader) throws -> Int = { try $0.rows("SELECT * FROM note") { _ in 1 }.count }
        for _ in 0..<8 { _ = try await database.read(read) }
        try await database.migrate([Migration("widen", "ALTER TABLE note ADD COLUMN extra TEXT")])
        for _ in 0..<8 { #expect(try await database.read(read) == 0) }
    }
}
