import Foundation
import Storage

/// Hears what other servers changed.
///
/// Unchecked: the connection is only touched by the thread that runs it, and the stop under its lock.
final class Ear: @unchecked Sendable {
    private let conninfo: String
    private let server: String
    private let announce: Announce
    private var connection: PostgresConnection?
    private let lock = NSLock()
    private var isStopped = false

    private static let pauseAfterFailure = 0.5
    /// Milliseconds after which a stop is noticed.
    private static let patience: Int32 = 200

    /// Listens when it returns, so that nothing is missed between.
    init(_ conninfo: String, of server: String, announce: @escaping Announce) throws {
        self.conninfo = conninfo
        self.server = server
        self.announce = announce
        connection = try Self.listening(conninfo)
    }

    func stop() {
        lock.withLock { isStopped = true }
    }

    func run() {
        while !lock.withLock({ isStopped }) {
            guard let connection else {
                reconnect()
                continue
            }
            var waiting = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, Self.patience) != 0 else { continue }
            guard let payloads = connection.notifications() else {
                self.connection = nil
                announce(.deafness)
                continue
            }
            for payload in payloads {
                if let news = News.announcement(payload, heardBy: server) { announce(news) }
            }
        }
        connection = nil
    }

    private func reconnect() {
        connection = try? Self.listening(conninfo)
        guard connection != nil else { return Thread.sleep(forTimeInterval: Self.pauseAfterFailure) }
        // Nobody knows what was said meanwhile.
        announce(.everything)
    }

    private static func listening(_ conninfo: String) throws -> PostgresConnection {
        let connection = try PostgresConnection(conninfo)
        try connection.run("LISTEN forkant")
        return connection
    }
}
