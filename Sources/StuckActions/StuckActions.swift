import Access
import ActionPlan
import Design
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Actions that have come to a standstill: noticed by themselves, asked about with one question, and looked at by the group
/// with eleven.
public enum StuckActions {
    public static let migrations = StuckSchema.migrations

    public static var routes: [Route] {
        var routes = Routes()
        StillRoutes.add(to: &routes)
        var quiet = Routes(
            .quiet(because: "answers without a name lie here, and who answers one gives the hour of it away"))
        CheckRoutes.add(to: &quiet)
        return routes.all + quiet.all
    }

    /// Who hears of what happens on the action plan.
    public static let followers: [Follower] = [ActionFollower.follow]

    /// What a plan's page says of it: how many stand still, and which.
    @Sendable public static func onBoard(_ plan: SeenPlan, _ visit: Visit, _ reader: Reader) throws -> BoardGuest {
        let text = StuckTexts(language: visit.language)
        let still = try still(on: plan, visit, reader)
        let mark = Badge(text.still, .soon)
        return BoardGuest(
            tabs: [Tabs.Tab(text.still, to: "/plan/\(plan.body.id)/still", count: still.isEmpty ? nil : still.count)],
            marks: Dictionary(still.map { ($0, mark) }) { one, _ in one })
    }

    /// Which actions of a plan stand still, of those within reach.
    @Sendable public static func still(on plan: SeenPlan, _ visit: Visit, _ reader: Reader) throws -> [ActionID] {
        let reach = visit.viewer.reads.condition(of: plan.body.id, unit: "unit_id")
        return try StillActions(reader, on: visit.today).marked(on: plan.body.id, where: reach)
    }

    /// The checks that the person is asked to answer, of open actions within reach.
    public static func toAnswer(by viewer: Viewer, most: Int, _ reader: Reader) throws -> [CheckToAnswer] {
        try StuckStore(reader).toAnswer(by: viewer.person, most: most).compactMap { check in
            do {
                let action = try SeenAction(check.action, for: viewer, reader).action
                guard action.isOpen else { return nil }
                return CheckToAnswer(
                    what: action.agreed.what, link: "/checks/\(check.id)", day: check.startedAt.day,
                    topics: [.check(check.id), .action(action.id)])
            } catch Refusal.notFound {
                return nil
            }
        }
    }

    /// What an action's page says of it.
    @Sendable public static func onAction(_ seen: SeenAction, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        try StillnessSheet(visit: visit, seen: seen, reader)?.html
    }
}

/// That somebody is asked the eleven questions about an action.
public struct CheckToAnswer: Sendable {
    public let what: String
    public let link: Link
    /// When it was begun.
    public let day: Day
    public let topics: [Topic]
}
