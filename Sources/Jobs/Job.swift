import Kernel
import Storage
import Web

/// Work that the program does by itself, once for the whole organisation however many servers there are: what the
/// calendar asks for, sealing the journal, tidying up.
///
/// A job can be begun again after its server died in the middle, so it does what is left to do and no more.
public struct Job: Sendable {
    /// By which the database knows it: `elections`.
    public let name: String
    /// What it does, for the administrator.
    public let title: Words
    /// Seconds from one run to the next.
    public let pause: Int
    /// - Returns: how many things it has done.
    let work: @Sendable (House) async throws -> Int

    public init(
        _ name: String, _ title: Words, every pause: Int, _ work: @escaping @Sendable (House) async throws -> Int
    ) {
        (self.name, self.title, self.pause, self.work) = (name, title, pause, work)
    }
}

/// How a run ended.
enum Outcome: String, Storable, CaseIterable {
    case done
    case failed
    /// Its server was not heard of any more, and another one began anew.
    case abandoned
}

/// One run of a job.
struct JobRun: Sendable {
    let id: ID<JobRun>
    let job: String
    /// A word by which servers are told apart, chosen at their start.
    let server: String
    let started: Moment
    /// Nothing while it runs.
    let ended: Moment?
    let outcome: Outcome?
    /// How many things it did.
    let count: Int
    /// What kind of fault ended it; never what the fault was about.
    let fault: String
}

/// How a job stands.
struct JobStanding: Sendable {
    let name: String
    let next: Moment
    /// Runs that have failed since the last that did not.
    let failures: Int
    /// The run under way; nothing where it rests.
    let run: ID<JobRun>?
    /// Until when the run under way is believed to go on.
    let leaseEnds: Moment?
}
