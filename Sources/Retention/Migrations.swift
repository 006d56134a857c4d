import Storage

/// What an organisation has chosen of each kind, and what each day's run has done. Of kinds of which nobody may learn how
/// many there are, the counts stay nought. See `docs/decisions/0035-retention.md`.
public enum RetentionSchema {
    public static let migrations = [
        Migration(
            "keep and erase",
            """
            CREATE TABLE retention_rule (
                kind       TEXT NOT NULL PRIMARY KEY,
                months     \(.integer) NOT NULL CHECK (months > 0),
                reason     TEXT NOT NULL,
                active     \(.integer) NOT NULL CHECK (active IN (0, 1)),
                changed    TEXT NOT NULL CHECK (length(changed) = 10),
                changed_by TEXT
            ) \(.strict)
            """,
            """
            CREATE TABLE retention_run (
                kind   TEXT NOT NULL,
                day    TEXT NOT NULL CHECK (length(day) = 10),
                erased \(.integer) NOT NULL CHECK (erased >= 0),
                PRIMARY KEY (kind, day)
            ) \(.withoutOrder)
            """
        )
    ]
}
