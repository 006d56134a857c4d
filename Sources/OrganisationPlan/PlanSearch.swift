import Access
import Kernel
import Organisation
import Storage

/// What is looked for in the organisation: people, bodies and units whose name begins so.
struct PlanSearch: Sendable {
    let text: String
    private(set) var people: [Person] = []
    private(set) var seats: [Seat] = []
    private(set) var bodies: [Body] = []
    private(set) var units: [Unit] = []
    /// For each body that was found, or where somebody who was found sits: a unit that it looks after.
    private(set) var areas: [BodyID: UnitID] = [:]
    private(set) var bodyNames: [BodyID: Words] = [:]
    private(set) var unitNames: [UnitID: Words] = [:]

    private static let most = 12

    /// Nothing is found where nothing is asked for.
    init(_ text: String, in plan: Plan, _ reader: Reader) throws {
        self.text = String(text.trimmed.prefix(100))
        guard self.text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
        let day = plan.day
        people = try PersonStore(reader).page(named: self.text, on: day, most: Self.most)
        seats = try MandateStore(reader).seats(ofPeople: people.map(\.id), on: day)
        units = try UnitStore(reader).beginning(with: self.text, on: day, most: Self.most)
        let drawn = PlanRules.bodies(of: plan.tree, containing: self.text)
        let others = try BodyStore(reader).beginning(with: self.text, on: day, most: Self.most)
        bodies = drawn + others.filter { other in !drawn.contains { $0.id == other.id } }
        let meant = Set(bodies.map(\.id) + seats.compactMap(\.mandate.body))
        areas = try BodyStore(reader).firstUnits(of: meant, on: day)
        bodyNames = try BodyStore(reader).names(of: meant)
        let homes = people.compactMap(\.unit) + seats.compactMap(\.mandate.unit)
        unitNames = try UnitStore(reader).names(of: Set(homes), on: day)
    }

    var isAsked: Bool { !text.isEmpty }
    var isEmpty: Bool { people.isEmpty && bodies.isEmpty && units.isEmpty }

    func found(_ seat: Seat) -> Bool { people.contains { $0.id == seat.mandate.person } }
    func found(_ body: Body) -> Bool { bodies.contains { $0.id == body.id } }
    func found(_ unit: Unit) -> Bool { units.contains { $0.id == unit.id } }
}

extension PlanRules {
    /// The bodies of a part whose name has the text anywhere, in either language.
    static func bodies(of tree: OrganisationTree, containing text: String) -> [Body] {
        let wanted = text.lowercased()
        var seen: Set<BodyID> = []
        return tree.units.flatMap { tree.bodies[$0.id] ?? [] }.filter { body in
            [body.name.danish, body.name.english].contains { $0.lowercased().contains(wanted) }
                && seen.insert(body.id).inserted
        }
    }
}
