import Access
import Journal
import Kernel
import Law
import Notices
import Reports
import Storage
import Web

/// When somebody is reminded of a deadline, each once.
enum ReminderStep: String, Sendable, CaseIterable, Storable {
    case week
    case twoDays = "two_days"
    case lastWorkingDay = "last_working_day"
    case overdue

    /// The most urgent that has come; nothing while there is more than a week.
    init?(before deadline: Day, on day: Day) {
        if day > deadline {
            self = .overdue
        } else if day >= deadline.orWorkingDayBefore {
            self = .lastWorkingDay
        } else if day >= deadline - 2 {
            self = .twoDays
        } else if day >= deadline - Self.daysBefore {
            self = .week
        } else {
            return nil
        }
    }

    static let daysBefore = 7

    /// What a mail says: not even that it is about an accident.
    var mail: MailWords {
        switch self {
        case .week, .twoDays:
            MailWords(da: "En frist for at anmelde nærmer sig.", en: "A deadline for a notification draws near.")
        case .lastWorkingDay:
            MailWords(
                da: "I dag er sidste arbejdsdag for en anmeldelse.",
                en: "Today is the last working day for a notification.")
        case .overdue:
            MailWords(da: "En frist for at anmelde er overskredet.", en: "A deadline for a notification has passed.")
        }
    }
}

extension Accidents {
    private static let mostAtOnce = 500

    /// Tells those who handle a report that its deadline draws near, or has passed. Asked by the server's own round.
    /// - Returns: of how many deadlines somebody was told.
    public static func remind(in house: House) async throws -> Int {
        let (moment, law) = (house.clock(), house.law)
        let deed = Deed(by: nil, at: moment, identities: house.identities, followers: house.followers)
        let near = try await house.database.read { reader in
            try nearDeadlines(
                until: deed.day + ReminderStep.daysBefore, NotificationRule(law, on: deed.day, reader), reader)
        }
        var count = 0
        for report in near {
            count += try await house.database.write { writer in
                try remind(of: report, law, deed, writer) ? 1 : 0
            }
        }
        return count
    }

    /// Those that were told of as overdue are told of no more.
    private static func nearDeadlines(
        until day: Day, _ rule: NotificationRule, _ reader: Reader
    ) throws -> [ID<Report>] {
        try reader.values(
            """
            SELECT report_id FROM accident WHERE due <= \(day) AND \(rule.isDue) AND NOT EXISTS (
                SELECT 1 FROM accident_reminder AS told WHERE told.report_id = accident.report_id
                AND told.due = accident.due AND told.step = \(ReminderStep.overdue))
            ORDER BY due, report_id LIMIT \(mostAtOnce)
            """)
    }

    private static func remind(of id: ID<Report>, _ law: LawBook, _ deed: Deed, _ writer: Writer) throws -> Bool {
        let reader = writer.reader
        guard let handlers = try ReportHandlers(of: id, on: deed.day, reader),
            let record = try AccidentStore(reader).record(of: id),
            let next = DutyStanding(
                of: record, handlers.report, by: try NotificationRule(law, on: deed.day, reader), on: deed.day)?.next,
            let due = record.strictlyDue(handlers.report, law.accidents(on: deed.day)),
            let step = ReminderStep(before: next.deadline, on: deed.day)
        else { return false }
        let isTold = try reader.exists(
            "SELECT 1 FROM accident_reminder WHERE report_id = \(id) AND due = \(due) AND step = \(step)")
        guard !isTold else { return false }
        try writer.execute(
            """
            INSERT INTO accident_reminder (report_id, due, step) VALUES (\(id), \(due), \(step))
            ON CONFLICT (report_id, due, step) DO NOTHING
            """)
        let unit = handlers.report.isConfidential ? nil : handlers.unitName
        let words = NotificationTelling.words(step, next.deadline, unit: unit)
        try writer.apply(
            Notice.told(handlers.people, words, at: "/reports/\(id)/accident", mail: step.mail, deed), deed)
        return true
    }
}
