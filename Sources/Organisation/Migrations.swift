import Storage

public enum OrganisationSchema {
    public static let migrations =
        [
            Migration(
                "create organisation",
                """
                CREATE TABLE organisation (
                    id      \(.integer) NOT NULL PRIMARY KEY CHECK (id = 1),
                    name_da TEXT NOT NULL CHECK (name_da <> ''),
                    name_en TEXT NOT NULL CHECK (name_en <> '')
                ) \(.strict)
                """,
                """
                CREATE TABLE unit (
                    id           TEXT NOT NULL PRIMARY KEY,
                    code         TEXT NOT NULL UNIQUE CHECK (code <> ''),
                    parent_id    TEXT REFERENCES unit (id) CHECK (parent_id <> id),
                    kind         TEXT NOT NULL,
                    name_da      TEXT \(.danish) NOT NULL CHECK (name_da <> ''),
                    name_en      TEXT \(.danish) NOT NULL CHECK (name_en <> ''),
                    legal_entity \(.integer) NOT NULL CHECK (legal_entity IN (0, 1)),
                    opens        TEXT NOT NULL,
                    closes       TEXT CHECK (closes >= opens),
                    report_link  TEXT NOT NULL UNIQUE
                ) \(.strict)
                """,
                "CREATE INDEX unit_by_parent ON unit (parent_id, name_da, id)",
                "CREATE INDEX unit_by_name ON unit (name_da, id)",
                """
                CREATE TABLE person (
                    id            TEXT NOT NULL PRIMARY KEY,
                    external_id   TEXT UNIQUE CHECK (external_id <> ''),
                    name          TEXT \(.danish) NOT NULL CHECK (name <> ''),
                    email         TEXT UNIQUE CHECK (email <> ''),
                    phone         TEXT NOT NULL,
                    language      TEXT NOT NULL CHECK (language IN ('da', 'en')),
                    kind          TEXT NOT NULL,
                    unit_id       TEXT REFERENCES unit (id),
                    title         TEXT NOT NULL,
                    starts        TEXT NOT NULL,
                    ends          TEXT,
                    administrator \(.integer) NOT NULL CHECK (administrator IN (0, 1))
                ) \(.strict)
                """,
                "CREATE INDEX person_by_name ON person (name, id)",
                "CREATE INDEX person_by_unit ON person (unit_id, name, id)",
                """
                CREATE TABLE body (
                    id        TEXT NOT NULL PRIMARY KEY,
                    kind      TEXT NOT NULL,
                    name_da   TEXT \(.danish) NOT NULL CHECK (name_da <> ''),
                    name_en   TEXT \(.danish) NOT NULL CHECK (name_en <> ''),
                    parent_id TEXT REFERENCES body (id) CHECK (parent_id <> id),
                    opens     TEXT NOT NULL,
                    closes    TEXT CHECK (closes >= opens)
                ) \(.strict)
                """,
                "CREATE INDEX body_by_name ON body (name_da, id)",
                """
                CREATE TABLE body_unit (
                    body_id TEXT NOT NULL REFERENCES body (id),
                    unit_id TEXT NOT NULL REFERENCES unit (id),
                    PRIMARY KEY (body_id, unit_id)
                ) \(.strict)
                """,
                "CREATE INDEX body_unit_by_unit ON body_unit (unit_id, body_id)",
                """
                CREATE TABLE mandate (
                    id        TEXT NOT NULL PRIMARY KEY,
                    role      TEXT NOT NULL,
                    body_id   TEXT NOT NULL REFERENCES body (id),
                    person_id TEXT NOT NULL REFERENCES person (id),
                    origin    TEXT NOT NULL,
                    starts    TEXT NOT NULL,
                    ends      TEXT CHECK (ends >= starts)
                ) \(.strict)
                """,
                "CREATE INDEX mandate_by_person ON mandate (person_id, starts)",
                "CREATE INDEX mandate_by_body ON mandate (body_id, starts)"
            ),
            Migration(
                "create sign-in",
                """
                CREATE TABLE account (
                    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
                    password  TEXT NOT NULL
                ) \(.strict)
                """,
                """
                CREATE TABLE session (
                    hash      TEXT NOT NULL PRIMARY KEY,
                    person_id TEXT NOT NULL REFERENCES person (id),
                    expires   TEXT NOT NULL
                ) \(.withoutOrder)
                """,
                "CREATE INDEX session_by_person ON session (person_id)",
                "CREATE INDEX session_by_end ON session (expires)",
                """
                CREATE TABLE one_time_link (
                    hash      TEXT NOT NULL PRIMARY KEY,
                    person_id TEXT REFERENCES person (id),
                    expires   TEXT NOT NULL
                ) \(.withoutOrder)
                """,
                """
                CREATE TABLE failed_sign_in (
                    key     TEXT NOT NULL PRIMARY KEY,
                    count   \(.integer) NOT NULL,
                    expires TEXT NOT NULL
                ) \(.withoutOrder)
                """,
                """
                CREATE TABLE api_token (
                    hash      TEXT NOT NULL PRIMARY KEY,
                    person_id TEXT NOT NULL REFERENCES person (id),
                    name      TEXT NOT NULL,
                    scopes    TEXT NOT NULL,
                    expires   TEXT NOT NULL
                ) \(.strict)
                """
            ),
            Migration(
                "find what has run out",
                "CREATE INDEX failed_sign_in_by_end ON failed_sign_in (expires)",
                "CREATE INDEX one_time_link_by_person ON one_time_link (person_id)",
                "CREATE INDEX one_time_link_by_end ON one_time_link (expires)"
            ),
        ] + ImportSchema.migrations + HistorySchema.migrations + RecallSchema.migrations + ShapeSchema.migrations
        + BodySchema.migrations + SearchSchema.migrations + MonthSchema.migrations
}
