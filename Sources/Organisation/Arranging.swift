import Access
import Kernel
import Storage
import Web

/// Who arranges the safety organisation: the administrator everywhere, the secretariat and coordinators in their area.
extension Viewer {
    /// The units at and under which the viewer arranges: as coordinator, from an office or a body, or in the secretariat.
    public func coordinated(on day: Day, _ reader: Reader) throws -> Set<UnitID> {
        let roots = units(as: .coordinator).union(units(as: .secretariat))
        return coordinatedBodies.isEmpty
            ? roots : roots.union(try BodyStore(reader).units(of: coordinatedBodies, on: day))
    }

    private var coordinatedBodies: Set<BodyID> {
        Set(mandates.filter { $0.role == .coordinator }.map(\.body))
    }

    /// The area in which the viewer arranges bodies, their mandates, agreements and documentation.
    public func arranged(on day: Day, _ reader: Reader) throws -> Reach {
        if isAdministrator { return Reach(bodies: [], roots: [], on: day, isEverything: true) }
        let roots = try coordinated(on: day, reader)
        return roots.isEmpty ? .nothing : Reach(bodies: coordinatedBodies, roots: roots, on: day)
    }

    /// Whether the viewer arranges all of these units.
    public func arranges(_ units: some Collection<UnitID>, on day: Day, _ reader: Reader) throws -> Bool {
        let area = try arranged(on: day, reader)
        if area.isEverything { return true }
        return try !units.isEmpty && units.allSatisfy { try area.includes($0, reader) }
    }

    /// Whether the viewer arranges this body: its own coordinator too, whatever it looks after.
    public func arranges(_ body: Body, on day: Day, _ reader: Reader) throws -> Bool {
        try coordinatedBodies.contains(body.id) || arranges(body.units, on: day, reader)
    }

    /// Whether the viewer gives and ends mandates there.
    public func arranges(_ place: Mandate.Place, on day: Day, _ reader: Reader) throws -> Bool {
        switch place {
        case .body(let body):
            try coordinatedBodies.contains(body)
                || arranges(BodyStore(reader).units(of: body, on: day), on: day, reader)
        case .unit(let unit): try arranges([unit], on: day, reader)
        }
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
