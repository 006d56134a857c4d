import Foundation
import Storage

/// A database on a PostgreSQL server: threads that each own a connection, and one queue for them.
public final class PostgresDatabase: Database {
    public let engine = Engine.postgres

    private let queue = ErrandQueue<Line>()
    private let threads = DispatchGroup()
    private let announce: Announce
    private let voice: Voice
    private let ear: Ear

    /// - Parameters:
    ///   - url: `postgres://…`, or libpq's `key=value` form.
    ///   - connections: How many transactions run at the same time.
    ///   - announce: Told of every change after its commit, before the writer is answered; also of other servers'.
    /// - Throws: `StorageProblem.unavailable` where the server cannot be reached.
    public init(url: String, connections: Int = 4, announce: @escaping Announce) throws {
        self.announce = announce
        let server = UUID().uuidString
        voice = Voice(url, of: server)
        ear = try Ear(url, of: server, announce: announce)
        for number in 0..<connections {
            start("postgres \(number)") { [queue] in
                let line = Line(url)
                while let errand = queue.next(beforeWaiting: { line.rest() }) { errand.run(on: line) }
            }
        }
        start("postgres voice") { [voice] in voice.run() }
        start("postgres ear") { [ear] in ear.run() }
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
            let told: @Sendable (Raised) -> Void = { [announce, voice] raised in
                announce(.topics(raised.topics, hints: raised.hints))
                voice.tell(raised.topics)
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
        voice.tellEverything()
    }

    public func close() async {
        stop()
        await withCheckedContinuation { caller in
            threads.notify(queue: .global()) { caller.resume() }
        }
    }

    private func stop() {
        queue.close()
        voice.stop()
        ear.stop()
    }
}
