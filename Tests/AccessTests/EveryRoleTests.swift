import Access
import App
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

/// Every role, and what it opens: of its own unit, the units beside, above and below, and of every route.
struct EveryRoleTests {
    private static let bench = UnitID("bench")

    /// Somebody from another unit gets the role for the laboratories, or in their group.
    private static func workplace(_ role: Role, for person: Person, _ engine: Engine) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        let unit = Unit(
            id: bench, code: "KEMI-LAB-1", parent: Workplace.laboratories, kind: .section,
            name: Words(da: "Bænk 1", en: "Bench 1"), isLegalEntity: false, opens: Workplace.today - 10)
        let place: Mandate.Place =
            role.places.contains(.unit) ? .unit(Workplace.laboratories) : .body(Workplace.labGroup)
        let mandate = Mandate(
            id: ID("the-mandate"), role: role, in: place, person: person.id, origin: .appointed,
            starts: Workplace.today)
        try await workplace.database.write { writer in
            try writer.apply(unit.added(reportLink: "link-bench"), deed)
            try writer.apply(mandate.given(to: person.name), deed)
        }
        return workplace
    }

    @Test(arguments: Engine.tested, Role.allCases)
    func `a role opens its own unit and what lies below, never what lies beside or above`(
        engine: Engine, role: Role
    ) async throws {
        let given = try await Self.workplace(role, for: Workplace.rikke, engine)
        let (works, reads) = try await given.database.read { reader -> ([UnitID], [UnitID]) in
            var person = Workplace.rikke
            person.unit = Workplace.history
            guard let viewer = try Doorkeeping().viewer(person, on: Workplace.today, reader) else { return ([], []) }
            let units = [
                Workplace.laboratories, Self.bench, Workplace.office, Workplace.chemistry, Workplace.university,
            ]
            return (
                try units.filter { try viewer.works.includes($0, reader) },
                try units.filter { try viewer.reads.includes($0, reader) }
            )
        }
        let own = [Workplace.laboratories, Self.bench]
        let working: Set<Role> = [.chair, .leader, .representative, .coordinator, .secretary, .member, .secretariat]
        let reading: Set<Role> = [.hrPartner, .unitLeader]
        #expect(works == (working.contains(role) ? own : []))
        #expect(reads == (working.union(reading).contains(role) ? own : []))
    }

    @Test(arguments: Engine.tested, Role.allCases)
    func `every route keeps to its declaration for every role, whatever id is asked for`(
        engine: Engine, role: Role
    ) async throws {
        let workplace = try await Self.workplace(role, for: Workplace.sara, engine)
        for route in Features.routes where route.api == nil && !route.path.hasPrefix("/sign-out") {
            if case .anyone = route.who { continue }
            let isLetIn = RouteRights(route).roles.contains(role)
            let paths = Self.ids(route.path).map { id in
                "/" + route.path.split(separator: "/").map { $0.hasPrefix(":") ? id : "\($0)" }.joined(separator: "/")
            }
            for path in paths {
                let reply =
                    route.method == .get
                    ? try await workplace.get(path, as: Workplace.sara)
                    : try await workplace.post(path, as: Workplace.sara)
                #expect(reply.status < 500, "\(role) \(route.method) \(path)")
                if !isLetIn { #expect(reply.status == 403, "\(role) \(route.method) \(path)") }
            }
        }
    }

    /// The own thing, those beside, above and below it.
    private static func ids(_ path: String) -> [String] {
        guard path.contains(":") else { return [""] }
        if path.hasPrefix("/units/") { return ["laboratories", "office", "chemistry", "bench", "history"] }
        if path.hasPrefix("/bodies/") || path.hasPrefix("/plan/") {
            return ["lab-group", "history-group", "committee"]
        }
        if path.hasPrefix("/people/") { return ["sara", "karl", "eva"] }
        let isOfMandates = path.hasPrefix("/mandates/") || path.hasPrefix("/handovers/")
        return isOfMandates ? ["karl-history", "the-mandate"] : ["none"]
    }

    @Test(arguments: Role.allCases) func `what a route says of who may use it is what it does`(role: Role) {
        let place = UnitID("place")
        let viewer = Viewer(
            person: ID("somebody"), name: "", language: .danish, home: nil, isAdministrator: false, mandates: [],
            offices: [HeldOffice(role: role, unit: place, unitName: Words(da: "", en: ""))], works: .nothing,
            reads: .nothing)
        for route in Features.routes {
            #expect(RouteRights(route).roles.contains(role) == route.who.admits(viewer), "\(route.path)")
        }
    }

    @Test func `a route is known by its path and tells who and why`() throws {
        let route = try #require(Features.routes.first { $0.method == .post && $0.answers("/units/42/merger") })
        let told = RouteRights(route).told
        #expect(told.contains("POST /units/:id/merger") && told.contains("who: administrators"))
        let members = try #require(Features.routes.first { $0.who == .member })
        #expect(RouteRights(members).told.contains("safety representative"))
        #expect(!RouteRights(members).told.contains("HR partner"))
        #expect(!Features.routes.contains { $0.answers("/no/such/route/at/all") })
    }
}
