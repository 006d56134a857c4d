import Foundation
import Storage

/// Takes what a write changed, and what is to be done when those who must know it do.
typealias Told = @Sendable (Raised, @escaping @Sendable () -> Void) -> Void

/// A read, a write or a change of the schema, until it is answered.
final class Transaction<Value: Sendable>: Errand {
    private let opening: Opening
    private let body: @Sendable (PostgresConnection) throws -> (Value, Raised)
    private let told: Told
    private let caller: CheckedContinuation<Value, any Error>

    /// - Parameter told: Hears what is to be told after the commit, and lets the caller be answered.
    init(
        _ opening: Opening, for caller: CheckedContinuation<Value, any Error>,
        told: @escaping Told = { $1() },
        _ body: @escaping @Sendable (PostgresConnection) throws -> (Value, Raised)
    ) {
        self.opening = opening
        self.body = body
        self.told = told
        self.caller = caller
    }

    private static var mostTries: Int { 20 }

    func run(on line: Line) {
        for attempt in 1...Self.mostTries {
            let connection: PostgresConnection
            do { connection = try line.connection() } catch { return caller.resume(throwing: error) }
            connection.begin(opening.words)
            do {
                return try finish(on: connection)
            } catch {
                connection.rollBack()
                let mayHaveLostARace = attempt == 1 && Self.isNotUnique(error)
                guard connection.allowsAnotherTry || mayHaveLostARace, attempt < Self.mostTries else {
                    return caller.resume(throwing: error)
                }
            }
            pause(after: attempt)
        }
    }

    /// Of two who look and then insert the same, PostgreSQL may tell the second that it is not unique before it tells
    /// that the two met; tried again, it sees what the first one wrote.
    private static func isNotUnique(_ error: any Error) -> Bool {
        if case StorageProblem.notUnique = error { true } else { false }
    }

    private func finish(on connection: PostgresConnection) throws {
        let (value, raised) = try body(connection)
        if opening == .read {
            // Nobody needs to wait for the end of a read.
            caller.resume(returning: value)
            return connection.putOffEnd()
        }
        try connection.commit()
        guard !raised.isEmpty else { return caller.resume(returning: value) }
        told(raised) { [caller] in caller.resume(returning: value) }
    }

    func refuse(_ problem: StorageProblem) {
        caller.resume(throwing: problem)
    }

    /// By chance, so that two who met do not meet again.
    private func pause(after attempt: Int) {
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.001) * Double(min(attempt * attempt, 40)))
    }
}

enum Opening {
    case read
    case write
    /// Sees what another server migrated while this one waited for the lock.
    case migration

    var words: SQL {
        switch self {
        case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        case .write: "BEGIN ISOLATION LEVEL SERIALIZABLE"
        case .migration: "BEGIN ISOLATION LEVEL READ COMMITTED"
        }
    }
}
