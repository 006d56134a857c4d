import Access
import Kernel
import Organisation
import Storage

/// So much of an area as one page looks through: all of a small one; of a larger one what stands at its top and some of
/// its parts, by name.
struct AreaPart: Sendable {
    /// Looked through with all that lies under them.
    private(set) var roots: [UnitID] = []
    /// At the top of a larger area: looked at alone, on the first of the area's pages.
    private(set) var head: Unit?
    /// Parts with too much under them for this page; each has pages of its own.
    private(set) var larger: [Unit] = []
    /// The last of the parts here, where more follow.
    private(set) var next: UnitID?
    let isWhole: Bool

    /// Units on one page.
    static let mostUnits = 40
    private static let mostParts = 20

    /// - Parameter last: the last part of the page before.
    init(of area: [UnitID], after last: UnitID?, on day: Day, _ reader: Reader) throws {
        isWhole = try Reach(bodies: [], roots: Set(area), on: day).units(most: Self.mostUnits, reader) != nil
        guard !isWhole else {
            roots = area
            return
        }
        let store = UnitStore(reader)
        var parts: [Unit]
        if let top = area.first, area.count == 1 {
            head = try last == nil ? store.find(top, on: day) : nil
            parts = try store.page(under: top, after: last, on: day, most: Self.mostParts + 1)
        } else {
            parts = try area.compactMap { try store.find($0, on: day) }
                .sorted { ($0.name.danish, $0.id) < ($1.name.danish, $1.id) }
            if let place = parts.firstIndex(where: { $0.id == last }) { parts.removeFirst(place + 1) }
        }
        try choose(among: parts, on: day, store)
    }

    private mutating func choose(among parts: [Unit], on day: Day, _ store: UnitStore) throws {
        let here = parts.prefix(Self.mostParts)
        let sizes = try store.sizes(of: here.map(\.id), most: Self.mostUnits, on: day)
        var (room, taken) = (Self.mostUnits, 0)
        for part in here {
            let size = sizes[part.id] ?? 1
            if size > Self.mostUnits {
                larger.append(part)
            } else {
                guard size <= room else { break }
                roots.append(part.id)
                room -= size
            }
            taken += 1
        }
        next = taken < parts.count ? parts[..<taken].last?.id : nil
    }
}

extension FlawStore {
    /// What is wrong in the part, the worst first.
    func survey(of part: AreaPart, isEverything: Bool) throws -> Survey {
        let below = try survey(within: part.roots, isEverything: part.isWhole && isEverything)
        guard let head = part.head else { return below }
        let own = try survey(at: head)
        return Survey(
            flaws: (own.flaws + below.flaws).sorted(by: Flaw.precedes), employers: own.employers + below.employers)
    }

    /// What is wrong with this very unit and with the bodies that look after it by name, however much lies under it.
    private func survey(at unit: Unit) throws -> Survey {
        guard unit.isOpen(on: day) else { return Survey(flaws: [], employers: []) }
        let formations = try formations(shape.bodies(naming: [unit.id], kinds: ShapeStore.kinds))
        let units = Set(formations.flatMap(\.body.units)).union([unit.id])
        let employerOf = try shape.employers(of: units.sorted())
        let counts = try headCounts(of: Set(employerOf.values))
        let levels = counts.mapValues { law.level(of: $0.number) }
        let isEmployer = employerOf[unit.id] == unit.id
        var flaws: [Flaw] = []
        if isEmployer { flaws += employerFlaws(unit, counts[unit.id], kinds: try shape.kinds(of: unit.id)) }
        if let outside = try shape.outside(unit.id) {
            flaws += employerRules.outside(outside, level: employerOf[unit.id].flatMap { levels[$0] } ?? .none)
        }
        for formation in formations {
            let level = highest(formation.body.units.compactMap { employerOf[$0] }.compactMap { levels[$0] })
            let isAsked = formation.isCommittee && level == .two
            flaws += self.flaws(formation, level, groups: isAsked ? try nearestGroups(under: formation) : [])
        }
        flaws += try twice(formations.map(\.body)).filter { $0.place == .unit(unit.id) }
        let bodies = Set(formations.map(\.body.id))
        flaws += try waiting(besides: flaws) { place in
            switch place {
            case .body(let body): bodies.contains(body)
            case .unit(let other): other == unit.id
            }
        }
        return Survey(flaws: flaws, employers: isEmployer ? [(unit, counts[unit.id] ?? HeadCount(people: 0))] : [])
    }

    /// Of the groups for which a committee of a large area is the nearest: enough of those that answer to it to tell
    /// whether they are many, and all in which somebody of the committee sits. Of groups that answer to nobody the first
    /// hundred are known.
    private func nearestGroups(under committee: Formation) throws -> [Formation] {
        let sitting = Set(committee.sittings.filter { $0.mandate.isHeld(on: day) }.map(\.mandate.person))
        let groups = try shape.groups(
            answeringTo: committee.body.id, orWith: sitting.sorted(), most: law.mostGroupsSittingWhole + 1)
        let above = try shape.committees(above: groups)
        return try formations(groups.filter { above[$0.id] == committee.body.id })
    }

    /// Bodies that look after nothing.
    func withoutArea() throws -> [Flaw] { try shape.withoutArea().map(employerRules.withoutArea) }
}
