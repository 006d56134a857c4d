import Storage

/// A thread's connection, made anew where the old one is gone.
final class Line {
    private let conninfo: String
    private let prepare: (PostgresConnection) throws -> Void
    private var current: PostgresConnection?

    /// - Parameter prepare: What a new connection needs before it is used.
    init(_ conninfo: String, prepare: @escaping (PostgresConnection) throws -> Void = { _ in }) {
        self.conninfo = conninfo
        self.prepare = prepare
    }

    /// - Throws: `StorageProblem.unavailable` where the server cannot be reached.
    func connection() throws -> PostgresConnection {
        if let current, !current.isUnusable { return current }
        current = nil
        let made = try PostgresConnection(conninfo)
        try prepare(made)
        current = made
        return made
    }

    /// Nothing is to be done for a while: what was put off is done now, so that no read holds on to its moment.
    func rest() {
        current?.endWhatWasPutOff()
    }
}
