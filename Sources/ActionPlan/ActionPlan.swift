import Access
import Kernel
import Markup
import Storage
import Web

/// The living action plan: what others put things onto.
public enum ActionPlan {
    /// What waits for somebody of the plans besides the actions themselves.
    @Sendable public static func matters(of visit: Visit, _ asking: Asking) -> Matter.Found {
        PlanMatters.found(for: visit.viewer, on: visit.today, asking)
    }

    public static let migrations: [Migration] =
        ActionSchema.migrations + LastingSchema.migrations + ExampleSchema.migrations
        + LeaderSchema.migrations + FigureSchema.migrations + RecurrenceSchema.migrations
        + TemplateSchema.migrations + SavedListSchema.migrations + GroupingSchema.migrations
        + PresenceSchema.migrations + StillnessSchema.migrations

    /// - Parameters:
    ///   - origins: who is asked about what actions came from.
    ///   - guests: who is asked what else stands on the plan's pages.
    public static func routes(origins: Origins, guests: PlanGuests) -> [Route] {
        var routes = Routes()
        let presence = Presence()
        PlanRoutes(guests: guests).add(to: &routes)
        PlanTableRoutes().add(to: &routes)
        FigureRoutes(origins: origins).add(to: &routes)
        BelowRoutes(origins: origins).add(to: &routes)
        ListRoutes(origins: origins).add(to: &routes)
        SavedListRoutes().add(to: &routes)
        ThemeRoutes().add(to: &routes)
        ActionRoutes(origins: origins, guests: guests, presence: presence).add(to: &routes)
        PresenceRoutes(origins: origins, presence: presence).add(to: &routes)
        ClosureRoutes(origins: origins).add(to: &routes)
        JudgementRoutes(origins: origins, guests: guests).add(to: &routes)
        ExampleRoutes(origins: origins).add(to: &routes)
        LeaderRoutes(origins: origins).add(to: &routes)
        TemplateRoutes(origins: origins).add(to: &routes)
        RecurrenceRoutes(origins: origins).add(to: &routes)
        AttachmentRoutes().add(to: &routes)
        ActionAPI(origins: origins).add(to: &routes)
        return routes.all
    }

    /// The form of the action that follows from one that did not work or did not last.
    static func nextActionLink(after action: Action) -> Link {
        newActionLink(
            body: action.body, unit: action.agreed.unit, what: action.agreed.what,
            origin: Origin(kind: "action", id: action.id.text))
    }

    /// The form of a new action on the body's plan, filled in as far as the sender knows.
    public static func newActionLink(
        body: BodyID, unit: UnitID? = nil, what: String = "", origin: Origin? = nil
    ) -> Link {
        ("/actions/new" as Link).with([
            ("body", body.text), ("unit", unit?.text ?? ""), ("what", what), ("origin", origin?.text ?? ""),
        ])
    }
}
