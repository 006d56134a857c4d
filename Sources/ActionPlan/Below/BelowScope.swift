import Access
import Kernel
import Organisation
import Storage
import Web

/// The plans that are looked at as one, and what of them the viewer reads: never more than each by itself would show.
struct BelowScope {
    /// The body above them; nothing where all plans within the viewer's reach are meant.
    let above: Body?
    let bodies: BodiesBelow
    let reads: Reach
    /// Narrows actions to those within reach.
    let isWithinReach: SQL
    /// Whether actions that the viewer may not read may lie there.
    var isPart: Bool { !reads.isEverything }

    /// - Throws: `Refusal.notFound` where the body's own plan is not within reach.
    init(under id: BodyID, for viewer: Viewer, _ reader: Reader) throws {
        let body = try SeenPlan(id, for: viewer, reader).body
        try self.init(body, .all(under: body.id, on: viewer.reads.day), viewer, reader)
    }

    /// All plans within reach.
    init(for viewer: Viewer, _ reader: Reader) throws {
        try self.init(nil, .all(within: viewer.reads), viewer, reader)
    }

    private init(_ above: Body?, _ bodies: BodiesBelow, _ viewer: Viewer, _ reader: Reader) throws {
        (self.above, self.bodies, reads) = (above, bodies, viewer.reads)
        isWithinReach = try viewer.reads.condition(
            body: "action.body_id", unit: "action.unit_id", listedBy: reader)
    }

    /// The units that lie directly below what is looked at, with that itself: what rows of units are made from.
    func units(under chosen: Unit?, _ reader: Reader) throws -> [Unit] {
        let (store, day) = (UnitStore(reader), reads.day)
        if let chosen { return try store.page(under: chosen.id, on: day, most: Self.mostUnits) + [chosen] }
        let roots = above?.units ?? reads.roots.sorted()
        let tops = try roots.prefix(Self.mostUnits).compactMap { try store.find($0, on: day) }
        guard tops.count == 1, let only = tops.first else { return tops }
        return try store.page(under: only.id, on: day, most: Self.mostUnits) + [only]
    }

    private static let mostUnits = 100
}
