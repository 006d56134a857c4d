import Storage

/// How bad it was and could have become. What lists go by lies in one index of those alone that have been rated, so that
/// a report that comes in costs nothing more; a confidential one is never in it.
enum SeveritySchema {
    static let migrations = [
        Migration(
            "add severity to report",
            "ALTER TABLE report ADD COLUMN harm \(.integer) CHECK (harm BETWEEN 1 AND 4)",
            "ALTER TABLE report ADD COLUMN possible_harm \(.integer) CHECK (possible_harm BETWEEN 1 AND 4)",
            """
            ALTER TABLE report ADD COLUMN gravity \(.integer) NOT NULL DEFAULT 0
                CHECK (gravity BETWEEN 0 AND 4 AND (gravity = 0 OR confidential = 0))
            """,
            "CREATE INDEX report_by_gravity ON report (gravity DESC, reported DESC, id) WHERE gravity > 0"
        )
    ]
}
