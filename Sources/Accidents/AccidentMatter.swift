import Access
import Journal
import Kernel
import Law
import Markup
import Organisation
import Reports
import Storage

/// A notification that must be sent soon, or should have been, for pages that gather what needs somebody now.
public struct AccidentMatter: Sendable {
    public let title: Words
    public let detail: Words
    public let link: Link
    /// The last day that is in time.
    public let day: Day
    /// Its day has passed.
    public let isLate: Bool
    /// What it hangs on.
    public let topics: [Topic]
}

extension Accidents {
    private static let daysAhead = 14
    private static let mostOnToday = 6

    /// What must be sent of the accidents that the viewer handles, the longest due first. Of a confidential one not even the
    /// unit is said.
    public static func matters(
        for viewer: Viewer, by book: LawBook, on day: Day, _ reader: Reader
    ) throws -> [AccidentMatter] {
        let reports = try HandledReports(by: viewer, on: day, reader)
        guard !reports.isNothing else { return [] }
        let rule = try NotificationRule(book, on: day, reader)
        let ids: [ID<Report>] = try reader.values(
            """
            SELECT accident.report_id FROM accident WHERE accident.due <= \(day + daysAhead) AND \(rule.isDue)
            AND \(reports.condition(report: "accident.report_id"))
            ORDER BY accident.due, accident.report_id LIMIT \(mostOnToday)
            """)
        let known = try reports.find(ids, reader)
        let records = Dictionary(
            uniqueKeysWithValues: try AccidentStore(reader).records(of: ids).map { ($0.report, $0) })
        let names = try UnitStore(reader).names(of: Set(known.values.map(\.unit)), on: day)
        return ids.compactMap { id in
            guard let report = known[id], let record = records[id],
                let standing = DutyStanding(of: record, report, by: rule, on: day), let next = standing.next
            else { return nil }
            let isTelephone = standing.telephone.isOpen && next.deadline == standing.telephoneDay
            return AccidentMatter(
                title: RegisterTexts.title(next.state, isTelephone: isTelephone),
                detail: report.isConfidential
                    ? Words(da: "Fortrolig melding", en: "Confidential report")
                    : names[report.unit] ?? Words(da: "", en: ""),
                link: "/reports/\(id)/accident", day: next.deadline, isLate: next.state.isLate, topics: [.report(id)])
        }
    }
}
