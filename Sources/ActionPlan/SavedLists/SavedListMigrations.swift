import Storage

enum SavedListSchema {
    static let migrations = [
        // One that was deleted last stays until the next is, so that deleting can be undone.
        Migration(
            "save lists of actions",
            """
            CREATE TABLE saved_list (
                id        TEXT NOT NULL PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id),
                name      TEXT \(.danish) NOT NULL CHECK (name <> ''),
                query     TEXT NOT NULL,
                deleted   \(.integer) NOT NULL CHECK (deleted IN (0, 1))
            ) \(.withoutOrder)
            """,
            "CREATE UNIQUE INDEX saved_list_by_name ON saved_list (person_id, name) WHERE deleted = 0",
            "CREATE INDEX saved_list_deleted ON saved_list (person_id) WHERE deleted = 1"
        )
    ]
}
