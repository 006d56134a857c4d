import Access
import Journal
import Kernel
import Organisation
import Storage

/// Who reads a report, and whose pages show it.
struct ReportReaders: Sendable {
    /// Who is told.
    let people: Set<PersonID>
    /// What their pages listen to.
    let topics: [Topic]
    /// Who handles a confidential report from the day it comes in.
    let handlers: [CaseHandler]

    var isNobody: Bool { people.isEmpty }

    /// Of what comes in now.
    /// - Parameter barred: those to whom it may not go, where it is confidential.
    init(of kind: ReportKind, among surroundings: Surroundings, without barred: Set<PersonID> = []) {
        if kind.isConfidential {
            let entrusted = Entrusted(among: surroundings, without: barred)
            self.init(confidential: Set(entrusted.handlers), entrusted.all)
        } else {
            // Where no body looks after the unit, whoever works there by an office for it.
            let place = BodyStore.group(among: surroundings.bodies)?.id
            let mandates = surroundings.mandates.filter { $0.body == place && $0.role.givesRights }
            self.init(Set(mandates.map(\.person)), surroundings.bodies.map { .reports(of: $0.id) }, [])
        }
    }

    /// Of a report that came in before: a confidential one keeps its handlers, however mandates and namings change.
    init(of report: Report, on day: Day, _ reader: Reader) throws {
        let kept = report.isConfidential ? try CaseStore(reader).handlers(of: report.id) : []
        if report.isConfidential, !kept.isEmpty {
            self.init(confidential: Set(kept.filter(\.reads).map(\.person)), kept)
            return
        }
        let surroundings = try Surroundings(of: report.unit, on: day, reader)
        if report.isConfidential {
            self.init(confidential: Confidants(among: surroundings).people, [])
        } else {
            self.init(of: report.kind, among: surroundings)
        }
    }

    /// A body's pages hear nothing of it: that something came is already too much.
    private init(confidential people: Set<PersonID>, _ handlers: [CaseHandler]) {
        self.init(people, people.sorted().map(Topic.cases), handlers)
    }

    private init(_ people: Set<PersonID>, _ topics: [Topic], _ handlers: [CaseHandler]) {
        (self.people, self.topics, self.handlers) = (people, topics, handlers)
    }
}

/// The bodies that look after a unit, nearest first, who sits in them, who holds an office for it, and who is named to
/// read what is told in confidence.
struct Surroundings: Sendable {
    let bodies: [Body]
    let mandates: [Mandate]
    /// Nearest first.
    let namings: [HandlerNaming]
    let day: Day

    init(of unit: UnitID, on day: Day, _ reader: Reader) throws {
        let (reaching, seated, offices, namings) = try reader.together(
            BodyStore.reaching(unit, on: day), BodyStore.mandates(covering: unit, on: day),
            MandateStore.offices(covering: unit, on: day), NamingStore.covering(unit, on: day))
        self.init(reaching.map(\.body), seated, offices, namings, on: day)
    }

    fileprivate init(
        _ bodies: [Body], _ seated: [Mandate], _ offices: [Office], _ namings: [HandlerNaming], on day: Day
    ) {
        self.bodies = bodies
        self.namings = namings
        self.day = day
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
        let (units, reaching, seated, offices, namings) = try reader.together(
            UnitStore.unit(id, on: day), BodyStore.reaching(id, on: day), BodyStore.mandates(covering: id, on: day),
            MandateStore.offices(covering: id, on: day), NamingStore.covering(id, on: day))
        guard let unit = units.first else { return nil }
        self.unit = unit
        surroundings = Surroundings(reaching.map(\.body), seated, offices, namings, on: day)
    }
}

/// Who reads the confidential reports of a unit that came before cases had handlers: its coordinators of today, and where
/// there is none, those who chair.
struct Confidants {
    let people: Set<PersonID>
    let role: Role?

    init(among surroundings: Surroundings) {
        let role = [Role.coordinator, .chair].first { role in surroundings.mandates.contains { $0.role == role } }
        self.role = role
        people = Set(surroundings.mandates.filter { $0.role == role }.map(\.person))
    }
}

/// How far a viewer sees: open reports by the body, confidential ones as a handler of the very case; those from before
/// cases had handlers by name of office.
struct ReportReach: Sendable {
    private let works: Reach
    private let coordinated: Reach
    private let chaired: Set<UnitID>
    private let cases: Set<ID<Report>>
    /// Cases in which the viewer is deputy and sees nothing, unless they lie.
    let deputised: [ID<Report>]
    /// Narrows a query on `report` to what the viewer may see.
    let condition: SQL
    /// The same for what leaves the site as a file, and for a search by words: never anything confidential.
    let openCondition: SQL

