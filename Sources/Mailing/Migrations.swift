import Storage

enum MailSchema {
    static let migrations = [
        Migration(
            "create mail",
            """
            CREATE TABLE mail (
                id        TEXT NOT NULL PRIMARY KEY,
                person_id TEXT NOT NULL,
                kind      TEXT NOT NULL CHECK (kind IN ('news', 'test')),
                language  TEXT NOT NULL CHECK (language IN ('da', 'en')),
                made      TEXT NOT NULL,
                subject   TEXT NOT NULL,
                plain     TEXT NOT NULL,
                html      TEXT NOT NULL,
                state     TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead', 'dropped')),
                at        TEXT NOT NULL,
                attempts  \(.integer) NOT NULL CHECK (attempts >= 0),
                holder    TEXT,
                problem   TEXT NOT NULL
            ) \(.withoutOrder)
            """,
            "CREATE INDEX mail_by_state ON mail (state, at, id)",
            "CREATE INDEX mail_held ON mail (holder) WHERE holder IS NOT NULL"
        )
    ]
}
