import Journal
import Kernel
import Storage

/// That a report is kept beyond its term, to a day, since somebody will still need it: a claim is under way.
struct ReportHold: Sendable, Equatable {
    static let reasonLimit = 500
    /// Nothing is kept for ever by a decision that nobody looks at again.
    static let mostYears = 10

    /// The last day.
    let until: Day
    let reason: String
    let by: PersonID
    /// When it was decided.
    let day: Day
}

extension ReportHold {
    /// - Throws: `Problems`
    init(_ fields: Fields, by person: PersonID, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        let until = reading.day("until")
        let reason = reading.text("reason", limit: Self.reasonLimit)
        if Day(fields["until"].trimmed) != nil {
            if until <= today { reading.note(FieldProblem.dayInThePast, at: "until") }
            if until > today + 366 * Self.mostYears { reading.note(HoldProblem.tooLong, at: "until") }
        }
        try reading.finish()
        self.init(until: until, reason: reason, by: person, day: today)
    }
}

enum HoldProblem: Problem, Equatable {
    case tooLong

    func explained(in language: Language) -> String {
        language.pick(
            da: "Højst \(ReportHold.mostYears) år ad gangen.", en: "At most \(ReportHold.mostYears) years at a time.")
    }
}

extension ReportStore {
    /// Nothing where there is none, or it is over.
    func hold(of report: ID<Report>, on day: Day) throws -> ReportHold? {
        try reader.first(
            "SELECT until, reason, person_id, day FROM report_hold WHERE report_id = \(report) AND until >= \(day)"
        ) { row in try ReportHold(until: row[0], reason: row[1], by: row[2], day: row[3]) }
    }
}

extension Report {
    /// Kept to that day. The journal says that it is and by whom, never why.
    func held(_ hold: ReportHold) -> Change {
        Change(
            [
                """
                INSERT INTO report_hold (report_id, until, reason, person_id, day)
                VALUES (\(id), \(hold.until), \(hold.reason), \(hold.by), \(hold.day))
                ON CONFLICT (report_id) DO UPDATE SET until = excluded.until, reason = excluded.reason,
                person_id = excluded.person_id, day = excluded.day
                """
            ],
            journal: [
                JournalEntry(
                    Subject("report", id), "kept_longer", after: isConfidential ? [:] : ["until": hold.until.text])
            ], raising: [.report(id)])
    }

    /// Kept as long as others of its kind.
    func letGo() -> Change {
        let deletion: SQL = "DELETE FROM report_hold WHERE report_id = \(id)"
        return Change(
            [deletion.orStale], journal: [JournalEntry(Subject("report", id), "kept_no_longer")],
            raising: [.report(id)])
    }
}
