import Access
import Kernel
import Storage

extension Viewer {
    /// The units at and under which the viewer sees to the safety organisation: as coordinator, from an office or a body,
    /// or in the secretariat.
    public func coordinated(on day: Day, _ reader: Reader) throws -> Set<UnitID> {
        let bodies = Set(mandates.filter { $0.role == .coordinator }.map(\.body))
        let roots = units(as: .coordinator).union(units(as: .secretariat))
        return bodies.isEmpty ? roots : roots.union(try BodyStore(reader).units(of: bodies, on: day))
    }

    /// Whether the viewer gives and ends mandates there: the administrator, and whoever coordinates all units of the
    /// place.
    public func mayGiveMandates(in place: Mandate.Place, on day: Day, _ reader: Reader) throws -> Bool {
        if isAdministrator { return true }
        if let body = place.bodyID, mandates.contains(where: { $0.role == .coordinator && $0.body == body }) {
            return true
        }
        let roots = try coordinated(on: day, reader)
        let units: [UnitID] =
            switch place {
            case .body(let body): try BodyStore(reader).units(of: body, on: day)
            case .unit(let unit): [unit]
            }
        guard !roots.isEmpty, !units.isEmpty else { return false }
        let area = Reach(bodies: [], roots: roots, on: day)
        return try units.allSatisfy { try area.includes($0, reader) }
    }
}
