import Storage

/// Those who work too few hours to be counted as employees, beside the month's figures.
enum MonthSchema {
    static let migrations = [
        Migration(
            "tell who works few hours",
            "ALTER TABLE unit_month ADD COLUMN few_hours \(.integer) CHECK (few_hours >= 0 AND few_hours <= head_count)",
            "CREATE INDEX unit_month_few ON unit_month (month, unit_id) WHERE few_hours > 0"
        )
    ]
}
