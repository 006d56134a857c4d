import Access
import Kernel
import Storage

/// What a report is counted by: no word of it, and nothing of who sent it.
public struct ReportFact: Sendable, Equatable {
    public let id: ID<Report>
    public let kind: ReportKind
    public let isConfidential: Bool
    public let unit: UnitID
    public let happened: Day?
    public let reported: Day
    public let circumstances: Circumstances
    /// Of somebody else whom the event of another report struck: no report of its own.
    public let isFurther: Bool
}

/// By whoever asks: what of it may be shown is for the asker to know.
extension ReportStore {
    public func fact(of id: ID<Report>) throws -> ReportFact? {
        try facts(of: [id]).first
    }

    /// In no order; those that are not there are left out.
    public func facts(of ids: [ID<Report>]) throws -> [ReportFact] {
        try reader.rows("SELECT \(ReportFact.columns) FROM report WHERE id IN \(SQL.list(ids))", ReportFact.init(row:))
    }

    /// What was reported on these days, in no order.
    /// - Parameter unit: only of this unit, and those that lie under it today.
    public func facts(
        reportedFrom first: Day, through last: Day, under unit: UnitID? = nil, today: Day, most: Int
    ) throws -> [ReportFact] {
        let isUnder: SQL =
            unit.map {
                "AND \(Reach(bodies: [], roots: [$0], on: today).condition(oneUnit: "report.unit_id"))"
            } ?? ""
        return try reader.rows(
            """
            SELECT \(ReportFact.columns) FROM report WHERE stage IN \(SQL.list(ReportStage.allCases))
            AND reported >= \(first) AND reported <= \(last) \(isUnder) LIMIT \(most)
            """, ReportFact.init(row:))
    }

    /// The day of the first report of all.
    public func firstDay() throws -> Day? {
        try ReportStage.allCases.compactMap { stage -> Day? in
            try reader.value("SELECT MIN(reported) FROM report WHERE stage = \(stage)")
        }.min()
    }
}

extension ReportFact {
    static var columns: SQL {
        """
        id, kind, confidential, unit_id, happened, reported, affected, setting, outside_hours,
        CASE WHEN first_id IS NULL THEN 0 ELSE 1 END
        """
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], kind: row[1], isConfidential: row[2], unit: row[3], happened: row[4], reported: row[5],
            circumstances: Circumstances(affected: row[6], setting: row[7], isOutsideHours: row[8]),
            isFurther: row[9])
    }
}
