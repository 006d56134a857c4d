import Storage

/// Agreements on joint committees, and rules of procedure.
enum AgreementSchema {
    static let migrations = [
        Migration(
            "create agreement",
            """
            CREATE TABLE agreement (
                id             TEXT NOT NULL PRIMARY KEY,
                committee_id   TEXT NOT NULL REFERENCES body (id),
                cooperation_id TEXT NOT NULL REFERENCES body (id),
                joint_id       TEXT UNIQUE REFERENCES body (id),
                day            TEXT NOT NULL,
                name_da        TEXT NOT NULL CHECK (name_da <> ''),
                name_en        TEXT NOT NULL CHECK (name_en <> ''),
                review_on      TEXT,
                created_by     TEXT REFERENCES person (id),
                created_at     TEXT NOT NULL,
                edited_by      TEXT REFERENCES person (id),
                edited_at      TEXT NOT NULL,
                concluded_by   TEXT REFERENCES person (id),
                concluded_at   TEXT,
                ended_on       TEXT CHECK (ended_on > day),
                ended_because  TEXT,
                ended_by       TEXT REFERENCES person (id),
                ended_at       TEXT,
                CHECK ((joint_id IS NULL) = (concluded_at IS NULL)),
                CHECK ((ended_on IS NULL) = (ended_at IS NULL)),
                CHECK (ended_on IS NULL OR concluded_at IS NOT NULL)
            ) \(.strict)
            """,
            "CREATE INDEX agreement_by_day ON agreement (day DESC, id)",
            "CREATE INDEX agreement_draft ON agreement (edited_at, id) WHERE concluded_at IS NULL",
            """
            CREATE INDEX agreement_to_review ON agreement (review_on, id)
            WHERE concluded_at IS NOT NULL AND ended_on IS NULL
            """,
            "CREATE INDEX agreement_by_committee ON agreement (committee_id, id)",
            "CREATE INDEX agreement_by_cooperation ON agreement (cooperation_id, id)",
            """
            CREATE TABLE agreement_text (
                agreement_id TEXT NOT NULL REFERENCES agreement (id),
                section      TEXT NOT NULL,
                text         TEXT NOT NULL,
                is_ticked    \(.integer) NOT NULL CHECK (is_ticked IN (0, 1)),
                PRIMARY KEY (agreement_id, section)
            ) \(.strict)
            """,
            """
            CREATE TABLE agreement_file (
                agreement_id TEXT NOT NULL REFERENCES agreement (id),
                file_id      TEXT NOT NULL REFERENCES stored_file (id),
                section      TEXT NOT NULL,
                at           TEXT NOT NULL,
                PRIMARY KEY (agreement_id, file_id)
            ) \(.strict)
            """,
            "CREATE INDEX agreement_file_by_file ON agreement_file (file_id)"
        ),
        Migration(
            "create procedure",
            """
            CREATE TABLE procedure_version (
                id         TEXT NOT NULL PRIMARY KEY,
                body_id    TEXT NOT NULL REFERENCES body (id),
                number     \(.integer) NOT NULL CHECK (number > 0),
                edited_by  TEXT REFERENCES person (id),
                edited_at  TEXT NOT NULL,
                decided_on TEXT,
                decided_by TEXT,
                starts     TEXT CHECK (starts >= decided_on),
                UNIQUE (body_id, number),
                CHECK ((decided_on IS NULL) = (decided_by IS NULL)),
                CHECK ((decided_on IS NULL) = (starts IS NULL))
            ) \(.strict)
            """,
            "CREATE UNIQUE INDEX procedure_draft ON procedure_version (body_id) WHERE decided_on IS NULL",
            """
            CREATE TABLE procedure_text (
                version_id TEXT NOT NULL REFERENCES procedure_version (id),
                section    TEXT NOT NULL,
                text       TEXT NOT NULL,
                PRIMARY KEY (version_id, section)
            ) \(.strict)
            """
        ),
    ]
}
