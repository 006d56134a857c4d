import Storage

/// Written documentation of the proximity principle. A record is never changed: what is corrected is a new version of it.
enum ProximitySchema {
    static let migrations = [
        Migration(
            "create proximity record",
            """
            CREATE TABLE proximity_record (
                id           TEXT NOT NULL PRIMARY KEY,
                series_id    TEXT NOT NULL,
                version      \(.integer) NOT NULL CHECK (version > 0),
                is_latest    \(.integer) NOT NULL CHECK (is_latest IN (0, 1)),
                unit_id      TEXT NOT NULL REFERENCES unit (id),
                day          TEXT NOT NULL,
                occasion     TEXT NOT NULL CHECK (occasion IN ('establishment', 'change', 'review')),
                employees    \(.integer) NOT NULL CHECK (employees >= 0),
                units        \(.integer) NOT NULL CHECK (units >= 0),
                groups       \(.integer) NOT NULL CHECK (groups >= 0),
                members      \(.integer) NOT NULL CHECK (members >= 0),
                conclusion   TEXT NOT NULL CHECK (conclusion <> ''),
                decided_by   TEXT NOT NULL CHECK (decided_by <> ''),
                participants TEXT NOT NULL CHECK (participants <> ''),
                written_by   TEXT REFERENCES person (id),
                written_at   TEXT NOT NULL,
                UNIQUE (series_id, version)
            ) \(.strict)
            """,
            "CREATE INDEX proximity_record_by_unit ON proximity_record (unit_id, is_latest, day DESC, id)",
            "CREATE INDEX proximity_record_latest ON proximity_record (day DESC, id) WHERE is_latest = 1",
            """
            CREATE TABLE proximity_assessment (
                record_id TEXT NOT NULL REFERENCES proximity_record (id),
                criterion TEXT NOT NULL,
                text      TEXT NOT NULL CHECK (text <> ''),
                PRIMARY KEY (record_id, criterion)
            ) \(.strict)
            """,
            """
            CREATE TABLE proximity_file (
                record_id TEXT NOT NULL REFERENCES proximity_record (id),
                file_id   TEXT NOT NULL REFERENCES stored_file (id),
                PRIMARY KEY (record_id, file_id)
            ) \(.strict)
            """,
            "CREATE INDEX proximity_file_by_file ON proximity_file (file_id)",
            """
            CREATE TABLE proximity_occasion (
                record_id TEXT NOT NULL REFERENCES proximity_record (id),
                change_id TEXT NOT NULL REFERENCES organisation_change (id),
                PRIMARY KEY (record_id, change_id)
            ) \(.strict)
            """,
            """
            CREATE TABLE proximity_answer (
                change_id TEXT NOT NULL PRIMARY KEY REFERENCES organisation_change (id),
                reason    TEXT NOT NULL CHECK (reason <> ''),
                person_id TEXT REFERENCES person (id),
                at        TEXT NOT NULL
            ) \(.strict)
            """
        )
    ]
}
