import Storage

/// The organisation through time: what a unit was called and where it lay, where people worked, which units a body
/// looked after, and who held what.
///
/// `unit` keeps what never changes of it. Its columns parent, kind, name and legal entity are only as it was first
/// written down: a table to which others refer cannot be rebuilt. What holds on a day stands in `unit_version`.
enum HistorySchema {
    static let migrations = [
        Migration(
            "date units",
            """
            CREATE TABLE unit_version (
                unit_id      TEXT NOT NULL REFERENCES unit (id),
                starts       TEXT NOT NULL,
                ends         TEXT CHECK (ends >= starts),
                parent_id    TEXT REFERENCES unit (id) CHECK (parent_id <> unit_id),
                kind         TEXT NOT NULL,
                name_da      TEXT \(.danish) NOT NULL CHECK (name_da <> ''),
                name_en      TEXT \(.danish) NOT NULL CHECK (name_en <> ''),
                legal_entity \(.integer) NOT NULL CHECK (legal_entity IN (0, 1)),
                PRIMARY KEY (unit_id, starts)
            ) \(.strict)
            """,
            """
            INSERT INTO unit_version (unit_id, starts, ends, parent_id, kind, name_da, name_en, legal_entity)
            SELECT id, '0001-01-01', NULL, parent_id, kind, name_da, name_en, legal_entity FROM unit
            """,
            "CREATE INDEX unit_version_by_parent ON unit_version (parent_id, name_da, unit_id)",
            "DROP INDEX unit_by_parent",
            "DROP INDEX unit_by_name",
            """
            INSERT INTO unit_line (unit_id, ancestor_id, starts, ends, depth)
            WITH RECURSIVE way (unit_id, ancestor_id, depth) AS (
                SELECT id, id, 0 FROM unit
                UNION ALL
                SELECT way.unit_id, unit.parent_id, way.depth + 1
                FROM way JOIN unit ON unit.id = way.ancestor_id
                WHERE unit.parent_id IS NOT NULL AND way.depth < 50
            )
            SELECT unit_id, ancestor_id, '0001-01-01', '9999-12-31', depth FROM way
            """,
            """
            CREATE TABLE body_area (
                body_id TEXT NOT NULL REFERENCES body (id),
                unit_id TEXT NOT NULL REFERENCES unit (id),
                starts  TEXT NOT NULL,
                ends    TEXT CHECK (ends >= starts),
                PRIMARY KEY (body_id, unit_id, starts)
            ) \(.strict)
            """,
            """
            INSERT INTO body_area (body_id, unit_id, starts, ends)
            SELECT body_unit.body_id, body_unit.unit_id, body.opens, NULL
            FROM body_unit JOIN body ON body.id = body_unit.body_id
            """,
            "DROP TABLE body_unit",
            "CREATE INDEX body_area_by_unit ON body_area (unit_id, body_id)",
            "ALTER TABLE person ADD COLUMN unit_since TEXT",
            """
            CREATE TABLE person_placement (
                person_id TEXT NOT NULL REFERENCES person (id),
                unit_id   TEXT REFERENCES unit (id),
                starts    TEXT NOT NULL,
                ends      TEXT NOT NULL CHECK (ends >= starts),
                PRIMARY KEY (person_id, ends)
            ) \(.strict)
            """,
            "CREATE INDEX person_placement_by_unit ON person_placement (unit_id, ends, person_id)"
        ),
        Migration(
            "complete mandates",
            """
            CREATE TABLE whole_mandate (
                id               TEXT NOT NULL PRIMARY KEY,
                role             TEXT NOT NULL,
                body_id          TEXT REFERENCES body (id),
                unit_id          TEXT REFERENCES unit (id),
                person_id        TEXT NOT NULL REFERENCES person (id),
                origin           TEXT NOT NULL,
                starts           TEXT NOT NULL,
                ends             TEXT CHECK (ends >= starts),
                minutes_a_week   \(.integer) CHECK (minutes_a_week >= 0),
                represents       TEXT NOT NULL,
                represented_unit TEXT REFERENCES unit (id),
                deputy_of        TEXT REFERENCES whole_mandate (id) CHECK (deputy_of <> id),
                CHECK ((body_id IS NULL) <> (unit_id IS NULL))
            ) \(.strict)
            """,
            """
            INSERT INTO whole_mandate (id, role, body_id, person_id, origin, starts, ends, represents)
            SELECT id, role, body_id, person_id, origin, starts, ends, '' FROM mandate
            """,
            "DROP TABLE mandate",
            "ALTER TABLE whole_mandate RENAME TO mandate",
            "CREATE INDEX mandate_by_person ON mandate (person_id, starts)",
            "CREATE INDEX mandate_by_body ON mandate (body_id, starts)",
            "CREATE INDEX mandate_by_unit ON mandate (unit_id, starts)",
            "CREATE INDEX mandate_by_end ON mandate (ends, id)",
            "CREATE INDEX mandate_by_deputised ON mandate (deputy_of)"
        ),
        // What names are found by is made by the program: whoever was here before waits in `wordless` until it has.
        Migration(
            "find people and units by words",
            """
            CREATE TABLE person_word (
                word      TEXT NOT NULL,
                name      TEXT \(.danish) NOT NULL,
                person_id TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (word, name, person_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX person_word_by_person ON person_word (person_id, word)",
            """
            CREATE TABLE unit_word (
                word    TEXT NOT NULL,
                unit_id TEXT NOT NULL REFERENCES unit (id),
                PRIMARY KEY (word, unit_id)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX unit_word_by_unit ON unit_word (unit_id, word)",
            """
            CREATE TABLE wordless (
                kind     TEXT NOT NULL CHECK (kind IN ('person', 'unit')),
                thing_id TEXT NOT NULL,
                PRIMARY KEY (kind, thing_id)
            ) \(.withoutOrder)
            """,
            "INSERT INTO wordless (kind, thing_id) SELECT 'person', id FROM person",
            "INSERT INTO wordless (kind, thing_id) SELECT 'unit', id FROM unit"
        ),
        Migration(
            "record organisation changes",
            """
            CREATE TABLE organisation_change (
                id          TEXT NOT NULL PRIMARY KEY,
                day         TEXT NOT NULL,
                kind        TEXT NOT NULL,
                unit_id     TEXT NOT NULL REFERENCES unit (id),
                other_id    TEXT REFERENCES unit (id),
                reason      TEXT NOT NULL,
                recorded_at TEXT NOT NULL,
                person_id   TEXT REFERENCES person (id)
            ) \(.strict)
            """,
            "CREATE INDEX organisation_change_by_day ON organisation_change (day, id)",
            "CREATE INDEX organisation_change_by_unit ON organisation_change (unit_id, day, id)",
            "CREATE INDEX organisation_change_by_other ON organisation_change (other_id, day, id)",
            """
            CREATE TABLE seat_duty (
                id          TEXT NOT NULL PRIMARY KEY,
                change_id   TEXT NOT NULL REFERENCES organisation_change (id),
                kind        TEXT NOT NULL CHECK (kind IN ('election', 'appointment')),
                role        TEXT NOT NULL,
                body_id     TEXT REFERENCES body (id),
                unit_id     TEXT REFERENCES unit (id),
                day         TEXT NOT NULL,
                lost_id     TEXT NOT NULL REFERENCES mandate (id),
                answer      TEXT CHECK (answer <> ''),
                answered_at TEXT,
                answered_by TEXT REFERENCES person (id),
                CHECK ((body_id IS NULL) <> (unit_id IS NULL)),
                CHECK ((answer IS NULL) = (answered_at IS NULL))
            ) \(.strict)
            """,
            "CREATE INDEX seat_duty_by_change ON seat_duty (change_id)",
            "CREATE INDEX seat_duty_by_body ON seat_duty (body_id)",
            "CREATE INDEX seat_duty_by_unit ON seat_duty (unit_id)",
            "CREATE INDEX seat_duty_waiting ON seat_duty (day, id) WHERE answered_at IS NULL"
        ),
        Migration(
            "count people and hours",
            """
            CREATE TABLE unit_month (
                unit_id    TEXT NOT NULL REFERENCES unit (id),
                month      TEXT NOT NULL,
                head_count \(.integer) CHECK (head_count >= 0),
                hours      \(.integer) CHECK (hours >= 0),
                PRIMARY KEY (unit_id, month),
                CHECK (head_count IS NOT NULL OR hours IS NOT NULL)
            ) \(.strict)
            """
        ),
        Migration(
            "import bodies and mandates",
            "ALTER TABLE body ADD COLUMN code TEXT CHECK (code <> '')",
            "CREATE UNIQUE INDEX body_by_code ON body (code)",
            """
            CREATE TABLE staged_row (
                import_id TEXT NOT NULL REFERENCES import (id),
                file      TEXT NOT NULL,
                line      \(.integer) NOT NULL,
                key       TEXT NOT NULL,
                payload   TEXT NOT NULL,
                new_id    TEXT NOT NULL,
                fate      TEXT NOT NULL CHECK (fate IN ('added', 'changed', 'same', 'refused')),
                PRIMARY KEY (import_id, file, line)
            ) \(.strict)
            """,
            "CREATE INDEX staged_unit_by_new_id ON staged_unit (new_id)"
        ),
        Migration(
            "give calendar links",
            """
            CREATE TABLE calendar_link (
                hash      TEXT NOT NULL PRIMARY KEY,
                person_id TEXT NOT NULL UNIQUE REFERENCES person (id),
                made      TEXT NOT NULL
            ) \(.withoutOrder)
            """
        ),
    ]
}
