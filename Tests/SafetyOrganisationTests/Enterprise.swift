import Access
import Journal
import Kernel
import Storage
import StorageTesting
import TestSupport

@testable import Organisation
@testable import SafetyOrganisation

/// The workplace with as many people as a test needs, and short ways to what the pages say.
struct Enterprise {
    let work: Workplace

    init(_ engine: Engine = .sqlite, people: Int = 0, in unit: UnitID = Workplace.laboratories) async throws {
        work = try await Workplace(engine)
        try await hire(people, in: unit)
    }

    init(_ work: Workplace) { self.work = work }

    func hire(_ count: Int, in unit: UnitID, kind: Person.Kind = .employee, from: String = "p") async throws {
        try await work.employ(
            (0..<count).map { number in
                Person(
                    id: ID("\(from)-\(unit)-\(number)"), name: "Person \(number)",
                    email: "\(from)-\(unit)-\(number)@nordhavn.example", kind: kind, unit: unit,
                    starts: Workplace.today - 100)
            })
    }

    func apply(_ changes: [Change]) async throws {
        let deed = work.deed(by: nil)
        try await work.database.write { writer in for change in changes { try writer.apply(change, deed) } }
    }

    func seat(
        _ person: Person, _ role: Role, in place: Mandate.Place, _ origin: Mandate.Origin = .appointed,
        from: Int = -50, to: Int? = nil, id: String? = nil
    ) async throws {
        let mandate = Mandate(
            id: ID(id ?? "\(person.id)-\(role)-\(from)"), role: role, in: place, person: person.id, origin: origin,
            starts: Workplace.today + from, ends: to.map { Workplace.today + $0 })
        try await apply([mandate.given(to: person.name)])
    }

    func add(_ kind: BodyKind, _ id: String, units: [UnitID], parent: BodyID? = nil) async throws {
        let body = Body(
            id: ID(id), kind: kind, name: Words(da: id, en: id), parent: parent, units: units,
            opens: Workplace.today - 100)
        try await apply([body.added()])
    }

    /// Kind and place of everything in the viewer's list, as programs get it.
    func list(as person: Person, _ query: String = "") async throws -> [String] {
        let (day, law) = (Workplace.today, work.house.law.sizes(on: Workplace.today))
        return try await work.house.database.read { reader in
            guard let viewer = try Doorkeeping().viewer(person, on: day, reader),
                let mender = try Mender(viewer, on: day, reader)
            else { return ["nothing"] }
            let store = try FlawStore(reader, law: law, on: day, today: day) { _ in [] }
            return try store.survey(within: mender.roots, isEverything: mender.isEverything).flaws.map {
                "\($0.kind.rawValue) \($0.place.text)"
            }
        }
    }

    func flaws(of body: BodyID, on day: Day = Workplace.today) async throws -> [String] {
        let law = work.house.law.sizes(on: day)
        return try await work.house.database.read { reader in
            guard let body = try BodyStore(reader).find(body, on: day) else { return ["no such body"] }
            let store = try FlawStore(reader, law: law, on: day, today: Workplace.today) { _ in [] }
            return try store.flaws(of: body).map { "\($0.kind.rawValue) \($0.place.text)" }
        }
    }

    func flaws(of unit: UnitID) async throws -> [String] {
        let (day, law) = (Workplace.today, work.house.law.sizes(on: Workplace.today))
        return try await work.house.database.read { reader in
            guard let unit = try UnitStore(reader).find(unit, on: day) else { return ["no such unit"] }
            let store = try FlawStore(reader, law: law, on: day, today: day) { _ in [] }
            let bodies = try BodyStore(reader).bodies(covering: unit.id, on: day)
            return try store.flaws(of: unit, coveredBy: bodies).map { "\($0.kind.rawValue) \($0.place.text)" }
        }
    }

    func count(of employer: UnitID, on day: Day = Workplace.today) async throws -> HeadCount? {
        try await work.house.database.read { reader in
            try ShapeStore(reader, on: day).headCounts(of: [employer], enough: 35)[employer]
        }
    }
}
