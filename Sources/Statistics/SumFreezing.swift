import Kernel
import Organisation
import Reports
import Retention
import Storage

extension Statistics {
    /// What these reports add to the sums stays there for good; which reports it was is forgotten. Asked before anything of
    /// them goes, since what was never summed is summed now, and what has changed since is summed anew.
    @Sendable public static func freeze(_ reports: [ID<Report>], _ erasing: Erasing) throws {
        let (writer, store) = (erasing.writer, SumStore(erasing.reader))
        let known = try reports.compactMap { try store.summed($0.text) }
        try SumFollower.resum(known, on: erasing.today, writer)
        let summed = Set(known.map(\.incident.report))
        let facts = try ReportStore(erasing.reader).facts(of: reports.filter { !summed.contains($0) })
        let lines = UnitLines(erasing.reader)
        var difference = SumDifference()
        for incident in try Incident.all(facts, on: erasing.today, erasing.reader) {
            difference.add(SummedReport(incident, line: try lines.line(to: incident.unit, on: incident.day)))
        }
        // Without its row a report is never looked at again, neither when a day is summed nor when sums are made anew.
        try writer.execute(
            difference.statements + ["DELETE FROM summed_report WHERE report_id IN \(SQL.list(reports))"], raising: [])
    }
}
