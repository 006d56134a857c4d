import Storage

/// No row tells when it came, and the journal says nothing of any: what somebody writes here is his or her own.
enum TimeSchema {
    static let migrations = [
        Migration(
            "create time for the task",
            """
            CREATE TABLE task_time (
                person_id  TEXT NOT NULL REFERENCES person (id),
                mandate_id TEXT NOT NULL REFERENCES mandate (id),
                period     TEXT NOT NULL,
                minutes    \(.integer) NOT NULL CHECK (minutes >= 0),
                PRIMARY KEY (person_id, mandate_id, period)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX task_time_by_period ON task_time (period, person_id)",
            """
            CREATE TABLE task_time_share (
                person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE task_time_month (
                month TEXT NOT NULL PRIMARY KEY
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE task_time_figure (
                role    TEXT NOT NULL,
                month   TEXT NOT NULL,
                cell    TEXT NOT NULL,
                low     \(.integer) NOT NULL,
                middle  \(.integer) NOT NULL,
                high    \(.integer) NOT NULL,
                people  \(.integer) NOT NULL,
                PRIMARY KEY (month, role, cell)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE task_time_source (
                role    TEXT NOT NULL,
                month   TEXT NOT NULL,
                cell    TEXT NOT NULL,
                line    TEXT NOT NULL,
                source  TEXT NOT NULL,
                minutes \(.integer) NOT NULL,
                PRIMARY KEY (month, role, cell, source)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX task_time_source_by_source ON task_time_source (source)",
            """
            CREATE TABLE task_time_allotted (
                day    TEXT NOT NULL,
                role   TEXT NOT NULL,
                cell   TEXT NOT NULL,
                low    \(.integer) NOT NULL,
                middle \(.integer) NOT NULL,
                high   \(.integer) NOT NULL,
                people \(.integer) NOT NULL,
                PRIMARY KEY (day, role, cell)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE task_time_day (
                day TEXT NOT NULL PRIMARY KEY
            ) \(.withoutOrder)
            """
        )
    ]
}
