import Access
import Kernel
import Organisation
import Storage
import Web

/// Who may see all that is wrong, and mend it: the administrator everywhere, coordinators and the secretariat in their
/// area.
public struct Mender: Sendable {
    /// The units at and under which the viewer mends.
    public let roots: [UnitID]
    public let isEverything: Bool
    public let isAdministrator: Bool

    /// Nothing where the viewer is none of these.
    public init?(_ viewer: Viewer, on day: Day, _ reader: Reader) throws {
        isAdministrator = viewer.isAdministrator
        let tops = try UnitStore(reader).tops(on: day).map(\.id)
        if viewer.isAdministrator {
            (roots, isEverything) = (tops, true)
            return
        }
        let own = try viewer.coordinated(on: day, reader)
        guard !own.isEmpty else { return nil }
        roots = own.sorted()
        isEverything = !tops.isEmpty && own.isSuperset(of: tops)
    }

    private init(roots: [UnitID], isEverything: Bool, isAdministrator: Bool) {
        (self.roots, self.isEverything, self.isAdministrator) = (roots, isEverything, isAdministrator)
    }

    /// Only the part of the area at and under the unit; nothing where it lies outside.
    func narrowed(to unit: UnitID, on day: Day, _ reader: Reader) throws -> Mender? {
        guard try isEverything || Reach(bodies: [], roots: Set(roots), on: day).includes(unit, reader) else {
            return nil
        }
        return Mender(roots: [unit], isEverything: false, isAdministrator: isAdministrator)
    }

    /// Whether the button leads to a form that lets the viewer in. A body may look after more than the viewer's area:
    /// its form says so.
    func mayMend(_ flaw: Flaw) -> Bool { isAdministrator || !flaw.mending.isForAdministrator }

    static let others = Refusal.forbidden(
        Words(
            da:
                "Listen er for arbejdsmiljøkoordinatorer, arbejdsmiljøsekretariatet og administratoren. På gruppens side står, hvilke pladser der er ledige.",
            en:
                "The list is for working environment coordinators, the secretariat and the administrator. The group's page says which seats are vacant."
        ))
}
