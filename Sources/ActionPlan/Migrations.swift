import Storage

enum ActionSchema {
    static let migrations = [
        Migration(
            "create action plan",
            """
            CREATE TABLE plan_theme (
                id        TEXT NOT NULL PRIMARY KEY,
                body_id   TEXT NOT NULL REFERENCES body (id),
                title     TEXT \(.danish) NOT NULL CHECK (title <> ''),
                place     \(.integer) NOT NULL,
                closed_on TEXT
            ) \(.strict)
            """,
            "CREATE INDEX plan_theme_by_body ON plan_theme (body_id, place, id)",
            """
            CREATE TABLE action (
                id             TEXT NOT NULL PRIMARY KEY,
                body_id        TEXT NOT NULL REFERENCES body (id),
                unit_id        TEXT NOT NULL REFERENCES unit (id),
                theme_id       TEXT REFERENCES plan_theme (id),
                what           TEXT \(.danish) NOT NULL CHECK (what <> ''),
                why            TEXT NOT NULL,
                how            TEXT NOT NULL,
                responsible_id TEXT NOT NULL REFERENCES person (id),
                due            TEXT NOT NULL,
                follow_up      TEXT NOT NULL,
                follow_up_on   TEXT,
                kind           TEXT CHECK (kind IN ('physical', 'psychological', 'ergonomic', 'chemical', 'biological',
                               'accident', 'organisational')),
                difficulty     TEXT NOT NULL CHECK (difficulty IN ('simple', 'complex')),
                origin_kind    TEXT,
                origin_id      TEXT,
                stage          TEXT NOT NULL CHECK (stage IN ('started', 'under_way', 'at_goal', 'follow_up', 'closed')),
                rank           \(.integer) NOT NULL,
                hold_reason    TEXT CHECK (hold_reason <> ''),
                look_again_on  TEXT,
                closed_on      TEXT,
                created_by     TEXT REFERENCES person (id),
                created_at     TEXT NOT NULL,
                changed_at     TEXT NOT NULL,
                version        \(.integer) NOT NULL CHECK (version > 0),
                CHECK ((origin_kind IS NULL) = (origin_id IS NULL)),
                CHECK ((hold_reason IS NULL) = (look_again_on IS NULL)),
                CHECK ((stage = 'closed') = (closed_on IS NOT NULL)),
                CHECK (hold_reason IS NULL OR closed_on IS NULL)
            ) \(.strict)
            """,
            "CREATE INDEX action_by_cell ON action (body_id, stage, theme_id, rank, id)",
            "CREATE INDEX action_by_body ON action (body_id, due, id)",
            "CREATE INDEX action_by_closing ON action (body_id, closed_on, id) WHERE closed_on IS NOT NULL",
            "CREATE INDEX action_by_unit ON action (unit_id, due, id)",
            "CREATE INDEX action_by_responsible ON action (responsible_id, due, id)",
            "CREATE INDEX action_by_due ON action (due, id)",
            "CREATE INDEX action_open_by_due ON action (due, id) WHERE closed_on IS NULL",
            "CREATE INDEX action_on_hold ON action (body_id, look_again_on, id) WHERE look_again_on IS NOT NULL",
            "CREATE INDEX action_by_change ON action (changed_at, id)",
            "CREATE INDEX action_by_body_change ON action (body_id, changed_at, id)",
            "CREATE INDEX action_by_what ON action (what, id)",
            "CREATE INDEX action_by_theme ON action (theme_id)",
            "CREATE INDEX action_by_origin ON action (origin_kind, origin_id, id) WHERE origin_id IS NOT NULL",
            """
            CREATE TABLE action_partner (
                action_id TEXT NOT NULL REFERENCES action (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (action_id, person_id)
            ) \(.strict)
            """,
            "CREATE INDEX action_partner_by_person ON action_partner (person_id, action_id)",
            """
            CREATE TABLE action_comment (
                id        TEXT NOT NULL PRIMARY KEY,
                action_id TEXT NOT NULL REFERENCES action (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                at        TEXT NOT NULL,
                text      TEXT NOT NULL CHECK (text <> '')
            ) \(.strict)
            """,
            "CREATE INDEX action_comment_by_action ON action_comment (action_id, id)",
            """
            CREATE TABLE action_closure (
                id          TEXT NOT NULL PRIMARY KEY,
                action_id   TEXT NOT NULL REFERENCES action (id),
                person_id   TEXT REFERENCES person (id),
                at          TEXT NOT NULL,
                planned     TEXT NOT NULL,
                done        TEXT NOT NULL CHECK (done <> ''),
                effect      TEXT NOT NULL CHECK (effect IN ('yes', 'partly', 'no')),
                learned     TEXT NOT NULL,
                reopened_at TEXT
            ) \(.strict)
            """,
            "CREATE INDEX action_closure_by_action ON action_closure (action_id, id)",
            "CREATE UNIQUE INDEX action_closure_in_force ON action_closure (action_id) WHERE reopened_at IS NULL",
            """
            CREATE TABLE action_file (
                action_id TEXT NOT NULL REFERENCES action (id),
                file_id   TEXT NOT NULL REFERENCES stored_file (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                at        TEXT NOT NULL,
                PRIMARY KEY (action_id, file_id)
            ) \(.strict)
            """
        ),
        Migration(
            "find actions",
            """
            CREATE TABLE action_word (
                word      \(.bytes) NOT NULL,
                action_id TEXT NOT NULL REFERENCES action (id),
                PRIMARY KEY (word, action_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX action_word_by_action ON action_word (action_id, word)",
            "CREATE INDEX action_by_kind ON action (kind, due, id) WHERE kind IS NOT NULL",
            "CREATE INDEX action_by_stage ON action (stage, due, id)",
            "CREATE INDEX action_by_theme_due ON action (COALESCE(theme_id, ''), due, id)",
            "CREATE INDEX action_held_by_due ON action (due, id) WHERE look_again_on IS NOT NULL"
        ),
        Migration(
            "create bulk edit",
            """
            CREATE TABLE bulk_edit (
                id        TEXT NOT NULL PRIMARY KEY,
                person_id TEXT NOT NULL REFERENCES person (id),
                at        TEXT NOT NULL,
                undone_at TEXT
            ) \(.strict)
            """,
            """
            CREATE TABLE bulk_edit_action (
                bulk_edit_id   TEXT NOT NULL REFERENCES bulk_edit (id),
                action_id      TEXT NOT NULL REFERENCES action (id),
                stage          TEXT NOT NULL,
                responsible_id TEXT NOT NULL,
                due            TEXT NOT NULL,
                version        \(.integer) NOT NULL,
                PRIMARY KEY (bulk_edit_id, action_id)
            ) \(.strict)
            """
        ),
        Migration("order themes by title", "CREATE UNIQUE INDEX plan_theme_by_title ON plan_theme (title, id)"),
        Migration(
            "find what is overdue on a plan",
            "CREATE INDEX action_open_by_body ON action (body_id, due) WHERE closed_on IS NULL AND look_again_on IS NULL"
        ),
        Migration(
            "find notes in the order in which they hang",
            """
            CREATE INDEX action_hanging ON action (body_id, rank, id) WHERE closed_on IS NULL AND look_again_on IS NULL
            """),
        // Most lists are of what is open, in some groups and units. The first also counts what is overdue on a plan.
        Migration(
            "find what is open by body and by unit",
            "DROP INDEX action_open_by_body",
            "CREATE INDEX action_open_of_body ON action (body_id, due, id, look_again_on) WHERE closed_on IS NULL",
            "CREATE INDEX action_open_of_unit ON action (unit_id, due, id, look_again_on) WHERE closed_on IS NULL"
        ),
        // Files elsewhere are deleted: whether an action has one is looked up.
        Migration("find actions by their files", "CREATE INDEX action_file_by_file ON action_file (file_id)"),
        // In the order in which a board is read, with all that a very full one is counted by.
        Migration(
            "find notes cell by cell", "DROP INDEX action_hanging",
            """
            CREATE INDEX action_hanging ON action (body_id, stage, theme_id, rank, id, due, closed_on, look_again_on)
            WHERE closed_on IS NULL AND look_again_on IS NULL
            """),
    ]
}
