import Storage

/// While people place cards, each is known by a mark that only the server can make, with a salt that lies in the round's
/// own row. When all is shown the placements become sums, and marks, salt and placements are gone for good. Nothing here
/// has a moment. See `docs/decisions/0024-prioritising-together.md`.
enum PrioritySchema {
    static let migrations = [
        Migration(
            "create priority round",
            """
            CREATE TABLE priority_round (
                id           TEXT NOT NULL PRIMARY KEY,
                body_id      TEXT NOT NULL REFERENCES body (id),
                title        TEXT NOT NULL CHECK (title <> ''),
                audience     TEXT NOT NULL CHECK (audience IN ('members', 'everyone')),
                code         TEXT NOT NULL UNIQUE,
                step         \(.integer) NOT NULL CHECK (step BETWEEN 0 AND 4),
                started      TEXT NOT NULL CHECK (length(started) = 10),
                closed       TEXT CHECK (length(closed) = 10),
                people       \(.integer) NOT NULL CHECK (people >= 0),
                salt         TEXT,
                board_before TEXT,
                version      \(.integer) NOT NULL CHECK (version > 0),
                CHECK ((step = 4) = (closed IS NOT NULL)),
                CHECK ((step <= 1) = (salt IS NOT NULL))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX priority_round_by_body ON priority_round (body_id, started DESC, id)",
            "CREATE INDEX priority_round_open ON priority_round (body_id, id) WHERE step < 4",
            """
            CREATE TABLE priority_card (
                id         TEXT NOT NULL PRIMARY KEY,
                round_id   TEXT NOT NULL REFERENCES priority_round (id),
                place      \(.integer) NOT NULL CHECK (place BETWEEN 1 AND 30),
                kind       TEXT NOT NULL CHECK (kind IN ('idea', 'action', 'own')),
                subject_id TEXT,
                title      TEXT NOT NULL,
                proposal   \(.integer) CHECK (proposal BETWEEN 0 AND 47),
                agreed     \(.integer) CHECK (agreed BETWEEN 0 AND 47),
                UNIQUE (round_id, place),
                CHECK ((kind = 'own') = (subject_id IS NULL)),
                CHECK ((kind = 'own') = (title <> ''))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX priority_card_by_subject ON priority_card (subject_id, kind) WHERE subject_id IS NOT NULL",
            """
            CREATE TABLE priority_placement (
                round_id TEXT NOT NULL REFERENCES priority_round (id),
                mark     TEXT NOT NULL CHECK (length(mark) = 40),
                card_id  TEXT NOT NULL REFERENCES priority_card (id),
                effect   \(.integer) CHECK (effect BETWEEN 1 AND 4),
                reach    \(.integer) CHECK (reach BETWEEN 1 AND 4),
                hands    \(.integer) CHECK (hands BETWEEN 1 AND 3),
                PRIMARY KEY (round_id, mark, card_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE priority_sum (
                card_id   TEXT NOT NULL REFERENCES priority_card (id),
                placement \(.integer) NOT NULL CHECK (placement BETWEEN 0 AND 47),
                people    \(.integer) NOT NULL CHECK (people > 0),
                PRIMARY KEY (card_id, placement)
            ) \(.withoutOrder)
            """
        )
    ]
}
