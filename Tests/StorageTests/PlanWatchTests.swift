import Storage
import StorageTesting
import Testing

@Suite struct PlanWatchTests {
    private static let shelf = Migration(
        "create book", "CREATE TABLE book (id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, shelf TEXT NOT NULL)",
        "CREATE INDEX book_by_title ON book (title)")

    private func watched(allowing allowed: [WholeReading] = []) async throws -> PlanWatch {
        PlanWatch(try await TestDatabase.make(.sqlite, migrations: [Self.shelf]), allowing: allowed)
    }

    @Test func `A statement that reads a whole table or index is refused, and named`() async throws {
        let database = try await watched()
        for statement in [
            "SELECT id FROM book WHERE shelf = 'a'", "SELECT COUNT(*) FROM book",
            "SELECT MIN(shelf) FROM book", "SELECT id FROM book AS other ORDER BY title LIMIT 10",
            "SELECT a.id FROM book AS a WHERE a.title = 'x' AND EXISTS (SELECT 1 FROM book AS b WHERE b.shelf = a.shelf)",
        ] as [SQL] {
            let fault = await #expect(throws: WholeTable.self) {
                try await database.read { try $0.rows(statement) { _ in } }
            }
            #expect(fault?.description.hasPrefix(statement.template.contains("MIN(") ? "SEARCH book" : "SCAN ") == true)
        }
        await #expect(throws: WholeTable.self) {
            try await database.write { _ = try $0.execute("UPDATE book SET title = 'y' WHERE shelf = 'a'") }
        }
    }

    @Test func `One that finds its rows by index is let through, also over rows that it made itself`() async throws {
        let database = try await watched()
        for statement in [
            "SELECT id FROM book WHERE title = 'a'",
            "SELECT COUNT(*) FROM (SELECT 1 FROM book WHERE title > 'a' LIMIT 9)",
            "WITH some AS MATERIALIZED (SELECT id FROM book WHERE title = 'a') SELECT id FROM some", "SELECT 1",
            "SELECT line FROM (SELECT id AS line, MIN(id) OVER (PARTITION BY title) AS least FROM book WHERE title = 'a')",
        ] as [SQL] {
            _ = try await database.read { try $0.rows(statement) { _ in } }
        }
        try await database.write { writer in
            try writer.execute("INSERT INTO book (id, title, shelf) VALUES ('1', 'a', 'b')")
            try writer.execute("UPDATE book SET shelf = 'c' WHERE id = '1'")
        }
    }

    @Test func `What is allowed is so only in the statement that it was allowed for`() async throws {
        let database = try await watched(
            allowing: [WholeReading("SCAN book USING INDEX book_by_title", in: "ORDER BY title", because: "in order")])
        _ = try await database.read { try $0.rows("SELECT id FROM book ORDER BY title LIMIT 2") { _ in } }
        await #expect(throws: WholeTable.self) {
            try await database.read { try $0.rows("SELECT id FROM book WHERE shelf = 'a'") { _ in } }
        }
    }

    @Test func `Topics that a watched write raises are told`() async throws {
        let heard = Heard()
        let database = try await TestDatabase.make(.sqlite, announce: heard.announce)
        try await PlanWatch(database, allowing: []).write { try $0.raise("board") }
        #expect(heard.all.last == .topics(["board"]))
    }
}
