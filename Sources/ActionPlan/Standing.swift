import Access
import Kernel
import Organisation
import Storage

/// What a viewer may do with one action, by virtue of mandates and of having a part in it.
public struct Standing: Sendable {
    public let mayRead: Bool
    /// Create, edit, close, put on hold.
    public let mayWork: Bool
    /// Move the note: also the responsible person and the partners.
    public let mayMove: Bool
    /// Everyone who reads.
    public var mayComment: Bool { mayRead }

    init(_ viewer: Viewer, in action: Action, _ reader: Reader) throws {
        let hasPart = viewer.isSomebody && action.isMoved(by: viewer.person)
        mayWork = try Self.reaches(viewer.works, action, reader)
        mayMove = mayWork || hasPart
        mayRead = try mayMove || Self.reaches(viewer.reads, action, reader)
    }

    private static func reaches(_ reach: Reach, _ action: Action, _ reader: Reader) throws -> Bool {
        try reach.bodies.contains(action.body) || reach.includes(action.agreed.unit, reader)
    }
}

/// What a viewer may do with a body's plan as a whole.
public struct PlanStanding: Sendable {
    public let mayRead: Bool
    public let mayWork: Bool

    init(_ viewer: Viewer, in body: Body, _ reader: Reader) throws {
        mayWork = try viewer.works.includes(body.id, covering: body.units, reader)
        mayRead = try mayWork || viewer.reads.includes(body.id, covering: body.units, reader)
    }
}
