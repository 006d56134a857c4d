import Storage

/// From which day on the tree was changed for the past, until the sums after it have been made anew; and what finds them.
enum RelineSchema {
    static let migrations = [
        Migration(
            "sum injuries beside reports",
            "ALTER TABLE summed_report ADD COLUMN further \(.integer) NOT NULL DEFAULT 0 CHECK (further IN (0, 1))"
        ),
        Migration(
            "sum anew after changes of the tree",
            """
            CREATE TABLE reline (
                id    \(.integer) NOT NULL PRIMARY KEY CHECK (id = 1),
                since TEXT NOT NULL CHECK (length(since) = 10)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX summed_report_by_day ON summed_report (day, report_id)",
            "CREATE INDEX summed_hours_by_month ON summed_hours (month, unit_id)"
        ),
    ]
}
