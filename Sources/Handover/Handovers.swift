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

    /// What Today asks about taking over and handing over.
    /// - Parameter mandates: all of one person's.
    public static func matters(of mandates: [Mandate], on day: Day, _ reader: Reader) throws -> [HandoverMatter] {
        try HandoverStore(reader).matters(of: mandates, on: day)
    }
}
