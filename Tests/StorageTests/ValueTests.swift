import Kernel
import Storage
import StorageTesting
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ValueTests {
    static let texts = [
        "", "O'Brien \"og\" `Søn`", "'); DROP TABLE note; --", "$1 ? :name %s \\x41 \\", "smørrebrød på Ærø",
        "👩🏽‍🏭 🇩🇰", "e\u{301}", "linje\nlinje\r\ttab", String(repeating: "å", count: 100_000), "\u{1}\u{2}\u{7f}",
    ]

    @Test(arguments: Engine.tested)
    func `Texts come back as they were, and never become SQL`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        for text in Self.texts {
            let back = try await database.write { writer in
                try writer.execute("DELETE FROM note")
                try writer.execute("INSERT INTO note (id, body) VALUES (\(text), \(text))")
                return try writer.reader.first("SELECT id, body FROM note WHERE body = \(text)") { row in
                    [try row[0] as String, try row[1] as String]
                }
            }
            #expect(back.map { $0.map { Array($0.unicodeScalars) } } == [text, text].map { Array($0.unicodeScalars) })
        }
    }

    @Test(arguments: Engine.tested)
    func `Whole numbers come back to the last bit`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        for number in [0, 1, -1, .max, .min, 9_007_199_254_740_993] {
            let back = try await database.write { writer in
                try writer.execute("DELETE FROM note")
                try writer.execute("INSERT INTO note (id, number) VALUES ('a', \(number))")
                return try writer.reader.value("SELECT number FROM note WHERE number = \(number)", as: Int.self)
            }
            #expect(back == number)
        }
    }

    @Test(arguments: Engine.tested)
    func `Bytes come back as they were`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        for bytes in [[], [0], Array(0...255), [UInt8](repeating: 0x5c, count: 300_000)] as [[UInt8]] {
            let back = try await database.write { writer in
                try writer.execute("DELETE FROM note")
                try writer.execute("INSERT INTO note (id, picture) VALUES ('a', \(bytes))")
                return try writer.reader.value("SELECT picture FROM note", as: [UInt8].self)
            }
            #expect(back == bytes)
        }
    }

    @Test(arguments: Engine.tested)
    func `Every kind of value comes back, and nothing is nothing`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        let day = try #require(Day("2026-11-21"))
        try await expect(true, in: "number", of: database)
        try await expect(false, in: "number", of: database)
        try await expect(PersonID("p-17"), in: "body", of: database)
        try await expect(day, in: "body", of: database)
        try await expect(Moment(milliseconds: 1_795_248_000_123), in: "body", of: database)
        try await expect(Language.allCases[0], in: "body", of: database)
        try await expect(nil as String?, in: "body", of: database)
        try await expect(nil as Int?, in: "number", of: database)
        try await expect(nil as [UInt8]?, in: "picture", of: database)
    }

    private func expect<Value: Storable & Equatable>(
        _ value: Value?, in column: SQL, of database: some Database
    ) async throws {
        let back = try await database.write { writer in
            try writer.execute("UPDATE note SET \(column) = \(value)")
            return try writer.reader.first("SELECT \(column) FROM note") { try $0[0] as Value? }
        }
        #expect(back == .some(value))
    }

    @Test(arguments: Engine.tested)
    func `Nothing where something is expected cannot be read`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        await #expect(throws: UnreadableColumn.self) {
            try await database.read { try $0.rows("SELECT body FROM note") { try $0[0] as String } }
        }
    }

    @Test(arguments: Engine.tested)
    func `NUL in a text is refused by both`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        await #expect(throws: StorageProblem.self) {
            try await database.write { try $0.execute("INSERT INTO note (id) VALUES (\("a\0b"))") }
        }
    }

    @Test(arguments: Engine.tested)
    func `A list finds its members, and an empty one nothing`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a'), ('b'), ('c')") }
        let found = try await database.read { reader in
            [
                try reader.values("SELECT id FROM note WHERE id IN \(SQL.list(["c", "a", "x"])) ORDER BY id"),
                try reader.values("SELECT id FROM note WHERE id IN \(SQL.list([] as [String]))"),
            ] as [[String]]
        }
        #expect(found == [["a", "c"], []])
    }

    @Test(arguments: Engine.tested)
    func `Ten thousand rows are filled in`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        let tricky = "tab\t ny\nlinje \\N \\. \"å\""
        try await database.write { writer in
            try writer.fill(
                table: "note", columns: ["id", "body", "number", "picture"],
                rows: (0..<10_000).lazy.map { number in
                    [
                        .text("n\(number)"), number % 2 == 0 ? .text(tricky) : .null, .integer(number),
                        .bytes([UInt8(number % 256), 0, 0x5c]),
                    ]
                })
        }
        let (count, sum, row) = try await database.read { reader in
            (
                try reader.value("SELECT COUNT(*) FROM note", as: Int.self),
                try reader.value("SELECT CAST(SUM(number) AS \(.integer)) FROM note", as: Int.self),
                try reader.first("SELECT body, picture FROM note WHERE id = 'n4242'") { row in
                    (try row[0] as String, try row[1] as [UInt8])
                }
            )
        }
        #expect(count == 10_000)
        #expect(sum == 49_995_000)
        #expect(row?.0 == tricky)
        #expect(row?.1 == [UInt8(4242 % 256), 0, 0x5c])
    }

    @Test(arguments: Engine.tested)
    func `Danish letters stand in their Danish order`(_ engine: Engine) async throws {
        let database = try await Workplace.open(engine)
        let words = [
            "Zebra", "æble", "Ærø", "øl", "Øl", "Ölandsbro", "å", "Å", "aa", "Aa", "AA", "Aabenraa", "Åbenrå", "abe",
            "Abe", "é", "e", "f", "ü", "y", "10", "9", "", " b", "b-a", "ba", "B a", "aab", "åb",
        ]
        let sorted = try await database.write { writer in
            for (number, word) in words.enumerated() {
                try writer.execute("INSERT INTO note (id, title) VALUES (\("n\(number)"), \(word))")
            }
            return try writer.reader.values("SELECT title FROM note ORDER BY title", as: String.self)
        }
        #expect(sorted == Self.danish)
    }

    /// Large before small, aa as å, spaces and digits first; ö with ø.
    static let danish = [
        "", " b", "10", "9", "Abe", "abe", "B a", "b-a", "ba", "e", "é", "f", "y", "ü", "Zebra", "æble", "Ærø", "Øl",
        "øl", "Ölandsbro", "Å", "AA", "Aa", "å", "aa", "åb", "aab", "Åbenrå", "Aabenraa",
    ]
}
