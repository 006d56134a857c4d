import Storage
import StorageTesting
import Testing

@Suite(.timeLimit(.minutes(10)))
struct AnnouncementTests {
    struct Refusal: Error {}

    @Test(arguments: Engine.tested)
    func `A topic's version rises once for every write that raises it`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        for _ in 0..<3 {
            try await database.write { writer in
                try writer.raise("board")
                try writer.raise("board")
            }
        }
        let version = try await database.read { reader in
            try reader.value("SELECT SUM(version) FROM topic WHERE name = 'board'", as: Int.self)
        }
        #expect(version == 3)
    }

    @Test(arguments: Engine.tested)
    func `A write is announced before it returns`(_ engine: Engine) async throws {
        let heard = Heard()
        let database = try await Workplace.open(engine, announce: heard.announce)
        heard.clear()
        for number in 1...30 {
            try await database.write { writer in
                try writer.raise("board")
                try writer.raise("unit \(number)")
            }
            #expect(heard.all.count == number)
            #expect(heard.all.last == .topics(["board", "unit \(number)"]))
        }
    }

    @Test(arguments: Engine.tested)
    func `What was announced can be read at once`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<20 {
                group.addTask {
                    try await database.write { try $0.raise("t\(number)") }
                    let found = try await database.read { reader in
                        try reader.exists("SELECT 1 FROM topic WHERE name = \("t\(number)")")
                    }
                    #expect(found)
                }
            }
            try await group.waitForAll()
        }
    }

    @Test(arguments: Engine.tested)
    func `A write that fails announces nothing`(_ engine: Engine) async throws {
        let heard = Heard()
        let database = try await Workplace.open(engine, announce: heard.announce)
        heard.clear()
        await #expect(throws: Refusal.self) {
            try await database.write { writer in
                try writer.raise("board")
                throw Refusal()
            }
        }
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        #expect(heard.all == [])
    }
}
