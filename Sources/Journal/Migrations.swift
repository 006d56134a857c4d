import Storage

/// Entries have random ids and no order of arrival, and those of anonymous deeds only a day: neither id, place nor
/// time tells who was at a keyboard when. Payloads stand apart, so that retention may erase them.
public enum JournalSchema {
    public static let migrations = [
        Migration(
            "create journal",
            """
            CREATE TABLE journal (
                id           TEXT NOT NULL PRIMARY KEY,
                at           TEXT NOT NULL,
                subject_kind TEXT NOT NULL,
                subject_id   TEXT NOT NULL,
                verb         TEXT NOT NULL,
                person_id    TEXT
            ) \(.withoutOrder)
            """,
            "CREATE INDEX journal_by_subject ON journal (subject_kind, subject_id, at, id)",
            "CREATE INDEX journal_by_time ON journal (at, id)",
            "CREATE INDEX journal_by_kind ON journal (subject_kind, at, id)",
            """
            CREATE TABLE journal_payload (
                entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal (id),
                before   TEXT NOT NULL,
                after    TEXT NOT NULL
            ) \(.withoutOrder)
            """
        ),
        Migration(
            "seal journal",
            """
            CREATE TABLE journal_mark (
                entry_id     TEXT NOT NULL PRIMARY KEY,
                day          TEXT NOT NULL,
                payload_mark TEXT NOT NULL,
                mark         TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX journal_mark_by_day ON journal_mark (day, entry_id)",
            """
            CREATE TABLE journal_day (
                day   TEXT NOT NULL PRIMARY KEY,
                lines \(.integer) NOT NULL,
                mark  TEXT NOT NULL
            ) \(.withoutOrder)
            """
        ),
        // By which a line, or its values, that are not there any more are known to have been erased on purpose.
        Migration("mark what is erased of the journal", "ALTER TABLE journal_mark ADD COLUMN erasure TEXT"),
    ]
}
