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
    @Sendable public static func onBoard(
        _ body: BodyID, _ visit: Visit, _ asking: Asking
    ) -> PlanGuests.Shown {
        let still = still(on: body, visit, asking)
        return { _, _ in
            let (text, still) = (StuckTexts(language: visit.language), still())
            let mark = Badge(text.still, .soon)
            return BoardGuest(
                tabs: [Tabs.Tab(text.still, to: "/plan/\(body)/still", count: still.isEmpty ? nil : still.count)],
                marks: Dictionary(still.map { ($0, mark) }) { one, _ in one })
        }
    }

    /// Which actions of a plan stand still, of those within reach.
    @Sendable public static func still(on plan: SeenPlan, _ visit: Visit, _ reader: Reader) throws -> [ActionID] {
        let asking = Asking()
        let still = still(on: plan.body.id, visit, asking)
        try asking.go(reader)
        return still()
    }

    private static func still(on body: BodyID, _ visit: Visit, _ asking: Asking) -> () -> [ActionID] {
        StillActions.marked(
            on: body, where: visit.viewer.reads.condition(of: body, unit: "unit_id"), on: visit.today, asking)
    }

    /// What stands still and is the viewer's to speak of, and the eleven questions that he or she has not answered.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Further {
        StuckMatters.found(for: visit.viewer, on: visit.today, asking)
    }

    /// What an action's page says of it.
    @Sendable public static func onAction(_ seen: SeenAction, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        try StillnessSheet(visit: visit, seen: seen, reader)?.html
    }
}
