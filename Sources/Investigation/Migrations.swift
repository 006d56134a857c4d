import Storage

/// Rows lie without order of arrival, as reports do.
enum InvestigationSchema {
    static let migrations = [
        Migration(
            "create investigation",
            """
            CREATE TABLE investigation (
                report_id     TEXT NOT NULL PRIMARY KEY REFERENCES report (id),
                begun         TEXT NOT NULL CHECK (length(begun) = 10),
                begun_by      TEXT NOT NULL REFERENCES person (id),
                others        TEXT NOT NULL,
                conclusion    TEXT NOT NULL,
                prevention    TEXT NOT NULL,
                cause_unknown \(.integer) NOT NULL CHECK (cause_unknown IN (0, 1)),
                closed        TEXT CHECK (closed >= begun),
                closed_by     TEXT REFERENCES person (id),
                CHECK ((closed IS NULL) = (closed_by IS NULL)),
                CHECK (closed IS NULL OR conclusion <> '')
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE investigation_participant (
                report_id TEXT NOT NULL REFERENCES investigation (report_id),
                person_id TEXT NOT NULL REFERENCES person (id),
                role      TEXT NOT NULL,
                PRIMARY KEY (report_id, person_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE investigation_step (
                id        TEXT NOT NULL PRIMARY KEY,
                report_id TEXT NOT NULL REFERENCES investigation (report_id),
                place     \(.integer) NOT NULL,
                time      TEXT NOT NULL,
                what      TEXT NOT NULL CHECK (what <> '')
            ) \(.withoutOrder)
            """,
            "CREATE INDEX investigation_step_by_report ON investigation_step (report_id, place, id)",
            """
            CREATE TABLE investigation_cause (
                id        TEXT NOT NULL PRIMARY KEY,
                report_id TEXT NOT NULL REFERENCES investigation (report_id),
                place     \(.integer) NOT NULL,
                what      TEXT NOT NULL CHECK (what <> ''),
                parent_id TEXT CHECK (parent_id <> id),
                bone      TEXT CHECK (bone IN
                    ('people', 'task', 'equipment', 'substances', 'surroundings', 'organisation'))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX investigation_cause_by_report ON investigation_cause (report_id, place, id)",
            """
            CREATE TABLE investigation_barrier (
                id        TEXT NOT NULL PRIMARY KEY,
                report_id TEXT NOT NULL REFERENCES investigation (report_id),
                place     \(.integer) NOT NULL,
                what      TEXT NOT NULL CHECK (what <> ''),
                state     TEXT NOT NULL CHECK (state IN ('held', 'failed', 'missing'))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX investigation_barrier_by_report ON investigation_barrier (report_id, place, id)",
            // What an action of the report is to mend: a cause or a barrier.
            """
            CREATE TABLE investigation_action (
                action_id TEXT NOT NULL PRIMARY KEY,
                report_id TEXT NOT NULL REFERENCES investigation (report_id),
                piece_id  TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX investigation_action_by_report ON investigation_action (report_id)",
            // For what somebody is writing an action just now: the plan's form knows of no cause.
            """
            CREATE TABLE investigation_intent (
                report_id TEXT NOT NULL REFERENCES investigation (report_id),
                person_id TEXT NOT NULL REFERENCES person (id),
                piece_id  TEXT NOT NULL,
                day       TEXT NOT NULL,
                PRIMARY KEY (report_id, person_id)
            ) \(.withoutOrder)
            """
        )
    ]
}
