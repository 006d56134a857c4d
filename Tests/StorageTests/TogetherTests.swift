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

    private static func above(_ least: Int) -> Query<String> {
        Query("SELECT id FROM note WHERE number > \(least) ORDER BY id") { try $0[0] }
    }

    @Test(arguments: Engine.tested)
    func `What two ask in the same words is asked once and answered to both, and only where the values are the same`(
        _ engine: Engine
    ) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id, number) VALUES ('a', 1), ('b', 2)") }
        let (first, second, counted, other) = try await database.read { reader in
            let (asking, listened) = (Asking(), Listened(reader))
            let (first, second) = (asking.rows(Self.above(0)), asking.rows(Self.above(0)))
            let counted = asking.rows(Query("SELECT id FROM note WHERE number > \(0) ORDER BY id") { _ in 1 })
            let other = asking.rows(Self.above(1))
            try asking.go(Reader(listened))
            #expect(listened.asked == 2)
            return (first.rows, second.rows, counted.rows, other.rows)
        }
        #expect(first == ["a", "b"] && second == first)
        #expect(counted == [1, 1])
        #expect(other == ["b"])
    }

    @Test(arguments: Engine.tested)
    func `A number of the program's own stands in the text`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a'), ('b'), ('c')") }
        for most in 1...3 {
            let query: SQL = "SELECT id FROM note ORDER BY id LIMIT \(fixed: most)"
            #expect(query.values.isEmpty)
            #expect(try await database.read { try $0.values(query, as: String.self).count } == most)
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

/// Hears how many questions come.
private final class Listened: Connection {
    private let inner: any Connection
    private(set) var asked = 0

    init(_ reader: Reader) { inner = reader.connection }

    var engine: Engine { inner.engine }
    var slot: Int { inner.slot }

    func query(_ sql: SQL, _ row: (Row) throws -> Void) throws {
        asked += 1
        try inner.query(sql, row)
    }

    func execute(_ sql: SQL) throws -> Int { try inner.execute(sql) }
    func execute(_ statements: [SQL]) throws -> [Int] { try inner.execute(statements) }
    func takeRoom() throws { try inner.takeRoom() }
    func fill(table: StaticString, columns: [StaticString], rows: some Sequence<[SQLValue]>) throws {
        try inner.fill(table: table, columns: columns, rows: rows)
    }
}
