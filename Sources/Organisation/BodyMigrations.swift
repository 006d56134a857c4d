import Storage

/// What is known of bodies beside who sits in them, and which body took over from which.
///
/// A body that became a part of a joint one has `closes` set as any body that closes; a row in `body_succession` says
/// who took over from which day to which. Where it comes back, the row ends, and the days between stay closed.
enum BodySchema {
    static let migrations = [
        Migration(
            "describe bodies",
            "ALTER TABLE body ADD COLUMN employer_seats \(.integer) CHECK (employer_seats >= 0)",
            "ALTER TABLE body ADD COLUMN employee_seats \(.integer) CHECK (employee_seats >= 0)",
            "ALTER TABLE body ADD COLUMN meetings_a_year \(.integer) CHECK (meetings_a_year > 0)",
            "CREATE INDEX body_by_parent ON body (parent_id, name_da, id)",
            "CREATE INDEX body_by_kind ON body (kind, name_da, id)",
            """
            CREATE TABLE body_succession (
                body_id      TEXT NOT NULL REFERENCES body (id),
                successor_id TEXT NOT NULL REFERENCES body (id) CHECK (successor_id <> body_id),
                starts       TEXT NOT NULL,
                last_day     TEXT NOT NULL CHECK (last_day < starts),
                ends         TEXT CHECK (ends >= starts),
                PRIMARY KEY (body_id, starts)
            ) \(.strict)
            """,
            "CREATE INDEX body_succession_by_successor ON body_succession (successor_id, body_id)",
            // A mandate that never began goes where its holder goes: whether a duty refers to it is looked up.
            "CREATE INDEX seat_duty_by_lost ON seat_duty (lost_id)"
        ),
        Migration(
            "ask for proximity",
            "ALTER TABLE organisation_change ADD COLUMN proximity TEXT CHECK (proximity IN ('written', 'not_larger'))",
            """
            CREATE INDEX organisation_change_asking ON organisation_change (day, id)
            WHERE proximity IS NULL AND kind <> 'renamed'
            """
        ),
    ]
}
