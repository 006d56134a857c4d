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
        self.init(of: kind, among: try Surroundings(of: unit, on: day, reader))
    }

    init(of kind: ReportKind, among surroundings: Surroundings) {
        if kind.isConfidential {
            let confidants = Confidants(among: surroundings)
            people = confidants.people
            topics = confidants.bodies.map(Topic.confidentialReports)
            confidant = confidants.role
        } else {
            // Where no body looks after the unit, whoever works there by an office for it.
            let place = BodyStore.group(among: surroundings.bodies)?.id
            let mandates = surroundings.mandates.filter { $0.body == place && $0.role.givesRights }
            people = Set(mandates.map(\.person))
            topics = surroundings.bodies.map { .reports(of: $0.id) }
            confidant = nil
        }
    }
}

/// The bodies that look after a unit, nearest first, who sits in them, and who holds an office for it.
struct Surroundings: Sendable {
    let bodies: [Body]
    let mandates: [Mandate]

    init(of unit: UnitID, on day: Day, _ reader: Reader) throws {
        let (reaching, seated, offices) = try reader.together(
            BodyStore.reaching(unit, on: day), BodyStore.mandates(covering: unit, on: day),
            MandateStore.offices(covering: unit, on: day))
        self.init(reaching.map(\.body), seated, offices)
    }

    fileprivate init(_ bodies: [Body], _ seated: [Mandate], _ offices: [Office]) {
        self.bodies = bodies
        let open = Set(bodies.map(\.id))
        mandates = seated.filter { $0.body.map(open.contains) == true } + offices.map(\.seat.mandate)
    }
}

/// A unit with what surrounds it, asked for at once.
struct ReportedPlace: Sendable {
    let unit: Unit
    let surroundings: Surroundings

    /// Nothing where there is no such unit.
    init?(_ id: UnitID, on day: Day, _ reader: Reader) throws {
        let (units, reaching, seated, offices) = try reader.together(
            UnitStore.unit(id, on: day), BodyStore.reaching(id, on: day), BodyStore.mandates(covering: id, on: day),
            MandateStore.offices(covering: id, on: day))
        guard let unit = units.first else { return nil }
        self.unit = unit
        surroundings = Surroundings(reaching.map(\.body), seated, offices)
    }
}

/// Who reads the confidential reports of a unit: its coordinators, and where there is none, those who chair.
struct Confidants {
    let people: Set<PersonID>
    let bodies: [BodyID]
    let role: Role?

    init(among surroundings: Surroundings) {
        let role = [Role.coordinator, .chair].first { role in surroundings.mandates.contains { $0.role == role } }
        let mandates = surroundings.mandates.filter { $0.role == role }
        self.role = role
        people = Set(mandates.map(\.person))
        bodies = Set(mandates.compactMap(\.body)).sorted()
    }
}

/// How far a viewer sees: open reports by the body, confidential ones by name of office.
struct ReportReach: Sendable {
    private let works: Reach
    private let coordinated: Reach
    private let chaired: Set<UnitID>
    /// Narrows a query on `report` to what the viewer may see.
    let condition: SQL
    /// The same for what leaves the site as a file: never anything confidential.
    let openCondition: SQL

    init(_ viewer: Viewer, on day: Day, _ reader: Reader) throws {
        works = viewer.works
        coordinated = try Self.reach(of: viewer, as: .coordinator, on: day, reader)
        chaired = try Self.units(chairedBy: viewer, on: day, reader)
        // What somebody coordinates or chairs, he or she works on: one list of units finds the rows.
        let worked = try works.condition(unit: "unit_id", listedBy: reader)
        openCondition = "\(worked) AND confidential = 0"
        condition = """
            \(worked) AND (confidential = 0 OR \(coordinated.condition(unit: "unit_id"))
            OR unit_id IN \(SQL.list(chaired.sorted())))
            """
    }

    var isNothing: Bool { works.isNothing }

    /// Narrows a query on `report` to a stage. Of few units the reports are found by the unit: no index has COALESCE.
    func stage(_ stage: ReportStage) -> SQL { works.isFew ? "COALESCE(stage, 0) = \(stage)" : "stage = \(stage)" }

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
        return Set(try units.filter { try Confidants(among: Surroundings(of: $0, on: day, reader)).role == .chair })
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
