import Storage

enum HandoverSchema {
    static let migrations = [
        Migration(
            "create handover",
            """
            CREATE TABLE handover_words (
                mandate_id TEXT NOT NULL PRIMARY KEY REFERENCES mandate (id),
                words      TEXT NOT NULL CHECK (words <> ''),
                written    TEXT NOT NULL
            ) \(.strict)
            """,
            """
            CREATE TABLE handover_tick (
                mandate_id TEXT NOT NULL REFERENCES mandate (id),
                step       TEXT NOT NULL,
                day        TEXT NOT NULL,
                PRIMARY KEY (mandate_id, step)
            ) \(.strict)
            """
        )
    ]
}
