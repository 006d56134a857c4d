import Storage
import StorageTesting
import Testing

@Suite(.timeLimit(.minutes(10)))
struct TransactionTests {
    struct Refusal: Error {}

    @Test(arguments: Engine.tested)
    func `A write that throws leaves nothing`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        await #expect(throws: Refusal.self) {
            try await database.write { writer in
                try writer.execute("INSERT INTO note (id) VALUES ('a')")
                throw Refusal()
            }
        }
        #expect(try await ids(in: database) == [])
    }

    @Test(arguments: Engine.tested)
    func `A row that somebody else changed makes the whole write stale`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        await #expect(throws: Stale.self) {
            try await database.write { writer in
                try writer.execute("INSERT INTO note (id) VALUES ('a')")
                try writer.execute(SQL("UPDATE note SET body = 'new' WHERE id = 'b'").orStale)
            }
        }
        #expect(try await ids(in: database) == [])
    }

    @Test(arguments: Engine.tested)
    func `A write tells how many rows it changed`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        let counts = try await database.write { writer in
            [
                try writer.execute("INSERT INTO note (id) VALUES ('a'), ('b'), ('c')"),
                try writer.execute("UPDATE note SET number = 1 WHERE id <> 'a'"),
                try writer.execute("DELETE FROM note WHERE id = 'nobody'"),
            ]
        }
        #expect(counts == [3, 2, 0])
    }

    @Test(arguments: Engine.tested)
    func `Statements given together are carried out in their order, with what was prepared before and what was not`(
        _ engine: Engine
    ) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { writer in
            try writer.execute("INSERT INTO note (id) VALUES (\("zero"))")
            try writer.execute(
                [
                    "INSERT INTO note (id) VALUES (\("one"))", "INSERT INTO note (id, number) VALUES (\("two"), \(1))",
                    "INSERT INTO note (id, number) VALUES (\("three"), \(2))",
                    "UPDATE note SET number = number + 1 WHERE number > \(0)",
                ], raising: ["board", "board"])
        }
        let numbers = try await database.read { reader in
            try reader.rows("SELECT id, number FROM note ORDER BY id") { row in
                "\(try row[0] as String) \(try row[1] as Int? ?? 0)"
            }
        }
        #expect(numbers == ["one 0", "three 3", "two 2", "zero 0"])
        #expect(try await database.read { try $0.value("SELECT SUM(version) FROM topic", as: Int.self) } == 1)
    }

    @Test(arguments: Engine.tested)
    func `Of statements given together one that fails, or that should have changed a row, leaves nothing`(
        _ engine: Engine
    ) async throws {
        let database = try await Workplace.open(engine)
        await #expect(throws: StorageProblem.self) {
            try await database.write { writer in
                try writer.execute(
                    ["INSERT INTO note (id) VALUES ('a')", "INSERT INTO note (id) VALUES ('a')"], raising: ["board"])
            }
        }
        await #expect(throws: Stale.self) {
            try await database.write { writer in
                let update: SQL = "UPDATE note SET number = 1 WHERE id = 'nobody'"
                try writer.execute(["INSERT INTO note (id) VALUES ('a')", update.orStale], raising: [])
            }
        }
        #expect(try await ids(in: database) == [])
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        #expect(try await ids(in: database) == ["a"])
    }

    @Test(arguments: Engine.tested)
    func `A read sees what was written before it, also on a connection that has just read`(_ engine: Engine)
        async throws
    {
        let database = try await Workplace.open(engine)
        for number in 1...40 {
            try await database.write { try $0.execute("INSERT INTO note (id) VALUES (\("\(number)"))") }
            let counts = try await withThrowingTaskGroup(of: Int?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        try await database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) }
                    }
                }
                return try await group.reduce(into: Set<Int?>()) { $0.insert($1) }
            }
            #expect(counts == [number])
        }
    }

    @Test(arguments: Engine.tested)
    func `One failing write among many that wait leaves the others committed`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        let failed = await withTaskGroup(of: Int?.self) { group in
            for number in 0..<60 {
                group.addTask {
                    do {
                        try await database.write { writer in
                            try writer.execute("INSERT INTO note (id, number) VALUES (\("n\(number)"), \(number))")
                            if number % 10 == 3 { throw Refusal() }
                        }
                        return nil
                    } catch {
                        return number
                    }
                }
            }
            return await group.reduce(into: Set<Int>()) { failed, number in
                if let number { failed.insert(number) }
            }
        }
        #expect(failed == [3, 13, 23, 33, 43, 53])
        let kept = try await database.read { try $0.values("SELECT number FROM note", as: Int.self) }
        #expect(Set(kept) == Set(0..<60).subtracting(failed))
    }

    @Test(arguments: Engine.tested)
    func `Fifty who count at the same time lose nothing`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id, number) VALUES ('count', 0)") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await database.write { writer in
                        let now = try writer.reader.value("SELECT number FROM note WHERE id = 'count'", as: Int.self)
                        try writer.execute("UPDATE note SET number = \((now ?? 0) + 1) WHERE id = 'count'")
                    }
                }
            }
            try await group.waitForAll()
        }
        let count = try await database.read { try $0.value("SELECT number FROM note", as: Int.self) }
        #expect(count == 50)
    }

    @Test(arguments: Engine.tested)
    func `A read sees one unchanging picture`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        let (began, written) = (Signal(), Signal())
        async let picture = database.read { reader in
            let before = try reader.value("SELECT COUNT(*) FROM note", as: Int.self)
            began.give()
            written.wait()
            return [before, try reader.value("SELECT COUNT(*) FROM note", as: Int.self)]
        }
        await began.given()
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        written.give()
        #expect(try await picture == [0, 0])
        #expect(try await ids(in: database) == ["a"])
    }

    private func ids(in database: some Database) async throws -> [String] {
        try await database.read { try $0.values("SELECT id FROM note ORDER BY id") }
    }
}
