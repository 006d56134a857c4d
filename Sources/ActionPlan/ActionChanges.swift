import Journal
import Kernel
import Notices
import Storage

/// What can be written of an action. Whoever may do it has been asked before.
extension Action {
    public func created(_ deed: Deed) -> Change { made(deed) + toldOfTheirPart(deed) }

    /// Without telling anybody.
    func made(_ deed: Deed) -> Change {
        let insertion: SQL = """
            INSERT INTO action (\(Self.columns))
            VALUES (\(id), \(body), \(agreed.what), \(agreed.why), \(agreed.how), \(agreed.unit), \(agreed.responsible),
            \(agreed.due), \(agreed.followUp), \(agreed.followUpOn), \(agreed.theme), \(agreed.kind),
            \(agreed.difficulty), \(origin?.kind), \(origin?.id), \(stage), \(rank), \(hold?.reason),
            \(hold?.lookAgainOn), \(closedOn), \(createdBy), \(createdAt), \(changedAt), \(version), \(judgeOn),
            \(severity))
            """
        var after = agreed.described.filter { !$0.value.isEmpty }
        after["body"] = body.text
        after["origin"] = origin?.text
        return Change(
            [insertion] + agreed.partners.sorted().map(partnerInsertion) + ActionWords.insertions(of: agreed, for: id),
            journal: [JournalEntry(.action(id), "created", after: after)],
            raising: topics + [.actions(of: agreed.responsible)])
    }

    /// - Parameter responsibleName: who is responsible from now on, for those who are told.
    func changed(to new: Agreement, concerned: Set<PersonID>, responsibleName: String, _ deed: Deed) -> Change {
        guard new != agreed else { return Change([], journal: [], raising: []) }
        var statements = [
            update(
                """
                what = \(new.what), why = \(new.why), how = \(new.how), unit_id = \(new.unit),
                responsible_id = \(new.responsible), due = \(new.due), follow_up = \(new.followUp),
                follow_up_on = \(new.followUpOn), theme_id = \(new.theme), kind = \(new.kind),
                difficulty = \(new.difficulty)
                """, deed)
        ]
        if new.partners != agreed.partners {
            statements.append("DELETE FROM action_partner WHERE action_id = \(id)")
            statements += new.partners.sorted().map(partnerInsertion)
        }
        if new.what != agreed.what || new.why != agreed.why {
            statements.append("DELETE FROM action_word WHERE action_id = \(id)")
            statements += ActionWords.insertions(of: new, for: id)
        }
        let people: Set = [agreed.responsible, new.responsible]
        let change = Change(
            statements,
            journal: [JournalEntry(.action(id), "changed", from: agreed.described, to: new.described)],
            raising: topics + people.sorted().map(Topic.actions))
        let newcomers = new.partners.subtracting(agreed.partners)
        let told = Notice.told(
            newcomers, Telling.youArePartner(new.what), at: path, mail: TellingByMail.youArePartner, deed)
        guard new.responsible != agreed.responsible else { return change + told }
        return change + told
            + Notice.told(
                [new.responsible], Telling.youAreResponsible(new.what), at: path,
                mail: TellingByMail.youAreResponsible, deed)
            + Notice.told(
                concerned.subtracting(newcomers).subtracting([new.responsible]),
                Telling.newResponsible(new.what, responsibleName), at: path, mail: TellingByMail.newResponsible,
                deed)
    }

    func moved(to move: Move, rank: Int, renumbering: [SQL], _ deed: Deed) -> Change {
        Change(
            renumbering + [
                update("stage = \(move.stage), theme_id = \(move.theme), rank = \(rank), closed_on = NULL", deed)
            ],
            journal: [
                JournalEntry(
                    .action(id), "moved", before: ["stage": stage.rawValue, "theme": agreed.theme?.text ?? ""],
                    after: ["stage": move.stage.rawValue, "theme": move.theme?.text ?? ""])
            ],
            raising: topics, hinting: [hint(of: move)])
    }

    /// That it was moved from one stage to another within its theme: for a past that is put in at once.
    public func moveEntry(from before: Stage, to after: Stage) -> JournalEntry {
        let theme = agreed.theme?.text ?? ""
        return JournalEntry(
            .action(id), "moved", before: ["stage": before.rawValue, "theme": theme],
            after: ["stage": after.rawValue, "theme": theme])
    }

