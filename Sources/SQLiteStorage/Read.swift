import Storage

/// A read on its way to a reader's thread: all that it asks is of one moment.
final class Read<Value: Sendable>: Errand {
    private let body: @Sendable (Reader) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>

    init(_ body: @escaping @Sendable (Reader) throws -> Value, for caller: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.caller = caller
    }

    func run(on connection: SQLiteConnection) {
        do {
            _ = try connection.execute("BEGIN")
            // Nobody needs to wait for the end of a read.
            caller.resume(returning: try body(Reader(connection)))
        } catch {
            caller.resume(throwing: error)
        }
        if connection.isInTransaction { _ = try? connection.execute("ROLLBACK") }
    }

    func refuse(_ problem: StorageProblem) {
        caller.resume(throwing: problem)
    }
}
