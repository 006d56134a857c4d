import Storage
import Web

/// Time for the task: what was allotted to those who hold mandates, and what they say that it takes; compared without
/// naming anyone.
public enum TimeForTask {
    public static var routes: [Route] {
        var routes = Routes()
        OwnTimeRoutes().add(to: &routes)
        ComparisonRoutes().add(to: &routes)
        return routes.all
    }

    public static let migrations = TimeSchema.migrations
}
