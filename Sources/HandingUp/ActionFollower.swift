import ActionPlan
import Journal
import Kernel
import Storage

/// Follows what becomes of a handing on the plans below and above, in the same write as it happens there.
enum ActionFollower {
    static let follow: Follower = { entry, deed, writer in
        guard entry.subject.kind == "action" else { return }
        let id = ActionID(entry.subject.id)
        switch entry.verb {
        case "created": try created(id, entry, deed, writer)
        case "closed":
            try moved(id, isOpen: false, entry, deed, writer)
            // What the group has closed itself needs nobody's answer.
            if let waiting = try HandingStore(writer.reader).inForce(of: id), waiting.state == .open {
                try HandingWork(writer, deed).withdraw(waiting)
            }
        case "reopened": try moved(id, isOpen: true, entry, deed, writer)
        default: return
        }
    }

    /// Only an action on the plan of the body that was asked answers it, and only one: of two who take it on at once the
    /// second gets the form back.
    private static func created(_ id: ActionID, _ entry: JournalEntry, _ deed: Deed, _ writer: Writer) throws {
        guard let origin = entry.after["origin"].flatMap(Origin.init), let handing = try handing(origin, writer),
            entry.after["body"] == handing.to.text
        else { return }
        guard handing.state != .taken else { throw Problems(HandingProblem.takenAlready) }
        guard handing.state == .open else { return }
        try HandingWork(writer, deed).take(handing, as: id)
    }

    private static func handing(_ origin: Origin, _ writer: Writer) throws -> Handing? {
        let store = HandingStore(writer.reader)
        switch origin.kind {
        case HandingUp.originKind: return try store.find(HandingID(origin.id))
        case "action": return try store.inForce(of: ActionID(origin.id))
        default: return nil
        }
    }

    private static func moved(
        _ id: ActionID, isOpen: Bool, _ entry: JournalEntry, _ deed: Deed, _ writer: Writer
    ) throws {
        guard let handing = try HandingStore(writer.reader).taken(as: id) else { return }
        try HandingWork(writer, deed).follow(handing, isActionOpen: isOpen, effect: entry.after["effect"])
    }
}
