import Storage

enum StillnessSchema {
    static let migrations = [
        // When somebody last wrote, attached or asked about it: what stands still is found without looking there.
        Migration(
            "keep when an action was last heard of", "ALTER TABLE action ADD COLUMN heard_at TEXT",
            """
            UPDATE action SET heard_at = (SELECT MAX(sign.at) FROM (
                SELECT at FROM action_comment WHERE action_id = action.id
                UNION ALL SELECT at FROM action_file WHERE action_id = action.id
                UNION ALL SELECT COALESCE(answered_at, withdrawn_at, asked_at) FROM leader_request
                    WHERE action_id = action.id) AS sign)
            """,
            """
            CREATE INDEX action_unchanged_of_person ON action (responsible_id, changed_at, id, heard_at)
            WHERE closed_on IS NULL AND look_again_on IS NULL
            """,
            """
            CREATE INDEX action_unchanged_of_body ON action (body_id, changed_at, id, heard_at)
            WHERE closed_on IS NULL AND look_again_on IS NULL
            """)
    ]
}
