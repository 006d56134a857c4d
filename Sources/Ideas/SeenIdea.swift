import Access
import Kernel
import Organisation
import Storage
import Web

/// An idea that the viewer may read, and what he or she may do with it.
struct SeenIdea {
    let idea: Idea
    let body: Body
    /// Park, decline, open again; and make an action of it.
    let mayDecide: Bool

    /// - Throws: `Refusal.notFound` where it is not there or not within reach.
    init(_ id: IdeaID, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        guard let idea = try IdeaStore(reader).find(id), let body = try BodyStore(reader).find(idea.body, on: day)
        else {
            throw Refusal.notFound
        }
        mayDecide = try Self.reaches(viewer.works, idea, body, reader)
        guard
            try mayDecide || Self.reaches(viewer.reads, idea, body, reader)
                || Self.stands(behind: idea, viewer, reader)
        else { throw Refusal.notFound }
        self.idea = idea
        self.body = body
    }

    /// - Throws: `Refusal.forbidden` where the viewer may read it, but not decide.
    static func decidable(_ id: IdeaID, by viewer: Viewer, on day: Day, _ reader: Reader) throws -> SeenIdea {
        let seen = try SeenIdea(id, for: viewer, on: day, reader)
        guard seen.mayDecide else { throw Refusal.forbidden(IdeaRefusals.decide) }
        return seen
    }

    /// Whoever gave or supports it reads what became of it, also after having moved away.
    private static func stands(behind idea: Idea, _ viewer: Viewer, _ reader: Reader) throws -> Bool {
        guard viewer.isSomebody else { return false }
        return try viewer.isGiver(of: idea) || IdeaStore(reader).support(of: idea.id, by: viewer.person) != nil
    }

    private static func reaches(_ reach: Reach, _ idea: Idea, _ body: Body, _ reader: Reader) throws -> Bool {
        try reach.includes(body.id, covering: body.units, reader) || reach.includes(idea.unit, reader)
    }
}

extension Viewer {
    /// Under the own name; of what was given without one nobody knows.
    func isGiver(of idea: Idea) -> Bool { isSomebody && idea.giver.person == person }
}

/// A plan of which the viewer may read the ideas.
struct SeenIdeas {
    let body: Body
    let mayDecide: Bool
    /// Narrows a query on `idea` to those of the plan that are within reach.
    let condition: SQL

    /// - Throws: `Refusal.notFound` where the plan is not there or not within reach.
    init(_ id: BodyID, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        guard id.text.utf8.count <= 64, let body = try BodyStore(reader).find(id, on: day),
            try viewer.reads.includes(body.id, covering: body.units, reader)
        else { throw Refusal.notFound }
        self.body = body
        mayDecide = try viewer.works.includes(body.id, covering: body.units, reader)
        condition = viewer.reads.condition(of: body.id, unit: "unit_id")
    }
}
