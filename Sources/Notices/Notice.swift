import Journal
import Kernel
import Storage

/// One sentence to one person, that something happened to what he or she had a part in.
public struct Notice: Sendable {
    public let id: ID<Notice>
    public let at: Moment
    public let words: Words
    /// Where it can be seen, a path on this site.
    public let path: String
    public let readAt: Moment?

    /// Tells each of these people once. Nobody is told of what he or she did.
    /// - Parameters:
    ///   - mail: what a mail may say of it. Without it a mail says only that something waits.
    ///   - isTraceless: nobody may learn when on the day it happened: a mail of it goes out on the next day or later.
    public static func told(
        _ people: Set<PersonID>, _ words: Words, at path: String, mail: MailWords? = nil, isTraceless: Bool = false,
        _ deed: Deed
    ) -> Change {
        let told = people.subtracting(deed.person.map { [$0] } ?? []).sorted()
        return Change(
            told.map { person in
                let id: ID<Notice> = deed.identities.ordered(at: deed.moment)
                return """
                    INSERT INTO notice (id, person_id, at, da, en, path, mail_da, mail_en, mail_due)
                    VALUES (\(id), \(person), \(deed.moment), \(words.danish), \(words.english), \(path),
                    \(mail?.danish), \(mail?.english), \(MailRhythm.due(person, deed, isTraceless: isTraceless)))
                    """
            },
            journal: [], raising: told.map(Topic.notices))
    }

    /// Writes anew what was told on these days by deeds without a trace, so that the rows have one transaction on PostgreSQL:
    /// they are known by their moment, the day's first.
    public static func rewritings(of days: [Day]) -> [SQL] {
        days.map { day in
            let first = Moment(milliseconds: day.number * 86_400_000)
            let (from, to) = (
                Identities.beginning(at: first), Identities.beginning(at: Moment(milliseconds: first.milliseconds + 1))
            )
            return "UPDATE notice SET path = path WHERE id >= \(from) AND id < \(to)"
        }
    }

    /// Everything that the person had not read is read now, and no longer worth a mail.
    public static func allRead(by person: PersonID, _ deed: Deed) -> Change {
        Change(
            [
                """
                UPDATE notice SET read_at = \(deed.moment), mail_due = NULL
                WHERE person_id = \(person) AND read_at IS NULL
                """
            ], journal: [], raising: [.notices(person)])
    }
}

extension Topic {
    public static func notices(_ person: PersonID) -> Topic { Topic("notices:\(person)") }
}

public struct NoticeStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// How many the person has not read, counted as far as `most`.
    public func unreadCount(for person: PersonID, most: Int) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM notice WHERE person_id = \(person) AND read_at IS NULL LIMIT \(most)
            ) AS counted
            """) ?? 0
    }

    public func latest(for person: PersonID, most: Int = 20) throws -> [Notice] {
        try reader.rows(Self.latest(for: person, most: most))
    }

    public static func latest(for person: PersonID, most: Int) -> Query<Notice> {
        Query(
            """
            SELECT id, at, da, en, path, read_at FROM notice
            WHERE person_id = \(person) ORDER BY id DESC LIMIT \(most)
            """
        ) { row in
            try Notice(
                id: row[0], at: row[1], words: Words(da: row[2], en: row[3]), path: row[4], readAt: row[5])
        }
    }
}

public enum NoticeSchema {
    public static let migrations = [
        Migration(
            "create notice",
            """
            CREATE TABLE notice (
                id        TEXT NOT NULL PRIMARY KEY,
                person_id TEXT NOT NULL,
                at        TEXT NOT NULL,
                da        TEXT NOT NULL CHECK (da <> ''),
                en        TEXT NOT NULL CHECK (en <> ''),
                path      TEXT NOT NULL CHECK (path LIKE '/%'),
                read_at   TEXT
            ) \(.withoutOrder)
            """,
            "CREATE INDEX notice_by_person ON notice (person_id, id)",
            "CREATE INDEX notice_unread ON notice (person_id) WHERE read_at IS NULL"
        ),
        // Notices from before have no `mail_due`: nobody gets a mail of what is old.
        Migration(
            "mail notices",
            """
            CREATE TABLE mail_rhythm (
                person_id TEXT NOT NULL PRIMARY KEY,
                rhythm    TEXT NOT NULL CHECK (rhythm IN ('soon', 'daily', 'weekly', 'never'))
            ) \(.strict)
            """,
            "ALTER TABLE notice ADD COLUMN mail_da TEXT",
            "ALTER TABLE notice ADD COLUMN mail_en TEXT",
            "ALTER TABLE notice ADD COLUMN mail_due TEXT",
            "ALTER TABLE notice ADD COLUMN mail_id TEXT",
            "CREATE INDEX notice_to_mail ON notice (mail_due, person_id) WHERE mail_due IS NOT NULL",
            "CREATE INDEX notice_by_mail ON notice (mail_id) WHERE mail_id IS NOT NULL"
        ),
        // What is erased takes the notices along that lead to it.
        Migration("find notices by where they lead", "CREATE INDEX notice_by_path ON notice (path)"),
    ]
}
