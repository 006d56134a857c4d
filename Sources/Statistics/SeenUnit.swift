import Access
import Kernel
import Organisation
import Storage
import Web

/// A unit whose statistics the viewer sees, and how much of them.
struct SeenUnit: Sendable {
    enum Sight: Sendable {
        /// Whoever works on the unit's reports may open each of them, so every number may be told.
        case whole
        /// Whoever leads the unit, or supports those who do, hears of years that are over and of what is not few.
        case guarded
    }

    let unit: Unit
    let sight: Sight
    /// The viewer may ask for the yearly overview, and write for how few nothing is told.
    let arranges: Bool
    /// The viewer sees on each accident how long somebody was away: that is health data, and the rest of a group does not.
    let seesDaysAway: Bool
    /// From the top of what is within reach down to the unit.
    let line: [Unit]
    /// Parts of the unit of which the viewer sees more than of the whole, none of them part of another: what is told of the
    /// whole must not tell of few that are left without them.
    let ownParts: [UnitID]

    /// - Parameter asked: the unit; where none is, the topmost within reach.
    /// - Throws: `Refusal.notFound` where it is not within reach, or nothing is.
    init(_ asked: UnitID?, for viewer: Viewer, on day: Day, _ reader: Reader) throws {
        let guarded = try Self.led(by: viewer, on: day, reader)
        guard let id = try asked ?? Self.topmost(viewer, guarded, on: day, reader) else { throw Refusal.notFound }
        let isWhole = try viewer.works.includes(id, reader)
        guard isWhole || guarded.contains(id), let unit = try UnitStore(reader).find(id, on: day) else {
            throw Refusal.notFound
        }
        self.unit = unit
        sight = isWhole ? .whole : .guarded
        arranges = try isWhole && (Self.leadsCommittee(viewer) || viewer.arranges([id], on: day, reader))
        seesDaysAway = try isWhole && Self.seesDaysAway(viewer, id, on: day, reader)
        line =
            isWhole
            ? try UnitStore(reader).line(to: id, on: day).filter { try viewer.works.includes($0.id, reader) } : [unit]
        let own = isWhole ? try Self.units(whereSeesDaysAway: viewer, on: day, reader) : viewer.works.roots
        ownParts = seesDaysAway ? [] : try Self.parts(of: id, among: own, on: day, reader)
    }

    private static func parts(
        of unit: UnitID, among units: Set<UnitID>, on day: Day, _ reader: Reader
    ) throws -> [UnitID] {
        let whole = Reach(bodies: [], roots: [unit], on: day)
        let parts = try units.filter { try $0 != unit && whole.includes($0, reader) }
        return try parts.filter { part in
            try !Reach(bodies: [], roots: parts.subtracting([part]), on: day).includes(part, reader)
        }.sorted()
    }

    private static func units(
        whereSeesDaysAway viewer: Viewer, on day: Day, _ reader: Reader
    ) throws -> Set<UnitID> {
        let led = Set(viewer.mandates.filter { [.leader, .chair].contains($0.role) }.map(\.body))
        return Set(try BodyStore(reader).units(of: led, on: day)).union(try viewer.coordinated(on: day, reader))
    }

    /// The topmost units that the viewer leads or supports. What lies under them is not divided: the difference between
    /// a unit and its parts would tell of the others.
    private static func led(by viewer: Viewer, on day: Day, _ reader: Reader) throws -> Set<UnitID> {
        let units = viewer.units(as: .unitLeader).union(viewer.units(as: .hrPartner))
        guard units.count > 1 else { return units }
        return try units.filter { unit in
            let others = Reach(bodies: [], roots: units.subtracting([unit]), on: day)
            return try !others.includes(unit, reader)
        }
    }

    private static func topmost(
        _ viewer: Viewer, _ guarded: Set<UnitID>, on day: Day, _ reader: Reader
    ) throws -> UnitID? {
        if viewer.works.isEverything { return try UnitStore(reader).tops(on: day).first?.id }
        guard !viewer.works.roots.isEmpty else { return guarded.min() }
        return try UnitStore(reader).nearestTop(viewer.works.roots.sorted(), on: day, most: 1).first?.id
            ?? viewer.works.roots.min()
    }

    /// As on the page of an accident: who leads the group of the unit, and coordinators and the secretariat of the area.
    private static func seesDaysAway(
        _ viewer: Viewer, _ unit: UnitID, on day: Day, _ reader: Reader
    ) throws -> Bool {
        let group = try BodyStore(reader).group(covering: unit, on: day)?.id
        if viewer.mandates.contains(where: { $0.body == group && [.leader, .chair].contains($0.role) }) { return true }
        return try Reach(bodies: [], roots: viewer.coordinated(on: day, reader), on: day).includes(unit, reader)
    }

    private static func leadsCommittee(_ viewer: Viewer) -> Bool {
        viewer.mandates.contains { [.chair, .secretary, .coordinator].contains($0.role) }
    }
}
