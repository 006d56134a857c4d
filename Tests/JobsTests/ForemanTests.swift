import HTTPTypes
import Kernel
import Logging
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing
import Web

@testable import Jobs

/// Jobs are done once, wherever, and again where they failed.
struct ForemanTests {
    private let clock = Clock()
    private let done = Tally()

    private func workplace(_ engine: Engine) async throws -> Workplace {
        let clock = clock
        return try await Workplace(engine, clock: { clock.now })
    }

    private func foreman(_ workplace: Workplace, _ jobs: [Job]) -> Foreman {
        Foreman(of: workplace.house, jobs: jobs, logger: Logger(label: "test"))
    }

    private var counting: Job {
        let done = done
        return Job("counting", Words(da: "Tæller", en: "Counts"), every: 300) { _ in done.add() }
    }

    private func runs(_ workplace: Workplace) async throws -> [JobRun] {
        try await workplace.database.read { try JobStore($0).runs(most: 50) }
    }

    @Test(arguments: Engine.tested)
    func `a job is done at once and then whenever its pause is over`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let foreman = foreman(workplace, [counting])
        for _ in 0..<3 { await foreman.round() }
        #expect(done.count == 1)
        clock.pass(299)
        await foreman.round()
        #expect(done.count == 1)
        clock.pass(1)
        await foreman.round()
        #expect(done.count == 2)
        let runs = try await runs(workplace)
        #expect(runs.map(\.outcome) == [.done, .done] && runs.map(\.count) == [2, 1])
    }

    @Test(arguments: Engine.tested)
    func `of many servers that look at the same moment one does it`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let (done, clock) = (done, clock)
        let slow = Job("slow", Words(da: "Langsom", en: "Slow"), every: 300) { _ in
            try await Task.sleep(for: .milliseconds(20))
            return done.add()
        }
        var servers = [workplace]
        for _ in 0..<3 { servers.append(try Workplace(beside: workplace)) }
        for _ in 0..<3 {
            await withTaskGroup { group in
                for server in servers {
                    let foreman = foreman(server, [slow])
                    group.addTask { await foreman.round() }
                }
            }
            clock.pass(300)
        }
        #expect(done.count == 3)
        #expect(try await runs(workplace).count == 3)
    }

    @Test(arguments: Engine.tested)
    func `what fails is tried again, says what kind of fault it was, and stops nobody else`(engine: Engine) async throws
    {
        let workplace = try await workplace(engine)
        let done = done
        let failing = Job("failing", Words(da: "Fejler", en: "Fails"), every: 3600) { _ in
            if done.add() < 3 { throw Spilling(name: "Maja Holm") }
            return 7
        }
        let other = Tally()
        let fine = Job("fine", Words(da: "Går godt", en: "Goes well"), every: 3600) { _ in other.add() }
        let foreman = foreman(workplace, [failing, fine])
        await foreman.round()
        #expect(done.count == 1 && other.count == 1)
        await foreman.round()
        #expect(done.count == 1)
        clock.pass(30)
        await foreman.round()
        clock.pass(60)
        await foreman.round()
        #expect(done.count == 3)
        let runs = try await runs(workplace).filter { $0.job == "failing" }
        #expect(runs.map(\.outcome) == [.done, .failed, .failed] && runs.map(\.count) == [7, 0, 0])
        #expect(runs.map(\.fault) == ["", "Spilling", "Spilling"])
        let standing = try await workplace.database.read { try JobStore($0).standings(of: [failing])["failing"] }
        #expect(standing?.failures == 0 && standing?.next == clock.now.adding(seconds: 3600))
    }

    @Test(arguments: Engine.tested)
    func `a job whose server died is taken over when its lease has ended, and the run is called abandoned`(
        engine: Engine
    ) async throws {
        let workplace = try await workplace(engine)
        let (job, now) = (counting, clock.now)
        _ = try await workplace.database.write { writer in
            try JobWork(writer: writer, moment: now).take(job, as: ID("dead"), on: "DEAD")
        }
        let foreman = foreman(workplace, [job])
        clock.pass(JobRules.lease - 1)
        await foreman.round()
        #expect(done.count == 0)
        clock.pass(1)
        await foreman.round()
        #expect(done.count == 1)
        #expect(try await Set(runs(workplace).map(\.outcome)) == [.done, .abandoned])
        // The dead one comes back: it says nothing any more of how the job stands.
        let later = clock.now
        await #expect(throws: Stale.self) {
            try await workplace.database.write {
                try JobWork(writer: $0, moment: later).end(job, run: ID("dead"), .failed)
            }
        }
        await #expect(throws: Stale.self) {
            try await workplace.database.write { try JobWork(writer: $0, moment: later).goOn(job, run: ID("dead")) }
        }
    }

    @Test(arguments: Engine.tested)
    func `a sign of life keeps others away`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let (job, now) = (counting, clock.now)
        _ = try await workplace.database.write { writer in
            try JobWork(writer: writer, moment: now).take(job, as: ID("long"), on: "LONG")
        }
        clock.pass(JobRules.lease - 1)
        let later = clock.now
        try await workplace.database.write { try JobWork(writer: $0, moment: later).goOn(job, run: ID("long")) }
        clock.pass(JobRules.lease - 1)
        await foreman(workplace, [job]).round()
        #expect(done.count == 0)
    }

    @Test(arguments: Engine.tested)
    func `a clock that is set back a year does not stop a job`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let foreman = foreman(workplace, [counting])
        await foreman.round()
        clock.pass(-365 * 86_400)
        await foreman.round()
        #expect(done.count == 2)
    }

    @Test(arguments: Engine.tested)
    func `tidying forgets runs and sent forms of long ago, and nothing else`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let today = clock.now.day
        try await workplace.database.write { writer in
            for (hash, day) in [("old", today - 61), ("new", today - 59)] {
                try writer.execute("INSERT INTO sent_form (hash, day, path) VALUES (\(hash), \(day), '/')")
            }
        }
        await foreman(workplace, [counting]).round()
        clock.pass(31 * 86_400)
        await foreman(workplace, [.tidying]).round()
        #expect(try await runs(workplace).map(\.job) == ["tidying"])
        #expect(try await runs(workplace).first?.count == 3)
        #expect(
            try await workplace.database.read { try $0.values("SELECT hash FROM sent_form", as: String.self) } == [])
    }

    struct Spilling: Error {
        let name: String
    }
}

