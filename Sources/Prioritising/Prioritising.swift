import ActionPlan
import Kernel
import Storage
import Web

/// A group, and those whom it asks, prioritise ideas and actions together: the group's own proposal first, then each
/// alone, then the shared picture, and then what the group decides.
public enum Prioritising {
    public static let migrations = PrioritySchema.migrations

    public static var routes: [Route] {
        var routes = Routes(
            .quiet(because: "who places when, beside how many have placed, would tell whose placements are the latest"))
        RoundRoutes.add(to: &routes)
        LeadingRoutes.add(to: &routes)
        PlacingRoutes.add(to: &routes)
        return routes.all
    }

    /// The way to the rounds, and a line while one is open.
    public static let onBoard: PlanGuests.OnBoard = PriorityGuests.onBoard

    /// Where the group has laid the action.
    public static let onAction: PlanGuests.OnAction = PriorityGuests.onAction
}
