import Access
import Journal
import Kernel
import Law
import Markup
import Organisation
import Reports
import Storage
import Web

/// Notifications that must be sent soon, or should have been.
extension Accidents {
    private static let daysAhead = 14
    private static let mostOnToday = 6

    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Found {
        let viewer = visit.viewer
        let isWithinReach = HandledReports.outline(
            of: viewer, report: "accident.report_id", unit: "accident.unit_id")
        let any = asking.rows(
            Query(
                """
                SELECT 1 FROM accident WHERE accident.due <= \(visit.today + daysAhead) AND accident.due IS NOT NULL
                AND \(isWithinReach) LIMIT 1
                """
            ) { row in try row[0] as Int })
        return { reader in
            guard any.first != nil else { return [] }
            return try matters(for: viewer, by: visit.house.law, on: visit.today, reader)
        }
    }

    /// What must be sent of the accidents that the viewer handles, the longest due first. Of a confidential one not even the
    /// unit is said.
    static func matters(
        for viewer: Viewer, by book: LawBook, on day: Day, _ reader: Reader
    ) throws -> [Matter] {
        let reports = try HandledReports(by: viewer, on: day, reader)
        guard !reports.isNothing else { return [] }
        let rule = try NotificationRule(book, on: day, reader)
        let ids: [ID<Report>] = try reader.values(
            """
            SELECT accident.report_id FROM accident WHERE accident.due <= \(day + daysAhead) AND \(rule.isDue)
            AND \(reports.condition(ofFew: "accident.report_id"))
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
            return Matter(
                RegisterTexts.title(next.state, isTelephone: isTelephone),
                report.isConfidential
                    ? Words(da: "Fortrolig melding", en: "Confidential report")
                    : names[report.unit] ?? Words(da: "", en: ""),
                to: "/reports/\(id)/accident", next.state.isLate ? .late : .soon, on: next.deadline,
                topics: [.report(id)])
        }
    }
}
