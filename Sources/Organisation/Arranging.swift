import Access
import Kernel
import Storage
import Web

/// Who arranges the safety organisation: the administrator everywhere, the secretariat and coordinators in their area.
extension Viewer {
    /// The area in which the viewer arranges bodies, their agreements and their documentation.
    public func arranged(on day: Day, _ reader: Reader) throws -> Reach {
        if isAdministrator { return Reach(bodies: [], roots: [], on: day, isEverything: true) }
        let bodies = Set(mandates.filter { $0.role == .coordinator }.map(\.body))
        let roots = units(as: .coordinator).union(units(as: .secretariat))
            .union(bodies.isEmpty ? [] : try BodyStore(reader).units(of: bodies, on: day))
        return roots.isEmpty ? .nothing : Reach(bodies: bodies, roots: roots, on: day)
    }

    /// Whether the viewer arranges all of these units.
    public func arranges(_ units: some Collection<UnitID>, on day: Day, _ reader: Reader) throws -> Bool {
        let area = try arranged(on: day, reader)
        if area.isEverything { return true }
        return try !units.isEmpty && units.allSatisfy { try area.includes($0, reader) }
    }

    /// Whether the viewer arranges this body: its own coordinator too, whatever it looks after.
    public func arranges(_ body: Body, on day: Day, _ reader: Reader) throws -> Bool {
        if mandates.contains(where: { $0.body == body.id && $0.role == .coordinator }) { return true }
        return try arranges(body.units, on: day, reader)
    }
}

extension Refusal {
    /// Said to whoever may see it, but does not arrange it.
    public static let doesNotArrange = Refusal.forbidden(
        Words(
            da:
                "Det kan kun områdets arbejdsmiljøkoordinator, arbejdsmiljøsekretariatet eller administratoren.",
            en:
                "Only the area's working environment coordinator, the working environment secretariat or the administrator can do that."
        ))
}
