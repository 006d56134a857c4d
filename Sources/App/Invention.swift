import Storage

/// The invented organisation that a newcomer may try.
enum Invention {
    struct NotThere: Error {}

    static func fill(_ database: any Database) async throws -> (email: String, password: String) {
        throw NotThere()
    }
}
