import Foundation
import Storage

/// Tells the other servers which topics this one changed, a little later and many at once.
///
/// Unchecked, since everything that changes is touched under the condition's lock.
final class Voice: @unchecked Sendable {
    private let line: String
    private let server: String
    private let condition = NSCondition()
    private var topics: Set<String> = []
    private var isEverything = false
    private var isStopped = false

    private static let gathering = 0.02
    private static let pauseAfterFailure = 0.5

    init(_ conninfo: String, of server: String) {
        line = conninfo
        self.server = server
    }

    func tell(_ topics: Set<String>) {
        locked {
            self.topics.formUnion(topics)
            condition.signal()
        }
    }

    func tellEverything() {
        locked {
            isEverything = true
            condition.signal()
        }
    }

    func stop() {
        locked {
            isStopped = true
            condition.signal()
        }
    }

    func run() {
        let line = Line(line)
        while let payload = waitForNews() {
            while !send(payload, on: line) {
                if locked({ isStopped }) { return }
                Thread.sleep(forTimeInterval: Self.pauseAfterFailure)
            }
            Thread.sleep(forTimeInterval: Self.gathering)
        }
    }

    private func send(_ payload: String, on line: Line) -> Bool {
        do {
            let connection = try line.connection()
            _ = try connection.execute("SELECT pg_notify('forkant', \(payload))")
            return true
        } catch {
            return false
        }
    }

    /// What was to be told at the stop is still told.
    private func waitForNews() -> String? {
        locked {
            while topics.isEmpty && !isEverything {
                if isStopped { return nil }
                condition.wait()
            }
            defer {
                topics = []
                isEverything = false
            }
            return isEverything ? News.everything(of: server) : News.payload(topics, of: server)
        }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }
}
