import ActionPlan
import Journal
import Kernel
import Notices
import Storage

/// What can be written of a handing. Whoever may do it has been asked before.
extension Handing {
    /// - Parameters:
    ///   - told: the members of the body above.
    ///   - group: what the body is called that hands it up.
    func handed(telling told: Set<PersonID>, from group: Words, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO handing (id, action_id, owner_body, from_body, to_body, previous_id, what, asked, why, handed_by,
                handed_at, state, reason, advice)
                VALUES (\(id), \(action), \(owner), \(from), \(to), \(previous), \(what), \(asked), \(why), \(by), \(at),
                \(state), '', '')
                """
            ],
            journal: [
                JournalEntry(
                    .handing(id), "handed_up",
                    after: [
                        "action": action.text, "from": from.text, "to": to.text, "what": what, "asked": asked,
                        "why": why,
                    ])
            ], raising: topics)
            + Notice.told(
                told, HandingTelling.handed(what, from: group), at: path, mail: HandingTelling.handedByMail, deed)
    }

    /// Guarded: it is answered once.
    func saved(instead old: Handing) -> Change {
        let update: SQL = """
            UPDATE handing SET state = \(state), answered_at = \(answer?.at), answered_by = \(answer?.by),
            reason = \(answer?.reason ?? ""), advice = \(answer?.advice ?? ""), taken_id = \(taken)
            WHERE id = \(id) AND state = \(old.state)
            """
        return Change(
            [update.orStale],
            journal: [
                JournalEntry(
                    .handing(id), state.rawValue, before: ["state": old.state.rawValue],
                    after: [
                        "reason": answer?.reason ?? "", "advice": answer?.advice ?? "", "action": taken?.text ?? "",
                    ].filter { !$0.value.isEmpty })
            ], raising: topics)
    }

    /// Tells those above that nobody needs their answer any more.
    func takenBack(telling people: Set<PersonID>, _ deed: Deed) -> Change {
        Notice.told(people, HandingTelling.withdrawn(what), at: path, mail: HandingTelling.withdrawnByMail, deed)
    }

    /// Tells those below what became of it.
    func told(_ people: Set<PersonID>, _ telling: HandingTelling, _ deed: Deed) -> Change {
        Notice.told(people, telling.words, at: "/actions/\(action)", mail: telling.mail, deed)
    }

    var path: String { "/handings/\(id)" }
    private var topics: [Topic] {
        [.board(of: owner), .board(of: from), .board(of: to), .action(action), .handing(id)]
            + (taken.map { [.action($0)] } ?? [])
    }
}

extension Topic {
    static func handing(_ id: HandingID) -> Topic { Topic("handing:\(id)") }
}

extension Subject {
    static func handing(_ id: HandingID) -> Subject { Subject("handing", id) }
}
