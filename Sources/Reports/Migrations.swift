import Storage

/// Reports lie without order of arrival, under random ids. Of an anonymous one there is a day and no moment, here and
/// in every table beside; the checks see to it. See `docs/decisions/0008-anonymous-reports.md`.
public enum ReportSchema {
    public static let migrations = [
        Migration(
            "create report",
            """
            CREATE TABLE report (
                id           TEXT NOT NULL PRIMARY KEY,
                code_hash    TEXT NOT NULL UNIQUE,
                kind         TEXT NOT NULL,
                confidential \(.integer) NOT NULL
                    CHECK (confidential = CASE WHEN kind IN ('offensive', 'psychological') THEN 1 ELSE 0 END),
                unit_id      TEXT NOT NULL REFERENCES unit (id),
                what         TEXT NOT NULL CHECK (what <> ''),
                place        TEXT NOT NULL,
                happened     TEXT CHECK (happened <= reported),
                reported     TEXT NOT NULL CHECK (length(reported) = 10),
                anonymous    \(.integer) NOT NULL CHECK (anonymous IN (0, 1)),
                reported_at  TEXT,
                person_id    TEXT REFERENCES person (id),
                guest_name   TEXT NOT NULL,
                contact      TEXT NOT NULL,
                stage        \(.integer) NOT NULL CHECK (stage BETWEEN 0 AND 3),
                seen_by      TEXT REFERENCES person (id),
                seen         TEXT,
                acted        TEXT,
                closed       TEXT,
                outcome      TEXT NOT NULL,
                CHECK (anonymous = 0 OR (reported_at IS NULL AND person_id IS NULL AND guest_name = '' AND contact = '')),
                CHECK (anonymous = 1 OR reported_at IS NOT NULL),
                CHECK ((stage = 0) = (seen IS NULL)),
                CHECK ((stage = 3) = (closed IS NOT NULL))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX report_by_stage ON report (stage, reported DESC, id)",
            "CREATE INDEX report_by_unit ON report (unit_id, stage, reported DESC, id)",
            "CREATE INDEX report_by_person ON report (person_id, reported DESC, id)",
            "CREATE INDEX report_anonymous ON report (reported) WHERE anonymous = 1",
            """
            CREATE TABLE report_photo (
                report_id TEXT NOT NULL REFERENCES report (id),
                place     \(.integer) NOT NULL CHECK (place BETWEEN 1 AND 6),
                file_id   TEXT NOT NULL UNIQUE REFERENCES stored_file (id),
                PRIMARY KEY (report_id, place)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE report_message (
                id        TEXT NOT NULL PRIMARY KEY,
                report_id TEXT NOT NULL REFERENCES report (id),
                place     \(.integer) NOT NULL CHECK (place > 0),
                author    TEXT NOT NULL CHECK (author IN ('reporter', 'reader')),
                person_id TEXT REFERENCES person (id),
                day       TEXT NOT NULL CHECK (length(day) = 10),
                text      TEXT NOT NULL CHECK (text <> ''),
                UNIQUE (report_id, place),
                CHECK (author = 'reporter' OR person_id IS NOT NULL)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE report_action (
                report_id TEXT NOT NULL REFERENCES report (id),
                action_id TEXT NOT NULL PRIMARY KEY,
                open      \(.integer) NOT NULL CHECK (open IN (0, 1))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX report_action_by_report ON report_action (report_id)"
        ),
        Migration(
            "add effect to report",
            "ALTER TABLE report ADD COLUMN effect TEXT CHECK (effect IN ('yes', 'partly', 'no'))"
        ),
        Migration(
            "log readings of reports",
            """
            CREATE TABLE report_reading (
                report_id TEXT NOT NULL REFERENCES report (id),
                day       TEXT NOT NULL CHECK (length(day) = 10),
                person_id TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (report_id, day, person_id)
            ) \(.withoutOrder)
            """
        ),
        Migration(
            "add circumstances to report",
            """
            ALTER TABLE report ADD COLUMN affected TEXT NOT NULL DEFAULT 'employee'
                CHECK (affected IN ('employee', 'student', 'firm', 'visitor'))
            """,
            """
            ALTER TABLE report ADD COLUMN setting TEXT NOT NULL DEFAULT 'workplace'
                CHECK (setting IN ('workplace', 'home', 'travel', 'elsewhere'))
            """,
            """
            ALTER TABLE report ADD COLUMN outside_hours \(.integer) NOT NULL DEFAULT 0 CHECK (outside_hours IN (0, 1))
            """
        ),
        // Reports like another one are looked for among those of a few units and the last years.
        Migration(
            "find open reports by unit and day",
            "CREATE INDEX report_open_by_day ON report (unit_id, reported DESC, id) WHERE confidential = 0"
        ),
    ]
}
