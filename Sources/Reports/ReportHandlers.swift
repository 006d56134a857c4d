import Access
import Journal
import Kernel
import Organisation
import Storage

/// Who handles a report today, for features above that tell them something by themselves. It asks no viewer: what it finds
/// is for those people alone.
public struct ReportHandlers: Sendable {
    public let report: Report
    public let unitName: Words
    public let people: Set<PersonID>
    /// What their pages listen to.
    public let topics: [Topic]

    /// Nothing where there is no such report.
    public init?(of id: ID<Report>, on day: Day, _ reader: Reader) throws {
        guard let report = try ReportStore(reader).find(id) else { return nil }
        let readers = try ReportReaders(of: report, on: day, reader)
        self.report = report
        unitName = try UnitStore(reader).names(of: [report.unit], on: day)[report.unit] ?? Words(da: "", en: "")
        (people, topics) = (readers.people, readers.topics)
    }
}

/// Which reports a viewer handles, for lists of what higher features keep beside them.
public struct HandledReports: Sendable {
    private let reach: ReportReach
    /// Of few units the reports are listed, by index; of many each row is asked for its own.
    private let isFew: Bool
    /// There are none, and nobody need be asked.
    public var isNothing: Bool { reach.isNothing }

    public init(by viewer: Viewer, on day: Day, _ reader: Reader) throws {
        self.init(try ReportReach(viewer, on: day, reader), viewer)
    }

    private init(_ reach: ReportReach, _ viewer: Viewer) {
        self.reach = reach
        isFew = viewer.works.isFew || viewer.works.isNothing
    }

    /// The same for who asks other things first.
    public static func asked(
        by viewer: Viewer, on day: Day, _ asking: Asking
    ) -> (_ reader: Reader) throws -> HandledReports {
        let parts = asking.rows(CaseStore.parts(of: viewer.person))
        return { reader in
            HandledReports(try ReportReach(viewer, parts: parts.rows, on: day, reader), viewer)
        }
    }

    /// Narrows a query to rows whose report the viewer handles; the column must be an id of a report.
    public func condition(report column: SQL) -> SQL { condition(report: column, where: reach.condition, isFew) }

    /// The same for a query that finds few rows: each is asked for its own report.
    public func condition(ofFew column: SQL) -> SQL { condition(report: column, where: reach.condition, false) }

    /// Known without asking anything: finds all rows that `condition` finds, and some that it does not. Where nothing is
    /// found, nothing more need be asked.
    public static func outline(of viewer: Viewer, report column: SQL, unit: SQL) -> SQL {
        """
        (\(viewer.works.condition(oneUnit: unit)) OR EXISTS (SELECT 1 FROM report_handler
            WHERE report_handler.report_id = \(column) AND report_handler.person_id = \(viewer.person)))
        """
    }

    /// The same for what leaves the site as a file or to a program: nothing confidential.
    public func openCondition(report column: SQL) -> SQL {
        condition(report: column, where: reach.openCondition, isFew)
    }

    private func condition(report column: SQL, where isSeen: SQL, _ isListed: Bool) -> SQL {
        isListed
            ? "\(column) IN (SELECT report.id FROM report WHERE \(isSeen))"
            : "EXISTS (SELECT 1 FROM report WHERE report.id = \(column) AND \(isSeen))"
    }

    /// These reports, those that the viewer does not handle left out.
    public func find(_ ids: [ID<Report>], _ reader: Reader) throws -> [ID<Report>: Report] {
        guard !ids.isEmpty else { return [:] }
        return Dictionary(try reader.rows(found(ids)).map { ($0.id, $0) }) { one, _ in one }
    }

    public func found(_ ids: [ID<Report>]) -> Query<Report> {
        Query(
            "SELECT \(Report.columns) FROM report WHERE id IN \(SQL.list(ids)) AND \(reach.condition)",
            Report.init(row:))
    }
}

extension SeenReport {
    /// The group that looks after the unit of a report.
    public static func group(of report: Report, on day: Day, _ reader: Reader) throws -> BodyID? {
        try BodyStore(reader).group(covering: report.unit, on: day)?.id
    }
}
