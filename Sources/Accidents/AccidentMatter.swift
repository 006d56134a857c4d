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

    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Further {
        due(for: visit.viewer, by: visit.house.law, on: visit.today, asking)
    }

    /// What must be sent of the accidents that the viewer handles, the longest due first. Of a confidential one not even the
    /// unit is said.
    static func due(for viewer: Viewer, by book: LawBook, on day: Day, _ asking: Asking) -> Matter.Further {
        let isWithinReach = HandledReports.outline(
            of: viewer, report: "accident.report_id", unit: "accident.unit_id")
        let any = asking.rows(
            Query(
                """
                SELECT 1 FROM accident WHERE \(isDue(by: day + daysAhead)) AND \(isWithinReach) LIMIT 1
                """
            ) { row in try row[0] as Int })
        let handled = HandledReports.asked(by: viewer, on: day, asking)
        let finding = asking.rows(RuleFinding.query)
        return { reader, asking in
            let nothing: Matter.Found = { _ in [] }
            guard any.first != nil else { return nothing }
            let reports = try handled(reader)
            guard !reports.isNothing else { return nothing }
            let rule = NotificationRule(book, on: day, finding.first)
            let due = asking.rows(
                Query(
                    """
                    SELECT accident.report_id FROM accident WHERE \(isDue(by: day + daysAhead)) AND \(rule.isDue)
                    AND \(reports.condition(ofFew: "accident.report_id"))
                    ORDER BY accident.due, accident.report_id LIMIT \(mostOnToday)
                    """
                ) { row in try row[0] as ID<Report> })
            return { reader in try matters(of: due.rows, reports, by: rule, on: day, reader) }
        }
    }

    /// Between two days, though nothing is due before the first: PostgreSQL takes that for a narrow stretch whatever the days
    /// are, and makes no new plan for each.
    private static func isDue(by day: Day) -> SQL { "accident.due > '' AND accident.due <= \(day)" }

    private static func matters(
        of ids: [ID<Report>], _ reports: HandledReports, by rule: NotificationRule, on day: Day, _ reader: Reader
    ) throws -> [Matter] {
        guard !ids.isEmpty else { return [] }
        let asking = Asking()
        let (found, accidents) = (asking.rows(reports.found(ids)), AccidentStore.records(of: ids, asking))
        try asking.go(reader)
        let known = Dictionary(found.rows.map { ($0.id, $0) }) { one, _ in one }
        let records = Dictionary(uniqueKeysWithValues: accidents().map { ($0.report, $0) })
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
