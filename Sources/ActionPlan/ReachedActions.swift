import Access
import Kernel
import Storage

extension Reach {
    /// Units that are named one by one; more are asked for as a whole.
    private static let mostNamed = 500

    /// Narrows a query to the actions within reach. The units are read first and named, since PostgreSQL finds rows
    /// by index through either of two lists, but not through a list and a query.
    func actions(_ reader: Reader) throws -> SQL {
        if isEverything || roots.isEmpty { return condition(body: "body_id", unit: "unit_id") }
        guard let units = try units(most: Self.mostNamed, reader) else {
            return condition(body: "body_id", unit: "unit_id")
        }
        return "(body_id IN \(SQL.list(bodies.sorted())) OR unit_id IN \(SQL.list(units)))"
    }
}
