import Journal
import Kernel
import Notices
import Storage

extension LeaderRequest {
    /// That it is asked: the leader hears of it.
    public func asked(about action: Action, by group: Words, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO leader_request (id, action_id, body_id, wish, text, leader_id, answer_by, asked_by, asked_at)
                VALUES (\(id), \(self.action), \(body), \(wish), \(text), \(leader), \(answerBy), \(askedBy), \(askedAt))
                """, Action.heardOf(self.action, deed),
            ],
            journal: [
                JournalEntry(
                    .action(self.action), "asked_leader",
                    after: ["wish": wish.rawValue, "leader": leader.text, "answer_by": answerBy.text])
            ],
            raising: topics)
            + Notice.told(
                [leader], LeaderTelling.asked(group, action.agreed.what, by: answerBy, deed.day), at: path,
                mail: LeaderTelling.askedByMail, deed)
    }

    /// Guarded: it is answered once, and not when it was withdrawn meanwhile.
    public func answered(_ answer: LeaderAnswer, about action: Action, concerned: Set<PersonID>, _ deed: Deed) -> Change
    {
        let update: SQL = """
            UPDATE leader_request SET decision = \(answer.decision), reason = \(answer.reason),
            holds_from = \(answer.from), answered_at = \(deed.moment)
            WHERE id = \(id) AND answered_at IS NULL AND withdrawn_at IS NULL
            """
        let told = askedBy.map { concerned.union([$0]) } ?? concerned
        return Change(
            [update.orStale, Action.heardOf(self.action, deed)],
            journal: [
                JournalEntry(
                    .action(self.action), "leader_answered",
                    after: ["decision": answer.decision.rawValue, "from": answer.from.text])
            ],
            raising: topics)
            + Notice.told(
                told, LeaderTelling.answered(action.agreed.what, answer.decision), at: "/actions/\(self.action)",
                mail: LeaderTelling.answeredByMail, deed)
    }

    /// That nobody needs the answer any more.
    func withdrawn(about action: Action, _ deed: Deed) -> Change {
        let update: SQL = """
            UPDATE leader_request SET withdrawn_at = \(deed.moment)
            WHERE id = \(id) AND answered_at IS NULL AND withdrawn_at IS NULL
            """
        return Change(
            [update.orStale, Action.heardOf(self.action, deed)],
            journal: [JournalEntry(.action(self.action), "request_withdrawn")], raising: topics)
            + Notice.told(
                [leader], LeaderTelling.withdrawn(action.agreed.what), at: path, mail: LeaderTelling.withdrawnByMail,
                deed)
    }

    private var topics: [Topic] { [.board(of: body), .plans, .action(action), .actions(of: leader)] }
    private var path: String { "/requests/\(id)" }
}

/// The sentences by which people hear of a leader's decision; in a mail without what it is about.
enum LeaderTelling {
    static func asked(_ group: Words, _ what: String, by day: Day, _ today: Day) -> Words {
        Words(
            da:
                "\(group.danish) beder dig om en beslutning senest \(day.short(in: .danish, today: today)) om »\(what)«.",
            en: "\(group.english) asks you for a decision by \(day.short(in: .english, today: today)) on “\(what)”.")
    }

    static func answered(_ what: String, _ decision: LeaderAnswer.Decision) -> Words {
        switch decision {
        case .yes: Words(da: "Lederen har sagt ja om »\(what)«.", en: "The leader has said yes on “\(what)”.")
        case .partly:
            Words(da: "Lederen har sagt delvist ja om »\(what)«.", en: "The leader has said yes in part on “\(what)”.")
        case .no: Words(da: "Lederen har sagt nej om »\(what)«.", en: "The leader has said no on “\(what)”.")
        }
    }

    static func withdrawn(_ what: String) -> Words {
        Words(
            da: "Gruppen har ikke mere brug for dit svar om »\(what)«.",
            en: "The group no longer needs your answer on “\(what)”.")
    }

    static let askedByMail = MailWords(
        da: "En arbejdsmiljøgruppe beder dig om en beslutning.",
        en: "A working environment group asks you for a decision.")
    static let answeredByMail = MailWords(
        da: "En leder har svaret om en indsats, du har del i.",
        en: "A leader has answered about an action that you have a part in.")
    static let withdrawnByMail = MailWords(
        da: "En gruppe har ikke mere brug for dit svar.", en: "A group no longer needs your answer.")
}
