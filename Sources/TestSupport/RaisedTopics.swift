import Storage

extension Workplace {
    /// What open pages hear of meanwhile: the names of the topics that are raised.
    public func topics(raisedBy body: () async throws -> Void) async throws -> Set<String> {
        let before = try await versions()
        try await body()
        return Set(try await versions().filter { before[$0.key] != $0.value }.keys)
    }

    private func versions() async throws -> [String: Int] {
        let pairs = try await database.read { reader in
            try reader.rows("SELECT name, version FROM topic") { row in (try row[0] as String, try row[1] as Int) }
        }
        return Dictionary(pairs, uniquingKeysWith: +)
    }
}
