import Storage

enum LeaderSchema {
    static let migrations = [
        Migration(
            "ask leaders for decisions",
            """
            CREATE TABLE leader_request (
                id           TEXT NOT NULL PRIMARY KEY,
                action_id    TEXT NOT NULL REFERENCES action (id),
                body_id      TEXT NOT NULL REFERENCES body (id),
                wish         TEXT NOT NULL CHECK (wish IN ('time', 'money', 'layout')),
                text         TEXT NOT NULL CHECK (text <> ''),
                leader_id    TEXT NOT NULL REFERENCES person (id),
                answer_by    TEXT NOT NULL,
                asked_by     TEXT REFERENCES person (id),
                asked_at     TEXT NOT NULL,
                decision     TEXT CHECK (decision IN ('yes', 'partly', 'no')),
                reason       TEXT CHECK (reason <> ''),
                holds_from   TEXT,
                answered_at  TEXT,
                withdrawn_at TEXT,
                CHECK ((decision IS NULL) = (answered_at IS NULL)),
                CHECK ((decision IS NULL) = (reason IS NULL)),
                CHECK ((decision IS NULL) = (holds_from IS NULL)),
                CHECK (answered_at IS NULL OR withdrawn_at IS NULL)
            ) \(.strict)
            """,
            "CREATE INDEX leader_request_by_action ON leader_request (action_id, id)",
            """
            CREATE INDEX leader_request_open ON leader_request (action_id, answer_by)
            WHERE answered_at IS NULL AND withdrawn_at IS NULL
            """,
            """
            CREATE INDEX leader_request_to_answer ON leader_request (leader_id, answer_by, id)
            WHERE answered_at IS NULL AND withdrawn_at IS NULL
            """,
            """
            CREATE INDEX leader_request_of_body ON leader_request (body_id, answer_by, id)
            WHERE answered_at IS NULL AND withdrawn_at IS NULL
            """
        )
    ]
}
