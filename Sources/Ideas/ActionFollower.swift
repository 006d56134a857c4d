import ActionPlan
import Journal
import Kernel
import Storage

/// Follows what becomes of an idea on the action plan, in the same write as it happens there.
enum ActionFollower {
    static let follow: Follower = { entry, deed, writer in
        guard entry.subject.kind == "action" else { return }
        switch entry.verb {
        case "created": try created(entry, deed, writer)
        case "closed": try moved(entry, isOpen: false, deed, writer)
        case "reopened": try moved(entry, isOpen: true, deed, writer)
        default: return
        }
    }

    /// Only an action on the idea's own plan answers it. Whoever works elsewhere may make one there of the same idea,
    /// and decides nothing here.
    private static func created(_ entry: JournalEntry, _ deed: Deed, _ writer: Writer) throws {
        guard let origin = entry.after["origin"].flatMap(Origin.init), origin.kind == Ideas.originKind,
            let idea = try IdeaStore(writer.reader).find(IdeaID(origin.id)), entry.after["body"] == idea.body.text
        else { return }
        let taken = try idea.takenUp(as: ActionID(entry.subject.id), by: deed.person, on: deed.day)
        // Who has a part in the action is told so at once.
        let parts = [entry.after["responsible"], entry.after["partners"]].compactMap { $0 }
        let people = Set(parts.flatMap { $0.split(separator: " ") }.map { PersonID(String($0)) })
        try writer.apply(taken.saved(instead: idea, as: "taken_up"), deed)
        try writer.apply(idea.told(.takenUp(idea.what), except: people, writer.reader, deed), deed)
    }

    private static func moved(_ entry: JournalEntry, isOpen: Bool, _ deed: Deed, _ writer: Writer) throws {
        let id = ActionID(entry.subject.id)
        guard let idea = try IdeaStore(writer.reader).find(behind: id) else { return }
        let moved = idea.following(isActionOpen: isOpen)
        guard moved != idea else { return }
        try writer.apply(moved.saved(instead: idea, as: moved.state.name), deed)
        guard !isOpen, let action = try ActionStore(writer.reader).find(id) else { return }
        // Who has a part in the action hears it from the plan.
        let concerned = try ActionStore(writer.reader).concerned(with: action)
        try writer.apply(idea.told(.done(idea.what), except: concerned, writer.reader, deed), deed)
    }
}
