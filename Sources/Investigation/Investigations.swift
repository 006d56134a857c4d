import Design
import Journal
import Kernel
import Markup
import Reports
import Storage
import Web

/// The investigation of a report: who takes part, what happened, why, what should have prevented it, and what is concluded.
public enum Investigations {
    public static let migrations = InvestigationSchema.migrations

    public static var routes: [Route] {
        var routes = Routes(
            .quiet(because: "a report has a day and no hour, and who looks into one gives its hour away"))
        InvestigationRoutes.add(to: &routes)
        PieceRoutes<EventStep>.add(to: &routes)
        PieceRoutes<Cause>.add(to: &routes)
        PieceRoutes<Barrier>.add(to: &routes)
        InvestigationAPI.add(to: &routes)
        return routes.all
    }

    /// Who hears of what happens on the action plan.
    public static let followers: [Follower] = [ActionFollower.follow]

    /// What a report's page says of its investigation.
    @Sendable public static func onReport(_ seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        try ReportSheet.part(of: seen, visit, reader)
    }

    /// That it can be investigated, beside what else can be done with a report now.
    @Sendable public static func onNext(_ seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        try ReportSheet.begin(seen, visit, reader)
    }
}
