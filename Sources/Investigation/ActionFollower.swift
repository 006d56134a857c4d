import Journal
import Kernel
import Reports
import Storage

/// Keeps what an action of the report is to mend: whoever made it came from a cause or a barrier.
enum ActionFollower {
    static let follow: Follower = { entry, deed, writer in
        guard entry.subject.kind == "action", entry.verb == "created", let person = deed.person,
            let origin = entry.after["origin"], origin.hasPrefix("report:")
        else { return }
        let report = ID<Report>(String(origin.dropFirst("report:".count)))
        let store = InvestigationStore(writer.reader)
        guard let piece = try store.intent(of: person, in: report, on: deed.day),
            let investigation = try store.find(report)
        else { return }
        try writer.execute(
            "DELETE FROM investigation_intent WHERE report_id = \(report) AND person_id = \(person)")
        try writer.apply(investigation.mended(piece, by: ActionID(entry.subject.id)), deed)
    }
}