    init(_ viewer: Viewer, on day: Day, _ reader: Reader) throws {
        try self.init(viewer, parts: try reader.rows(CaseStore.parts(of: viewer.person)), on: day, reader)
    }

    /// - Parameter parts: what the viewer has to do with cases, as it was asked for together with other things.
    init(_ viewer: Viewer, parts: [(id: ID<Report>, reads: Bool)], on day: Day, _ reader: Reader) throws {
        works = viewer.works
        let own = parts.filter(\.reads).map(\.id)
        cases = Set(own)
        deputised = parts.filter { !$0.reads }.map(\.id)
        coordinated = try Self.reach(of: viewer, as: .coordinator, on: day, reader)
        chaired = try Self.units(chairedBy: viewer, on: day, reader)
        let isHandled: SQL = "report.id IN \(SQL.list(own))"
        guard !works.isNothing else {
            (condition, openCondition) = (isHandled, "report.id IN (NULL)")
            return
        }
        // What somebody coordinates or chairs, he or she works on: one list of units finds the rows.
        let worked = try works.condition(unit: "unit_id", listedBy: reader)
        openCondition = "\(worked) AND confidential = 0"
        var seen = openCondition
        if !coordinated.isNothing || !chaired.isEmpty {
            seen = """
                \(worked) AND (confidential = 0 OR (\(Self.isWithoutHandlers)
                AND (\(coordinated.condition(unit: "unit_id")) OR unit_id IN \(SQL.list(chaired.sorted())))))
                """
        }
        // The cases of one person are few, and named one by one: either engine finds them by their ids.
        condition = own.isEmpty ? seen : "((\(seen)) OR \(isHandled))"
    }

    private static let isWithoutHandlers: SQL =
        "NOT EXISTS (SELECT 1 FROM report_handler WHERE report_handler.report_id = report.id)"

    var isNothing: Bool { works.isNothing && cases.isEmpty }

    /// Narrows a query on `report` to a stage. Of few units the reports are found by the unit: no index has COALESCE.
    func stage(_ stage: ReportStage) -> SQL {
        works.isFew || works.isNothing ? "COALESCE(stage, 0) = \(stage)" : "stage = \(stage)"
    }

    /// What nobody has read yet, the latest first. Of few units both together find it, where nothing else does: its order
    /// alone, in which all that waits anywhere lies, would be taken before them.
    func waiting(most: Int) -> Query<Report> {
        let isByUnit = works.isFew && cases.isEmpty
        // In the text, since few reports wait: PostgreSQL would plan anew for it each time.
        let stage: SQL = isByUnit ? "stage = \(fixed: ReportStage.waiting.rawValue)" : self.stage(.waiting)
        let order: SQL = isByUnit ? "COALESCE(reported, '') DESC, id" : "reported DESC, id"
        return Query(
            "SELECT \(Report.columns) FROM report WHERE \(condition) AND \(stage) ORDER BY \(order) LIMIT \(most)",
            Report.init(row:))
    }

    /// The same in this order: where it goes by gravity, that alone finds the rows.
    func stage(_ stage: ReportStage, in order: ReportStore.Order) -> SQL {
        order == .worstFirst ? "COALESCE(stage, 0) = \(stage)" : self.stage(stage)
    }

    /// Narrows a query on `report` to what is rated, where the filter asks for that. Of few units they are found by the unit.
    func gravity(_ filter: ReportStore.Filter) -> SQL? {
        guard filter.severity != nil || filter.order == .worstFirst else { return nil }
        let least = filter.severity?.rawValue ?? 1
        // The index of those that are rated is taken only where the query says in so many words that they are.
        return works.isFew || works.isNothing
            ? "COALESCE(gravity, 0) >= \(least)" : "gravity > 0 AND gravity >= \(least)"
    }

    func includes(_ report: Report, _ reader: Reader) throws -> Bool {
        guard report.isConfidential else { return try works.includes(report.unit, reader) }
        if cases.contains(report.id) { return true }
        guard try chaired.contains(report.unit) || coordinated.includes(report.unit, reader) else { return false }
        return try !CaseStore(reader).hasHandlers(report.id)
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
        mandates.filter(\.role.givesRights).map { .reports(of: $0.body) } + [.cases(of: person)]
    }
}
