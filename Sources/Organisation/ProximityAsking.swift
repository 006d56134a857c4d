import Access
import Journal
import Kernel
import Storage

/// Larger changes of the tree ask for written documentation of the proximity principle until it is written, or until
/// somebody says why the change is not a larger one. What is written is kept by the feature that asks here.
extension ChangeStore {
    /// Those that ask, of units within the reach, earliest first.
    public func asking(within reach: Reach, through day: Day, most: Int = 200) throws -> [OrganisationChange] {
        if reach.isNothing { return [] }
        let one = reach.condition(unit: "unit_id")
        let other = reach.condition(unit: "COALESCE(other_id, '')")
        return try reader.rows(
            """
            SELECT \(OrganisationChange.columns) FROM organisation_change
            WHERE proximity IS NULL AND kind <> 'renamed' AND day <= \(day) AND (\(one) OR \(other))
            ORDER BY day, id LIMIT \(most)
            """, OrganisationChange.init(row:))
    }

    /// Those of these changes that still ask.
    public func asking(among changes: Set<ID<OrganisationChange>>) throws -> Set<ID<OrganisationChange>> {
        guard !changes.isEmpty else { return [] }
        return Set(
            try reader.values(
                """
                SELECT id FROM organisation_change WHERE id IN \(SQL.list(changes.sorted()))
                AND proximity IS NULL AND kind <> 'renamed'
                """, as: ID<OrganisationChange>.self))
    }
}

extension OrganisationChange {
    /// How the question was answered.
    public enum ProximityAnswer: String, Sendable, Storable {
        case written
        case notLarger = "not_larger"
    }

    /// It asks no more.
    public func proximity(_ answer: ProximityAnswer) -> Change {
        Change(
            [
                ("UPDATE organisation_change SET proximity = \(answer) WHERE id = \(id) AND proximity IS NULL" as SQL)
                    .orStale
            ],
            journal: [], raising: [.rights])
    }

    /// The unit whose organisation is to be described after it.
    public func place(_ units: UnitStore) throws -> UnitID {
        switch kind {
        case .merged: other ?? unit
        case .closed: try units.find(unit, on: day)?.parent ?? unit
        case .renamed, .moved, .split, .opened, .joined, .parted: unit
        }
    }

    /// What happened, in a sentence.
    public func told(in language: Language, _ names: [UnitID: Words]) -> String {
        // Documentation is written of what was decided, and read when it has happened.
        ChangeTexts(language: language).told(
            ToldChange(
                self, on: .latest, names: (names[unit], names[unit]), other: other.flatMap { names[$0] }, in: language))
    }
}

/// What is known of a unit and all under it on a day: the figures that its documentation begins from.
public struct AreaFigures: Sendable, Equatable {
    public let employees: Int
    public let units: Int
    public let groups: Int
    /// People with a seat in a group or a committee of the safety organisation, deputies not counted.
    public let members: Int

    public init(of unit: UnitID, on day: Day, _ reader: Reader) throws {
        let area = Reach(bodies: [], roots: [unit], on: day)
        employees =
            try reader.value(
                """
                SELECT COUNT(*) FROM person WHERE \(Person.works(within: area)) AND person.kind = 'employee'
                AND person.starts <= \(day) AND (person.ends IS NULL OR person.ends >= \(day))
                """) ?? 0
        units =
            try reader.value(
                """
                SELECT COUNT(*) FROM unit WHERE \(area.condition(unit: "unit.id")) AND unit.opens <= \(day)
                AND (unit.closes IS NULL OR unit.closes >= \(day))
                """) ?? 0
        let inside: SQL = """
            body.id IN (SELECT body_id FROM body_area WHERE \(area.condition(unit: "body_area.unit_id"))
                AND starts <= \(day) AND (ends IS NULL OR ends >= \(day)))
            AND \(Body.isOpen(on: day))
            """
        groups = try reader.value("SELECT COUNT(*) FROM body WHERE body.kind = 'group' AND \(inside)") ?? 0
        members =
            try reader.value(
                """
                SELECT COUNT(DISTINCT mandate.person_id) FROM mandate WHERE mandate.role <> 'deputy'
                AND mandate.starts <= \(day) AND (mandate.ends IS NULL OR mandate.ends >= \(day))
                AND mandate.body_id IN (SELECT body.id FROM body
                    WHERE body.kind IN ('group', 'committee', 'joint', 'main', 'co_determination') AND \(inside))
                """) ?? 0
    }
}
