import Storage

/// Elections. What people vote is in no row: see `BallotBox` and `docs/decisions/0010-secret-ballot.md`.
///
/// The register is written at once when the voting opens and never touched by a vote. All that a vote changes is the one
/// row of the box, in which everything but the number of votes is sealed.
enum ElectionSchema {
    static let migrations = [
        Migration(
            "create election",
            """
            CREATE TABLE election (
                id               TEXT NOT NULL PRIMARY KEY,
                body_id          TEXT NOT NULL REFERENCES body (id),
                franchise        TEXT NOT NULL,
                occasion         TEXT NOT NULL,
                seats            \(.integer) NOT NULL CHECK (seats > 0),
                deputies         \(.integer) NOT NULL CHECK (deputies >= 0),
                nominations_open TEXT NOT NULL,
                nominations_end  TEXT NOT NULL CHECK (nominations_end >= nominations_open),
                voting_starts    TEXT NOT NULL CHECK (voting_starts > nominations_end),
                voting_ends      TEXT NOT NULL CHECK (voting_ends >= voting_starts),
                term_starts      TEXT NOT NULL CHECK (term_starts > voting_ends),
                term_ends        TEXT NOT NULL CHECK (term_ends >= term_starts),
                agreement        TEXT NOT NULL,
                note             TEXT NOT NULL,
                called_by        TEXT NOT NULL REFERENCES person (id),
                called_on        TEXT NOT NULL,
                state            TEXT NOT NULL,
                reason           TEXT,
                ended            TEXT,
                turns            TEXT,
                electorate       \(.integer),
                blank            \(.integer),
                lot_fingerprint  TEXT,
                lot_secret       TEXT,
                CHECK ((state = 'cancelled') = (reason IS NOT NULL)),
                CHECK ((state IN ('called', 'voting')) = (ended IS NULL)),
                CHECK ((state IN ('called', 'voting')) = (turns IS NOT NULL)),
                CHECK (state <> 'voting' OR lot_fingerprint IS NOT NULL),
                CHECK (lot_secret IS NULL OR state = 'decided')
            ) \(.withoutOrder)
            """,
            "CREATE UNIQUE INDEX election_open ON election (body_id) WHERE state IN ('called', 'voting')",
            "CREATE INDEX election_by_body ON election (body_id, voting_ends DESC, id)",
            "CREATE INDEX election_by_end ON election (voting_ends DESC, id)",
            "CREATE INDEX election_by_turn ON election (turns) WHERE turns IS NOT NULL",
            "CREATE INDEX election_unfilled ON election (body_id) WHERE state = 'unfilled'",
            """
            CREATE TABLE election_unit (
                election_id TEXT NOT NULL REFERENCES election (id),
                unit_id     TEXT NOT NULL REFERENCES unit (id),
                PRIMARY KEY (election_id, unit_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX election_unit_by_unit ON election_unit (unit_id, election_id)",
            """
            CREATE TABLE election_followed (
                election_id TEXT NOT NULL REFERENCES election (id),
                mandate_id  TEXT NOT NULL,
                PRIMARY KEY (election_id, mandate_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE election_candidate (
                election_id  TEXT NOT NULL REFERENCES election (id),
                person_id    TEXT NOT NULL REFERENCES person (id),
                answer       TEXT NOT NULL,
                presentation TEXT NOT NULL,
                number       \(.integer) CHECK (number > 0),
                votes        \(.integer) CHECK (votes >= 0),
                outcome      TEXT,
                PRIMARY KEY (election_id, person_id),
                UNIQUE (election_id, number),
                CHECK (number IS NULL OR answer = 'stands'),
                CHECK (outcome IS NULL OR answer = 'stands')
            ) \(.withoutOrder)
            """,
            "CREATE INDEX election_candidate_by_person ON election_candidate (person_id, election_id)",
            """
            CREATE TABLE election_correction (
                election_id TEXT NOT NULL REFERENCES election (id),
                person_id   TEXT NOT NULL REFERENCES person (id),
                votes       \(.integer) NOT NULL CHECK (votes IN (0, 1)),
                reason      TEXT NOT NULL CHECK (reason <> ''),
                PRIMARY KEY (election_id, person_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE election_voter (
                election_id TEXT NOT NULL REFERENCES election (id),
                person_id   TEXT NOT NULL REFERENCES person (id),
                place       \(.integer) NOT NULL CHECK (place >= 0),
                PRIMARY KEY (election_id, person_id),
                UNIQUE (election_id, place)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX election_voter_by_person ON election_voter (person_id, election_id)",
            """
            CREATE TABLE election_box (
                election_id TEXT NOT NULL PRIMARY KEY REFERENCES election (id),
                salt        TEXT NOT NULL,
                seal        \(.bytes) NOT NULL,
                sums        \(.bytes) NOT NULL,
                roll        \(.bytes) NOT NULL,
                voted       \(.integer) NOT NULL CHECK (voted >= 0)
            ) \(.withoutOrder)
            """
        ),
        // Two sides may elect at the same time to one committee.
        Migration(
            "elect leaders, encourage, and say why",
            "DROP INDEX election_open",
            """
            CREATE UNIQUE INDEX election_open_by_franchise ON election (body_id, franchise)
            WHERE state IN ('called', 'voting')
            """,
            "ALTER TABLE election ADD COLUMN reason_in_words TEXT CHECK (reason_in_words <> '')",
            """
            CREATE TABLE election_encouragement (
                election_id TEXT NOT NULL PRIMARY KEY REFERENCES election (id),
                next        TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX election_encouragement_by_day ON election_encouragement (next, election_id)",
            """
            INSERT INTO election_encouragement (election_id, next) SELECT id, ended FROM election WHERE state = 'unfilled'
            """
        ),
        Migration(
            "remember how many stood on the register when the voting opened",
            "ALTER TABLE election ADD COLUMN opened_with \(.integer) CHECK (opened_with >= 0)",
            "UPDATE election SET opened_with = electorate WHERE state = 'voting'"
        ),
    ]
}
