import Journal
import Kernel
import Storage

extension NoticeStore {
    public func rhythm(of person: PersonID) throws -> MailRhythm {
        try reader.value("SELECT rhythm FROM mail_rhythm WHERE person_id = \(person)") ?? .unchosen
    }

    /// People with something that a mail is due to tell them, the longest due first.
    public func peopleToMail(at moment: Moment, most: Int) throws -> [PersonID] {
        let people: [PersonID] = try reader.values(
            "SELECT person_id FROM notice WHERE mail_due <= \(moment) ORDER BY mail_due, person_id LIMIT \(most * 4)")
        var known: Set<PersonID> = []
        return Array(people.filter { known.insert($0).inserted }.prefix(most))
    }

    /// What a mail at this moment tells the person, the oldest first, and how much there is in all.
    public func toMail(_ person: PersonID, at moment: Moment, most: Int) throws -> (shown: [MailedNotice], count: Int) {
        let due: SQL = "person_id = \(person) AND read_at IS NULL AND mail_due <= \(Notice.gathered(until: moment))"
        let shown = try reader.rows(
            "SELECT mail_da, mail_en, path FROM notice WHERE \(due) ORDER BY id LIMIT \(most)"
        ) { row in
            let (danish, english): (String?, String?) = (try row[0], try row[1])
            let words = danish.flatMap { danish in english.map { Words(da: danish, en: $0) } }
            return MailedNotice(words: words, path: try row[2])
        }
        let count: Int = try reader.value("SELECT COUNT(*) FROM notice WHERE \(due)") ?? 0
        return (shown, count)
    }

    /// Whether anything that the mail tells is unread still.
    public func isNews(_ mail: String) throws -> Bool {
        try reader.exists("SELECT 1 FROM notice WHERE mail_id = \(mail) AND read_at IS NULL")
    }
}

extension Notice {
    /// How long after it was due nobody wants a mail of it: there was no mail server, or the clock was wrong.
    private static let staleSeconds = 7 * 86_400

    /// What has become due while others are told of is told of too.
    static func gathered(until moment: Moment) -> Moment { moment + MailRhythm.gatheringSeconds }

    /// What is due for the person is told by this mail.
    public static func mailed(to person: PersonID, by mail: String, at moment: Moment) -> Change {
        Change(
            [
                """
                UPDATE notice SET mail_id = \(mail), mail_due = NULL
                WHERE person_id = \(person) AND read_at IS NULL AND mail_due <= \(gathered(until: moment))
                """
            ], journal: [], raising: [])
    }

    /// No mail will tell the person of what is due.
    public static func unmailed(to person: PersonID, at moment: Moment) -> Change {
        Change(
            [
                "UPDATE notice SET mail_due = NULL WHERE person_id = \(person) AND mail_due <= \(gathered(until: moment))"
            ], journal: [], raising: [])
    }

    /// No mail will tell of what should have been told long ago.
    public static func stale(at moment: Moment) -> Change {
        Change(
            ["UPDATE notice SET mail_due = NULL WHERE mail_due < \(moment + -staleSeconds)"], journal: [], raising: [])
    }
}
