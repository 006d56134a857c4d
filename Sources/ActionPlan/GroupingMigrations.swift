import Storage

enum GroupingSchema {
    static let migrations = [
        Migration(
            "group actions by kind", "CREATE INDEX action_without_kind ON action (due, id) WHERE kind IS NULL")
    ]
}
