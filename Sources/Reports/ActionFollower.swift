import ActionPlan
import Journal
import Kernel
import Storage

/// Follows what becomes of a report on the action plan, in the same write as it happens there.
enum ActionFollower {
    static let follow: Follower = { entry, deed, writer in
        guard entry.subject.kind == "action" else { return }
        switch entry.verb {
        case "created": try created(entry, deed, writer)
        case "closed": try ended(entry, deed, writer)
        case "reopened": try reopened(entry, deed, writer)
        default: return
        }
    }

    private static func created(_ entry: JournalEntry, _ deed: Deed, _ writer: Writer) throws {
        guard let origin = entry.after["origin"], origin.hasPrefix("report:"),
            let report = try ReportStore(writer.reader).find(ID(String(origin.dropFirst(7))))
        else { return }
        try writer.execute(
            """
            INSERT INTO report_action (report_id, action_id, open) VALUES (\(report.id), \(entry.subject.id), 1)
            ON CONFLICT (action_id) DO NOTHING
            """)
        try save(
            report.acted(by: deed.person, on: deed.day), instead: report, "acted", NoticeTexts.acted, of: entry, deed,
            writer)
    }

    /// The report is closed when the last of its actions is.
    private static func ended(_ entry: JournalEntry, _ deed: Deed, _ writer: Writer) throws {
        guard let report = try report(of: entry, isOpen: false, writer), report.stage != .closed else { return }
        let isOpen = try writer.reader.exists("SELECT 1 FROM report_action WHERE report_id = \(report.id) AND open = 1")
        guard !isOpen else { return }
        let closed = try report.closed(
            because: entry.after["done"] ?? "", effect: entry.after["effect"].flatMap(Effect.init(rawValue:)),
            by: deed.person, on: deed.day)
        try save(closed, instead: report, "closed", NoticeTexts.closed, of: entry, deed, writer)
    }

    private static func reopened(_ entry: JournalEntry, _ deed: Deed, _ writer: Writer) throws {
        guard let report = try report(of: entry, isOpen: true, writer) else { return }
        try save(
            report.acted(by: deed.person, on: deed.day), instead: report, "acted", NoticeTexts.acted, of: entry, deed,
            writer)
    }

    private static func report(of entry: JournalEntry, isOpen: Bool, _ writer: Writer) throws -> Report? {
        let id: ID<Report>? = try writer.reader.value(
            "SELECT report_id FROM report_action WHERE action_id = \(entry.subject.id)")
        guard let id else { return nil }
        try writer.execute("UPDATE report_action SET open = \(isOpen) WHERE action_id = \(entry.subject.id)")
        return try ReportStore(writer.reader).find(id)
    }

    private static func save(
        _ new: Report, instead old: Report, _ verb: String, _ words: Words, of entry: JournalEntry, _ deed: Deed,
        _ writer: Writer
    ) throws {
        guard new != old else { return }
        let topics = try ReportReaders(of: old, on: deed.day, writer.reader).topics
        try writer.apply(new.saved(instead: old, as: verb, topics: topics), deed)
        // Who has a part in the action hears of it from the plan.
        let store = ActionStore(writer.reader)
        let concerned = try store.find(ActionID(entry.subject.id)).map { try store.concerned(with: $0) } ?? []
        try writer.apply(old.told(words, except: concerned, deed), deed)
    }
}
