import Storage

/// Open reports after which an employee may be away: looked for on every Today, among those that somebody has read.
enum HarmSchema {
    static let migrations = [
        Migration(
            "find open reports of harm",
            """
            CREATE INDEX report_harm_by_unit ON report (unit_id, reported, id) WHERE stage > 0 AND stage < 3
            AND affected = 'employee' AND kind IN ('accident', 'violence', 'psychological')
            """,
            """
            CREATE INDEX report_harm_by_day ON report (reported, id) WHERE stage > 0 AND stage < 3
            AND affected = 'employee' AND kind IN ('accident', 'violence', 'psychological')
            """
        )
    ]
}
