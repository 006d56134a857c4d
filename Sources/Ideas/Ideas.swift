import Access
import ActionPlan
import Design
import Journal
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What everybody would like to see done: given with or without a name, supported, and answered by the body that looks
/// after the unit. What is taken up becomes an action on its plan.
public enum Ideas {
    public static let migrations = IdeaSchema.migrations
    static let originKind = "idea"

    public static var routes: [Route] {
        var routes = Routes(
            .quiet(because: "an idea without a name has a day and no hour, and who reads one gives its hour away"))
        IdeaDoors.add(to: &routes)
        IdeaListRoutes.add(to: &routes)
        IdeaRoutes.add(to: &routes)
        IdeaAPI.add(to: &routes)
        return routes.all
    }

    /// Who hears of what happens on the action plan.
    public static let followers: [Follower] = [ActionFollower.follow]

    /// The form of a new idea for the body that looks after the unit; for that of the own unit where none is said.
    public static func newIdeaLink(unit: UnitID? = nil) -> Link {
        ("/idea" as Link).with([("unit", unit?.text ?? "")])
    }

    /// The same for the body itself.
    public static func newIdeaLink(body: BodyID) -> Link { ("/idea" as Link).with([("body", body.text)]) }

    /// The ideas of a plan that nobody has answered.
    public static func waitingLink(of body: BodyID) -> Link {
        ("/plan/\(body)/ideas" as Link).with([("state", IdeaState.waiting.name)])
    }

    /// What an action that came of an idea says of it.
    @Sendable public static func origin(_ id: String, for viewer: Viewer, _ reader: Reader) throws -> Origins.Told? {
        guard let idea = try IdeaStore(reader).find(IdeaID(id)),
            let body = try BodyStore(reader).find(idea.body, on: viewer.reads.day),
            try viewer.reads.includes(body.id, covering: body.units, reader)
                || viewer.reads.includes(idea.unit, reader)
        else { return nil }
        return (IdeaTexts(language: viewer.language).idea(idea.what), "/ideas/\(id)")
    }

    /// Narrows a query on actions that came of ideas to those of which `origin` tells the viewer.
    @Sendable public static func counted(for viewer: Viewer) -> SQL {
        """
        EXISTS (SELECT 1 FROM idea WHERE idea.id = action.origin_id
            AND \(viewer.reads.condition(oneBody: "idea.body_id", oneUnit: "idea.unit_id")))
        """
    }

    /// More notes than this nobody finds anything on; all are in the list.
    private static let mostParked = 24

    /// What lies in a plan's parking lot: the open ideas with most support, and the way to all.
    @Sendable public static func parked(
        on body: BodyID, for viewer: Viewer, _ asking: Asking
    ) -> () -> Parked {
        let text = IdeaTexts(language: viewer.language)
        let isWithinReach = viewer.reads.condition(of: body, unit: "unit_id")
        let ideas = asking.rows(IdeaStore.open(of: body, where: isWithinReach, most: mostParked))
        let all = asking.rows(IdeaStore.openCount(of: body, where: isWithinReach, most: 1000))
        return {
            Parked(
                ideas.rows.map { ParkingLot.Idea($0.what, to: "/ideas/\($0.id)", support: text.support($0.supports)) },
                actions: [
                    Button(text.allIdeas(all.first ?? 0), to: "/plan/\(body)/ideas", .quiet),
                    Button(text.haveAnIdea, to: newIdeaLink(body: body)),
                ])
        }
    }
}
