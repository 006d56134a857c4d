import Storage

/// Reports that are kept longer than others, and the order in which closed ones come to be due.
enum HoldSchema {
    static let migrations = [
        Migration(
            "keep reports and let them go",
            """
            CREATE TABLE report_hold (
                report_id TEXT NOT NULL PRIMARY KEY REFERENCES report (id),
                until     TEXT NOT NULL CHECK (length(until) = 10),
                reason    TEXT NOT NULL CHECK (reason <> ''),
                person_id TEXT NOT NULL REFERENCES person (id),
                day       TEXT NOT NULL CHECK (length(day) = 10)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX report_by_closing ON report (confidential, closed, id) WHERE closed IS NOT NULL"
        )
    ]
}
