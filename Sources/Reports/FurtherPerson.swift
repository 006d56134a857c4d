import Access
import Journal
import Kernel
import Storage

/// Somebody else whom the same event struck. He or she has a report beside the first one, so that everything that is kept of
/// one person is kept of each; as a report it is counted nowhere, since nobody reported twice.
public enum FurtherPerson {
    /// So many people one event may have struck.
    public static let most = 30

    /// Written down by somebody who handles the report, of whichever of those whom it struck.
    /// - Parameter happened: the day of the event, where more is known of it than the report says.
    /// - Returns: the new one's report. Whoever handles the first handles it.
    /// - Throws: `Refusal.notFound`; `Problems` where there are so many that it must be a slip.
    public static func add(
        to id: ID<Report>, happened: Day?, by viewer: Viewer, _ deed: Deed, _ writer: Writer
    ) throws -> ID<Report> {
        let report = try SeenReport.find(id, for: viewer, on: deed.day, writer)
        let first = report.first ?? report.id
        guard try ReportStore(writer.reader).struck(by: report).count < most else {
            throw Problems(ReportProblem.tooManyPeople(limit: most))
        }
        let new = Report(
            id: deed.identities.random(), kind: report.kind, unit: report.unit, what: report.what, place: report.place,
            happened: happened ?? report.happened, reported: deed.day, sender: .guest(name: viewer.name, contact: ""),
            circumstances: report.circumstances, stage: .seen, seenBy: viewer.person, seen: deed.day, first: first)
        let topics = try ReportReaders(of: report, on: deed.day, writer.reader).topics
        try writer.apply(
            new.written(beside: report, code: .new(deed.identities), topics: topics + [.report(first)], deed), deed)
        return new.id
    }
}

extension Report {
    /// With those who handle the other one, and those from whom it is kept.
    fileprivate func written(beside other: Report, code: ReportCode, topics: [Topic], _ deed: Deed) -> Change {
        let insertion: SQL = """
            INSERT INTO report (id, code_hash, kind, confidential, unit_id, what, place, happened, reported, anonymous,
            reported_at, guest_name, contact, affected, setting, outside_hours, stage, seen_by, seen, outcome, first_id)
            VALUES (\(id), \(code.hash.text), \(kind), \(isConfidential), \(unit), \(what), \(place), \(happened),
            \(reported), \(false), \(deed.moment), \(sender.guestName), '', \(circumstances.affected),
            \(circumstances.setting), \(circumstances.isOutsideHours), \(stage), \(seenBy), \(seen), '', \(first))
            """
        let entry = JournalEntry(
            Subject("report", id), "reported", after: isConfidential ? [:] : ["kind": kind.rawValue])
        return Change(
            [
                insertion,
                """
                INSERT INTO report_handler (report_id, person_id, duty, reads)
                SELECT \(id), person_id, duty, reads FROM report_handler WHERE report_id = \(other.id)
                """,
                """
                INSERT INTO report_kept_from (report_id, person_id)
                SELECT \(id), person_id FROM report_kept_from WHERE report_id = \(other.id)
                """,
            ], journal: [entry], raising: topics + [.report(other.id)])
    }
}

extension ReportStore {
    /// The reports of all whom the event of this one struck, the first first. Whoever asks sees to what may be shown.
    public func struck(by report: Report) throws -> [ID<Report>] {
        let first = report.first ?? report.id
        let further: [ID<Report>] = try reader.values(
            """
            SELECT id FROM report WHERE first_id = \(first) AND first_id IS NOT NULL ORDER BY reported, id
            LIMIT \(FurtherPerson.most)
            """)
        return [first] + further
    }
}
