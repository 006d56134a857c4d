import Storage

enum HandingSchema {
    static let migrations = [
        Migration(
            "hand actions up",
            """
            CREATE TABLE handing (
                id          TEXT NOT NULL PRIMARY KEY,
                action_id   TEXT NOT NULL REFERENCES action (id),
                owner_body  TEXT NOT NULL REFERENCES body (id),
                from_body   TEXT NOT NULL REFERENCES body (id),
                to_body     TEXT NOT NULL REFERENCES body (id),
                previous_id TEXT REFERENCES handing (id),
                what        TEXT NOT NULL CHECK (what <> ''),
                asked       TEXT NOT NULL CHECK (asked <> ''),
                why         TEXT NOT NULL CHECK (why <> ''),
                handed_by   TEXT REFERENCES person (id),
                handed_at   TEXT NOT NULL,
                state       TEXT NOT NULL
                            CHECK (state IN ('open', 'taken', 'done', 'sent_back', 'passed_on', 'withdrawn')),
                answered_at TEXT,
                answered_by TEXT REFERENCES person (id),
                reason      TEXT NOT NULL,
                advice      TEXT NOT NULL,
                taken_id    TEXT REFERENCES action (id),
                CHECK (from_body <> to_body),
                CHECK ((state = 'open') = (answered_at IS NULL)),
                CHECK ((state IN ('taken', 'done')) = (taken_id IS NOT NULL)),
                CHECK (state NOT IN ('sent_back', 'passed_on') OR reason <> '')
            ) \(.strict)
            """,
            "CREATE INDEX handing_by_action ON handing (action_id, id)",
            "CREATE UNIQUE INDEX handing_in_force ON handing (action_id) WHERE state IN ('open', 'taken')",
            "CREATE INDEX handing_to_body ON handing (to_body, state, id)",
            "CREATE INDEX handing_of_owner ON handing (owner_body, state, id)",
            "CREATE INDEX handing_by_taken ON handing (taken_id) WHERE taken_id IS NOT NULL",
            "CREATE INDEX handing_by_previous ON handing (previous_id) WHERE previous_id IS NOT NULL"
        ),
        Migration(
            "seek expert help",
            """
            CREATE TABLE expert_help (
                id         TEXT NOT NULL PRIMARY KEY,
                action_id  TEXT NOT NULL REFERENCES action (id),
                body_id    TEXT NOT NULL REFERENCES body (id),
                need       TEXT NOT NULL CHECK (need <> ''),
                source     TEXT NOT NULL CHECK (source IN ('authorised', 'inside', 'other')),
                whom       TEXT NOT NULL,
                seeker_id  TEXT NOT NULL REFERENCES person (id),
                by_day     TEXT NOT NULL CHECK (length(by_day) = 10),
                asked_by   TEXT REFERENCES person (id),
                asked_at   TEXT NOT NULL,
                state      TEXT NOT NULL CHECK (state IN ('sought', 'found', 'not_found')),
                result     TEXT NOT NULL,
                settled_at TEXT,
                settled_by TEXT REFERENCES person (id),
                CHECK ((state = 'sought') = (settled_at IS NULL)),
                CHECK (state = 'sought' OR result <> '')
            ) \(.strict)
            """,
            "CREATE INDEX expert_help_by_action ON expert_help (action_id, id)",
            "CREATE INDEX expert_help_sought ON expert_help (seeker_id, by_day, id) WHERE state = 'sought'"
        ),
    ]
}
