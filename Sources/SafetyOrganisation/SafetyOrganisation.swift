import Journal
import Storage
import Web

/// Whether the safety organisation is built as the law wants it, and who both coordinates and represents.
public struct SafetyOrganisation: Sendable {
    public static let migrations = ConflictSchema.migrations
    /// Whoever becomes coordinator and representative at once is told.
    public static let followers: [Follower] = [ConflictFollower.follow]

    let elections: OpenElections

    /// - Parameter elections: the bodies that have an election which is called and not over.
    public init(elections: @escaping OpenElections) {
        self.elections = elections
    }

    public var routes: [Route] {
        var routes = Routes()
        FlawRoutes(elections: elections).add(to: &routes)
        ConflictRoutes().add(to: &routes)
        return routes.all
    }
}
