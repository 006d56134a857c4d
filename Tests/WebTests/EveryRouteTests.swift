import App
import HTTPTypes
import Markup
import MarkupTesting
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

/// Every route, as everybody, with ids of one's own and of others.
struct EveryRouteTests {
    private static let visitors: [Person?] = [nil] + Workplace.people
    private static let ids = [
        "laboratories", "history", "lab-group", "history-group", "maja", "karl", "maja-lab", "karl-history", "0", "%00",
        "%FF", "'%20OR%201=1--", "..%2F..", String(repeating: "x", count: 300),
    ]

    private static func paths(of route: Route) -> [String] {
        guard route.path.contains(":") else {
            return [route.path, route.path + "?q=%00%FF'\"&after=x&at=%00&name=%25"]
        }
        return ids.map { id in
            route.path.split(separator: "/").map { $0.hasPrefix(":") ? "/\(id)" : "/\($0)" }.joined()
        }
    }

    @Test(arguments: Engine.tested, visitors)
    func `no page fails, and every page is sound and carries neither script nor style`(
        engine: Engine, visitor: Person?
    ) async throws {
        let workplace = try await Workplace(engine)
        for route in Features.routes where route.method == .get {
            for path in Self.paths(of: route) {
                let reply = try await workplace.get(path, as: visitor)
                #expect(reply.status < 500, "\(path)")
                guard reply.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                let problems = HTMLCheck(HTML(trusted: reply.text)).problems
                #expect(problems.isEmpty, "\(path)")
            }
        }
    }

    @Test(arguments: Engine.tested, visitors)
    func `no form fails, whatever is sent`(engine: Engine, visitor: Person?) async throws {
        let workplace = try await Workplace(engine)
        let odd = String(repeating: "æ\u{0}'\"%<", count: 100)
        let names = [
            "name", "email", "code", "units", "parent", "kind", "role", "starts", "key", "to", "kept", "language",
        ]
        let routes = Features.routes.filter { route in
            route.method == .post && !route.path.hasPrefix("/sign-out")
        }
        for route in routes {
            for path in Self.paths(of: route) {
                let fields = Dictionary(uniqueKeysWithValues: names.map { ($0, odd) })
                #expect(try await workplace.post(path, as: visitor, fields).status < 500, "\(path)")
                #expect(try await workplace.post(path, as: visitor).status < 500, "\(path)")
            }
        }
    }

    @Test(arguments: visitors)
    func `the administrator's routes refuse everybody else, and what asks for a sign-in gets one`(
        visitor: Person?
    ) async throws {
        let workplace = try await Workplace()
        for route in Features.routes where route.api == nil {
            if case .anyone = route.who { continue }
            guard route.who == .administrator || visitor == nil, visitor?.isAdministrator != true else { continue }
            for path in Self.paths(of: route) {
                let reply =
                    route.method == .get
                    ? try await workplace.get(path, as: visitor) : try await workplace.post(path, as: visitor)
                let refused = visitor == nil ? (route.method == .get ? 303 : 401) : 403
                #expect(reply.status == refused, "\(route.method) \(path)")
            }
        }
    }

    @Test func `a stranger changes nothing in another's body`() async throws {
        let workplace = try await Workplace()
        let seat = ["email": "sara@nordhavn.example", "role": "member", "origin": "elected"]
        for person in [Workplace.karl, Workplace.sara, Workplace.maja] {
            #expect(try await workplace.post("/bodies/lab-group/seats", as: person, seat).status == 403)
            #expect(try await workplace.post("/mandates/jonas-lab/end", as: person).status == 403)
        }
        #expect(try await workplace.post("/bodies/history-group/seats", as: Workplace.eva, seat).status == 403)
    }

    /// A poster's secret has to be typed, and so is the shortest.
    @Test func `every door at a poster's link counts who guesses at it`() {
        let doors = Features.routes.filter { $0.method == .get && $0.path.hasPrefix("/r/") }
        #expect(doors.count >= 3)
        for door in doors { #expect(door.countsGuesses, "\(door.path)") }
    }

    @Test func `no route is open to the world without a reason`() {
        for route in Features.routes {
            guard case .anyone(let reason) = route.who else { continue }
            #expect(reason.split(separator: " ").count > 3, "\(route.path)")
        }
    }
}
