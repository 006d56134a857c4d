import Storage

actor PostgresClones {
    static let shared = PostgresClones()
    func make(_ migrations: [Migration], _ announce: @escaping Announce) async throws -> TestDatabase {
        throw StorageProblem.unavailable("")
    }
}
