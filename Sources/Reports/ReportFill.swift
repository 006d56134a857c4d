import Kernel
import Storage

/// Puts many reports in at once, without telling anybody: for invented organisations and for moving in.
public enum ReportFill {
    /// - Parameter codes: one for each report, by which it can be followed.
    public static func reports(_ reports: [(report: Report, code: ReportCode)], _ writer: Writer) throws {
        try writer.fill(
            table: "report",
            columns: [
                "id", "code_hash", "kind", "confidential", "unit_id", "what", "place", "happened", "reported",
                "anonymous",
                "reported_at", "person_id", "guest_name", "contact", "stage", "seen_by", "seen", "acted", "closed",
                "outcome", "affected", "setting", "outside_hours", "harm", "possible_harm", "gravity", "first_id",
            ],
            rows: reports.map { report, code in values(of: report, code) })
    }

    private static func values(of report: Report, _ code: ReportCode) -> [SQLValue] {
        let told: [SQLValue] = [
            report.id.stored, code.hash.text.stored, report.kind.stored, report.isConfidential.stored,
            report.unit.stored, report.what.stored, report.place.stored, report.happened?.stored ?? .null,
            report.reported.stored, report.isAnonymous.stored,
            report.isAnonymous ? .null : "\(report.reported.text)T08:00:00.000Z".stored,
            report.sender.person?.stored ?? .null, report.sender.guestName.stored, report.sender.contact.stored,
        ]
        let handled: [SQLValue] = [
            report.stage.stored, report.seenBy?.stored ?? .null, report.seen?.stored ?? .null,
            report.acted?.stored ?? .null, report.closed?.stored ?? .null, report.outcome.stored,
            report.circumstances.affected.stored, report.circumstances.setting.stored,
            report.circumstances.isOutsideHours.stored,
        ]
        return told + handled + [
            report.severity.was?.stored ?? .null, report.severity.could?.stored ?? .null, report.gravity.stored,
            report.first?.stored ?? .null,
        ]
    }
}
