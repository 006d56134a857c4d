/// What the schema remembers of its migrations; both engines keep it in the table `migration`.
public enum MigrationHistory {
    public static let table: SQL = """
        CREATE TABLE IF NOT EXISTS migration (
            name       TEXT NOT NULL PRIMARY KEY,
            applied_at TEXT NOT NULL
        ) \(.withoutOrder)
        """

    /// The migrations that were applied.
    public static func names(_ reader: Reader) throws -> [String] {
        try reader.values("SELECT name FROM migration")
    }

    /// The migrations that are not in the table yet, in their order.
    /// - Throws: `StorageProblem.broken` where two share a name.
    public static func pending(_ migrations: [Migration], in reader: Reader) throws -> [Migration] {
        var names: Set<String> = []
        for migration in migrations where !names.insert(migration.name).inserted {
            throw StorageProblem.broken("Two migrations are called “\(migration.name)”")
        }
        let applied = Set(try Self.names(reader))
        return migrations.filter { !applied.contains($0.name) }
    }
}
