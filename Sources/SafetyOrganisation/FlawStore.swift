import Access
import Kernel
import Law
import Organisation
import Storage

/// The bodies that have an election which is called and not over: told by whoever keeps elections.
public typealias OpenElections = @Sendable (Reader) throws -> Set<BodyID>

/// What is wrong in an area, and how many its employers have.
public struct Survey: Sendable {
    public let flaws: [Flaw]
    public let employers: [(unit: Unit, headCount: HeadCount)]
}

/// Finds what is wrong with the safety organisation on a day: everywhere, or in one place.
public struct FlawStore {
    let reader: Reader
    let law: SizeLaw
    let day: Day
    /// Of another day than today nothing is known of elections and of seats that wait.
    let isToday: Bool
    let electing: Set<BodyID>

    var shape: ShapeStore { ShapeStore(reader, on: day) }
    private var bodyRules: BodyRules { BodyRules(law: law, day: day) }
    var employerRules: EmployerRules { EmployerRules(law: law) }

    public init(_ reader: Reader, law: SizeLaw, on day: Day, today: Day, elections: OpenElections) throws {
        self.reader = reader
        self.law = law
        self.day = day
        isToday = day == today
        electing = isToday ? try elections(reader) : []
    }

    // MARK: Everywhere

    /// What is wrong at and under the roots, the worst first.
    /// - Parameter isEverything: the roots are the whole organisation; bodies that look after nothing are its too.
    public func survey(within roots: [UnitID], isEverything: Bool) throws -> Survey {
        guard !roots.isEmpty else { return Survey(flaws: [], employers: []) }
        let formations = try formations(shape.bodies(within: roots))
        let bodies = formations.map(\.body)
        let employers = try shape.employers(within: roots)
        let outside = try shape.outside(within: roots)
        let employerOf = try shape.employers(
            of: Array(Set(bodies.flatMap(\.units)).union(outside.map(\.unit.id))).sorted())
        let asked = Set(employers.map(\.id)).union(employerOf.values)
        let counts = try headCounts(of: asked)
        let levels = counts.mapValues { law.level(of: $0.number) }

        var flaws = try bodyFlaws(formations, employerOf, levels)
        var kinds: [UnitID: Set<BodyKind>] = [:]
        for body in bodies {
            for employer in body.units.compactMap({ employerOf[$0] }) { kinds[employer, default: []].insert(body.kind) }
        }
        for employer in employers {
            flaws += employerFlaws(employer, counts[employer.id], kinds: kinds[employer.id] ?? [])
        }
        for one in outside {
            let level = employerOf[one.unit.id].flatMap { levels[$0] } ?? .none
            flaws += employerRules.outside(one, level: level)
        }
        flaws += try twice(bodies)
        if isEverything { flaws += try shape.withoutArea().map(employerRules.withoutArea) }
        let known = Set(bodies.map(\.id))
        let area = Reach(bodies: [], roots: Set(roots), on: day, isEverything: isEverything)
        flaws += try waiting(besides: flaws) { place in
            switch place {
            case .body(let body): isEverything || known.contains(body)
            case .unit(let unit): try area.includes(unit, reader)
            }
        }
        return Survey(
            flaws: flaws.sorted(by: Flaw.precedes),
            employers: employers.map { ($0, counts[$0.id] ?? HeadCount(people: 0)) })
    }

    private func bodyFlaws(
        _ formations: [Formation], _ employerOf: [UnitID: UnitID], _ levels: [UnitID: SizeLaw.Level]
    ) throws -> [Flaw] {
        let above = try shape.committees(above: formations.filter(\.isGroup).map(\.body))
        var groups: [BodyID: [Formation]] = [:]
        var small: [UnitID: [Formation]] = [:]
        var flaws: [Flaw] = []
        for group in formations where group.isGroup {
            if let committee = above[group.body.id] { groups[committee, default: []].append(group) }
        }
        for formation in formations {
            let employers = Set(formation.body.units.compactMap { employerOf[$0] })
            let level = highest(employers.compactMap { levels[$0] })
            if level == .one, let employer = employers.first(where: { levels[$0] == .one }) {
                small[employer, default: []].append(formation)
            } else {
                flaws += self.flaws(formation, level, groups: groups[formation.body.id] ?? [])
            }
        }
        return flaws + small.sorted { $0.key < $1.key }.flatMap { bodyRules.oneLevel($0.value) }
    }

    /// - Parameter groups: those for which the body is the committee.
    func flaws(_ formation: Formation, _ level: SizeLaw.Level, groups: [Formation]) -> [Flaw] {
        if formation.isGroup { return bodyRules.group(formation) }
        // With fewer than an organisation is asked for, a committee is of the employer's own making.
        if formation.isCommittee, level == .two { return bodyRules.committee(formation, of: groups) }
        return bodyRules.agreed(formation)
    }

    func employerFlaws(_ unit: Unit, _ headCount: HeadCount?, kinds: Set<BodyKind>) -> [Flaw] {
        employerRules.employer(
            unit, headCount ?? HeadCount(people: 0), hasGroup: !kinds.isDisjoint(with: ShapeStore.groupKinds),
            hasCommittee: !kinds.isDisjoint(with: ShapeStore.committeeKinds))
    }

    // MARK: One place

