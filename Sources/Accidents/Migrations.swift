import Storage

/// Accidents lie without order of arrival. What is due lies along one index of the open duties alone: `due` is the day by
/// which something must be sent if the strictest rule holds, and nothing once it was.
/// See `docs/decisions/0030-accidents.md`.
enum AccidentSchema {
    static let migrations = [
        Migration(
            "create accident",
            """
            CREATE TABLE accident (
                report_id           TEXT NOT NULL PRIMARY KEY REFERENCES report (id),
                unit_id             TEXT NOT NULL REFERENCES unit (id),
                happened            TEXT NOT NULL CHECK (length(happened) = 10),
                happened_time       TEXT NOT NULL CHECK (length(happened_time) IN (0, 5)),
                place               TEXT NOT NULL,
                course              TEXT NOT NULL,
                agent               TEXT NOT NULL,
                injured_name        TEXT NOT NULL,
                job                 TEXT NOT NULL,
                employment          TEXT CHECK (employment IN
                    ('permanent', 'temporary', 'hourly', 'apprentice', 'agency', 'trainee', 'other')),
                hired               TEXT CHECK (length(hired) = 10),
                incapacity          TEXT NOT NULL,
                compensation        \(.integer) NOT NULL CHECK (compensation IN (0, 1)),
                died                TEXT CHECK (died >= happened),
                injury              TEXT,
                body_part           TEXT,
                deviation           TEXT,
                contact_mode        TEXT,
                activity            TEXT,
                environment         TEXT,
                workstation         TEXT,
                due                 TEXT CHECK (length(due) = 10),
                absent_days         \(.integer) CHECK (absent_days >= 0),
                sent                TEXT CHECK (length(sent) = 10),
                version             \(.integer) NOT NULL CHECK (version > 0)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX accident_due ON accident (due, report_id) WHERE due IS NOT NULL",
            "CREATE INDEX accident_by_day ON accident (happened DESC, report_id)",
            "CREATE INDEX accident_by_unit ON accident (unit_id, happened DESC, report_id)",
            """
            CREATE TABLE accident_absence (
                report_id TEXT NOT NULL REFERENCES accident (report_id),
                place     \(.integer) NOT NULL CHECK (place > 0),
                first_day TEXT NOT NULL CHECK (length(first_day) = 10),
                last_day  TEXT CHECK (last_day >= first_day),
                reduced   \(.integer) NOT NULL CHECK (reduced IN (0, 1)),
                PRIMARY KEY (report_id, place)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE accident_sending (
                id        TEXT NOT NULL PRIMARY KEY,
                report_id TEXT NOT NULL REFERENCES accident (report_id),
                recipient TEXT NOT NULL CHECK (recipient IN ('authority', 'insurer', 'telephone')),
                day       TEXT NOT NULL CHECK (length(day) = 10),
                receipt   TEXT NOT NULL,
                person_id TEXT NOT NULL REFERENCES person (id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX accident_sending_by_report ON accident_sending (report_id, day, id)",
            """
            CREATE TABLE accident_reminder (
                report_id TEXT NOT NULL REFERENCES accident (report_id),
                due       TEXT NOT NULL CHECK (length(due) = 10),
                step      TEXT NOT NULL CHECK (step IN ('week', 'two_days', 'last_working_day', 'overdue')),
                PRIMARY KEY (report_id, due, step)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE accident_rule (
                rule      TEXT NOT NULL PRIMARY KEY,
                holds     \(.integer) NOT NULL CHECK (holds IN (0, 1)),
                source    TEXT NOT NULL CHECK (source <> ''),
                day       TEXT NOT NULL CHECK (length(day) = 10),
                person_id TEXT NOT NULL REFERENCES person (id)
            ) \(.withoutOrder)
            """
        )
    ]
}
