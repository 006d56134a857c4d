import Storage

/// Changes of the tree that are planned and called back before their day.
enum RecallSchema {
    static let migrations = [
        Migration(
            "call planned changes back",
            "ALTER TABLE organisation_change ADD COLUMN recalled_at TEXT",
            "ALTER TABLE organisation_change ADD COLUMN recalled_by TEXT",
            """
            CREATE TABLE organisation_change_before (
                change_id TEXT NOT NULL REFERENCES organisation_change (id),
                kind      TEXT NOT NULL CHECK (kind IN ('unit', 'body', 'area', 'mandate')),
                thing_id  TEXT NOT NULL,
                other_id  TEXT NOT NULL,
                starts    TEXT NOT NULL,
                ends      TEXT NOT NULL,
                PRIMARY KEY (change_id, kind, thing_id, other_id, starts)
            ) \(.strict)
            """
        ),
        Migration(
            "find allotted hours",
            "CREATE INDEX mandate_allotted ON mandate (id) WHERE minutes_a_week IS NOT NULL"
        ),
    ]
}
