import Storage
import StorageTesting
import Testing

/// What travels to the database together, and what is put off until something else does.
@Suite(.timeLimit(.minutes(10)))
struct TogetherTests {
    private static var ids: Query<String> { Query("SELECT id FROM note ORDER BY id") { try $0[0] } }

    @Test(arguments: Engine.tested)
    func `Queries asked together have each their own rows`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id, number) VALUES ('a', 1), ('b', 2)") }
        for _ in 1...2 {
            let (names, none, numbers, empty) = try await database.read { reader in
                try reader.together(
                    Self.ids, Query<String>.nothing,
                    Query("SELECT number FROM note WHERE number > \(1)") { try $0[0] as Int },
                    Query("SELECT number FROM note WHERE number > \(2)") { try $0[0] as Int })
            }
            #expect(names == ["a", "b"])
            #expect(none == [])
            #expect(numbers == [2])
            #expect(empty == [])
        }
    }

    @Test(arguments: Engine.tested)
    func `What is asked after a write in the same transaction knows of it`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        let seen = try await database.write { writer in
            try writer.execute(["INSERT INTO note (id) VALUES ('a')"], raising: ["board"])
            let one = try writer.reader.rows(Self.ids)
            try writer.execute(["INSERT INTO note (id) VALUES ('b')"], raising: [])
            let (two, versions) = try writer.reader.together(
                Self.ids, Query("SELECT version FROM topic") { try $0[0] as Int })
            try writer.execute(["INSERT INTO note (id) VALUES ('c')"], raising: [])
            try writer.fill(
                table: "chair", columns: ["id", "note", "height"], rows: [["low".stored, "c".stored, 40.stored]])
            return (one, two, versions)
        }
        #expect(seen == (["a"], ["a", "b"], [1]))
        #expect(try await database.read { try $0.rows(Self.ids) } == ["a", "b", "c"])
    }

    @Test(arguments: Engine.tested)
    func `More writes than are put off at once all arrive, in their order`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { writer in
            try writer.execute(["INSERT INTO note (id, number) VALUES ('count', 0)"], raising: [])
            for number in 1...300 {
                let after = number - 1
                try writer.execute(
                    ["UPDATE note SET number = \(number) WHERE id = 'count' AND number = \(after)"], raising: [])
            }
        }
        #expect(try await database.read { try $0.value("SELECT number FROM note", as: Int.self) } == 300)
    }

    @Test(arguments: Engine.tested)
    func `A write that is refused only at its end leaves nothing, and what comes after it is whole`(_ engine: Engine)
        async throws
    {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        for number in 1...3 {
            await #expect(throws: StorageProblem.self) {
                try await database.write { writer in
                    try writer.execute(["INSERT INTO note (id) VALUES (\("new \(number)"))"], raising: ["board"])
                    try writer.execute(["INSERT INTO note (id) VALUES ('a')"], raising: [])
                }
            }
        }
        try await database.write { try $0.execute(["INSERT INTO note (id) VALUES ('b')"], raising: []) }
        #expect(try await database.read { try $0.rows(Self.ids) } == ["a", "b"])
        #expect(try await database.read { try $0.exists("SELECT 1 FROM topic") } == false)
    }

    @Test(arguments: Engine.tested)
    func `Of a write that throws nothing is left, also of what was put off`(_ engine: Engine) async throws {
        struct Refusal: Error {}
        let database = try await Workplace.open(engine)
        for isSeen in [true, false] {
            await #expect(throws: Refusal.self) {
                try await database.write { writer in
                    if isSeen { _ = try writer.reader.rows(Self.ids) }
                    try writer.execute(["INSERT INTO note (id) VALUES ('a')"], raising: ["board"])
                    throw Refusal()
                }
            }
        }
        try await database.write { try $0.execute(["INSERT INTO note (id) VALUES ('b')"], raising: []) }
        #expect(try await database.read { try $0.rows(Self.ids) } == ["b"])
    }
}