    /// What is wrong with one body.
    public func flaws(of body: Body) throws -> [Flaw] {
        guard ShapeStore.kinds.contains(body.kind) else { return [] }
        if body.units.isEmpty { return [employerRules.withoutArea(body)] }
        let employers = try Set(shape.employers(of: body.units).values)
        let levels = try headCounts(of: employers).mapValues { law.level(of: $0.number) }
        let level = highest(Array(levels.values))
        var flaws: [Flaw]
        if level == .one, let employer = employers.first(where: { levels[$0] == .one }) {
            let all = try formations(shape.bodies(within: [employer]))
            flaws = bodyRules.oneLevel(all).filter { $0.place == .body(body.id) }
        } else {
            guard let formation = try formations([body]).first else { return [] }
            flaws = self.flaws(formation, level, groups: try groups(under: formation, level))
        }
        if ShapeStore.groupKinds.contains(body.kind) {
            let sharing = try shape.groups(naming: body.units)
            flaws += try twice(sharing).filter { flaw in body.units.contains { flaw.place == .unit($0) } }
        }
        flaws += try waiting(besides: flaws) { $0 == .body(body.id) }
        return flaws.sorted(by: Flaw.precedes)
    }

    private func groups(under formation: Formation, _ level: SizeLaw.Level) throws -> [Formation] {
        guard formation.isCommittee, level == .two else { return [] }
        let groups = try shape.bodies(within: formation.body.units).filter { $0.kind == .group }
        let above = try shape.committees(above: groups)
        return try formations(groups.filter { above[$0.id] == formation.body.id })
    }

    /// What is wrong with a unit: as an employer, that it is nobody's or two groups' area, and what is wrong with the
    /// bodies that are its own.
    /// - Parameter bodies: those that look after it, nearest first.
    public func flaws(of unit: Unit, coveredBy bodies: [Body]) throws -> [Flaw] {
        guard unit.isOpen(on: day) else { return [] }
        var flaws: [Flaw] = []
        let employer = try shape.employers(of: [unit.id])[unit.id] ?? unit.id
        let counts = try headCounts(of: [employer])
        if employer == unit.id {
            flaws += employerFlaws(unit, counts[unit.id], kinds: try shape.kinds(of: unit.id))
        }
        if let outside = try shape.outside(unit.id) {
            flaws += employerRules.outside(outside, level: law.level(of: counts[employer]?.number ?? 0))
        }
        let group = bodies.first { ShapeStore.groupKinds.contains($0.kind) }?.id
        for body in bodies where ShapeStore.kinds.contains(body.kind) {
            var body = body
            body.units = try BodyStore(reader).units(of: body.id, on: day)
            guard body.id == group || body.units.contains(unit.id) else { continue }
            flaws += try self.flaws(of: body).filter { $0.place != .unit(unit.id) }
        }
        flaws += try twice(shape.groups(naming: [unit.id])).filter { $0.place == .unit(unit.id) }
        flaws += try waiting(besides: flaws) { $0 == .unit(unit.id) }
        return flaws.sorted(by: Flaw.precedes)
    }

    // MARK: Parts

    func headCounts(of employers: Set<UnitID>) throws -> [UnitID: HeadCount] {
        try shape.headCounts(of: employers.sorted(), enough: law.twoLevelsFrom)
    }

    func formations(_ bodies: [Body]) throws -> [Formation] {
        let seats = try shape.seats(of: bodies.map(\.id))
        let made = bodies.map { body in
            Formation(body: body, sittings: seats[body.id] ?? [], isElecting: electing.contains(body.id))
        }
        let empty = made.filter { $0.held(.representative, on: day).isEmpty }.map(\.body.id)
        let last = try shape.lastHeld(.representative, in: empty)
        return made.map { formation in
            var formation = formation
            formation.lastHeld[.representative] = last[formation.body.id]
            return formation
        }
    }

    func highest(_ levels: [SizeLaw.Level]) -> SizeLaw.Level {
        levels.contains(.two) ? .two : levels.contains(.one) ? .one : .none
    }

    func twice(_ bodies: [Body]) throws -> [Flaw] {
        let groups = bodies.filter { ShapeStore.groupKinds.contains($0.kind) }
        var (seen, contested): (Set<UnitID>, Set<UnitID>) = ([], [])
        for unit in groups.flatMap(\.units) where !seen.insert(unit).inserted { contested.insert(unit) }
        guard !contested.isEmpty else { return [] }
        return employerRules.twice(groups, names: try UnitStore(reader).names(of: contested, on: day))
    }

    /// Seats that wait since a change of the tree, where nothing says already that they stand empty.
    func waiting(besides flaws: [Flaw], _ isHere: (Mandate.Place) throws -> Bool) throws -> [Flaw] {
        guard isToday else { return [] }
        let empty = flaws.filter(\.kind.isVacancy)
        let duties = try ChangeStore(reader).waiting().filter { duty in
            try isHere(duty.place) && !empty.contains { $0.place == duty.place && $0.role == duty.role }
        }
        guard !duties.isEmpty else { return [] }
        let bodies = try BodyStore(reader).names(of: Set(duties.compactMap(\.place.bodyID)))
        let units = try UnitStore(reader).names(of: Set(duties.compactMap(\.place.unitID)), on: day)
        return duties.map { duty in
            let name = duty.place.bodyID.flatMap { bodies[$0] } ?? duty.place.unitID.flatMap { units[$0] }
            return employerRules.waiting(duty, at: name ?? Words(da: "", en: ""))
        }
    }
}
