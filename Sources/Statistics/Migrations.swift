import Storage

/// Sums lie under each unit and all that it lay under, so that the largest unit is read as fast as the smallest. What
/// each report added is kept beside them, with the line of units to which it was added: what changes is taken away there
/// and added anew. See `docs/decisions/0032-statistics.md`.
enum StatisticsSchema {
    static let migrations = [
        Migration(
            "sum incidents and hours",
            """
            CREATE TABLE incident_sum (
                unit_id TEXT NOT NULL REFERENCES unit (id),
                period  TEXT NOT NULL CHECK (length(period) IN (4, 7)),
                measure TEXT NOT NULL,
                part    TEXT NOT NULL,
                amount  \(.integer) NOT NULL CHECK (amount >= 0),
                PRIMARY KEY (unit_id, period, measure, part)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE summed_report (
                report_id     TEXT NOT NULL PRIMARY KEY,
                unit_id       TEXT NOT NULL,
                line          TEXT NOT NULL CHECK (line <> ''),
                kind          TEXT NOT NULL,
                confidential  \(.integer) NOT NULL CHECK (confidential IN (0, 1)),
                day           TEXT NOT NULL CHECK (length(day) = 10),
                reported      TEXT NOT NULL CHECK (length(reported) = 10),
                affected      TEXT NOT NULL,
                setting       TEXT NOT NULL,
                outside_hours \(.integer) NOT NULL CHECK (outside_hours IN (0, 1)),
                lost_days     \(.integer) NOT NULL CHECK (lost_days >= 0),
                death         \(.integer) NOT NULL CHECK (death IN (0, 1)),
                open          \(.integer) NOT NULL CHECK (open IN (0, 1)),
                deviation     TEXT NOT NULL,
                environment   TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX summed_report_open ON summed_report (report_id) WHERE open = 1",
            """
            CREATE TABLE summed_day (
                id  \(.integer) NOT NULL PRIMARY KEY CHECK (id = 1),
                day TEXT NOT NULL CHECK (length(day) = 10)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE hours_sum (
                unit_id TEXT NOT NULL REFERENCES unit (id),
                month   TEXT NOT NULL CHECK (length(month) = 7),
                hours   \(.integer) NOT NULL CHECK (hours >= 0),
                units   \(.integer) NOT NULL CHECK (units >= 0),
                PRIMARY KEY (unit_id, month)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE summed_hours (
                unit_id TEXT NOT NULL,
                month   TEXT NOT NULL CHECK (length(month) = 7),
                hours   \(.integer) NOT NULL CHECK (hours > 0),
                line    TEXT NOT NULL CHECK (line <> ''),
                PRIMARY KEY (unit_id, month)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE statistics_threshold (
                id    \(.integer) NOT NULL PRIMARY KEY CHECK (id = 1),
                least \(.integer) NOT NULL CHECK (least >= 5)
            ) \(.withoutOrder)
            """
        )
    ]
}
