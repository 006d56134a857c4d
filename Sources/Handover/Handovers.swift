import Access
import Kernel
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

    /// What Today asks about taking over and handing over.
    public static func matters(for viewer: Viewer, on day: Day, _ reader: Reader) throws -> [HandoverMatter] {
        try HandoverStore(reader).matters(for: viewer, on: day)
    }
}
