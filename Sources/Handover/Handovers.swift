import Access
import Kernel
import Organisation
import Storage
import Web

/// What somebody new in a mandate needs on one page, and what the one who leaves says to the next.
public enum Handovers {
    public static var routes: [Route] {
        var routes = Routes()
        HandoverRoutes().add(to: &routes)
        return routes.all
    }

    public static let migrations = HandoverSchema.migrations

    /// New mandates whose list is not done, and ending ones of which nothing has been said to the next.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Found {
        let mandates = asking.rows(MandateStore.all(of: visit.viewer.person))
        return { try HandoverStore($0).matters(of: mandates.rows, on: visit.today) }
    }
}
