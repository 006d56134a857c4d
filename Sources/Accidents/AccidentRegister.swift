import Access
import Kernel
import Law
import Organisation
import Reports
import Storage
import Web

/// What the register is narrowed down to. Read leniently from an address.
struct RegisterFilter: Sendable, Equatable {
    enum Part: String, Sendable, CaseIterable {
        /// Something must be sent still.
        case open
        /// Its day has passed.
        case overdue
        case sent
        /// Nothing was sent, and nothing need be.
        case rest
    }

    var part: Part?
    /// This unit and all under it.
    var unit: UnitID?

    init(part: Part? = nil, unit: UnitID? = nil) {
        (self.part, self.unit) = (part, unit)
    }

    init(_ fields: Fields) {
        part = Part(rawValue: fields["state"])
        let text = fields["unit"].trimmed
        unit = text.isEmpty || text.utf8.count > 64 ? nil : UnitID(text)
    }

    var isNarrowed: Bool { self != RegisterFilter() }
}

/// An accident in a list, as this viewer sees it.
struct RegisteredAccident: Sendable {
    let report: Report
    let record: AccidentRecord
    let standing: DutyStanding
}

/// The accidents that a viewer handles: what must be sent first, the longest due at the top, then the latest.
struct AccidentRegister: Sendable {
    let accidents: [RegisteredAccident]
    /// Where the next page begins.
    let next: String?

    /// - Parameter isOpen: nothing confidential, whoever asks: for what leaves the site.
    init(
        for viewer: Viewer, _ filter: RegisterFilter, after text: String = "", by book: LawBook, on day: Day,
        most: Int, isOpen: Bool = false, _ reader: Reader
    ) throws {
        let reports = try HandledReports(by: viewer, on: day, reader)
        guard !reports.isNothing else {
            (accidents, next) = ([], nil)
            return
        }
        let rule = try NotificationRule(book, on: day, reader)
        let query = RegisterQuery(filter, rule, on: day)
        let seen =
            isOpen
            ? reports.openCondition(report: "accident.report_id") : reports.condition(report: "accident.report_id")
        var place = Place(text)
        var found: [Place] = []
        for phase in query.phases where phase.rawValue >= (place?.phase ?? .due).rawValue && found.count <= most {
            found += try query.places(in: phase, seen, after: place, most: most + 1 - found.count, reader)
            place = nil
        }
        let shown = Array(found.prefix(most))
        next = found.count > most ? shown.last?.text : nil
        let ids = shown.map(\.id)
        let records = Dictionary(
            uniqueKeysWithValues: try AccidentStore(reader).records(of: ids).map { ($0.report, $0) })
        let known = try reports.find(ids, reader)
        accidents = ids.compactMap { id in
            guard let report = known[id], let record = records[id],
                let standing = DutyStanding(of: record, report, by: rule, on: day)
            else { return nil }
            return RegisteredAccident(report: report, record: record, standing: standing)
        }
    }

    /// First what must be sent, then the others.
    enum Phase: Int, Sendable {
        case due = 0
        case other = 1
    }

    /// A place in the list, after which the next page begins.
    struct Place: Sendable {
        let phase: Phase
        let day: Day
        let id: ID<Report>

        init(_ phase: Phase, _ day: Day, _ id: ID<Report>) {
            (self.phase, self.day, self.id) = (phase, day, id)
        }

        /// Reads `0.2026-01-05.k3…`; nothing where it cannot be read.
        init?(_ text: String) {
            let parts = text.split(separator: ".", maxSplits: 2).map(String.init)
            guard parts.count == 3, let number = Int(parts[0]), let phase = Phase(rawValue: number),
                let day = Day(parts[1])
            else { return nil }
            self.init(phase, day, ID(parts[2]))
        }

        var text: String { "\(phase.rawValue).\(day.text).\(id)" }
    }
}

/// The queries of the register, each along an index.
private struct RegisterQuery {
    let phases: [AccidentRegister.Phase]
    private let filter: RegisterFilter
    private let unit: SQL?
    private let isDue: SQL
    private let day: Day

    init(_ filter: RegisterFilter, _ rule: NotificationRule, on day: Day) {
        self.filter = filter
        self.day = day
        unit = filter.unit.map { Reach(bodies: [], roots: [$0], on: day).condition(unit: "accident.unit_id") }
        isDue = rule.isDue
        phases =
            switch filter.part {
            case nil: [.due, .other]
            case .open, .overdue: [.due]
            case .sent, .rest: [.other]
            }
    }

    func places(
        in phase: AccidentRegister.Phase, _ seen: SQL, after place: AccidentRegister.Place?, most: Int, _ reader: Reader
    ) throws -> [AccidentRegister.Place] {
        var conditions = [seen] + [unit].compactMap { $0 }
        let key: SQL
        switch phase {
        case .due:
            conditions.append(isDue)
            if filter.part == .overdue { conditions.append("accident.due < \(day)") }
            if let place {
                conditions.append(
                    "(accident.due > \(place.day) OR (accident.due = \(place.day) AND accident.report_id > \(place.id)))"
                )
            }
            key = "accident.due"
        case .other:
            conditions.append("NOT (\(isDue))")
            if filter.part == .sent { conditions.append("accident.sent IS NOT NULL") }
            if filter.part == .rest { conditions.append("accident.sent IS NULL") }
            if let place {
                conditions.append(
                    "(accident.happened < \(place.day) OR (accident.happened = \(place.day) AND accident.report_id > \(place.id)))"
                )
            }
            key = "accident.happened"
        }
        let order: SQL =
            phase == .due ? "accident.due, accident.report_id" : "accident.happened DESC, accident.report_id"
        return try reader.rows(
            """
            SELECT \(key), accident.report_id FROM accident WHERE \(SQL.joined(conditions, by: " AND "))
            ORDER BY \(order) LIMIT \(most)
            """
        ) { row in AccidentRegister.Place(phase, try row[0], try row[1]) }
    }
}

extension NotificationRule {
    /// Narrows a query on `accident` to those of which something must be sent, now or if whoever is away stays away. The
    /// index of what is due goes by the stricter rule: where the bill holds, what it no longer asks is left out.
    var isDue: SQL {
        guard finding?.holds == true, let from = law.bill?.from else { return "accident.due IS NOT NULL" }
        return """
            accident.due IS NOT NULL AND (accident.happened < \(from) OR accident.absent_days IS NULL
            OR accident.absent_days >= \(law.billDays) OR accident.compensation = 1 OR accident.died IS NOT NULL)
            """
    }
}

/// Reports of accidents of which nobody has written yet whether anybody was away: the duty may run without anybody's knowing.
enum UnfilledAccidents {
    static func find(for viewer: Viewer, most: Int, on day: Day, _ reader: Reader) throws -> [Report] {
        let store = ReportStore(reader)
        let reports = try [ReportKind.accident, .violence, .psychological].flatMap { kind in
            try [ReportStage.waiting, .seen, .action].flatMap { stage in
                try store.page(for: viewer, .init(kind: kind, stage: stage), on: day, most: most)
            }
        }.filter { $0.circumstances.affected == .employee }
        let known = Set(try AccidentStore(reader).records(of: reports.map(\.id)).map(\.report))
        return Array(
            reports.filter { !known.contains($0.id) }.sorted { ($0.reported, $0.id) < ($1.reported, $1.id) }.prefix(
                most))
    }
}
