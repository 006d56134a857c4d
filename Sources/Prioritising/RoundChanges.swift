import ActionPlan
import Journal
import Kernel
import Storage

/// What can be written of a round. Whoever may do it has been asked before.
extension PriorityRound {
    /// - Parameter salt: what the marks of those who place are made with.
    func started(with cards: [PriorityCard], salt: String) -> Change {
        let round: SQL = """
            INSERT INTO priority_round (id, body_id, title, audience, code, step, started, people, salt, version)
            VALUES (\(id), \(body), \(title), \(audience.rawValue), \(code), \(step.rawValue), \(started), 0, \(salt), 1)
            """
        let insertions = cards.map { card -> SQL in
            """
            INSERT INTO priority_card (id, round_id, place, kind, subject_id, title)
            VALUES (\(card.id), \(id), \(card.place), \(card.about.kind), \(card.about.subject), \(card.about.ownTitle))
            """
        }
        let entry = JournalEntry(
            subject, "begun", after: ["title": title, "body": body.text, "cards": String(cards.count)])
        return Change([round] + insertions, journal: [entry], raising: [.board(of: body)])
    }

    /// Moves it a step on or back; stale where somebody else did so meanwhile.
    /// - Parameters:
    ///   - people: how many placed a card, where all is shown now.
    ///   - sums: what takes the place of all placements then.
    ///   - salt: a new one where people place anew.
    func moved(
        to new: RoundStep, cards: [PriorityCard], people: Int,
        sums: [(card: CardID, placement: Placement, people: Int)], salt: String, on day: Day
    ) -> Change {
        let isNewlyShown = step == .placing && new == .overlay
        let wipes = step.wipes(to: new)
        let newSalt: SQL = isNewlyShown ? "NULL" : wipes ? "\(salt)" : "salt"
        let closing = new == .closed ? day : nil
        let update: SQL = """
            UPDATE priority_round SET step = \(new.rawValue), closed = \(closing),
            people = \(isNewlyShown ? people : wipes ? 0 : self.people), salt = \(newSalt), version = \(version + 1)
            WHERE id = \(id) AND version = \(version)
            """
        var statements = [update.orStale]
        if isNewlyShown {
            statements.append("DELETE FROM priority_placement WHERE round_id = \(id)")
            statements += sums.map { sum in
                """
                INSERT INTO priority_sum (card_id, placement, people)
                VALUES (\(sum.card), \(sum.placement.number), \(sum.people))
                """
            }
        }
        if wipes {
            statements.append("DELETE FROM priority_sum WHERE card_id IN \(SQL.list(cards.map(\.id)))")
        }
        let entry = JournalEntry(
            subject, new > step ? "moved_on" : "moved_back", before: ["step": step.name], after: ["step": new.name])
        // The pages of actions say what was agreed.
        let actions = cards.compactMap { card in if case .action(let id) = card.about { id } else { nil } }
        let tellsActions = new >= .agreement || step >= .agreement
        return Change(
            statements, journal: [entry],
            raising: [.priorities(id), .board(of: body)] + (tellsActions ? actions.map(Topic.action) : []))
    }

    /// The group's own word on a card: its proposal, or what it agreed in the end.
    func laid(_ card: PriorityCard, at placement: Placement, asProposal isProposal: Bool) -> Change {
        let old = isProposal ? card.proposal : card.agreed
        guard old != placement else { return Change([], journal: [], raising: []) }
        let column: SQL = isProposal ? "proposal" : "agreed"
        let entry = JournalEntry(
            subject, isProposal ? "card_proposed" : "card_laid", before: old?.pictured ?? [:],
            after: placement.pictured.merging(["card": String(card.place)]) { $1 })
        var topics: [Topic] = [.priorities(id)]
        if !isProposal, case .action(let action) = card.about { topics.append(.action(action)) }
        return Change(
            ["UPDATE priority_card SET \(column) = \(placement.number) WHERE id = \(card.id)"], journal: [entry],
            raising: topics)
    }

    /// No journal knows of it, and no moment stands in it; what was answered before is replaced,
    /// and what is left out now stays.
    func placed(_ card: CardID, _ answers: Answers, by mark: String) -> Change {
        let (effect, reach, hands) = (answers.effect?.rawValue, answers.reach?.rawValue, answers.hands?.rawValue)
        let statement: SQL = """
            INSERT INTO priority_placement (round_id, mark, card_id, effect, reach, hands)
            VALUES (\(id), \(mark), \(card), \(effect), \(reach), \(hands))
            ON CONFLICT (round_id, mark, card_id) DO UPDATE SET
            effect = COALESCE(excluded.effect, priority_placement.effect),
            reach = COALESCE(excluded.reach, priority_placement.reach),
            hands = COALESCE(excluded.hands, priority_placement.hands)
            """
        return Change([statement], journal: [], raising: [.placing(in: id)])
    }

    /// - Parameter before: how the notes hung; nothing where they are laid back.
    func boardLaid(_ arranging: Change, before: String?) -> Change {
        let update: SQL = """
            UPDATE priority_round SET board_before = \(before), version = \(version + 1)
            WHERE id = \(id) AND version = \(version)
            """
        return arranging
            + Change(
                [update.orStale], journal: [JournalEntry(subject, before == nil ? "board_laid_back" : "board_laid")],
                raising: [.priorities(id)])
    }

    var subject: Subject { Subject("priorities", id) }
}

extension Placement {
    fileprivate var pictured: [String: String] {
        ["effect": String(effect.rawValue), "reach": String(reach.rawValue), "hands": "\(hands)"]
    }
}

extension Topic {
    /// A round's step, and what the group said in it.
    static func priorities(_ round: RoundID) -> Topic { Topic("priorities:\(round)") }
    /// That somebody has placed a card, for whoever leads: how many, never who.
    static func placing(in round: RoundID) -> Topic { Topic("placing:\(round)") }
}
