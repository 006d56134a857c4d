import Storage

/// What the size rules are read by.
enum ShapeSchema {
    static let migrations = [
        Migration(
            "find bodies and mandates by kind and role",
            "CREATE INDEX body_by_kind ON body (kind, name_da, id)",
            "CREATE INDEX mandate_by_role ON mandate (role, person_id, starts)"
        )
    ]
}
