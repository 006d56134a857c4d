import Foundation

/// Something that waits for a thread of the engine's, and for the line to the database that the thread holds.
public protocol Job<Line>: AnyObject, Sendable {
    associatedtype Line
    func run(on line: Line)
    func refuse(_ problem: StorageProblem)
}

/// What waits for a thread: not more, and not longer, than makes sense to those who ask.
///
/// Unchecked, since everything that changes is touched under the condition's lock.
public final class JobQueue<Line>: @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [(job: any Job<Line>, since: ContinuousClock.Instant)] = []
    private var first = 0
    private var isClosed = false

    private static var mostWaiting: Int { 5_000 }
    private static var longestWait: Duration { .seconds(10) }

    public init() {}

    public func add(_ job: any Job<Line>) {
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
    /// - Parameter beforeWaiting: what the thread puts off as long as there is work.
    public func next(beforeWaiting: () -> Void = {}) -> (any Job<Line>)? {
        if locked({ first == jobs.count }) { beforeWaiting() }
        while let (job, since) = take() {
            if ContinuousClock.now - since <= Self.longestWait { return job }
            job.refuse(.unavailable("The database did not get to it in time"))
        }
        return nil
    }

    private func take() -> (job: any Job<Line>, since: ContinuousClock.Instant)? {
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

    public func close() {
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

    private static var closed: StorageProblem { .unavailable("The database is closed") }
}
