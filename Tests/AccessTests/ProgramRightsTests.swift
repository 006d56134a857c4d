import Access
import App
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

/// Programs' routes with tokens of every role and every scope, for the own unit and those beside, above and below it.
struct ProgramRightsTests {
    private static let bench = UnitID("bench")
    private static let units = ["laboratories", "bench", "office", "chemistry", "history"]

    /// Sara holds the role for the laboratories or in their group; each scope has a token of its own, and one has all.
    private static func workplace(_ role: Role, _ engine: Engine) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        let deed = workplace.deed(by: nil)
        let unit = Unit(
            id: bench, code: "KEMI-LAB-1", parent: Workplace.laboratories, kind: .section,
            name: Words(da: "Bænk 1", en: "Bench 1"), isLegalEntity: false, opens: Workplace.today - 10)
        let place: Mandate.Place =
            role.places.contains(.unit) ? .unit(Workplace.laboratories) : .body(Workplace.labGroup)
        let mandate = Mandate(
            id: ID("the-mandate"), role: role, in: place, person: Workplace.sara.id, origin: .appointed,
            starts: Workplace.today)
        try await workplace.database.write { writer in
            try writer.apply(unit.added(reportLink: "link-bench"), deed)
            try writer.apply(mandate.given(to: "Sara Lund"), deed)
            for scope in Scope.allCases {
                try writer.apply(
                    SignIn.token(
                        scope.rawValue, Workplace.sara.id, name: "one", scopes: [scope.rawValue],
                        until: deed.moment + 3600), deed)
            }
            for person in [Workplace.sara, Workplace.rikke] {
                try writer.apply(
                    SignIn.token(
                        "all of \(person.id)", person.id, name: "all", scopes: Scope.allCases.map(\.rawValue),
                        until: deed.moment + 3600), deed)
            }
        }
        return workplace
    }

    private static func paths(_ path: String) -> [String] {
        guard path.contains(":") else { return [path] }
        let ids = path.contains("/units/") ? units : path.contains("/people/") ? ["sara", "karl", "eva"] : ["none"]
        return ids.map { id in
            "/" + path.split(separator: "/").map { $0.hasPrefix(":") ? id : "\($0)" }.joined(separator: "/")
        }
    }

    private static func method(_ route: Route) -> HTTPRequest.Method {
        switch route.method {
        case .get: .get
        case .post: .post
        case .put: .put
        case .delete: .delete
        }
    }

    @Test(arguments: Engine.tested, Role.allCases)
    func `a token does what its scope says and its owner may, whatever id is asked for`(
        engine: Engine, role: Role
    ) async throws {
        let workplace = try await Self.workplace(role, engine)
        let routes = Features.routes.filter { $0.api != nil }
        #expect(routes.count > 20)
        for route in routes {
            let (shape, paths) = (try #require(route.api), Self.paths(route.path))
            for scope in Scope.allCases where scope != shape.scope {
                let reply = try await workplace.api(
                    Self.method(route), paths[0], token: scope.rawValue, json: "{}")
                #expect(reply.status == 403, "\(scope) \(route.method) \(paths[0])")
            }
            let mayNot = shape.summary.contains("administrators only") && !shape.summary.contains("external id")
            for path in paths {
                let reply = try await workplace.api(
                    Self.method(route), path, token: shape.scope.rawValue, json: "{}")
                #expect(reply.status < 500 && reply.status != 401, "\(role) \(route.method) \(path)")
                if mayNot { #expect(reply.status == 403, "\(role) \(route.method) \(path)") }
            }
            #expect(try await workplace.api(Self.method(route), paths[0], token: nil, json: "{}").status == 401)
            #expect(try await workplace.api(Self.method(route), paths[0], token: "no token", json: "{}").status == 401)
        }
    }

    @Test(arguments: Engine.tested, Role.allCases)
    func `mandates and figures are written by the token of who arranges there, for the own unit and below only`(
        engine: Engine, role: Role
    ) async throws {
        let workplace = try await Self.workplace(role, engine)
        for unit in Self.units {
            let isWithin =
                [.coordinator, .secretariat].contains(role) && ["laboratories", "bench"].contains(unit)
            let office =
                #"{"unit": "\#(unit)", "email": "ida@nordhavn.example", "role": "emergency_lead", "origin": "appointed"}"#
            let given = try await workplace.api(.post, "/api/v1/mandates", token: "all of sara", json: office)
            #expect(given.status == (isWithin ? 200 : 403), "\(role) \(unit)")
            let month = #"{"month": "2025-12", "hours": 100}"#
            let counted = try await workplace.api(
                .post, "/api/v1/units/\(unit)/months", token: "all of sara", json: month)
            #expect(counted.status == (isWithin ? 200 : 403), "\(role) \(unit)")
        }
    }

    @Test(arguments: Engine.tested, Role.allCases)
    func `plans and reports are opened to a token as they are to its owner`(engine: Engine, role: Role) async throws {
        let workplace = try await Self.workplace(role, engine)
        let actions = [("lab-group", "laboratories", "jonas"), ("history-group", "history", "karl")]
        for (body, unit, person) in actions {
            let maker = body == "lab-group" ? Workplace.jonas : Workplace.karl
            let made = try await workplace.post(
                "/actions", as: maker,
                [
                    "body": body, "what": "Indsats i \(unit)", "unit": unit, "responsible": person,
                    "due": "2026-02-01", "difficulty": "simple",
                ])
            #expect(made.status == 303)
            _ = try await workplace.post(
                "/r/link-\(unit)", ["kind": "near_miss", "what": "Melding i \(unit)", "anonymous": "on"])
        }
        let plan = try await workplace.api(.get, "/api/v1/actions", token: "all of sara").text
        // Sara works in the laboratories, whose plan everybody there reads.
        #expect(plan.contains("Indsats i laboratories") && !plan.contains("Indsats i history"), "\(role)")
        let reports = try await workplace.api(.get, "/api/v1/reports", token: "all of sara").text
        #expect(reports.contains("Melding i laboratories") == (role.right == .works), "\(role)")
        #expect(!reports.contains("Melding i history"), "\(role)")
        let ids: [(String, String)] = try await workplace.database.read { reader in
            try reader.rows("SELECT id, unit_id FROM report ORDER BY id") { (try $0[0], try $0[1]) }
        }
        for (id, unit) in ids {
            let isSeen = unit == "laboratories" && role.right == .works
            let reply = try await workplace.api(.get, "/api/v1/reports/\(id)", token: "all of sara")
            #expect(reply.status == (isSeen ? 200 : 404), "\(role) \(unit)")
        }
    }
}