/// The page of jobs.
struct JobPageTests {
    @Test(arguments: Engine.tested)
    func `the administrator sees the jobs and has one run now; nobody else does`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let path = "/administration/jobs"
        for person in Workplace.people where person.id != Workplace.rikke.id {
            #expect(try await workplace.get(path, as: person).status == 403)
            #expect(try await workplace.post("\(path)/tidying/hurry", as: person).status == 403)
        }
        let foreman = Foreman(of: workplace.house, jobs: [.tidying], logger: Logger(label: "test"))
        await foreman.round()
        await foreman.round()
        #expect(try await workplace.database.read { try JobStore($0).runs(most: 9) }.count == 1)
        #expect(try await workplace.get(path, as: Workplace.rikke).text.contains("Rydder op"))
        #expect(try await workplace.post("\(path)/tidying/hurry", as: Workplace.rikke).status == 303)
        await foreman.round()
        #expect(try await workplace.database.read { try JobStore($0).runs(most: 9) }.count == 2)
        #expect(try await workplace.post("\(path)/none/hurry", as: Workplace.rikke).status == 404)
    }

    @Test(arguments: Language.allCases)
    func `the page looks as it is kept`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        let page = "/administration/jobs"
        var changed = try await workplace.changes(in: [Scene("none", page, as: Workplace.rikke)], language)
        let (moment, job) = (Workplace.monday, Job.tidying)
        try await workplace.database.write { writer in
            let early = JobWork(writer: writer, moment: moment.adding(seconds: -7200))
            _ = try early.take(job, as: ID("1"), on: "7Q2M")
            try early.end(job, run: ID("1"), .failed, fault: "StorageProblem")
            _ = try JobWork(writer: writer, moment: moment.adding(seconds: -3600)).take(job, as: ID("2"), on: "XK4D")
            _ = try JobWork(writer: writer, moment: moment.adding(seconds: -30)).take(job, as: ID("3"), on: "7Q2M")
        }
        changed += try await workplace.changes(in: [Scene("some", page, as: Workplace.rikke)], language)
        #expect(changed.isEmpty, "\(changed)")
    }
}

private final class Clock: Sendable {
    private let moment = Mutex(Workplace.monday)
    var now: Moment { moment.withLock { $0 } }
    func pass(_ seconds: Int) { moment.withLock { $0 = $0.adding(seconds: seconds) } }
}

private final class Tally: Sendable {
    private let number = Mutex(0)
    var count: Int { number.withLock { $0 } }
    @discardableResult
    func add() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }
}
