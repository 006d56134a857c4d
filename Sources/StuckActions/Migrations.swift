import Storage

/// Answers without a name lie under a mark that only the server's secret can make of a person, in a table without order of
/// arrival; when they have been compared the marks go too. See `docs/decisions/0026-stuck-and-handed-up.md`.
enum StuckSchema {
    static let migrations = [
        Migration(
            "check what is stuck",
            """
            CREATE TABLE stuck_setting (
                body_id TEXT NOT NULL PRIMARY KEY REFERENCES body (id),
                weeks   \(.integer) NOT NULL CHECK (weeks BETWEEN 0 AND 52)
            ) \(.strict)
            """,
            """
            CREATE TABLE stuck_question (
                action_id TEXT NOT NULL PRIMARY KEY REFERENCES action (id),
                answer    TEXT NOT NULL CHECK (answer IN ('moves', 'waits', 'stuck', 'dropped')),
                answered  TEXT NOT NULL CHECK (length(answered) = 10)
            ) \(.strict)
            """,
            """
            CREATE TABLE stuck_check (
                id          TEXT NOT NULL PRIMARY KEY,
                action_id   TEXT NOT NULL REFERENCES action (id),
                body_id     TEXT NOT NULL REFERENCES body (id),
                named       \(.integer) NOT NULL CHECK (named IN (0, 1)),
                started_by  TEXT REFERENCES person (id),
                started_at  TEXT NOT NULL,
                compared_at TEXT,
                ended_at    TEXT,
                outcome     TEXT NOT NULL,
                CHECK (compared_at IS NULL OR ended_at IS NULL),
                CHECK (outcome = '' OR compared_at IS NOT NULL)
            ) \(.strict)
            """,
            "CREATE INDEX stuck_check_by_action ON stuck_check (action_id, id)",
            """
            CREATE UNIQUE INDEX stuck_check_open ON stuck_check (action_id)
            WHERE compared_at IS NULL AND ended_at IS NULL
            """,
            """
            CREATE TABLE stuck_person (
                check_id  TEXT NOT NULL REFERENCES stuck_check (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                answered  \(.integer) NOT NULL CHECK (answered IN (0, 1)),
                PRIMARY KEY (check_id, person_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX stuck_person_by_person ON stuck_person (person_id, check_id)",
            """
            CREATE TABLE stuck_answer (
                check_id  TEXT NOT NULL REFERENCES stuck_check (id),
                question  \(.integer) NOT NULL CHECK (question BETWEEN 1 AND 11),
                mark      TEXT NOT NULL,
                named     \(.integer) NOT NULL CHECK (named IN (0, 1)),
                person_id TEXT REFERENCES person (id),
                reply     TEXT CHECK (reply IN ('yes', 'partly', 'no')),
                line      TEXT NOT NULL,
                PRIMARY KEY (check_id, question, mark),
                CHECK ((named = 1) = (person_id IS NOT NULL)),
                CHECK (reply IS NOT NULL OR line <> '')
            ) \(.withoutOrder)
            """,
            "CREATE INDEX stuck_answer_by_person ON stuck_answer (person_id) WHERE person_id IS NOT NULL"
        )
    ]
}
