import Foundation

/// Something that waits for a thread of the engine's, and for the line to the database that the thread holds.
public protocol Errand<Line>: AnyObject, Sendable {
    associatedtype Line
    func run(on line: Line)
    func refuse(_ problem: StorageProblem)
}

/// What waits for a thread: not more, and not longer, than makes sense to those who ask.
///
/// Unchecked, since everything that changes is touched under the condition's lock.
public final class ErrandQueue<Line>: @unchecked Sendable {
    private let condition = NSCondition()
    private typealias Waiting = (errand: any Errand<Line>, since: ContinuousClock.Instant)
    /// Nothing where one has been taken: what it holds, such as a whole visit, must not stay until the list is shortened.
    private var errands: [Waiting?] = []
    private var first = 0
    private var isClosed = false

    private static var mostWaiting: Int { 5_000 }
    private static var longestWait: Duration { .seconds(10) }

    public init() {}

    public func add(_ errand: any Errand<Line>) {
        let problem: StorageProblem? = locked {
            if isClosed { return Self.closed }
            guard errands.count - first < Self.mostWaiting else {
                return .unavailable("Too many wait for the database")
            }
            errands.append((errand, .now))
            condition.signal()
            return nil
        }
        if let problem { errand.refuse(problem) }
    }

    /// How many wait.
    public var count: Int { locked { errands.count - first } }

    /// Blocks until there is one; nothing when the queue is closed.
    /// - Parameter beforeWaiting: what the thread puts off as long as there is work. Done each time before it waits, also
    ///   where another thread was quicker to take what there was.
    public func next(beforeWaiting: () -> Void = {}) -> (any Errand<Line>)? {
        while let (errand, since) = take(beforeWaiting) {
            if ContinuousClock.now - since <= Self.longestWait { return errand }
            errand.refuse(.unavailable("The database did not get to it in time"))
        }
        return nil
    }

    private func take(_ beforeWaiting: () -> Void) -> Waiting? {
        condition.lock()
        defer { condition.unlock() }
        var isReadyToWait = false
        while first == errands.count {
            if isClosed { return nil }
            if isReadyToWait {
                condition.wait()
            } else {
                isReadyToWait = true
                // Meanwhile there may come more, and others may take it.
                condition.unlock()
                beforeWaiting()
                condition.lock()
            }
        }
        defer {
            errands[first] = nil
            first += 1
            if first >= 256 {
                errands.removeFirst(first)
                first = 0
            }
        }
        return errands[first]
    }

    public func close() {
        let left = locked {
            isClosed = true
            condition.broadcast()
            defer {
                errands = []
                first = 0
            }
            return errands[first...].compactMap { $0?.errand }
        }
        for errand in left { errand.refuse(Self.closed) }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }

    private static var closed: StorageProblem { .unavailable("The database is closed") }
}
