import Storage

enum TemplateSchema {
    static let migrations = [
        Migration(
            "keep actions as templates",
            """
            CREATE TABLE action_template (
                id         TEXT NOT NULL PRIMARY KEY,
                body_id    TEXT NOT NULL REFERENCES body (id),
                everywhere \(.integer) NOT NULL CHECK (everywhere IN (0, 1)),
                what       TEXT \(.danish) NOT NULL CHECK (what <> ''),
                why        TEXT NOT NULL,
                how        TEXT NOT NULL,
                follow_up  TEXT NOT NULL,
                kind       TEXT,
                difficulty TEXT NOT NULL CHECK (difficulty IN ('simple', 'complex'))
            ) \(.withoutOrder)
            """,
            "CREATE INDEX action_template_by_body ON action_template (body_id, what, id)",
            "CREATE INDEX action_template_everywhere ON action_template (everywhere, what, id)"
        )
    ]
}
