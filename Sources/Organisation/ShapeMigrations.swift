import Storage

/// What the size rules are read by.
enum ShapeSchema {
    static let migrations = [
        Migration(
            "find bodies and mandates by kind and role",
            "CREATE INDEX mandate_by_role ON mandate (role, person_id, starts)"
        ),
        Migration("find the first day of the organisation", "CREATE INDEX unit_by_opening ON unit (opens)"),
        Migration(
            "find the first bodies, and groups by what they answer to",
            "CREATE INDEX body_by_opening ON body (opens, id)",
            "CREATE INDEX body_by_parent_and_kind ON body (parent_id, kind, name_da, id)"
        ),
    ]
}
