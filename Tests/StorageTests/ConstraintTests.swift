import Storage
import StorageTesting
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ConstraintTests {
    @Test(arguments: Engine.tested)
    func `A second row with the same key is not unique`(_ engine: Engine) async throws {
        let problem = try await problem(on: engine) { writer in
            try writer.execute("INSERT INTO note (id) VALUES ('a')")
            try writer.execute("INSERT INTO note (id) VALUES ('a')")
        }
        guard case .notUnique = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
    }

    @Test(arguments: Engine.tested, Breach.allCases)
    func `NOT NULL, CHECK and foreign keys refuse`(_ engine: Engine, _ breach: Breach) async throws {
        let problem = try await problem(on: engine) { writer in
            try writer.execute("INSERT INTO note (id) VALUES ('there')")
            try writer.execute(breach.statement)
        }
        guard case .refused = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
    }

    enum Breach: CaseIterable {
        case nothing, check, reference

        var statement: SQL {
            switch self {
            case .nothing: "INSERT INTO note (id) VALUES (NULL)"
            case .check: "INSERT INTO chair (id, note, height) VALUES ('c', 'there', 0)"
            case .reference: "INSERT INTO chair (id, note, height) VALUES ('c', 'nobody', 1)"
            }
        }
    }

    @Test(arguments: Engine.tested)
    func `A table that is not there is a fault in the program`(_ engine: Engine) async throws {
        let problem = try await problem(on: engine) { try $0.execute("DELETE FROM nothing") }
        guard case .broken = problem else {
            Issue.record("\(String(describing: problem))")
            return
        }
    }

    private func problem(
        on engine: Engine, _ body: @escaping @Sendable (Writer) throws -> some Sendable
    ) async throws -> StorageProblem? {
        let database = try await Workplace.open(engine)
        var found: StorageProblem?
        do {
            try await database.write(body)
        } catch let problem as StorageProblem {
            found = problem
        }
        // What failed leaves nothing, and the next one works.
        #expect(try await database.read { try $0.value("SELECT COUNT(*) FROM note", as: Int.self) } == 0)
        return found
    }
}
