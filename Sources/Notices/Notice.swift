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
    public static func told(_ people: Set<PersonID>, _ words: Words, at path: String, _ deed: Deed) -> Change {
        let told = people.subtracting(deed.person.map { [$0] } ?? []).sorted()
        return Change(
            told.map { person in
                let id: ID<Notice> = deed.identities.ordered(at: deed.moment)
                return """
                    INSERT INTO notice (id, person_id, at, da, en, path)
                    VALUES (\(id), \(person), \(deed.moment), \(words.danish), \(words.english), \(path))
                    """
            },
            journal: [], raising: told.map(Topic.notices))
    }

    /// Everything that the person had not read is read now.
    public static func allRead(by person: PersonID, _ deed: Deed) -> Change {
        Change(
            ["UPDATE notice SET read_at = \(deed.moment) WHERE person_id = \(person) AND read_at IS NULL"], journal: [],
            raising: [.notices(person)])
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
        try reader.rows(
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
        )
    ]
}
