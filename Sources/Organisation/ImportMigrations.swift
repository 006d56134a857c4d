import Storage

/// Files on their way in. Their lines lie in staging tables until they are applied or withdrawn.
enum ImportSchema {
    static let migrations = [
        Migration(
            "create import",
            """
            CREATE TABLE import (
                id        TEXT NOT NULL PRIMARY KEY,
                at        TEXT NOT NULL,
                person_id TEXT REFERENCES person (id),
                state     TEXT NOT NULL CHECK (state IN ('waiting', 'applied'))
            ) \(.strict)
            """,
            """
            CREATE TABLE import_file (
                import_id TEXT NOT NULL REFERENCES import (id),
                file      TEXT NOT NULL,
                name      TEXT NOT NULL,
                digest    TEXT NOT NULL,
                encoding  TEXT NOT NULL,
                lines     \(.integer) NOT NULL,
                unknown   TEXT NOT NULL,
                PRIMARY KEY (import_id, file)
            ) \(.strict)
            """,
            """
            CREATE TABLE staged_unit (
                import_id    TEXT NOT NULL REFERENCES import (id),
                line         \(.integer) NOT NULL,
                code         TEXT NOT NULL,
                parent       TEXT,
                kind         TEXT,
                name_da      TEXT \(.danish) NOT NULL,
                name_en      TEXT \(.danish),
                legal_entity \(.integer),
                opens        TEXT,
                closes       TEXT,
                new_id       TEXT NOT NULL,
                report_link  TEXT NOT NULL,
                unit_id      TEXT,
                fate         TEXT NOT NULL CHECK (fate IN ('added', 'changed', 'same', 'refused')),
                PRIMARY KEY (import_id, line)
            ) \(.strict)
            """,
            "CREATE INDEX staged_unit_by_code ON staged_unit (import_id, code, line)",
            "CREATE INDEX staged_unit_by_fate ON staged_unit (import_id, fate, line)",
            """
            CREATE TABLE staged_person (
                import_id   TEXT NOT NULL REFERENCES import (id),
                line        \(.integer) NOT NULL,
                external_id TEXT NOT NULL,
                name        TEXT \(.danish) NOT NULL,
                email       TEXT,
                phone       TEXT,
                language    TEXT,
                kind        TEXT,
                unit        TEXT,
                title       TEXT,
                starts      TEXT,
                ends        TEXT,
                new_id      TEXT NOT NULL,
                person_id   TEXT,
                fate        TEXT NOT NULL CHECK (fate IN ('added', 'changed', 'same', 'refused')),
                PRIMARY KEY (import_id, line)
            ) \(.strict)
            """,
            "CREATE INDEX staged_person_by_external_id ON staged_person (import_id, external_id, line)",
            "CREATE INDEX staged_person_by_email ON staged_person (import_id, email, line)",
            "CREATE INDEX staged_person_by_person ON staged_person (import_id, person_id)",
            "CREATE INDEX staged_person_by_fate ON staged_person (import_id, fate, line)",
            """
            CREATE TABLE import_absent (
                import_id TEXT NOT NULL REFERENCES import (id),
                file      TEXT NOT NULL,
                thing_id  TEXT NOT NULL,
                PRIMARY KEY (import_id, file, thing_id)
            ) \(.strict)
            """,
            """
            CREATE TABLE import_refusal (
                import_id    TEXT NOT NULL REFERENCES import (id),
                file         TEXT NOT NULL,
                line         \(.integer) NOT NULL,
                word         TEXT NOT NULL,
                about        TEXT NOT NULL,
                detail       TEXT NOT NULL,
                other        TEXT NOT NULL,
                while_reading \(.integer) NOT NULL CHECK (while_reading IN (0, 1))
            ) \(.strict)
            """,
            "CREATE INDEX import_refusal_by_line ON import_refusal (import_id, file, line)"
        ),
        // Lines are read all at once, so that indexes cost more than they give. What waits must be chosen again.
        Migration(
            "stage people without indexes",
            "DELETE FROM staged_unit",
            "DELETE FROM import_absent",
            "DELETE FROM import_refusal",
            "DELETE FROM import_file WHERE import_id IN (SELECT id FROM import WHERE state = 'waiting')",
            "DROP TABLE staged_person",
            "DELETE FROM import WHERE state = 'waiting'",
            """
            CREATE TABLE staged_person (
                import_id   TEXT NOT NULL,
                line        \(.integer) NOT NULL,
                external_id TEXT NOT NULL,
                name        TEXT NOT NULL,
                email       TEXT,
                phone       TEXT,
                language    TEXT,
                kind        TEXT,
                unit        TEXT,
                title       TEXT,
                starts      TEXT,
                ends        TEXT,
                new_id      TEXT NOT NULL,
                person_id   TEXT,
                fate        TEXT NOT NULL CHECK (fate IN ('added', 'changed', 'same', 'refused')),
                PRIMARY KEY (import_id, line)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX person_administrator ON person (id) WHERE administrator = 1",
            "CREATE INDEX import_by_person ON import (person_id, state)"
        ),
    ]
}
