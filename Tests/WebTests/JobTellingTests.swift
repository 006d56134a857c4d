import Jobs
import Kernel
import Logging
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import App

/// What the program does by itself is listed for the administrator, who may not learn from it that somebody reported.
struct JobTellingTests {
    @Test(arguments: Engine.tested)
    func `the list of jobs is the same whether or not a confidential report came`(engine: Engine) async throws {
        let quiet = try await runs(engine) { _ in }
        let told = try await runs(engine) { work in
            let reply = try await work.post(
                "/r/link-laboratories",
                ["kind": "psychological", "what": "Han råbte ad hende", "happened": "2026-01-02", "anonymous": "on"])
            #expect(reply.status == 200)
            let report: String = try await work.database.read { try $0.value("SELECT id FROM report") ?? "" }
            // Its deadline is near, too.
            let away = try await work.post(
                "/reports/\(report)/accident/absences", as: Workplace.eva, ["first": "2026-01-03", "key": "away"])
            #expect(away.status == 303)
        }
        #expect(told == quiet)
        #expect(told.contains("statistics 0") && told.contains("notification deadlines 0"))
    }

    /// What each job has done in the twelve days after the Monday.
    private func runs(_ engine: Engine, after body: (Workplace) async throws -> Void) async throws -> [String] {
        let clock = Clock()
        let work = try await Workplace(engine, clock: { clock.now })
        try await body(work)
        let foreman = Foreman(of: work.house, jobs: Features.jobs, logger: Logger(label: "test"))
        for _ in 0..<12 {
            clock.pass()
            await foreman.round()
        }
        return try await work.database.read { reader in
            try reader.rows("SELECT job, count FROM job_run WHERE id > '' ORDER BY job, id") { row in
                "\(try row[0] as String) \(try row[1] as Int)"
            }
        }
    }

    private final class Clock: Sendable {
        private let moment = Mutex(Workplace.monday)
        var now: Moment { moment.withLock { $0 } }

        func pass() { moment.withLock { $0 = $0 + 86_400 } }
    }
}
