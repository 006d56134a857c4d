import Access
import Kernel
import Storage

/// That somebody coordinates the work of groups and is a safety representative at the same time. The coordinator acts for
/// the organisation and the representative for the employees: it may be arranged, and should be known.
public struct DoubleRole: Sendable, Equatable {
    public let person: PersonID
    public let name: String
    /// All that the person holds on the day as coordinator or as safety representative, by id.
    public let mandates: [ID<Mandate>]
}

extension MandateStore {
    /// Everybody who holds both on the day, by name.
    public func doubleRoles(on day: Day) throws -> [DoubleRole] {
        try doubleRoles("mandate.role = \(Role.coordinator)", on: day)
    }

    public func doubleRole(of person: PersonID, on day: Day) throws -> DoubleRole? {
        try doubleRoles("mandate.role = \(Role.coordinator) AND mandate.person_id = \(person)", on: day).first
    }

    private func doubleRoles(_ condition: SQL, on day: Day) throws -> [DoubleRole] {
        let rows = try reader.rows(
            """
            SELECT DISTINCT person.id, person.name, own.id FROM mandate
            JOIN person ON person.id = mandate.person_id
            JOIN mandate AS own ON own.person_id = mandate.person_id
            WHERE \(condition) AND \(Self.isHeld("mandate", on: day))
            AND own.role IN \(SQL.list([Role.coordinator, .representative])) AND \(Self.isHeld("own", on: day))
            AND EXISTS (SELECT 1 FROM mandate AS other WHERE other.person_id = mandate.person_id
                AND other.role = \(Role.representative) AND \(Self.isHeld("other", on: day)))
            ORDER BY person.name, person.id, own.id
            """
        ) { row in (try row[0] as PersonID, try row[1] as String, try row[2] as ID<Mandate>) }
        var found: [DoubleRole] = []
        for (person, name, mandate) in rows {
            if let last = found.last, last.person == person {
                found[found.count - 1] = DoubleRole(person: person, name: name, mandates: last.mandates + [mandate])
            } else {
                found.append(DoubleRole(person: person, name: name, mandates: [mandate]))
            }
        }
        return found
    }

    /// How many coordinate somewhere on the day.
    public func coordinatorCount(on day: Day) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(DISTINCT person_id) FROM mandate
            WHERE role = \(Role.coordinator) AND \(Self.isHeld("mandate", on: day))
            """) ?? 0
    }

    private static func isHeld(_ mandate: SQL, on day: Day) -> SQL {
        "\(mandate).starts <= \(day) AND (\(mandate).ends IS NULL OR \(mandate).ends >= \(day))"
    }
}

extension Mandate {
    /// Whether holding this beside the person's other mandates makes one and the same a coordinator and a safety
    /// representative.
    public func makesDoubleRole(beside others: [Mandate]) -> Bool {
        let other: Role? =
            switch role {
            case .coordinator: .representative
            case .representative: .coordinator
            default: nil
            }
        guard let other else { return false }
        return others.contains { $0.role == other && $0.person == person && $0.id != id && meets($0) }
    }
}
