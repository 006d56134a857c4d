import Access
import Kernel
import Storage

/// Reports after which an employee may be away from work, that somebody has read and nobody has closed: for features above
/// that keep more of some of them.
public struct ReportsOfHarm: Sendable {
    /// In so many words what the indexes hold: they are taken for nothing less.
    private static let areOpen: SQL = """
        stage > 0 AND stage < 3 AND affected = 'employee' AND kind IN ('accident', 'violence', 'psychological')
        """

    private let since: Day
    private let today: Day
    /// Which of them are meant, by what the feature above keeps of `report.id`.
    private let isMeant: SQL

    public init(since: Day, today: Day, where isMeant: SQL) {
        (self.since, self.today, self.isMeant) = (since, today, isMeant)
    }

    /// Both ends are said, or SQLite takes the stage's ends for the narrower way.
    private var meant: SQL { "\(Self.areOpen) AND reported >= \(since) AND reported <= \(today) AND \(isMeant)" }

    /// Whether there may be any that the viewer handles, known from rights alone: they find all that `find` finds, and some
    /// that it does not. Asked together with other questions.
    public func outlines(for viewer: Viewer) -> [Query<Int>] {
        let works = viewer.works
        let place = works.isFew ? works.condition(unit: "unit_id") : works.condition(oneUnit: "report.unit_id")
        let own: SQL = """
            SELECT 1 FROM report WHERE \(meant)
            AND id IN (SELECT report_id FROM report_handler WHERE person_id = \(viewer.person)) LIMIT 1
            """
        let open: SQL = "SELECT 1 FROM report WHERE \(meant) AND \(place) LIMIT 1"
        return (works.isNothing ? [own] : [open, own]).map { Query($0) { row in try row[0] } }
    }

    /// Those that the viewer handles, the latest first: of those something can be in time still.
    public func find(for viewer: Viewer, most: Int, _ reader: Reader) throws -> [Report] {
        let reach = try ReportReach(viewer, on: today, reader)
        guard !reach.isNothing else { return [] }
        return try reader.rows(
            """
            SELECT \(Report.columns) FROM report WHERE \(meant) AND \(reach.condition) ORDER BY reported DESC, id DESC
            LIMIT \(most)
            """, Report.init(row:))
    }
}
