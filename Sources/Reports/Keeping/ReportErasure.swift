import ActionPlan
import Files
import Journal
import Kernel
import Notices
import Retention
import Storage
import Web

/// Erases reports with all that is kept of them: words, photos, messages, who handled and opened them, what the journal
/// says of them, and what people were told.
struct ReportErasure {
    let erasing: Erasing
    let guests: [Reports.ErasedGuest]

    private var writer: Writer { erasing.writer }

    func erase(_ reports: [DueReport]) throws {
        guard !reports.isEmpty else { return }
        let ids = reports.map(\.id)
        for guest in guests { try guest(ids, erasing) }
        for report in reports { try eraseOrigin(of: report) }
        try erasePhotos(of: ids)
        let list = SQL.list(ids)
        try writer.execute(
            [
                "DELETE FROM report_message WHERE report_id IN \(list)",
                "DELETE FROM report_action WHERE report_id IN \(list)",
                "DELETE FROM report_reading WHERE report_id IN \(list)",
                "DELETE FROM report_handler WHERE report_id IN \(list)",
                "DELETE FROM report_kept_from WHERE report_id IN \(list)",
                "DELETE FROM report_passing WHERE report_id IN \(list)",
                "DELETE FROM report_hold WHERE report_id IN \(list)", "DELETE FROM report WHERE id IN \(list)",
            ], raising: [])
        let pages = ids.map { "/reports/\($0)" }
        try Notice.erase(leadingTo: pages, writer)
        try SentForms.forget(leadingTo: pages, writer)
        try erasing.journal.eraseLines(about: "report", ids.map(\.text))
        // Not the lists of groups and handlers: what was closed so long ago stands on none that is open now.
        try writer.forget(topics: ids.map { Topic.report($0).name })
    }

    /// Actions stay on the plan; the journal of theirs no longer names the report.
    private func eraseOrigin(of report: DueReport) throws {
        let origin = Origin(kind: "report", id: report.id.text)
        let actions = try ActionPlan.eraseOrigin(origin, isTold: !report.isConfidential, writer)
        for action in actions {
            try erasing.journal.erase("origin", where: origin.text, about: Subject("action", action))
        }
    }

    private func erasePhotos(of reports: [ID<Report>]) throws {
        let list = SQL.list(reports)
        let files: [FileID] = try writer.reader.values("SELECT file_id FROM report_photo WHERE report_id IN \(list)")
        guard !files.isEmpty else { return }
        let stored = try files.compactMap { try FileStore(writer.reader).file($0) }
        try writer.execute(
            ["DELETE FROM report_photo WHERE report_id IN \(list)"] + stored.flatMap(\.deletions), raising: [])
    }
}
