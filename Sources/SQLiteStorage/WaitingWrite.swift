import Storage

/// A write on its way through the group commit.
protocol WaitingWrite: AnyObject, Sendable {
    /// Does its work; keeps its value for the answer.
    /// - Returns: what it says to those who look.
    func run(on connection: SQLiteConnection) throws -> Raised
    func answer()
    func answer(_ error: any Error)
}

/// Unchecked, since it is handed over: from the caller to the writer's queue, which alone touches it then.
final class Write<Value: Sendable>: WaitingWrite, @unchecked Sendable {
    private let body: @Sendable (Writer) throws -> Value
    private let caller: CheckedContinuation<Value, any Error>
    private var value: Value?

    init(_ body: @escaping @Sendable (Writer) throws -> Value, for caller: CheckedContinuation<Value, any Error>) {
        self.body = body
        self.caller = caller
    }

    func run(on connection: SQLiteConnection) throws -> Raised {
        let writer = Writer(connection)
        value = try body(writer)
        return writer.raised
    }

    func answer() {
        guard let value else { return answer(StorageProblem.broken("A write was answered before it ran")) }
        caller.resume(returning: value)
    }

    func answer(_ error: any Error) {
        caller.resume(throwing: error)
    }
}
