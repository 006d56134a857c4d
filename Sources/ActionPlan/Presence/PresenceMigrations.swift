import Storage

enum PresenceSchema {
    static let migrations = [
        // Who does not want to be seen. Who is there stands in no table.
        Migration(
            "let people be unseen",
            """
            CREATE TABLE unseen_person (
                person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id)
            ) \(.withoutOrder)
            """)
    ]
}
