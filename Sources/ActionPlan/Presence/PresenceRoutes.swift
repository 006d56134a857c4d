import Journal
import Kernel
import Storage
import Web

/// Signs that a page of an action is open, and not wanting to be seen.
struct PresenceRoutes {
    let origins: Origins
    let presence: Presence

    func add(to routes: inout Routes) {
        let trace = Trace.quiet(because: "who had which action open, and when, is nobody's business afterwards")
        routes.post("/actions/:id/presence", for: .signedIn, trace: trace, sign)
        routes.post("/presence", for: .signedIn, choose)
    }

    private func sign(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let page = String(
            visit.fields["page"].filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.prefix(40))
        guard !page.isEmpty else { throw Problems(FieldProblem.missing, at: "page") }
        let origins = origins
        let isSeen = try await visit.read { reader in
            let seen = try SeenAction.worked(id, by: visit.viewer, reader)
            return try PresenceLine.isOffered(seen, origins, visit, reader)
                && !PresenceLine.isUnseen(visit.viewer.person, reader)
        }
        // Whoever does not want to be seen any more leaves with the first sign after.
        presence.sign(
            id, .init(person: visit.viewer.person, page: page),
            isSeen ? .init(rawValue: visit.fields["doing"]) : nil, in: visit.house)
        return .json(["seen": .flag(isSeen)])
    }

    private func choose(_ visit: Visit) async throws -> Answer {
        let person = visit.viewer.person
        let isUnseen = Reading(visit.fields).isTicked("unseen")
        try await visit.write { writer in
            _ = try writer.execute(
                isUnseen
                    ? "INSERT INTO unseen_person (person_id) VALUES (\(person)) ON CONFLICT (person_id) DO NOTHING"
                    : "DELETE FROM unseen_person WHERE person_id = \(person)")
        }
        let text = PresenceTexts(language: visit.language)
        let action = ActionID(visit.fields["action"].trimmed)
        return .redirect(
            action.text.isEmpty ? "/plan" : "/actions/\(action)", saying: isUnseen ? text.hidden : text.shown)
    }
}
