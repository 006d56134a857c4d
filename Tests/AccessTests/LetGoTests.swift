import Storage
import StorageTesting
import TestSupport
import Testing

struct LetGoTests {
    @Test(arguments: Engine.tested)
    func `a visit is let go with all that it held when it was answered`(engine: Engine) async throws {
        weak var database: TestDatabase?
        do {
            let workplace = try await Workplace(engine)
            database = workplace.database
            for path in ["/account", "/people", "/plan", "/actions.csv", "/welcome/nothing"] {
                _ = try await workplace.get(path, as: Workplace.maja)
            }
            _ = try await workplace.post("/account/password", as: Workplace.maja)
        }
        // Threads of the engine let go a moment after they have answered.
        for _ in 0..<500 where database != nil { try await Task.sleep(for: .milliseconds(10)) }
        #expect(database == nil)
    }
}
