import Storage

/// Ideas lie without order of arrival, under random ids, and of each there is only the day: what was given without a
/// name lies among the others and cannot be told apart by more than that. The checks see to it.
/// See `docs/decisions/0023-ideas.md`.
enum IdeaSchema {
    static let migrations = [
        Migration(
            "create idea",
            """
            CREATE TABLE idea (
                id         TEXT NOT NULL PRIMARY KEY,
                key_hash   TEXT NOT NULL UNIQUE,
                body_id    TEXT NOT NULL REFERENCES body (id),
                unit_id    TEXT NOT NULL REFERENCES unit (id),
                what       TEXT NOT NULL CHECK (what <> ''),
                why        TEXT NOT NULL,
                given      TEXT NOT NULL CHECK (length(given) = 10),
                anonymous  \(.integer) NOT NULL CHECK (anonymous IN (0, 1)),
                person_id  TEXT REFERENCES person (id),
                guest_name TEXT NOT NULL,
                state      \(.integer) NOT NULL CHECK (state BETWEEN 0 AND 4),
                supports   \(.integer) NOT NULL CHECK (supports >= 0),
                decided    TEXT CHECK (length(decided) = 10),
                decided_by TEXT REFERENCES person (id),
                reason     TEXT NOT NULL,
                action_id  TEXT,
                version    \(.integer) NOT NULL CHECK (version > 0),
                CHECK (anonymous = 0 OR (person_id IS NULL AND guest_name = '')),
                CHECK ((state = 0) = (decided IS NULL)),
                CHECK ((state IN (2, 3)) = (action_id IS NOT NULL)),
                CHECK (state <> 4 OR reason <> '')
            ) \(.withoutOrder)
            """,
            "CREATE INDEX idea_by_state ON idea (body_id, state, given DESC, id)",
            "CREATE INDEX idea_by_support ON idea (body_id, state, supports DESC, id)",
            "CREATE INDEX idea_by_giver ON idea (person_id, given DESC, id) WHERE person_id IS NOT NULL",
            "CREATE INDEX idea_by_action ON idea (action_id) WHERE action_id IS NOT NULL",
            "CREATE INDEX idea_anonymous ON idea (given) WHERE anonymous = 1",
            """
            CREATE TABLE idea_support (
                idea_id   TEXT NOT NULL REFERENCES idea (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                helps     \(.integer) NOT NULL CHECK (helps IN (0, 1)),
                PRIMARY KEY (idea_id, person_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX idea_support_by_person ON idea_support (person_id, idea_id)"
        )
    ]
}
