import Storage

/// What people are found by, and units that end.
enum SearchSchema {
    static let migrations = [
        // Each word was held against `person` when it was written, which took longer than to write it. Whoever once
        // deletes a person deletes the words too.
        Migration(
            "keep words without looking at people",
            """
            CREATE TABLE lone_person_word (
                word      TEXT NOT NULL,
                name      TEXT \(.danish) NOT NULL,
                person_id TEXT NOT NULL,
                PRIMARY KEY (word, name, person_id)
            ) \(.withoutOrder)
            """,
            """
            INSERT INTO lone_person_word (word, name, person_id)
            SELECT word, name, person_id FROM person_word ORDER BY word, name, person_id
            """,
            "DROP TABLE person_word",
            "ALTER TABLE lone_person_word RENAME TO person_word",
            "CREATE INDEX person_word_by_person ON person_word (person_id, word)"
        ),
        Migration(
            "find units with a last day", "CREATE INDEX unit_by_closing ON unit (closes) WHERE closes IS NOT NULL"),
        Migration(
            "walk units by their names", "CREATE INDEX unit_version_by_danish ON unit_version (name_da, unit_id)",
            "CREATE INDEX unit_version_by_english ON unit_version (name_en, unit_id)"),
    ]
}
