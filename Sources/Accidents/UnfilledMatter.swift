import Journal
import Kernel
import Law
import Markup
import Organisation
import Reports
import Storage
import Web

/// Accidents of which nobody has said yet whether anybody was away: the duty may run without anybody's knowing. Before
/// somebody has read the report it stands on Today as new.
extension Accidents {
    /// What is older stands in the register alone: nothing can be in time any more.
    private static let daysBack = 60
    private static let mostOnToday = 6

    @Sendable public static func unfilled(of visit: Visit, _ asking: Asking) -> Matter.Found {
        let reports = ReportsOfHarm(
            since: visit.today - daysBack, today: visit.today,
            where: "NOT EXISTS (SELECT 1 FROM accident WHERE accident.report_id = report.id)")
        let any = reports.outlines(for: visit.viewer).map { asking.rows($0) }
        return { reader in
            guard any.contains(where: { $0.first != nil }) else { return [] }
            let (viewer, day, law) = (visit.viewer, visit.today, visit.house.law.accidents(on: visit.today))
            let found = try reports.find(for: viewer, most: mostOnToday, reader).filter { report in
                let group = try SeenReport.group(of: report, on: day, reader)
                return try AccidentEyes.of(viewer, on: report, group: group, on: day, reader) == .whole
            }
            let names = try UnitStore(reader).names(of: Set(found.map(\.unit)), on: day)
            return found.map { report in
                let deadline = report.firstDeadline(law)
                return Matter(
                    RegisterTexts.wasAnybodyAway,
                    RegisterTexts.deadlineMayRun(report.isConfidential ? nil : names[report.unit]),
                    to: "/reports/\(report.id)/accident", deadline < day ? .late : .soon, on: deadline,
                    topics: [.report(report.id)])
            }
        }
    }
}

extension Report {
    /// The first day on which a duty can run out, where somebody was away from the day after the event: then it is overdue
    /// the day after.
    func firstDeadline(_ law: AccidentLaw) -> Day { (happened ?? reported) + 1 + law.deadlineDays }
}
