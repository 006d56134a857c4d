import Foundation
import Storage

/// A database on a PostgreSQL server: threads that each own a connection, and one queue for them.
public final class PostgresDatabase: Database {
    public let engine = Engine.postgres

    public var load: DatabaseLoad { DatabaseLoad(waiting: queue.count, atOnce: connections) }

    private let queue = ErrandQueue<Line>()
    private let connections: Int
    private let threads = DispatchGroup()
    private let announce: Announce
    private let others: Others

    /// How this server and the others learn what each changes.
    private enum Others {
        case company(Voice, Ear)
        case lookout(Lookout)
    }

    /// - Parameters:
    ///   - url: `postgres://…`, or libpq's `key=value` form.
    ///   - connections: How many transactions run at the same time.
    ///   - secret: By which the organisation's servers understand each other, and nobody else does. Without it others
    ///     are told no more than that anything may have changed.
    ///   - isServer: Keeps in memory what it has read. Then the other servers' writers are answered when this one has
    ///     heard what they wrote, and nothing counts as unchanged while it may not be heard.
    ///   - watched: Where the database carries no NOTIFY, as behind a pool of connections that are lent for a transaction:
    ///     the topics that somebody looks at now. They are asked for instead, and nothing that is kept counts as unchanged.
    ///   - announce: Told of every change after its commit, before the writer is answered; also of other servers'.
    /// - Throws: `StorageProblem.unavailable` where the server cannot be reached.
    public init(
        url: String, connections: Int = 4, secret: [UInt8]? = nil, isServer: Bool = false,
        watched: (@Sendable () -> Set<String>)? = nil, announce: @escaping Announce
    ) throws {
        self.announce = announce
        self.connections = connections
        if let watched {
            others = .lookout(Lookout(url, watched: watched, announce: announce))
        } else {
            let isMember = isServer && secret != nil
            let voice = Voice(url, of: UUID().uuidString, Envelope(secret), isMember: isMember)
            others = .company(voice, try Ear(url, voice, isMember: isMember, announce: announce))
        }
        for number in 0..<connections {
            start("postgres \(number)") { [queue] in
                let line = Line(url)
                while let errand = queue.next(beforeWaiting: { line.rest() }) { errand.run(on: line) }
            }
        }
        switch others {
        case .company(let voice, let ear):
            start("postgres voice") { voice.run() }
            start("postgres ear") { ear.run() }
        case .lookout(let lookout): start("postgres lookout") { lookout.run() }
        }
    }

    deinit {
        stop()
    }

    private func start(_ name: String, _ body: @escaping @Sendable () -> Void) {
        threads.enter()
        let thread = Thread { [threads] in
            body()
            threads.leave()
        }
        thread.name = name
        thread.stackSize = 1 << 20
        thread.start()
    }

    public func read<Value: Sendable>(_ body: @escaping @Sendable (Reader) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            queue.add(Transaction(Opening.read, for: caller) { (try body(Reader($0)), Raised()) })
        }
    }

    @discardableResult
    public func write<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { caller in
            let told: Told = { [announce, others] raised, answer in
                for announcement in raised.announcements { announce(announcement) }
                if case .company(let voice, _) = others { voice.tell(raised, then: answer) } else { answer() }
            }
            queue.add(
                Transaction(Opening.write, for: caller, told: told) { connection in
                    let writer = Writer(connection)
                    let value = try body(writer)
                    return (value, writer.raised)
                })
        }
    }

    public func migrate(_ migrations: [Migration]) async throws {
        let applied = try await withCheckedThrowingContinuation { caller in
            queue.add(
                Transaction(Opening.migration, for: caller) { connection in
                    (try SchemaChange(connection: connection).apply(migrations), Raised())
                })
        }
        guard applied > 0 else { return }
        announce(.everything)
        if case .company(let voice, _) = others { voice.tellEverything() }
    }

    public func say(_ remark: Remark) {
        if case .company(let voice, _) = others { voice.say(remark) }
    }

    public func close() async {
        stop()
        await withCheckedContinuation { caller in
            threads.notify(queue: .global()) { caller.resume() }
        }
    }

    private func stop() {
        queue.close()
        switch others {
        case .company(let voice, let ear):
            voice.stop()
            ear.stop()
        case .lookout(let lookout): lookout.stop()
        }
    }
}
