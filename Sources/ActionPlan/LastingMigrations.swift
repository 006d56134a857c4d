import Storage

enum LastingSchema {
    static let migrations = [
        Migration(
            "ask whether it lasted",
            "ALTER TABLE action ADD COLUMN judge_on TEXT CHECK (judge_on IS NULL OR closed_on IS NOT NULL)",
            "ALTER TABLE action ADD COLUMN severity \(.integer) CHECK (severity BETWEEN 1 AND 5)",
            "ALTER TABLE action_closure ADD COLUMN severity \(.integer) CHECK (severity BETWEEN 1 AND 5)",
            """
            CREATE INDEX action_to_judge ON action (responsible_id, judge_on, id) WHERE judge_on IS NOT NULL
            """,
            "CREATE INDEX action_to_judge_by_body ON action (body_id, judge_on, id) WHERE judge_on IS NOT NULL",
            """
            CREATE TABLE action_judgement (
                id         TEXT NOT NULL PRIMARY KEY,
                action_id  TEXT NOT NULL REFERENCES action (id),
                closure_id TEXT NOT NULL REFERENCES action_closure (id),
                person_id  TEXT REFERENCES person (id),
                at         TEXT NOT NULL,
                lasted     TEXT NOT NULL CHECK (lasted IN ('yes', 'partly', 'no')),
                seen       TEXT NOT NULL CHECK (seen <> ''),
                severity   \(.integer) CHECK (severity BETWEEN 1 AND 5)
            ) \(.strict)
            """,
            "CREATE INDEX action_judgement_by_action ON action_judgement (action_id, id)",
            "CREATE INDEX action_judgement_by_closure ON action_judgement (closure_id)",
            """
            CREATE TABLE plan_setting (
                body_id     TEXT NOT NULL PRIMARY KEY REFERENCES body (id),
                judge_after \(.integer) NOT NULL CHECK (judge_after BETWEEN 1 AND 24)
            ) \(.strict)
            """
        )
    ]
}
