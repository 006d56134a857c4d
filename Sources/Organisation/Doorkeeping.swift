import Access
import Kernel
import Storage
import Web

/// Fills Access from mandates: what a person may see and do today.
public struct Doorkeeping: Doorkeeper {
    public init() {}

    public func admission(session: SecretHash, at moment: Moment, _ reader: Reader) throws -> Admission? {
        let found = try reader.first(
            """
            SELECT \(Person.columns(on: moment.day)), session.expires
            FROM session JOIN person ON person.id = session.person_id
            WHERE session.hash = \(session.text) AND session.expires > \(moment)
            """
        ) { row in (person: try Person(row: row), until: try row[12] as Moment) }
        guard let found, let viewer = try viewer(found.person, on: moment.day, reader) else { return nil }
        return Admission(viewer: viewer, until: found.until)
    }

    public func bearer(token: SecretHash, at moment: Moment, _ reader: Reader) throws -> Bearer? {
        let found = try reader.first(
            "SELECT person_id, scopes FROM api_token WHERE hash = \(token.text) AND expires > \(moment)"
        ) { row in (try row[0] as PersonID, try row[1] as String) }
        guard let (id, scopes) = found, let person = try PersonStore(reader).find(id, on: moment.day),
            let viewer = try viewer(person, on: moment.day, reader)
        else { return nil }
        return Bearer(
            viewer: viewer, scopes: Set(scopes.split(separator: " ").compactMap { Scope(rawValue: String($0)) }))
    }

    /// Nobody where the person is not here on the day.
    public func viewer(_ person: Person, on day: Day, _ reader: Reader) throws -> Viewer? {
        guard person.isHere(on: day) else { return nil }
        let (mandates, offices) = try held(by: person.id, on: day, reader)
        let works = try works(mandates, offices, on: day, reader).naming(reader)
        return Viewer(
            person: person.id, name: person.name, language: person.language, home: person.unit,
            isAdministrator: person.isAdministrator, mandates: mandates, offices: offices, works: works,
            reads: try reads(person.unit, offices, works, on: day, reader).naming(reader))
    }

    /// What is held today: seats in bodies that are open, offices for units that are.
    private func held(by person: PersonID, on day: Day, _ reader: Reader) throws -> ([HeldMandate], [HeldOffice]) {
        let seats = try reader.rows(
            """
            SELECT mandate.role, body.id, body.kind, body.name_da, body.name_en
            FROM mandate JOIN body ON body.id = mandate.body_id
            WHERE mandate.person_id = \(person) AND mandate.starts <= \(day)
            AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            AND \(Body.isOpen(on: day))
            ORDER BY body.name_da, body.id, mandate.id
            """
        ) { row in
            try HeldMandate(
                role: row[0], body: row[1], bodyKind: row[2], bodyName: Words(da: row[3], en: row[4]))
        }
        let offices = try reader.rows(
            """
            SELECT mandate.role, unit.id, version.name_da, version.name_en
            FROM mandate JOIN unit ON unit.id = mandate.unit_id \(Unit.joined(on: day))
            WHERE mandate.person_id = \(person) AND mandate.starts <= \(day)
            AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            AND unit.opens <= \(day) AND (unit.closes IS NULL OR unit.closes >= \(day))
            ORDER BY version.name_da, unit.id, mandate.id
            """
        ) { row in try HeldOffice(role: row[0], unit: row[1], unitName: Words(da: row[2], en: row[3])) }
        return (seats, offices)
    }

    /// A member works on everything of the units that the body covers; a coordinator of a unit, and the secretariat, on
    /// everything at and under it.
    private func works(
        _ mandates: [HeldMandate], _ offices: [HeldOffice], on day: Day, _ reader: Reader
    ) throws -> Reach {
        let bodies = Set(mandates.filter(\.role.givesRights).map(\.body))
        let covered = bodies.isEmpty ? [] : try BodyStore(reader).units(of: bodies, on: day)
        let roots = Set(covered).union(offices.filter(\.role.givesRights).map(\.unit))
        guard !bodies.isEmpty || !roots.isEmpty else { return .nothing }
        return Reach(bodies: bodies, roots: roots, on: day, isEverything: try isEverything(roots, on: day, reader))
    }

    /// Whether all that stands at the top of the tree is among these units.
    private func isEverything(_ roots: Set<UnitID>, on day: Day, _ reader: Reader) throws -> Bool {
        guard !roots.isEmpty else { return false }
        return try !reader.exists(
            """
            SELECT 1 FROM unit_version WHERE parent_id IS NULL AND starts <= \(day)
            AND (ends IS NULL OR ends >= \(day)) AND unit_id NOT IN \(SQL.list(roots.sorted()))
            """)
    }

    /// Everyone reads the plans of the bodies that look after the own unit; whoever leads or supports a unit, those of
    /// that unit.
    private func reads(
        _ home: UnitID?, _ offices: [HeldOffice], _ works: Reach, on day: Day, _ reader: Reader
    ) throws -> Reach {
        let store = BodyStore(reader)
        var (bodies, roots) = (works.bodies, works.roots)
        for unit in Set(offices.filter { $0.role.right == .reads }.map(\.unit)) {
            bodies.formUnion(try store.bodies(covering: unit, on: day).map(\.id))
            roots.insert(unit)
        }
        if let home {
            let around = try store.bodies(covering: home, on: day)
            bodies.formUnion(around.map(\.id))
            if let group = BodyStore.group(among: around) { roots.formUnion(try store.units(of: group.id, on: day)) }
            roots.insert(home)
        }
        return Reach(
            bodies: bodies, roots: roots, on: day,
            isEverything: try works.isEverything || isEverything(roots, on: day, reader))
    }
}
