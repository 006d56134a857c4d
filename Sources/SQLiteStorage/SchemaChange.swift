import Storage

/// The migrations, inside a transaction that is already open.
struct SchemaChange {
    let connection: SQLiteConnection

    /// - Returns: how many were new.
    func apply(_ migrations: [Migration]) throws -> Int {
        try connection.run("PRAGMA defer_foreign_keys = ON")
        _ = try connection.execute(MigrationHistory.table)
        let pending = try MigrationHistory.pending(migrations, in: Reader(connection))
        for migration in pending {
            for statement in migration.statements { try apply(statement) }
            _ = try connection.execute(
                """
                INSERT INTO migration (name, applied_at)
                VALUES (\(migration.name), strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
                """)
        }
        return pending.count
    }

    private func apply(_ statement: SQL) throws {
        if statement.values.isEmpty {
            try connection.run(statement.text(for: .sqlite))
        } else {
            _ = try connection.execute(statement)
        }
    }
}
