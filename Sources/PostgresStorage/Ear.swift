import Foundation
import Storage

/// Hears what other servers changed.
///
/// Unchecked: the connection is only touched by the thread that runs it, and the stop under its lock.
final class Ear: @unchecked Sendable {
    private let conninfo: String
    private let voice: Voice
    private let isMember: Bool
    private let announce: Announce
    private var connection: PostgresConnection?
    private let lock = NSLock()
    private var isStopped = false

    private static let pauseAfterFailure = 0.5
    /// Milliseconds after which a stop is noticed.
    private static let patience: Int32 = 200

    /// Listens when it returns, so that nothing is missed between.
    ///
    /// - Parameter isMember: Nothing is known to be as it was until the voice has heard itself.
    init(_ conninfo: String, _ voice: Voice, isMember: Bool, announce: @escaping Announce) throws {
        self.conninfo = conninfo
        self.voice = voice
        self.isMember = isMember
        self.announce = announce
        if isMember { announce(.deafness) }
        connection = try Self.listening(conninfo)
    }

    func stop() {
        lock.withLock { isStopped = true }
    }

    func run() {
        while !lock.withLock({ isStopped }) {
            guard let connection else {
                voice.answerWhoNeedNotWait()
                reconnect()
                continue
            }
            var waiting = pollfd(fd: connection.socket, events: Int16(POLLIN), revents: 0)
            if poll(&waiting, 1, Self.patience) != 0 {
                guard let payloads = connection.notifications() else {
                    self.connection = nil
                    announce(.deafness)
                    continue
                }
                for payload in payloads { hear(payload) }
            }
            for announcement in voice.looksAround() { announce(announcement) }
        }
        connection = nil
    }

    /// Passed on before it counts as heard.
    private func hear(_ payload: String) {
        guard let letter = voice.open(payload) else { return announce(.everything) }
        if !voice.isOwn(letter) {
            for announcement in letter.announcements { announce(announcement) }
        }
        for announcement in voice.hasHeard(letter) { announce(announcement) }
    }

    private func reconnect() {
        connection = try? Self.listening(conninfo)
        guard connection != nil else { return Thread.sleep(forTimeInterval: Self.pauseAfterFailure) }
        // Nobody knows what was said meanwhile.
        announce(.everything)
        if isMember { voice.begins() } else { announce(.hearing(until: nil)) }
    }

    private static func listening(_ conninfo: String) throws -> PostgresConnection {
        let connection = try PostgresConnection(conninfo)
        try connection.run("LISTEN forkant")
        return connection
    }
}
