import Storage

enum MeetingSchema {
    static let migrations = [
        Migration(
            "create board meetings",
            """
            CREATE TABLE board_meeting_setting (
                body_id     TEXT NOT NULL PRIMARY KEY REFERENCES body (id),
                rhythm      TEXT NOT NULL,
                weekday     \(.integer) NOT NULL CHECK (weekday BETWEEN 1 AND 5),
                time        TEXT NOT NULL CHECK (length(time) = 5),
                minutes     \(.integer) NOT NULL CHECK (minutes BETWEEN 5 AND 120),
                place       TEXT NOT NULL,
                leader_id   TEXT REFERENCES person (id),
                next_planned TEXT NOT NULL CHECK (length(next_planned) = 10),
                next_day    TEXT NOT NULL CHECK (length(next_day) = 10),
                next_time   TEXT NOT NULL CHECK (length(next_time) = 5),
                next_leader TEXT REFERENCES person (id),
                version     \(.integer) NOT NULL CHECK (version > 0)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE board_meeting (
                id             TEXT NOT NULL PRIMARY KEY,
                body_id        TEXT NOT NULL REFERENCES body (id),
                started        TEXT NOT NULL,
                ended          TEXT CHECK (ended >= started),
                ended_itself   \(.integer) NOT NULL CHECK (ended_itself IN (0, 1)),
                leader_id      TEXT REFERENCES person (id),
                place          TEXT NOT NULL,
                minutes        \(.integer) NOT NULL CHECK (minutes BETWEEN 5 AND 120),
                paused         TEXT,
                paused_seconds \(.integer) NOT NULL CHECK (paused_seconds >= 0),
                closing        TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            // One at a time in each body.
            "CREATE UNIQUE INDEX board_meeting_running ON board_meeting (body_id) WHERE ended IS NULL",
            "CREATE INDEX board_meeting_begun ON board_meeting (started) WHERE ended IS NULL",
            "CREATE INDEX board_meeting_held ON board_meeting (body_id, ended, id)",
            """
            CREATE TABLE board_meeting_present (
                meeting_id TEXT NOT NULL REFERENCES board_meeting (id),
                person_id  TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (meeting_id, person_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX board_meeting_present_by_person ON board_meeting_present (person_id)",
            """
            CREATE TABLE board_meeting_note (
                meeting_id TEXT NOT NULL REFERENCES board_meeting (id),
                theme_id   TEXT NOT NULL,
                title      TEXT NOT NULL,
                text       TEXT NOT NULL CHECK (text <> ''),
                PRIMARY KEY (meeting_id, theme_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE board_meeting_done (
                meeting_id TEXT NOT NULL REFERENCES board_meeting (id),
                action_id  TEXT NOT NULL,
                PRIMARY KEY (meeting_id, action_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE board_meeting_line (
                meeting_id     TEXT NOT NULL REFERENCES board_meeting (id),
                action_id      TEXT NOT NULL,
                unit_id        TEXT NOT NULL,
                theme_id       TEXT,
                theme_title    TEXT NOT NULL,
                what           TEXT NOT NULL,
                responsible_id TEXT NOT NULL,
                is_new         \(.integer) NOT NULL CHECK (is_new IN (0, 1)),
                stage_before   TEXT,
                stage_after    TEXT,
                held           \(.integer) CHECK (held IN (0, 1)),
                taker_id       TEXT,
                PRIMARY KEY (meeting_id, action_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE board_meeting_addition (
                id         TEXT NOT NULL PRIMARY KEY,
                meeting_id TEXT NOT NULL REFERENCES board_meeting (id),
                person_id  TEXT NOT NULL REFERENCES person (id),
                at         TEXT NOT NULL,
                text       TEXT NOT NULL CHECK (text <> '')
            ) \(.withoutOrder)
            """,
            "CREATE INDEX board_meeting_addition_by_meeting ON board_meeting_addition (meeting_id, id)",
            // Of the secret in a screen's address only the hash is kept.
            """
            CREATE TABLE board_screen (
                id           TEXT NOT NULL PRIMARY KEY,
                body_id      TEXT NOT NULL REFERENCES body (id),
                name         TEXT NOT NULL CHECK (name <> ''),
                code_hash    TEXT NOT NULL UNIQUE,
                language     TEXT NOT NULL,
                shows_names  \(.integer) NOT NULL CHECK (shows_names IN (0, 1)),
                made_by      TEXT NOT NULL REFERENCES person (id),
                made         TEXT NOT NULL CHECK (length(made) = 10),
                withdrawn_by TEXT REFERENCES person (id),
                withdrawn    TEXT CHECK (length(withdrawn) = 10),
                CHECK ((withdrawn IS NULL) = (withdrawn_by IS NULL))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX board_screen_by_body ON board_screen (body_id, made DESC, id)"
        )
    ]
}
