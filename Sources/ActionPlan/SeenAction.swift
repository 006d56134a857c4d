import Access
import Kernel
import Organisation
import Storage
import Web

/// An action that the viewer may read, and what he or she may do with it.
public struct SeenAction: Sendable {
    public let action: Action
    public let standing: Standing

    init(_ action: Action, _ standing: Standing) {
        (self.action, self.standing) = (action, standing)
    }

    /// - Throws: `Refusal.notFound` where it is not there or not within reach.
    public init(_ id: ActionID, for viewer: Viewer, _ reader: Reader) throws {
        guard let action = try ActionStore(reader).find(id) else { throw Refusal.notFound }
        standing = try Standing(viewer, in: action, reader)
        guard standing.mayRead else { throw Refusal.notFound }
        self.action = action
    }

    /// - Throws: `Refusal.forbidden` where the viewer may read, but not work on it.
    public static func worked(_ id: ActionID, by viewer: Viewer, _ reader: Reader) throws -> SeenAction {
        let seen = try SeenAction(id, for: viewer, reader)
        guard seen.standing.mayWork else { throw Refusal.forbidden(PlanRefusals.work) }
        return seen
    }
}

/// A body's plan that the viewer may read.
public struct SeenPlan: Sendable {
    public let body: Body
    public let standing: PlanStanding

    /// - Throws: `Refusal.notFound` where it is not there or not within reach.
    public init(_ id: BodyID, for viewer: Viewer, _ reader: Reader) throws {
        guard id.text.utf8.count <= 64 else { throw Refusal.notFound }
        try self.init(try BodyStore(reader).find(id, on: viewer.reads.day), for: viewer, reader)
    }

    /// - Parameter body: with its units; nothing where there is none.
    init(_ body: Body?, for viewer: Viewer, _ reader: Reader) throws {
        guard let body else { throw Refusal.notFound }
        standing = try PlanStanding(viewer, in: body, reader)
        guard standing.mayRead else { throw Refusal.notFound }
        self.body = body
    }

    /// - Throws: `Refusal.forbidden` where the viewer may read, but not work on it.
    public static func worked(_ id: BodyID, by viewer: Viewer, _ reader: Reader) throws -> SeenPlan {
        let seen = try SeenPlan(id, for: viewer, reader)
        guard seen.standing.mayWork else { throw Refusal.forbidden(PlanRefusals.work) }
        return seen
    }
}
