import Web

/// What needs somebody now, and how a group stands: read from what the features below publish.
public enum Overview {
    /// - Parameter matters: who is asked what waits for somebody today, in the order in which what is of one day stands.
    public static func routes(matters: [Matter.Publisher]) -> [Route] {
        var routes = Routes()
        TodayRoutes(matters: matters).add(to: &routes)
        GroupRoutes().add(to: &routes)
        UnitRoutes().add(to: &routes)
        return routes.all
    }
}
