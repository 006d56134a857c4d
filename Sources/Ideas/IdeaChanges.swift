import ActionPlan
import Journal
import Kernel
import Notices
import Storage
import Web

extension NewIdea {
    /// The idea as it is laid in the parking lot.
    /// - Parameters:
    ///   - key: by which a second sending is known again.
    ///   - deed: for an idea without a name one that knows only the day, `Deed.withoutTrace`.
    func given(_ id: IdeaID, key: SecretHash, at place: IdeaPlace, _ deed: Deed) -> Change {
        let isAnonymous = giver == .anonymous
        let insertion: SQL = """
            INSERT INTO idea (id, key_hash, body_id, unit_id, what, why, given, anonymous, person_id, guest_name, state,
            supports, reason, version)
            VALUES (\(id), \(key.text), \(place.body.id), \(place.unit.id), \(what), \(why), \(deed.day),
            \(isAnonymous), \(giver.person), \(giver.guestName), \(IdeaState.waiting), 0, '', 1)
            """
        let entry = JournalEntry(
            .idea(id), "given", after: ["body": place.body.id.text], precision: isAnonymous ? .day : .moment)
        // Not the idea's own topic: topics stand in the order in which they were first raised.
        return Change([insertion], journal: [entry], raising: [.board(of: place.body.id)])
    }
}

extension Idea {
    /// Saves what was decided; stale where somebody else decided meanwhile.
    func saved(instead old: Idea, as verb: String) -> Change {
        let update: SQL = """
            UPDATE idea SET what = \(what), why = \(why), state = \(state), decided = \(decision?.day), decided_by = \(decision?.person),
            reason = \(decision?.reason ?? ""), action_id = \(action), version = \(version)
            WHERE id = \(id) AND version = \(old.version)
            """
        return Change(
            [update.orStale], journal: [JournalEntry(.idea(id), verb, from: old.pictured, to: pictured)],
            raising: topics)
    }

    /// Never a word of the idea: the journal keeps everything, and words may have to go.
    private var pictured: [String: String] {
        [
            "state": state.name, "reason": decision?.reason ?? "", "decided_by": decision?.person?.text ?? "",
            "action": action?.text ?? "", "words": what == Self.wordsTakenAway ? "removed" : "",
        ]
    }

    /// Once for each person, however often it is sent. Whoever supports it already may offer to help, or no longer.
    func supported(_ support: IdeaSupport, by person: PersonID) -> Change {
        let helps = support == .helping
        return Change(
            [
                """
                INSERT INTO idea_support (idea_id, person_id, helps) VALUES (\(id), \(person), \(helps))
                ON CONFLICT (idea_id, person_id) DO UPDATE SET helps = \(helps)
                """, counting,
            ],
            journal: [JournalEntry(.idea(id), "supported", after: helps ? ["helps": "yes"] : [:])], raising: topics)
    }

    func unsupported(by person: PersonID) -> Change {
        Change(
            ["DELETE FROM idea_support WHERE idea_id = \(id) AND person_id = \(person)", counting],
            journal: [JournalEntry(.idea(id), "support_withdrawn")], raising: topics)
    }

    /// Counted anew each time, so that the figure is what lies there.
    private var counting: SQL {
        """
        UPDATE idea SET supports = (SELECT COUNT(*) FROM idea_support WHERE idea_id = \(id)) WHERE id = \(id)
        """
    }

    /// Tells whoever gave it and all who support it, each once.
    /// - Parameter others: who hears it from elsewhere.
    func told(_ telling: IdeaTelling, except others: Set<PersonID> = [], _ reader: Reader, _ deed: Deed) throws
        -> Change
    {
        let supporters = try IdeaStore(reader).supporters(of: id)
        let people = supporters.subtracting(others).union([giver.person].compactMap { $0 })
        return Notice.told(people, telling.words, at: "/ideas/\(id)", mail: telling.mail, deed)
    }

    private var topics: [Topic] { [.board(of: body), .idea(id)] }
}

extension Topic {
    static func idea(_ id: IdeaID) -> Topic { Topic("idea:\(id)") }
}

extension Subject {
    static func idea(_ id: IdeaID) -> Subject { Subject("idea", id) }
}
