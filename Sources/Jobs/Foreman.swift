import Kernel
import Logging
import Storage
import Web

/// Sees to it on one server that jobs are done: takes what is due and free, one at a time, and gives signs of life
/// meanwhile. Several servers have one each.
public struct Foreman: Sendable {
    let house: House
    let jobs: [Job]
    let server: String
    let logger: Logger

    public init(of house: House, jobs: [Job], logger: Logger) {
        self.house = house
        self.jobs = jobs
        self.logger = logger
        server = house.identities.code(letters: 4)
    }

    /// Until it is cancelled.
    public func run() async {
        while !Task.isCancelled {
            await round()
            try? await Task.sleep(for: .seconds(JobRules.look))
        }
    }

    /// Everything that is due now.
    public func round() async {
        // Where the database is away, the next round finds the same to do.
        let jobs = jobs
        guard let standings = try? await house.database.read({ try JobStore($0).standings(of: jobs) }) else { return }
        for job in jobs where isDue(job, standings[job.name]) {
            if Task.isCancelled { return }
            await take(job)
        }
    }

    private func isDue(_ job: Job, _ standing: JobStanding?) -> Bool {
        guard let standing else { return true }
        let moment = house.clock()
        return JobRules.isDue(next: standing.next, pause: job.pause, at: moment)
            && JobRules.isFree(leaseEnds: standing.leaseEnds, at: moment)
    }

    private func take(_ job: Job) async {
        let (moment, server) = (house.clock(), server)
        let run: ID<JobRun> = house.identities.ordered(at: moment)
        let isTaken = try? await house.database.write { writer in
            try JobWork(writer: writer, moment: moment).take(job, as: run, on: server)
        }
        guard isTaken == true else { return }
        let signs = Task { await giveSigns(job, run) }
        defer { signs.cancel() }
        do {
            let count = try await job.work(house)
            await end(job, run, .done, count: count)
        } catch is CancellationError {
            // The server stops: whoever looks next takes it over.
            await end(job, run, .abandoned)
        } catch {
            // The kind alone: what a fault says may name people.
            let fault = "\(type(of: error))"
            logger.error("A job failed", metadata: ["job": "\(job.name)", "run": "\(run)", "fault": "\(fault)"])
            await end(job, run, .failed, fault: fault)
        }
    }

    private func giveSigns(_ job: Job, _ run: ID<JobRun>) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(JobRules.heartbeat))
            if Task.isCancelled { return }
            let moment = house.clock()
            _ = try? await house.database.write { try JobWork(writer: $0, moment: moment).goOn(job, run: run) }
        }
    }

    /// Where the database is away, or another server has taken the job over, its lease ends by itself.
    private func end(_ job: Job, _ run: ID<JobRun>, _ outcome: Outcome, count: Int = 0, fault: String = "") async {
        let moment = house.clock()
        _ = try? await house.database.write { writer in
            try JobWork(writer: writer, moment: moment).end(job, run: run, outcome, count: count, fault: fault)
        }
    }
}

extension Job {
    /// What the site has of its own to tidy up: forms that were sent long ago, and old runs.
    public static let tidying = Job(
        "tidying", Words(da: "Rydder op i det, ingen skal bruge mere", en: "Tidies up what nobody needs any more"),
        every: 6 * 3600
    ) { house in
        let moment = house.clock()
        return try await house.database.write { writer in
            try JobWork(writer: writer, moment: moment).forgetOldRuns()
                + SentForms.forget(before: moment.day - SentForms.daysKept, writer)
        }
    }
}
