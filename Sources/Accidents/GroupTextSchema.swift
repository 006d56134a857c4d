import Storage

/// What the group may read of an event, beside what the authority gets.
enum GroupTextSchema {
    static let migrations = [
        Migration(
            "show the event of an accident to its group",
            """
            CREATE TABLE accident_group_text (
                report_id TEXT NOT NULL PRIMARY KEY REFERENCES report (id),
                place     TEXT NOT NULL,
                course    TEXT NOT NULL,
                agent     TEXT NOT NULL,
                day       TEXT NOT NULL CHECK (length(day) = 10),
                person_id TEXT NOT NULL REFERENCES person (id)
            ) \(.withoutOrder)
            """
        )
    ]
}
