import Journal
import Kernel
import Storage

/// How often somebody wants mails of what he or she has not read.
public enum MailRhythm: String, Sendable, CaseIterable, Storable {
    /// As it comes, gathered for some minutes.
    case soon
    /// On the mornings of working days: what everybody gets who has not chosen.
    case daily
    /// On the morning of the week's first working day.
    case weekly
    case never

    public static let unchosen = MailRhythm.daily

    /// How long what comes soon is gathered, so that five notices are one mail.
    public static let gatheringSeconds = 300

    private static let morning = (hour: 6, minute: 30)

    /// From when on a mail tells of something; nothing for those who want none.
    /// - Parameter isTraceless: then not on the same day, whatever the hour.
    public func due(after moment: Moment, isTraceless: Bool = false) -> Moment? {
        switch self {
        case .never: nil
        case .soon:
            isTraceless ? Self.morning(after: moment, isTraceless) { _ in true } : moment + Self.gatheringSeconds
        case .daily: Self.morning(after: moment, isTraceless) { $0.isWorkingDay }
        case .weekly: Self.morning(after: moment, isTraceless) { $0.isFirstWorkingDayOfWeek }
        }
    }

    /// Days from a week's first working day to the next, at most: a Monday to a Tuesday, and one more for the first.
    private static let longestPause = 9

    private static func morning(after moment: Moment, _ isTraceless: Bool, where fits: (Day) -> Bool) -> Moment {
        let first = moment.day + (isTraceless ? 1 : 0)
        let mornings = (0...longestPause).map { first + $0 }.filter(fits).map {
            Moment($0, hour: morning.hour, minute: morning.minute)
        }
        return mornings.first { $0 > moment }
            ?? Moment(first + longestPause, hour: morning.hour, minute: morning.minute)
    }

    /// When a notice of this deed is due for the person, by what is chosen at the moment of the write.
    static func due(_ person: PersonID, _ deed: Deed, isTraceless: Bool) -> SQL {
        let due = { (rhythm: MailRhythm) in rhythm.due(after: deed.moment, isTraceless: isTraceless) }
        return """
            CASE (SELECT rhythm FROM mail_rhythm WHERE person_id = \(person)) WHEN 'soon' THEN \(due(.soon))
            WHEN 'weekly' THEN \(due(.weekly)) WHEN 'never' THEN NULL ELSE \(due(.daily)) END
            """
    }

    /// The person wants it so from now on, also for what waits. What waited for a later day on purpose still does.
    public func chosen(by person: PersonID, instead old: MailRhythm, _ deed: Deed) -> Change {
        let due = due(after: deed.moment)
        // A day's first moment in UTC stands for all of the day: when on it something happened is not to be known.
        let traceless = self.due(after: Moment(milliseconds: deed.day.number * 86_400_000), isTraceless: true)
        return Change(
            [
                """
                INSERT INTO mail_rhythm (person_id, rhythm) VALUES (\(person), \(self))
                ON CONFLICT (person_id) DO UPDATE SET rhythm = \(self)
                """,
                """
                UPDATE notice SET mail_due = CASE WHEN at LIKE '%T00:00:00.000Z' THEN \(traceless) ELSE \(due) END
                WHERE person_id = \(person) AND read_at IS NULL AND mail_due IS NOT NULL
                """,
            ],
            journal: [
                JournalEntry(
                    Subject("person", person), "chose_mail", from: ["mail": old.rawValue], to: ["mail": rawValue])
            ],
            raising: [])
    }
}
