import Access
import Journal
import Kernel
import Storage
import Web

/// How often something happens, for how many hours of work, and whether that has changed.
public enum Statistics {
    public static let migrations = StatisticsSchema.migrations + RelineSchema.migrations

    public static var routes: [Route] {
        var routes = Routes()
        StatisticsRoutes.add(to: &routes)
        return routes.all
    }

    /// Who hears of what happens to reports, to accidents, to the hours of a unit and to where it lies.
    public static let followers: [Follower] = [SumFollower.follow]

    /// Adds the reports of days that are over to the sums, and makes those anew after which the tree was changed for the past.
    @discardableResult
    public static func sumDays(in database: any Database, at now: Moment) async throws -> Int {
        let count = try await DaySumming.run(in: database, at: now)
        try await Relining.run(in: database)
        return count
    }
}
