import Storage

enum ExampleSchema {
    static let migrations = [
        Migration(
            "let others learn from an action",
            """
            CREATE TABLE plan_example (
                id          TEXT NOT NULL PRIMARY KEY,
                action_id   TEXT NOT NULL UNIQUE REFERENCES action (id),
                title       TEXT NOT NULL CHECK (title <> ''),
                done        TEXT NOT NULL CHECK (done <> ''),
                learned     TEXT NOT NULL,
                kind        TEXT,
                lasted      \(.integer) NOT NULL CHECK (lasted IN (0, 1)),
                year        \(.integer) NOT NULL,
                origin_kind TEXT,
                origin_id   TEXT,
                CHECK ((origin_kind IS NULL) = (origin_id IS NULL))
            ) \(.strict)
            """,
            "CREATE INDEX plan_example_by_year ON plan_example (year, id)",
            "CREATE INDEX plan_example_by_kind ON plan_example (kind, year, id) WHERE kind IS NOT NULL",
            "CREATE INDEX plan_example_that_lasted ON plan_example (year, id) WHERE lasted = 1",
            """
            CREATE TABLE plan_example_word (
                word       \(.bytes) NOT NULL,
                example_id TEXT NOT NULL,
                PRIMARY KEY (word, example_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX plan_example_word_by_example ON plan_example_word (example_id)"
        ),
        // What an example came from in the first place may be erased.
        Migration(
            "find examples by what they came from",
            "CREATE INDEX plan_example_by_origin ON plan_example (origin_kind, origin_id) WHERE origin_id IS NOT NULL"
        ),
    ]
}
