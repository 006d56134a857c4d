import Access
import Kernel
import Organisation

/// What stands in a plan, and in which order.
enum PlanRules {
    /// Units with how deep they lie: each before those below it.
    static func depthFirst(_ units: [Unit]) -> [(unit: Unit, depth: Int)] {
        let known = Set(units.map(\.id))
        let children = Dictionary(grouping: units) { unit in unit.parent.flatMap { known.contains($0) ? $0 : nil } }
        var order: [(unit: Unit, depth: Int)] = []
        func add(_ unit: Unit, _ depth: Int) {
            order.append((unit, depth))
            for child in children[unit.id] ?? [] { add(child, depth + 1) }
        }
        for top in children[nil] ?? [] { add(top, 0) }
        return order
    }

    /// A body that looks after several units stands at the first of them.
    static func entries(of tree: OrganisationTree) -> [Plan.Entry] {
        var seen: Set<BodyID> = []
        return depthFirst(tree.units).flatMap { unit, depth -> [Plan.Entry] in
            let offices = (tree.offices[unit.id] ?? []).map {
                Plan.Entry(unit: unit, depth: depth, body: nil, role: $0.mandate.role, seat: $0)
            }
            let bodies = (tree.bodies[unit.id] ?? []).filter { seen.insert($0.id).inserted }
            return offices + bodies.flatMap { body in entries(of: body, at: unit, depth, tree.seats[body.id] ?? []) }
        }
    }

    private static func entries(of body: Body, at unit: Unit, _ depth: Int, _ seats: [Seat]) -> [Plan.Entry] {
        let vacant = body.kind.vacantRoles(held: seats.map(\.mandate.role))
        return seats.map { Plan.Entry(unit: unit, depth: depth, body: body, role: $0.mandate.role, seat: $0) }
            + vacant.map { Plan.Entry(unit: unit, depth: depth, body: body, role: $0, seat: nil) }
    }

    /// Eight signs that are the same for as long as the same people hold the same in the same units and bodies, on
    /// whatever day the plan is made.
    static func version(of entries: [Plan.Entry]) -> String {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for entry in entries {
            let said = [
                entry.unit.code, entry.unit.name.danish, entry.body?.id.text ?? "", entry.body?.name.danish ?? "",
                entry.role.rawValue, entry.seat?.mandate.person.text ?? "", entry.seat?.name ?? "",
            ]
            for byte in said.joined(separator: "\u{1F}").utf8 { sum = (sum ^ UInt64(byte)) &* 1_099_511_628_211 }
        }
        let signs = Array(String(sum, radix: 16, uppercase: true))
        let all = Array(repeating: Character("0"), count: max(0, 16 - signs.count)) + signs
        return "\(String(all[0..<4]))-\(String(all[4..<8]))"
    }
}
