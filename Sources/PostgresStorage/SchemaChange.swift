import Storage

/// The migrations, inside a transaction that is already open.
struct SchemaChange {
    let connection: PostgresConnection

    /// - Returns: how many were new.
    func apply(_ migrations: [Migration]) throws -> Int {
        // One server at a time; any number would do that nobody else uses.
        try connection.run("SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(4710815)")
        try demandOrderOfBytes()
        try connection.run("CREATE COLLATION IF NOT EXISTS danish (provider = icu, locale = 'da-DK')")
        _ = try connection.execute(MigrationHistory.table)
        let pending = try MigrationHistory.pending(migrations, in: Reader(connection))
        if !pending.isEmpty { try connection.run("SET CONSTRAINTS ALL DEFERRED") }
        for migration in pending {
            for statement in migration.statements { try apply(statement) }
            _ = try connection.execute(
                """
                INSERT INTO migration (name, applied_at) VALUES (
                    \(migration.name),
                    to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                """)
        }
        return pending.count
    }

    private func apply(_ statement: SQL) throws {
        if statement.values.isEmpty {
            try connection.run(statement.text(for: .postgres))
        } else {
            _ = try connection.execute(statement)
        }
    }

    /// Ids, days and moments must sort as they do in SQLite: by their bytes.
    private func demandOrderOfBytes() throws {
        let found = try connection.texts(
            """
            SELECT pg_encoding_to_char(encoding) || ' ' || datcollate FROM pg_database
            WHERE datname = current_database()
            """)
        guard let found = found.first, ["UTF8 C", "UTF8 POSIX", "UTF8 C.UTF-8", "UTF8 C.utf8"].contains(found) else {
            throw StorageProblem.refused(
                """
                The database must be made with ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0, \
                but has \(found.first ?? "neither")
                """)
        }
    }
}
