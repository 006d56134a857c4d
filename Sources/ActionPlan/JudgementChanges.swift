import Journal
import Kernel
import Notices
import Storage

extension Action {
    /// That somebody has said whether it lasted. Guarded, as every change of an action: of two who answer at once the
    /// second hears of the first.
    /// - Parameter closure: the closure that is judged.
    public func judged(
        _ judgement: Judgement, id judgementID: ID<MadeJudgement>, of closure: ID<MadeClosure>,
        concerned: Set<PersonID>, _ deed: Deed
    ) -> Change {
        var after = ["lasted": judgement.lasted.rawValue, "seen": judgement.seen]
        after["severity"] = judgement.severity.map { String($0.rawValue) }
        return Change(
            [
                update("judge_on = \(judgement.againOn)", deed),
                """
                INSERT INTO action_judgement (id, action_id, closure_id, person_id, at, lasted, seen, severity)
                VALUES (\(judgementID), \(id), \(closure), \(deed.person), \(deed.moment), \(judgement.lasted),
                \(judgement.seen), \(judgement.severity))
                """,
            ] + Example.following(judgement.lasted, of: id),
            journal: [JournalEntry(.action(id), "judged", after: after)],
            raising: topics + [.actions(of: agreed.responsible)])
            + Notice.told(
                concerned, Telling.judged(agreed.what, judgement.lasted), at: path, mail: TellingByMail.judged, deed)
    }

    /// How bad the group finds the problem before the work is done.
    public func rated(_ new: Severity, _ deed: Deed) -> Change {
        guard new != severity else { return Change([], journal: [], raising: []) }
        return Change(
            [update("severity = \(new)", deed)],
            journal: [
                JournalEntry(
                    .action(id), "rated", before: severity.map { ["severity": String($0.rawValue)] } ?? [:],
                    after: ["severity": String(new.rawValue)])
            ],
            raising: topics)
    }
}
