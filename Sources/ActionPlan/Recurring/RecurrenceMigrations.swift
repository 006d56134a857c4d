import Storage

/// Each link of a chain has its number: the same next one cannot be made twice, however many servers try.
enum RecurrenceSchema {
    static let migrations = [
        Migration(
            "let actions come again",
            """
            CREATE TABLE action_recurrence (
                id         TEXT NOT NULL PRIMARY KEY,
                action_id  TEXT NOT NULL UNIQUE REFERENCES action (id),
                count      \(.integer) NOT NULL CHECK (count > 0),
                rhythm     TEXT NOT NULL CHECK (rhythm IN ('weeks', 'months', 'yearly')),
                every      \(.integer) CHECK (every BETWEEN 1 AND 60),
                month      \(.integer) CHECK (month BETWEEN 1 AND 12),
                date       \(.integer) CHECK (date BETWEEN 1 AND 31),
                anchor     TEXT NOT NULL,
                nominal    TEXT NOT NULL,
                by_day     \(.integer) NOT NULL CHECK (by_day IN (0, 1)),
                ends       TEXT,
                stopped_on TEXT,
                stopped_as TEXT CHECK (stopped_as IN ('stopped', 'ended', 'closed', 'nobody')),
                CHECK ((rhythm = 'yearly') = (every IS NULL)),
                CHECK ((rhythm = 'yearly') = (month IS NOT NULL AND date IS NOT NULL)),
                CHECK ((stopped_on IS NULL) = (stopped_as IS NULL))
            ) \(.strict)
            """,
            "CREATE INDEX action_recurrence_by_day ON action_recurrence (by_day, action_id) WHERE stopped_on IS NULL",
            """
            CREATE TABLE action_recurrence_link (
                recurrence_id TEXT NOT NULL REFERENCES action_recurrence (id),
                number        \(.integer) NOT NULL,
                action_id     TEXT NOT NULL UNIQUE REFERENCES action (id),
                instead_of    TEXT REFERENCES person (id),
                PRIMARY KEY (recurrence_id, number)
            ) \(.strict)
            """
        )
    ]
}