    public func closed(_ closure: Closure, id closureID: ID<MadeClosure>, concerned: Set<PersonID>, _ deed: Deed)
        -> Change
    {
        Change(
            [
                update(
                    """
                    stage = \(Stage.closed), closed_on = \(deed.day), hold_reason = NULL, look_again_on = NULL,
                    judge_on = \(closure.judgeOn)
                    """, deed),
                """
                INSERT INTO action_closure (id, action_id, person_id, at, planned, done, effect, learned, severity)
                VALUES (\(closureID), \(id), \(deed.person), \(deed.moment), \(closure.planned), \(closure.done),
                \(closure.effect), \(closure.learned), \(closure.severity))
                """,
            ],
            journal: [
                JournalEntry(
                    .action(id), "closed", before: ["stage": stage.rawValue],
                    after: ["effect": closure.effect.rawValue, "done": closure.done])
            ],
            raising: topics + [.actions(of: agreed.responsible)])
            + Notice.told(
                concerned, Telling.closed(agreed.what, closure.effect), at: path, mail: TellingByMail.closed, deed)
    }

    /// Open again. The closure stays in the history, marked as taken back.
    func reopened(to move: Move, rank: Int, renumbering: [SQL], concerned: Set<PersonID>, _ deed: Deed) -> Change {
        Change(
            renumbering + [
                update(
                    """
                    stage = \(move.stage), theme_id = \(move.theme), rank = \(rank), closed_on = NULL, judge_on = NULL
                    """, deed),
                "UPDATE action_closure SET reopened_at = \(deed.moment) WHERE action_id = \(id) AND reopened_at IS NULL",
            ] + Example.removal(of: id),
            journal: [
                JournalEntry(
                    .action(id), "reopened", before: ["stage": stage.rawValue], after: ["stage": move.stage.rawValue])
            ],
            raising: topics + [.actions(of: agreed.responsible)])
            + Notice.told(
                concerned, Telling.reopened(agreed.what), at: path, mail: TellingByMail.reopened, deed)
    }

    public func held(_ hold: Hold, concerned: Set<PersonID>, _ deed: Deed) -> Change {
        Change(
            [update("hold_reason = \(hold.reason), look_again_on = \(hold.lookAgainOn)", deed)],
            journal: [
                JournalEntry(
                    .action(id), "held", after: ["reason": hold.reason, "look_again_on": hold.lookAgainOn.text])
            ],
            raising: topics + [.actions(of: agreed.responsible)])
            + Notice.told(
                concerned, Telling.held(agreed.what, until: hold.lookAgainOn, deed.day), at: path,
                mail: TellingByMail.held, deed)
    }

    func resumed(_ deed: Deed) -> Change {
        Change(
            [update("hold_reason = NULL, look_again_on = NULL", deed)],
            journal: [JournalEntry(.action(id), "resumed", before: ["reason": hold?.reason ?? ""])],
            raising: topics + [.actions(of: agreed.responsible)])
    }

    /// Does not raise the version: a comment overwrites nothing.
    public func commented(_ text: String, id commentID: ID<Comment>, by person: PersonID, _ deed: Deed) -> Change {
        Change(
            [
                """
                INSERT INTO action_comment (id, action_id, person_id, at, text)
                VALUES (\(commentID), \(id), \(person), \(deed.moment), \(text))
                """, Action.heardOf(id, deed),
            ],
            journal: [JournalEntry(.action(id), "commented")], raising: [.action(id)])
    }

    /// That somebody wrote, attached or asked: it does not stand still.
    static func heardOf(_ id: ActionID, _ deed: Deed) -> SQL {
        "UPDATE action SET heard_at = \(deed.moment) WHERE id = \(id)"
    }

    /// Guarded: somebody else's change in between makes the whole write stale.
    func update(_ columns: SQL, _ deed: Deed) -> SQL {
        let update: SQL = """
            UPDATE action SET \(columns), changed_at = \(deed.moment), version = version + 1
            WHERE id = \(id) AND version = \(version)
            """
        return update.orStale
    }

    private func partnerInsertion(_ person: PersonID) -> SQL {
        "INSERT INTO action_partner (action_id, person_id) VALUES (\(id), \(person))"
    }

    private func toldOfTheirPart(_ deed: Deed) -> Change {
        Notice.told(
            [agreed.responsible], Telling.youAreResponsible(agreed.what), at: path,
            mail: TellingByMail.youAreResponsible, deed)
            + Notice.told(
                agreed.partners, Telling.youArePartner(agreed.what), at: path, mail: TellingByMail.youArePartner, deed)
    }

    var topics: [Topic] { [.board(of: body), .plans, .action(id)] }
    var path: String { "/actions/\(id)" }
}
