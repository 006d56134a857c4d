import Foundation
import Storage

/// Something that waits for a connection.
protocol Job: AnyObject, Sendable {
    func run(on line: Line)
    func refuse(_ problem: StorageProblem)
}

/// What waits for a connection: not more, and not longer, than makes sense to those who ask.
///
/// Unchecked, since everything that changes is touched under the condition's lock.
final class JobQueue: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [(job: any Job, since: ContinuousClock.Instant)] = []
    private var first = 0
    private var isClosed = false

    private static let mostWaiting = 5_000
    private static let longestWait = Duration.seconds(10)

    func add(_ job: any Job) {
        let problem: StorageProblem? = locked {
            if isClosed { return Self.closed }
            guard jobs.count - first < Self.mostWaiting else { return .unavailable("Too many wait for the database") }
            jobs.append((job, .now))
            condition.signal()
            return nil
        }
        if let problem { job.refuse(problem) }
    }

    /// Blocks until there is one; nothing when the queue is closed.
    func next() -> (any Job)? {
        while let (job, since) = take() {
            if ContinuousClock.now - since <= Self.longestWait { return job }
            job.refuse(.unavailable("The database did not get to it in time"))
        }
        return nil
    }

    private func take() -> (job: any Job, since: ContinuousClock.Instant)? {
        locked {
            while first == jobs.count {
                if isClosed { return nil }
                condition.wait()
            }
            defer {
                first += 1
                if first >= 256 {
                    jobs.removeFirst(first)
                    first = 0
                }
            }
            return jobs[first]
        }
    }

    func close() {
        let left = locked {
            isClosed = true
            condition.broadcast()
            defer {
                jobs = []
                first = 0
            }
            return jobs[first...].map(\.job)
        }
        for job in left { job.refuse(Self.closed) }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }

    private static let closed = StorageProblem.unavailable("The database is closed")
}
