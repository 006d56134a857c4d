import Access
import Kernel
import Web

/// Who may use a route, from its own declaration and from what roles give.
public struct RouteRights: Sendable {
    let route: Route

    public init(_ route: Route) {
        self.route = route
    }

    /// Roles whose mandates let their holder in, whatever the place.
    public var roles: [Role] {
        switch route.who {
        case .anyone, .signedIn: Role.allCases
        case .member: Role.allCases.filter(\.givesRights)
        case .administrator: []
        }
    }

    /// For the command line, in English.
    public var told: String {
        """
        \(route.method.rawValue) \(route.path)
          who: \(who)
          why: \(why)\(api)
        """
    }

    private var who: String {
        switch route.who {
        case .anyone: return "anyone, without signing in"
        case .signedIn: return "everyone who has signed in"
        case .member:
            let texts = OrganisationTexts(language: .english)
            return "whoever holds one of these roles today: \(roles.map(texts.name).joined(separator: ", "))"
        case .administrator: return "administrators"
        }
    }

    private var why: String {
        switch route.who {
        case .anyone(let reason): reason
        case .signedIn:
            "a session or a token is enough; what is behind it is looked up within the viewer's reach, "
                + "and what is not within it is not found"
        case .member:
            "these mandates give work on the plans and reports of their area; what lies elsewhere is not found"
        case .administrator: "technical: users, imports, settings and the tree of units; no case content comes with it"
        }
    }

    private var api: String {
        route.api.map { "\n  token: scope \($0.scope.rawValue), and the rights of the person whose token it is" } ?? ""
    }
}

extension Route {
    /// Whether this is the route that a path leads to, given with parameters or with their names.
    public func answers(_ asked: String) -> Bool {
        let own = path.split(separator: "/", omittingEmptySubsequences: false)
        let parts = asked.prefix { $0 != "?" }.split(separator: "/", omittingEmptySubsequences: false)
        return own.count == parts.count
            && zip(own, parts).allSatisfy { own, part in own == part || own.hasPrefix(":") && !part.isEmpty }
    }
}
