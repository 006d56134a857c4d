import Access
import Files
import Kernel
import Storage
import Web

public struct ReportStore {
    let reader: Reader

    public init(_ reader: Reader) {
        self.reader = reader
    }

    /// What a list of reports is narrowed down to.
    public struct Filter: Sendable, Equatable {
        public var kind: ReportKind?
        public var stage: ReportStage?
        /// This unit and all under it.
        public var unit: UnitID?
        public var text = ""
        /// At least as bad as this, or so it could have become.
        public var severity: Harm?
        public var order = Order.waitingFirst

        public init(
            kind: ReportKind? = nil, stage: ReportStage? = nil, unit: UnitID? = nil, text: String = "",
            severity: Harm? = nil, order: Order = .waitingFirst
        ) {
            self.kind = kind
            self.stage = stage
            self.unit = unit
            self.text = text
            self.severity = severity
            self.order = order
        }

        var isNarrowed: Bool { self != Filter() }
    }

    /// A place in the list, after which the next page begins.
    public struct Place: Sendable, Equatable {
        /// By what the list goes first: the stage, or the gravity.
        let rank: Int
        let reported: Day
        let id: ID<Report>

        init(of report: Report) { self.init(of: report, in: .waitingFirst) }

        init(of report: Report, in order: Order) {
            rank = order == .waitingFirst ? report.stage.rawValue : report.gravity
            reported = report.reported
            id = report.id
        }

        /// Reads `0.2026-01-05.k3…`.
        init?(_ text: String) {
            let parts = text.split(separator: ".", maxSplits: 2).map(String.init)
            guard parts.count == 3, let rank = Int(parts[0]), (0...9).contains(rank), let day = Day(parts[1])
            else { return nil }
            self.rank = rank
            reported = day
            id = ID(parts[2])
        }

        var text: String { "\(rank).\(reported.text).\(id)" }
    }

    /// The report, where the viewer handles it.
    public func find(_ id: ID<Report>, for viewer: Viewer, on day: Day) throws -> Report? {
        // Looked at first, so that what is not there and what may not be seen take the same work.
        let reach = try ReportReach(viewer, on: day, reader)
        guard let report = try find(id), try reach.includes(report, reader) else { return nil }
        return report
    }

    /// What the viewer handles: what waits first, then the latest.
    public func page(
        for viewer: Viewer, _ filter: Filter = Filter(), after place: Place? = nil, on day: Day, most: Int = 50
    ) throws -> [Report] {
        let reach = try ReportReach(viewer, on: day, reader)
        // Words of a confidential one are found by nobody: who finds them has read them, and that would be kept nowhere.
        let seen = filter.text.isEmpty ? reach.condition : reach.openCondition
        return try reader.rows(page(reach, seen, filter, after: place, on: day, most: most))
    }

    /// The same for a file that leaves the site: nothing confidential, whoever asks.
    public func exported(for viewer: Viewer, _ filter: Filter, on day: Day, most: Int) throws -> [Report] {
        let reach = try ReportReach(viewer, on: day, reader)
        // Of several whom one event struck the first alone: they are one report.
        return try reader.rows(
            page(reach, "\(reach.openCondition) AND first_id IS NULL", filter, after: nil, on: day, most: most))
    }

    /// Reports that nobody has read yet, asked for once it is known in which cases the viewer has a part.
    public static func waiting(
        for viewer: Viewer, on day: Day, most: Int = 5, _ asking: Asking
    ) -> (_ reader: Reader) throws -> Query<Report> {
        let parts = asking.rows(CaseStore.parts(of: viewer.person))
        return { reader in
            let reach = try ReportReach(viewer, parts: parts.rows, on: day, reader)
            return reach.isNothing ? .nothing : reach.waiting(most: most)
        }
    }

    /// Confidential reports that lie unopened and in which the viewer can step in.
    public func lying(for viewer: Viewer, on day: Day) throws -> [LyingCase] {
        let cases = CaseStore(reader)
        return try cases.lying(among: cases.cases(of: viewer.person).other, on: day)
    }

    /// Whether the person handles a confidential report, or can step in: whatever his or her mandates.
    func handles(_ person: PersonID, on day: Day) throws -> Bool {
        let (own, deputised) = try CaseStore(reader).cases(of: person)
        return try !own.isEmpty || !CaseStore(reader).lying(among: deputised, on: day).isEmpty
    }

    /// How many of the reports that the viewer handles, or can step in, nobody has read, counted as far as `most`.
    public func waitingCount(for viewer: Viewer, on day: Day, most: Int) throws -> Int {
        let reach = try ReportReach(viewer, on: day, reader)
        let lying = try CaseStore(reader).lying(among: reach.deputised, on: day).count
        guard !reach.isNothing else { return min(lying, most) }
        let own: Int =
            try reader.value(
                """
                SELECT COUNT(*) FROM (
                    SELECT 1 FROM report WHERE \(reach.stage(.waiting)) AND \(reach.condition) LIMIT \(most)
                ) AS counted
                """) ?? 0
        return min(own + lying, most)
    }

