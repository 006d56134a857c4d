import ActionPlan
import Journal
import Kernel
import Storage

/// A comment or a file makes an action move, of which the board and its owner's Today know nothing: they are told.
enum ActionFollower {
    static let follow: Follower = { entry, deed, writer in
        guard entry.subject.kind == "action", ["commented", "attached"].contains(entry.verb),
            let action = try ActionStore(writer.reader).find(ActionID(entry.subject.id)), action.isOpen,
            action.changedAt.day <= deed.day - 7 * StuckSetting.fewestWeeks
        else { return }
        let topics: [Topic] = [.board(of: action.body), .actions(of: action.agreed.responsible)]
        try writer.apply(Change([], journal: [], raising: topics), deed)
    }
}
