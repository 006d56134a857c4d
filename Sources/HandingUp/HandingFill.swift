import ActionPlan
import Journal
import Kernel
import Storage

/// Puts in what was handed up as it could have been: for invented organisations.
public struct HandingFill: Sendable {
    let handing: Handing
    private let group: Words
    private let deed: Deed

    /// - Parameters:
    ///   - action: of the group below.
    ///   - group: what it is called.
    ///   - deed: by whom and when it was handed up.
    public init(_ action: Action, to body: BodyID, asked: String, why: String, from group: Words, _ deed: Deed) {
        handing = Handing(
            id: deed.identities.ordered(at: deed.moment), action: action.id, owner: action.body, from: action.body,
            to: body,
            what: action.agreed.what, asked: asked, why: why, by: deed.person, at: deed.moment)
        (self.group, self.deed) = (group, deed)
    }

    /// - Parameter members: who hears of it above.
    public func handed(telling members: Set<PersonID>) -> Change { handing.handed(telling: members, from: group, deed) }

    public func taken(as action: ActionID, _ deed: Deed) -> Change {
        answered(as: .taken, HandingAnswer(at: deed.moment, by: deed.person), action)
    }

    public func sentBack(_ reason: String, _ advice: String, _ deed: Deed) -> Change {
        answered(as: .sentBack, HandingAnswer(at: deed.moment, by: deed.person, reason: reason, advice: advice))
    }

    private func answered(as state: HandingState, _ answer: HandingAnswer, _ action: ActionID? = nil) -> Change {
        handing.closing(as: state, answer, taken: action)?.saved(instead: handing)
            ?? Change([], journal: [], raising: [])
    }

    /// Help that somebody is to find for the action.
    public static func help(
        for action: Action, _ need: String, by seeker: PersonID, until day: Day, _ deed: Deed
    ) -> Change {
        ExpertHelp(
            id: deed.identities.ordered(at: deed.moment), action: action.id, body: action.body, need: need,
            source: .authorised, seeker: seeker, by: day, askedBy: deed.person, askedAt: deed.moment
        ).sought(for: action.agreed.what, deed)
    }
}