    /// What the person reported under his or her own name, latest first.
    public func mine(_ person: PersonID, most: Int = 100) throws -> [Report] {
        try reader.rows(
            """
            SELECT \(Report.columns) FROM report WHERE person_id = \(person) ORDER BY reported DESC, id LIMIT \(most)
            """, Report.init(row:))
    }

    func find(_ id: ID<Report>) throws -> Report? {
        try reader.first("SELECT \(Report.columns) FROM report WHERE id = \(id)", Report.init(row:))
    }

    func find(_ code: ReportCode) throws -> Report? {
        try reader.first("SELECT \(Report.columns) FROM report WHERE code_hash = \(code.hash.text)", Report.init(row:))
    }

    func messages(of report: ID<Report>) throws -> [ReportMessage] {
        try reader.rows(
            "SELECT author, person_id, day, text FROM report_message WHERE report_id = \(report) ORDER BY place"
        ) { row in
            let person: PersonID? = try row[1]
            return try ReportMessage(
                author: person.map(ReportMessage.Author.reader) ?? .reporter, day: row[2], text: row[3])
        }
    }

    func has(_ message: ID<ReportMessage>) throws -> Bool {
        try reader.exists("SELECT 1 FROM report_message WHERE id = \(message)")
    }

    func nextPlace(in report: ID<Report>) throws -> Int {
        try reader.value("SELECT COALESCE(MAX(place), 0) + 1 FROM report_message WHERE report_id = \(report)") ?? 1
    }

    func photoCount(of report: ID<Report>) throws -> Int {
        try reader.value("SELECT COUNT(*) FROM report_photo WHERE report_id = \(report)") ?? 0
    }

    /// The photo's bytes: one that was made here, and so no larger than memory takes at once.
    func photo(_ place: Int, of report: ID<Report>) throws -> [UInt8]? {
        let id: FileID? = try reader.value(
            "SELECT file_id FROM report_photo WHERE report_id = \(report) AND place = \(place)")
        guard let id, let file = try FileStore(reader).file(id) else { return nil }
        return try (0..<file.chunkCount).flatMap { try FileStore(reader).chunk($0, of: file) ?? [] }
    }

    private func page(
        _ reach: ReportReach, _ seen: SQL, _ filter: Filter, after place: Place?, on day: Day, most: Int
    ) -> Query<Report> {
        var conditions = [seen]
        if let kind = filter.kind { conditions.append("kind = \(kind)") }
        if let stage = filter.stage { conditions.append(reach.stage(stage, in: filter.order)) }
        if let gravity = reach.gravity(filter) { conditions.append(gravity) }
        if let unit = filter.unit {
            conditions.append(Reach(bodies: [], roots: [unit], on: day).condition(unit: "unit_id"))
        }
        if !filter.text.isEmpty {
            let pattern = "%" + filter.text.lowercased().escapedForLike + "%"
            conditions.append(
                "(LOWER(what) LIKE \(pattern) ESCAPE '!' OR LOWER(place) LIKE \(pattern) ESCAPE '!')")
        }
        if let place {
            conditions.append(filter.order.condition(after: place))
        }
        return Query(
            """
            SELECT \(Report.columns) FROM report WHERE \(SQL.joined(conditions, by: " AND "))
            ORDER BY \(filter.order.terms) LIMIT \(most)
            """, Report.init(row:))
    }
}

extension Report {
    static var columns: SQL {
        """
        id, kind, unit_id, what, place, happened, reported, anonymous, person_id, guest_name, contact, stage, seen_by,
        seen, acted, closed, outcome, effect, affected, setting, outside_hours, harm,
        possible_harm, first_id
        """
    }

    init(row: Row) throws {
        let person: PersonID? = try row[8]
        let guest: ReportSender = try row[7] ? .anonymous : .guest(name: row[9], contact: row[10])
        try self.init(
            id: row[0], kind: row[1], unit: row[2], what: row[3], place: row[4], happened: row[5], reported: row[6],
            sender: person.map(ReportSender.person) ?? guest,
            circumstances: Circumstances(affected: row[18], setting: row[19], isOutsideHours: row[20]),
            severity: ReportSeverity(was: row[21], could: row[22]), stage: row[11],
            seenBy: row[12], seen: row[13],
            acted: row[14], closed: row[15], outcome: row[16], effect: row[17], first: row[23])
    }
}

extension String {
    /// With the signs that LIKE reads as “anything” taken by their letter.
    fileprivate var escapedForLike: String {
        map { "%_!".contains($0) ? "!\($0)" : String($0) }.joined()
    }
}
