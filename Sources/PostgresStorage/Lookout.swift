import Foundation
import Storage

/// Notices what other servers changed where the database carries no NOTIFY: asks twice a second for the versions of the
/// topics that open pages show.
///
/// Unchecked: only its own thread touches what changes, but for the stop, which stands under its lock.
final class Lookout: @unchecked Sendable {
    private let conninfo: String
    private let watched: @Sendable () -> Set<String>
    private let announce: Announce
    private var seen: [String: Int] = [:]
    private let condition = NSCondition()
    private var isStopped = false

    private static let pause = 0.5

    /// - Parameter watched: The topics that somebody looks at now.
    init(_ conninfo: String, watched: @escaping @Sendable () -> Set<String>, announce: @escaping Announce) {
        self.conninfo = conninfo
        self.watched = watched
        self.announce = announce
        // What is kept in memory could be untrue for as long as nobody asks.
        announce(.deafness)
    }

    func stop() {
        condition.withLock {
            isStopped = true
            condition.signal()
        }
    }

    func run() {
        let line = Line(conninfo)
        while isOn() {
            // Where the database is away, the next look finds what has changed meanwhile.
            try? look(on: line)
        }
    }

    private func isOn() -> Bool {
        condition.withLock {
            if !isStopped { _ = condition.wait(until: Date(timeIntervalSinceNow: Self.pause)) }
            return !isStopped
        }
    }

    private func look(on line: Line) throws {
        let topics = watched()
        guard !topics.isEmpty else { return seen = [:] }
        let now = try Reader(try line.connection()).versions(of: topics)
        // What nobody looked at until now may have changed since the page was made that shows it.
        let changed = topics.filter { seen[$0] == nil || seen[$0] != now[$0, default: 0] }
        seen = Dictionary(uniqueKeysWithValues: topics.map { ($0, now[$0, default: 0]) })
        if !changed.isEmpty { announce(.topics(changed)) }
    }
}
