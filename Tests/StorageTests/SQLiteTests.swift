import Foundation
import SQLiteStorage
import Storage
import StorageTesting
import Testing

@Suite(.timeLimit(.minutes(10)))
struct SQLiteTests {
    @Test func `Every answered write has reached the disk`() async throws {
        let database = try await Workplace.open(.sqlite)
        let (synchronous, journal) = try await database.write { writer in
            (
                try writer.reader.value("PRAGMA synchronous", as: Int.self),
                try writer.reader.value("PRAGMA journal_mode", as: String.self)
            )
        }
        #expect(synchronous == 2)
        #expect(journal == "wal")
    }

    @Test func `A long log is copied into the file while the database is in use`() async throws {
        let database = try await Workplace.open(.sqlite)
        let size = { try FileManager.default.attributesOfItem(atPath: database.location)[.size] as? Int ?? 0 }
        let before = try size()
        let body = String(repeating: "æ", count: 500_000)
        for number in 0..<24 {
            try await database.write { try $0.execute("INSERT INTO note (id, body) VALUES (\("\(number)"), \(body))") }
        }
        // Some sixteen mebibytes in the log are enough; the last writes may still lie there.
        #expect(try size() > before + 12_000_000)
        let log = try FileManager.default.attributesOfItem(atPath: database.location + "-wal")[.size] as? Int ?? 0
        #expect(log < 20_000_000)
    }

    @Test func `Written anew, the file holds nothing that was deleted, and goes on to be used`() async throws {
        let database = try await Workplace.open(.sqlite)
        for number in 0..<400 {
            let body = String(repeating: number % 2 == 0 ? "GONE" : "KEPT", count: 1 + number * 7 % 300)
            try await database.write { writer in
                try writer.execute("INSERT INTO note (id, body) VALUES (\("n\(number * 7919 % 400)"), \(body))")
            }
        }
        try await database.write { try $0.execute("DELETE FROM note WHERE body LIKE 'GONE%'") }
        async let beside = database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) }
        try await database.rewrite()
        #expect(try await beside == 200)
        for ending in ["", "-wal"] {
            let path = database.location + ending
            guard FileManager.default.fileExists(atPath: path) else { continue }
            #expect(try Data(contentsOf: URL(filePath: path)).range(of: Data("GONE".utf8)) == nil)
        }
        try await database.write { try $0.execute("INSERT INTO note (id, body) VALUES ('later', 'KEPT')") }
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) } == 201)
    }

    @Test func `What another connection commits is announced as everything`() async throws {
        let heard = Heard()
        let database = try await Workplace.open(.sqlite, announce: heard.announce)
        try await database.write { try $0.raise("board") }
        let other = try SQLiteDatabase(path: database.location) { _ in }
        try await other.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        try await heard.wait(for: .everything)
        #expect(heard.all.first == .topics(["board"]))
        await other.close()
    }

    @Test func `Own commits are never announced as everything`() async throws {
        let heard = Heard()
        let database = try await Workplace.open(.sqlite, announce: heard.announce)
        for number in 0..<20 {
            try await database.write { writer in
                try writer.execute("INSERT INTO note (id) VALUES (\("n\(number)"))")
                try writer.raise("board")
            }
            try await Task.sleep(for: .milliseconds(60))
        }
        #expect(heard.all == Array(repeating: .topics(["board"]), count: 20))
    }

    @Test func `A new database makes its folder`() async throws {
        let path = TestFolder.newPath("folder") + "/deep/forkant.sqlite"
        let database = try SQLiteDatabase(path: path) { _ in }
        try await database.migrate(Workplace.migrations)
        await database.close()
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test func `A backup is a whole database`() async throws {
        let database = try await Workplace.open(.sqlite)
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        let path = TestFolder.newPath("sqlite")
        let inner = try SQLiteDatabase(path: database.location) { _ in }
        try await inner.backup(to: path)
        await inner.close()
        let copy = try SQLiteDatabase(path: path) { _ in }
        #expect(try await copy.read { try $0.values("SELECT id FROM note", as: String.self) } == ["a"])
        await copy.close()
    }

    @Test func `What stands in the log is in the file when the database is closed`() async throws {
        let database = try await Workplace.open(.sqlite)
        try await database.write { try $0.execute("INSERT INTO note (id) VALUES ('a')") }
        // Whoever closes the file last copies the log by itself.
        let other = try database.again()
        await database.close()
        let copy = TestFolder.newPath("sqlite")
        try FileManager.default.copyItem(atPath: database.location, toPath: copy)
        let copied = try SQLiteDatabase(path: copy) { _ in }
        #expect(try await copied.read { try $0.values("SELECT id FROM note", as: String.self) } == ["a"])
        await copied.close()
        await other.close()
    }

    @Test func `A closed database answers that it is unavailable`() async throws {
        let database = try await Workplace.open(.sqlite)
        _ = try await database.read { try $0.exists("SELECT 1 FROM note") }
        await database.close()
        await #expect(throws: StorageProblem.self) { try await database.read { try $0.exists("SELECT 1") } }
        await #expect(throws: StorageProblem.self) { try await database.write { try $0.raise("board") } }
        await #expect(throws: StorageProblem.self) { try await database.migrate([]) }
    }

    @Test func `Deferred constraints of one write spare the others`() async throws {
        let database = try await Workplace.open(.sqlite)
        let results = await withTaskGroup(of: (Int, Bool).self) { group in
            for number in 0..<30 {
                group.addTask {
                    let done: Void? = try? await database.write { writer in
                        if number == 7 {
                            _ = try writer.reader.values("PRAGMA defer_foreign_keys = ON", as: Int.self)
                            try writer.execute("INSERT INTO chair (id, note, height) VALUES ('c', 'nobody', 1)")
                        }
                        try writer.execute("INSERT INTO note (id) VALUES (\("n\(number)"))")
                    }
                    return (number, done != nil)
                }
            }
            return await group.reduce(into: Set<Int>()) { if !$1.1 { $0.insert($1.0) } }
        }
        #expect(results == [7])
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) } == 29)
    }
}
