import Kernel
import Storage
import Web

/// Electing safety representatives: the call, who stands, a secret ballot, the count, and the mandates that come of it.
public enum Elections {
    public static var routes: [Route] {
        var routes = Routes(
            .quiet(because: "who votes has no hour, and what is looked at around a ballot counts the ballots"))
        ElectionRoutes.add(to: &routes)
        NominationRoutes.add(to: &routes)
        BallotRoutes.add(to: &routes)
        RegisterRoutes.add(to: &routes)
        OrganiserRoutes.add(to: &routes)
        ScreenRoutes.add(to: &routes)
        ElectionAPI.add(to: &routes)
        return routes.all
    }

    public static let migrations = ElectionSchema.migrations

    /// Carries out what the calendar asks for today. Asked by the server's own round, and by whoever looks.
    /// - Returns: how many elections stood to be opened or counted.
    @discardableResult
    public static func turnPages(in house: House) async throws -> Int {
        try await ElectionCalendar(house: house).turn()
    }
}
