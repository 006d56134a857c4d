import Dispatch
import GRDB
import Storage
import Synchronization

/// Notices what other programs and connections commit to the file.
///
/// Asked on the writer, since `data_version` moves for every commit but those of the connection that asks: our own
/// are all made there.
final class OtherWriters: Sendable {
    private let pool: DatabasePool
    private let connections: Connections
    private let announce: Announce
    private let seen = Mutex<Int?>(nil)
    private let isStopped = Mutex(false)

    private static let pause = DispatchTimeInterval.milliseconds(500)

    init(pool: DatabasePool, connections: Connections, announce: @escaping Announce) {
        self.pool = pool
        self.connections = connections
        self.announce = announce
    }

    func watch() {
        pool.writeWithoutTransaction { look($0) }
        lookAgainLater()
    }

    func stop() {
        isStopped.withLock { $0 = true }
    }

    private func lookAgainLater() {
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + Self.pause) { [weak self] in
            guard let self, !isStopped.withLock({ $0 }) else { return }
            pool.asyncWriteWithoutTransaction { [weak self] in self?.look($0) }
            lookAgainLater()
        }
    }

    private func look(_ database: GRDB.Database) {
        guard let reader = (try? connections.of(database)).map(Reader.init),
            let version = try? reader.value("PRAGMA data_version", as: Int.self)
        else { return }
        let before = seen.withLock { seen in
            defer { seen = version }
            return seen
        }
        if let before, before != version { announce(.everything) }
    }
}
