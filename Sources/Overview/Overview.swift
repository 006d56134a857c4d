import Web

/// What needs somebody now, and how a group stands: read from what the features below publish.
public enum Overview {
    public static var routes: [Route] {
        var routes = Routes()
        TodayRoutes().add(to: &routes)
        GroupRoutes().add(to: &routes)
        UnitRoutes().add(to: &routes)
        return routes.all
    }
}
