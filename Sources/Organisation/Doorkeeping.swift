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
            SELECT \(Person.columns(of: "person")), session.expires
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
        guard let (id, scopes) = found, let person = try PersonStore(reader).find(id),
            let viewer = try viewer(person, on: moment.day, reader)
        else { return nil }
        return Bearer(
            viewer: viewer, scopes: Set(scopes.split(separator: " ").compactMap { Scope(rawValue: String($0)) }))
    }

    /// Nobody where the person is not here on the day.
    public func viewer(_ person: Person, on day: Day, _ reader: Reader) throws -> Viewer? {
        guard person.isHere(on: day) else { return nil }
        let mandates = try mandates(of: person.id, on: day, reader)
        let works = try works(mandates.filter(\.role.givesRights), reader)
        return Viewer(
            person: person.id, name: person.name, language: person.language, home: person.unit,
            isAdministrator: person.isAdministrator, mandates: mandates, works: try works.knowingUnits(reader),
            reads: try reads(person.unit, works, on: day, reader).knowingUnits(reader))
    }

    private func mandates(of person: PersonID, on day: Day, _ reader: Reader) throws -> [HeldMandate] {
        try reader.rows(
            """
            SELECT mandate.role, body.id, body.kind, body.name_da, body.name_en
            FROM mandate JOIN body ON body.id = mandate.body_id
            WHERE mandate.person_id = \(person) AND mandate.starts <= \(day)
            AND (mandate.ends IS NULL OR mandate.ends >= \(day))
            AND body.opens <= \(day) AND (body.closes IS NULL OR body.closes >= \(day))
            ORDER BY body.name_da, body.id, mandate.id
            """
        ) { row in
            try HeldMandate(
                role: row[0], body: row[1], bodyKind: row[2], bodyName: Words(da: row[3], en: row[4]))
        }
    }

    /// A member works on everything of the units that the body covers.
    private func works(_ mandates: [HeldMandate], _ reader: Reader) throws -> Reach {
        guard !mandates.isEmpty else { return .nothing }
        let bodies = Set(mandates.map(\.body))
        let roots: [UnitID] = try reader.values(
            "SELECT DISTINCT unit_id FROM body_unit WHERE body_id IN \(SQL.list(bodies.sorted()))")
        let isEverything = try !reader.exists(
            "SELECT 1 FROM unit WHERE parent_id IS NULL AND id NOT IN \(SQL.list(roots))")
        return Reach(bodies: bodies, roots: Set(roots), isEverything: isEverything && !roots.isEmpty)
    }

    /// Everyone reads the plans of the bodies that look after the own unit.
    private func reads(_ home: UnitID?, _ works: Reach, on day: Day, _ reader: Reader) throws -> Reach {
        guard let home else { return works }
        let around = try BodyStore(reader).bodies(covering: home, on: day)
        let area =
            try BodyStore(reader).group(covering: home, on: day).map { try BodyStore(reader).units(of: $0.id) } ?? []
        return Reach(
            bodies: works.bodies.union(around.map(\.id)), roots: works.roots.union(area).union([home]),
            isEverything: works.isEverything)
    }
}

extension Person {
    static func columns(of person: SQL) -> SQL {
        """
        \(person).id, \(person).external_id, \(person).name, \(person).email, \(person).phone, \(person).language,
        \(person).kind, \(person).unit_id, \(person).title, \(person).starts, \(person).ends, \(person).administrator
        """
    }
}
