import Kernel
import Reports
import Retention
import Storage

extension Investigations {
    /// Investigations go with their reports: what happened, why, what should have prevented it, and who took part.
    @Sendable public static func erase(_ reports: [ID<Report>], _ erasing: Erasing) throws {
        let list = SQL.list(reports)
        try erasing.writer.execute(
            [
                "DELETE FROM investigation_intent WHERE report_id IN \(list)",
                "DELETE FROM investigation_action WHERE report_id IN \(list)",
                "DELETE FROM investigation_barrier WHERE report_id IN \(list)",
                "DELETE FROM investigation_cause WHERE report_id IN \(list)",
                "DELETE FROM investigation_step WHERE report_id IN \(list)",
                "DELETE FROM investigation_participant WHERE report_id IN \(list)",
                "DELETE FROM investigation WHERE report_id IN \(list)",
            ], raising: [])
        try erasing.journal.eraseLines(about: "investigation", reports.map(\.text))
    }
}
