import Storage

/// Who reads what is told in confidence: named for units in advance, and kept for each case from the day it comes in.
/// Of an anonymous report none of these tables knows a moment. Cases from before have no handlers here; who reads them
/// goes by office. See `docs/decisions/0031-confidential-cases.md`.
enum ConfidenceSchema {
    static let migrations = [
        Migration(
            "name handlers of confidential reports",
            """
            CREATE TABLE handler_naming (
                id         TEXT NOT NULL PRIMARY KEY,
                unit_id    TEXT NOT NULL REFERENCES unit (id),
                handler_id TEXT NOT NULL REFERENCES person (id),
                deputy_id  TEXT NOT NULL REFERENCES person (id) CHECK (deputy_id <> handler_id),
                starts     TEXT NOT NULL CHECK (length(starts) = 10),
                ended      TEXT CHECK (ended >= starts),
                named_by   TEXT REFERENCES person (id)
            ) \(.withoutOrder)
            """,
            "CREATE UNIQUE INDEX handler_naming_now ON handler_naming (unit_id) WHERE ended IS NULL",
            "CREATE INDEX handler_naming_by_unit ON handler_naming (unit_id, starts)",
            """
            CREATE TABLE handler_away (
                person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
                until     TEXT NOT NULL CHECK (length(until) = 10)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE report_handler (
                report_id TEXT NOT NULL REFERENCES report (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                duty      TEXT NOT NULL CHECK (duty IN ('handler', 'deputy')),
                reads     \(.integer) NOT NULL CHECK (reads IN (0, 1)),
                told      TEXT CHECK (length(told) = 10),
                PRIMARY KEY (report_id, person_id),
                CHECK (duty = 'deputy' OR reads = 1)
            ) \(.withoutOrder)
            """,
            "CREATE INDEX report_handler_by_person ON report_handler (person_id, reads, report_id)",
            """
            CREATE TABLE report_kept_from (
                report_id TEXT NOT NULL REFERENCES report (id),
                person_id TEXT NOT NULL REFERENCES person (id),
                PRIMARY KEY (report_id, person_id)
            ) \(.withoutOrder)
            """,
            """
            CREATE TABLE report_passing (
                report_id TEXT NOT NULL REFERENCES report (id),
                place     \(.integer) NOT NULL CHECK (place > 0),
                day       TEXT NOT NULL CHECK (length(day) = 10),
                way       TEXT NOT NULL CHECK (way IN ('handed_on', 'stood_in', 'left')),
                giver_id  TEXT REFERENCES person (id),
                taker_id  TEXT NOT NULL REFERENCES person (id),
                stays     \(.integer) NOT NULL CHECK (stays IN (0, 1)),
                reason    TEXT NOT NULL,
                PRIMARY KEY (report_id, place)
            ) \(.withoutOrder)
            """
        )
    ]
}
