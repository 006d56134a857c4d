import Access
import Journal
import Kernel
import Storage

/// What a higher feature does with a report inside a write of its own, as the report's own page does it: whoever reported
/// is told, and the report counts as read.
public struct ReportHandling {
    public let report: Report
    private let person: PersonID
    private let deed: Deed
    private let writer: Writer

    /// - Throws: `Refusal.notFound` where the viewer does not handle it.
    public init(_ id: ID<Report>, by viewer: Viewer, _ deed: Deed, _ writer: Writer) throws {
        report = try SeenReport.find(id, for: viewer, on: deed.day, writer)
        person = viewer.person
        self.deed = deed
        self.writer = writer
    }

    /// The viewer has read it.
    /// - Parameter name: of the viewer, as whoever reported hears of it.
    public func read(as name: String) throws {
        try save(report.seen(by: person, on: deed.day), "seen", telling: NoticeTexts.seen(by: name))
    }

    /// Writes to whoever reported.
    /// - Parameter key: of the form: the same text with the same key is said once.
    /// - Throws: `Problems` at `text`.
    public func say(_ text: String, key: String) throws {
        try NewMessage(Fields(["text": text, "key": key]), to: report).send(by: .reader(person), deed, writer)
    }

    /// - Parameter outcome: what whoever reported reads at the end.
    /// - Throws: `Problems` where it is closed already.
    public func close(because outcome: String) throws {
        try save(
            report.closed(because: outcome, by: person, on: deed.day), "closed", telling: NoticeTexts.closed)
    }

    private func save(_ new: Report, _ verb: String, telling words: Words) throws {
        guard new != report else { return }
        let topics = try ReportReaders(of: report, on: deed.day, writer.reader).topics
        try writer.apply(new.saved(instead: report, as: verb, topics: topics), deed)
        try writer.apply(report.told(words, deed), deed)
    }
}
