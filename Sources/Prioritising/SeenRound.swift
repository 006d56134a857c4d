import Access
import ActionPlan
import Kernel
import Organisation
import Storage
import Web

/// A plan of which the viewer may see the rounds: whoever reads all of it, since a round lays out cards from everywhere
/// in it.
struct SeenPriorities {
    let body: Body
    /// Starts rounds and leads them.
    let mayLead: Bool

    /// - Throws: `Refusal.notFound` where it is not there or not wholly within reach.
    init(_ id: BodyID, for viewer: Viewer, _ reader: Reader) throws {
        try self.init(SeenPlan(id, for: viewer, reader), for: viewer, reader)
    }

    /// - Throws: `Refusal.notFound` where the plan is not wholly within reach.
    init(_ plan: SeenPlan, for viewer: Viewer, _ reader: Reader) throws {
        guard
            try viewer.reads.bodies.contains(plan.body.id)
                || plan.body.units.allSatisfy({ try viewer.reads.includes($0, reader) })
        else { throw Refusal.notFound }
        body = plan.body
        mayLead = plan.standing.mayWork
    }

    /// Nothing where the viewer may not see the rounds of this plan.
    static func of(_ plan: SeenPlan, for viewer: Viewer, _ reader: Reader) throws -> SeenPriorities? {
        do {
            return try SeenPriorities(plan, for: viewer, reader)
        } catch is Refusal {
            return nil
        }
    }

    /// Whether the viewer may see the rounds of this plan.
    static func includes(_ id: BodyID, for viewer: Viewer, _ reader: Reader) throws -> Bool {
        do {
            _ = try SeenPriorities(id, for: viewer, reader)
            return true
        } catch is Refusal {
            return false
        }
    }

    /// - Throws: `Refusal.forbidden` where the viewer may read, but not lead.
    static func led(_ id: BodyID, by viewer: Viewer, _ reader: Reader) throws -> SeenPriorities {
        let seen = try SeenPriorities(id, for: viewer, reader)
        guard seen.mayLead else { throw Refusal.forbidden(PriorityRefusals.lead) }
        return seen
    }
}

/// A round that the viewer may read, and what he or she may do in it.
struct SeenRound {
    let round: PriorityRound
    let body: Body
    let mayLead: Bool
    /// Is one of those who are asked.
    let mayPlace: Bool

    /// - Throws: `Refusal.notFound` where it is not there or not within reach.
    init(_ id: RoundID, for viewer: Viewer, _ reader: Reader) throws {
        guard let round = try RoundStore(reader).find(id) else { throw Refusal.notFound }
        try self.init(round, for: viewer, reader)
    }

    init(_ round: PriorityRound, for viewer: Viewer, _ reader: Reader) throws {
        try self.init(round, of: SeenPriorities(round.body, for: viewer, reader), for: viewer, reader)
    }

    init(_ round: PriorityRound, of plan: SeenPriorities, for viewer: Viewer, _ reader: Reader) throws {
        self.round = round
        body = plan.body
        mayLead = plan.mayLead
        mayPlace = try Self.isAsked(viewer, in: round, plan.body, reader)
    }

    /// - Throws: `Refusal.forbidden` where the viewer may read, but not lead.
    static func led(_ id: RoundID, by viewer: Viewer, _ reader: Reader) throws -> SeenRound {
        let seen = try SeenRound(id, for: viewer, reader)
        guard seen.mayLead else { throw Refusal.forbidden(PriorityRefusals.lead) }
        return seen
    }

    private static func isAsked(
        _ viewer: Viewer, in round: PriorityRound, _ body: Body, _ reader: Reader
    ) throws -> Bool {
        if viewer.mandates.contains(where: { $0.body == body.id }) { return true }
        guard round.audience == .everyone, let home = viewer.home else { return false }
        return try Reach(bodies: [], roots: Set(body.units), on: viewer.reads.day).includes(home, reader)
    }

    /// - Throws: `Refusal.notFound` where the card is in another round, or in none.
    func card(_ id: CardID, _ reader: Reader) throws -> PriorityCard {
        guard let card = try RoundStore(reader).cards(of: round.id).first(where: { $0.id == id }) else {
            throw Refusal.notFound
        }
        return card
    }
}
