import Hummingbird

/// What the server may tell of visits to a route, in its log and in its figures. What is told is told by the route's
/// template, never by the address, and never with who came.
public enum Trace: Sendable, Equatable {
    /// That somebody asked, how it was answered, and how long that took.
    case told
    /// Nothing, for a reason that stands beside it: that somebody came, and when, is already too much. It is in no sum
    /// either, since what is told of the others could be taken away from that.
    case quiet(because: String)
    /// As much as of the page that the visit leads to, which this field names: who signs in to report something came to
    /// report something.
    case asOfItsAim(field: String)
}

extension Site {
    /// Whether visits such as this one to the route may be told of, and this one itself.
    func tells(
        of route: Route, _ visit: Visit, _ request: Request, _ context: SiteContext
    ) -> (isOfTold: Bool, isTold: Bool) {
        if case .asOfItsAim(let field) = route.trace, isTold(aim: visit.fields[field]) {
            tell(of: route, request, context)
            return (true, context.telling.told != nil)
        }
        return (route.trace == .told, context.telling.told != nil)
    }

    /// Whether all that this address may lead to is told of. What leads nowhere is not.
    private func isTold(aim: String) -> Bool {
        guard !aim.isEmpty else { return true }
        let path = String(aim.prefix { $0 != "?" && $0 != "#" })
        let aims = routes.filter { $0.leads(to: path) }
        return !aims.isEmpty && aims.allSatisfy { $0.trace == .told }
    }
}
