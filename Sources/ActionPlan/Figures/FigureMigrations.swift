import Storage

enum FigureSchema {
    static let migrations = [
        Migration(
            "count what was opened on a plan month by month",
            "CREATE INDEX action_by_creation ON action (body_id, created_at, unit_id)")
    ]
}
