import Storage

/// Reports of further people whom the same event struck, by the report of the first. It refers to it without holding it:
/// each goes when its own time is over.
enum FurtherSchema {
    static let migrations = [
        Migration(
            "let an event strike several",
            "ALTER TABLE report ADD COLUMN first_id TEXT CHECK (first_id <> id)",
            "CREATE INDEX report_further ON report (first_id, reported, id) WHERE first_id IS NOT NULL"
        )
    ]
}
