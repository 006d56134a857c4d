import Kernel
import Storage

/// How a job stands, for those who watch the servers.
public struct JobFigure: Sendable, Equatable {
    public let name: String
    /// Seconds from one run to the next, where none fails.
    public let pause: Int
    /// Runs that have failed since the last that did not.
    public let failures: Int
    /// When its latest run ended, however it did; nothing where it has never run.
    public let lastEnded: Moment?

    public static func all(of jobs: [Job], _ reader: Reader) throws -> [JobFigure] {
        let store = JobStore(reader)
        let standings = try store.standings(of: jobs)
        return try jobs.map { job in
            JobFigure(
                name: job.name, pause: job.pause, failures: standings[job.name]?.failures ?? 0,
                lastEnded: try store.latest(of: job.name)?.ended)
        }
    }
}
