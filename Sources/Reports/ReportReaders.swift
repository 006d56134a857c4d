import Access
import Journal
import Kernel
import Organisation
import Storage

/// Who reads what is reported in a unit, by the mandates of today.
struct ReportReaders: Sendable {
    /// Who is told.
    let people: Set<PersonID>
    /// What their pages listen to.
    let topics: [Topic]
    /// Who reads confidential reports here: shown to the reporter before anything is sent.
    let confidant: Role?

    var isNobody: Bool { people.isEmpty }

    init(of kind: ReportKind, in unit: UnitID, on day: Day, _ reader: Reader) throws {
        let store = BodyStore(reader)
        let bodies = try store.bodies(covering: unit, on: day)
        if kind.isConfidential {
            let confidants = try Confidants(of: unit, on: day, reader)
            people = confidants.people
            topics = confidants.bodies.map(Topic.confidentialReports)
            confidant = confidants.role
        } else {
            let group = try store.group(covering: unit, on: day)
            let seats = try group.map { try store.seats(of: $0.id, on: day) } ?? []
            people = Set(seats.filter(\.mandate.role.givesRights).map(\.mandate.person))
            topics = bodies.map { .reports(of: $0.id) }
            confidant = nil
        }
    }
}

/// Who reads the confidential reports of a unit: its coordinators, and where there is none, those who chair.
struct Confidants {
    let people: Set<PersonID>
    let bodies: [BodyID]
    let role: Role?

    init(of unit: UnitID, on day: Day, _ reader: Reader) throws {
        let bodies = try BodyStore(reader).bodies(covering: unit, on: day)
        let seats =
            try bodies.flatMap { try BodyStore(reader).seats(of: $0.id, on: day).map(\.mandate) }
            + MandateStore(reader).offices(covering: unit, on: day).map(\.seat.mandate)
        let role = [Role.coordinator, .chair].first { role in seats.contains { $0.role == role } }
        let mandates = seats.filter { $0.role == role }
        self.role = role
        people = Set(mandates.map(\.person))
        self.bodies = Set(mandates.compactMap(\.body)).sorted()
    }
}

/// How far a viewer sees: open reports by the body, confidential ones by name of office.
struct ReportReach: Sendable {
    private let works: Reach
    private let coordinated: Reach
    private let chaired: Set<UnitID>

    init(_ viewer: Viewer, on day: Day, _ reader: Reader) throws {
        works = viewer.works
        coordinated = try Self.reach(of: viewer, as: .coordinator, on: day, reader)
        chaired = try Self.units(chairedBy: viewer, on: day, reader)
    }

    var isNothing: Bool { works.isNothing }

    /// Narrows a query on `report` to what the viewer may see.
    var condition: SQL {
        """
        ((confidential = 0 AND \(works.condition(unit: "unit_id")))
        OR (confidential = 1 AND (\(coordinated.condition(unit: "unit_id")) OR unit_id IN \(SQL.list(chaired.sorted())))))
        """
    }

    /// The same for what leaves the site as a file: never anything confidential.
    var openCondition: SQL { "confidential = 0 AND \(works.condition(unit: "unit_id"))" }

    func includes(_ report: Report, _ reader: Reader) throws -> Bool {
        guard report.isConfidential else { return try works.includes(report.unit, reader) }
        return try chaired.contains(report.unit) || coordinated.includes(report.unit, reader)
    }

    private static func reach(of viewer: Viewer, as role: Role, on day: Day, _ reader: Reader) throws -> Reach {
        let bodies = Set(viewer.mandates.filter { $0.role == role }.map(\.body))
        let covered = try BodyStore(reader).units(of: bodies, on: day)
        return Reach(bodies: bodies, roots: viewer.units(as: role).union(covered), on: day)
    }

    /// Units under the viewer's chair that have a confidential report and no coordinator.
    private static func units(chairedBy viewer: Viewer, on day: Day, _ reader: Reader) throws -> Set<UnitID> {
        let chair = try reach(of: viewer, as: .chair, on: day, reader)
        guard !chair.isNothing else { return [] }
        let units: [UnitID] = try reader.values(
            """
            SELECT DISTINCT unit_id FROM report WHERE confidential = 1 AND \(chair.condition(unit: "unit_id"))
            """)
        return Set(try units.filter { unit in try Confidants(of: unit, on: day, reader).role == .chair })
    }
}

extension Viewer {
    /// What a page of reports listens to.
    var reportTopics: [Topic] {
        mandates.filter(\.role.givesRights).flatMap { mandate -> [Topic] in
            let open = Topic.reports(of: mandate.body)
            let isConfidant = mandate.role == .coordinator || mandate.role == .chair
            return isConfidant ? [open, .confidentialReports(of: mandate.body)] : [open]
        }
    }
}
