import Access
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What higher features show on the page of a report for those who handle it: reporting knows none of them. Whoever owns
/// it raises the topic of the report when it changes, since the page is followed by it.
public struct ReportGuests: Sendable {
    /// Asked only by those who handle the report; nothing where there is nothing to say of it.
    public typealias OnReport = @Sendable (_ seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> HTML?

    /// Told in the same write that a report is of another kind now, or struck somebody else.
    public typealias OnChange = @Sendable (_ report: Report, _ visit: Visit, _ writer: Writer) throws -> Void

    private let onReport: [OnReport]
    private let onNext: [OnReport]
    private let onChange: [OnChange]

    /// - Parameters:
    ///   - onReport: in the order in which they stand under what can be done now.
    ///   - onNext: a button each, beside those that say what can be done now.
    public init(onReport: [OnReport] = [], onNext: [OnReport] = [], onChange: [OnChange] = []) {
        self.onReport = onReport
        self.onNext = onNext
        self.onChange = onChange
    }

    func parts(of seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> [HTML] {
        try onReport.compactMap { try $0(seen, visit, reader) }
    }

    func next(of seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> [HTML] {
        try onNext.compactMap { try $0(seen, visit, reader) }
    }

    func changed(_ report: Report, instead old: Report, _ visit: Visit, _ writer: Writer) throws {
        guard report.kind != old.kind || report.circumstances != old.circumstances else { return }
        for one in onChange { try one(report, visit, writer) }
    }
}

/// A report that the viewer handles.
public struct SeenReport: Sendable {
    public let report: Report
    public let unit: Unit?
    /// The group that looks after the unit, on whose plan an action would stand.
    public let body: BodyID?

    init(_ report: Report, unit: Unit?, body: BodyID?) {
        self.report = report
        self.unit = unit
        self.body = body
    }

    /// The report that the address means. That somebody opens a confidential one is kept before anything is shown.
    /// - Throws: `Refusal.notFound` where there is none that the viewer handles.
    public static func find(_ visit: Visit) async throws -> SeenReport {
        let id: ID<Report> = try visit.id()
        let (viewer, day) = (visit.viewer, visit.today)
        let seen = try await visit.read { reader -> SeenReport? in
            guard let report = try ReportStore(reader).find(id, for: viewer, on: day) else { return nil }
            return SeenReport(
                report, unit: try UnitStore(reader).find(report.unit, on: day),
                body: try BodyStore(reader).group(covering: report.unit, on: day)?.id)
        }
        guard let seen else { throw Refusal.notFound }
        try await visit.keepReading(of: [seen.report])
        return seen
    }

    /// The same for a write, as the report is when it is written.
    /// - Throws: `Refusal.notFound`
    public static func find(_ id: ID<Report>, for viewer: Viewer, on day: Day, _ writer: Writer) throws -> Report {
        guard let report = try ReportStore(writer.reader).find(id, for: viewer, on: day) else { throw Refusal.notFound }
        return report
    }
}
