import Access
import Kernel
import Organisation

/// Who sits where: groups under committees, a main committee, cooperation committees, the coordinators' network, and the
/// offices of the units. Some seats are vacant, and the first group's representative sits for six weeks more.
struct InventedSeats {
    let tree: InventedTree
    let people: [Person]
    let dice: Dice
    let today: Day

    private(set) var bodies: [Body] = []
    private(set) var mandates: [Mandate] = []
    private(set) var areas: [InventedUniversity.Area] = []

    private let identities: Identities
    /// The employees of a unit, and the students.
    private let staff: [UnitID: [PersonID]]
    private let students: [UnitID: [PersonID]]
    private var taken: Set<PersonID> = []

    init(tree: InventedTree, people: [Person], dice: Dice, today: Day) {
        self.tree = tree
        self.people = people
        self.dice = dice
        self.today = today
        identities = dice.identities
        var (staff, students): ([UnitID: [PersonID]], [UnitID: [PersonID]]) = ([:], [:])
        for person in people {
            guard let unit = person.unit else { continue }
            if person.kind == .employee {
                staff[unit, default: []].append(person.id)
            } else {
                students[unit, default: []].append(person.id)
            }
        }
        self.staff = staff
        self.students = students
    }

    mutating func fill() {
        let main = body(
            .main, Words(da: "Hovedarbejdsmiljøudvalget", en: "Main working environment committee"), nil, [tree.top.id])
        let cooperation = body(
            .cooperation, Words(da: "Hovedsamarbejdsudvalget", en: "Main cooperation committee"), nil, [tree.top.id])
        // It looks after nobody's working environment: its members would work on every plan.
        let network = body(.network, Words(da: "Koordinatornetværket", en: "Coordinators' network"), main, [])
        seat(.chair, people[0].id, in: main, by: .byOffice)
        taken.insert(people[0].id)
        var locals: [UnitID: BodyID] = [:]
        for (number, block) in tree.blocks.enumerated() {
            let there = block.areas.flatMap { $0.units.flatMap { staff[$0.id] ?? [] } }
            guard there.count > 3 else { continue }
            if locals[block.faculty.id] == nil {
                locals[block.faculty.id] = openCooperation(block, there, under: cooperation)
            }
            seatBlock(block, there, number, main: main, cooperation: cooperation, network: network)
        }
        if let secretary = free(people.prefix(200).filter { $0.kind == .employee }.map(\.id)) {
            office(.secretariat, secretary, for: tree.top.id, by: .appointed, minutes: 37 * 60)
            seat(.secretary, secretary, in: main, by: .appointed)
            seat(.chair, secretary, in: network, by: .appointed)
        }
    }

    /// The committee of a faculty or of a department, and the groups under it.
    private mutating func seatBlock(
        _ block: InventedTree.Block, _ there: [PersonID], _ number: Int, main: BodyID, cooperation: BodyID,
        network: BodyID
    ) {
        let short = Self.short(block.unit.name)
        let committee = body(
            .committee, Words(da: "AMU \(short.danish)", en: "\(short.english) committee"), main, [block.unit.id])
        guard let leader = free(there), let coordinator = free(there) else { return }
        office(.unitLeader, leader, for: block.unit.id, by: .byOffice)
        seat(.chair, leader, in: committee, by: .byOffice)
        seat(.coordinator, coordinator, in: committee, by: .appointed, minutes: (5 + dice.below(15)) * 60)
        seat(.member, coordinator, in: network, by: .byOffice)
        // Everybody under the faculty finds the coordinator on the own unit's page.
        if block.unit.id == block.faculty.id {
            office(.coordinator, coordinator, for: block.unit.id, by: .appointed)
        }
        if let lead = free(there) { office(.emergencyLead, lead, for: block.unit.id, by: .appointed, minutes: 120) }
        if let union = free(there) {
            office(.unionRepresentative, union, for: block.unit.id, by: .elected, minutes: 240)
            if number < 6 { seat(.member, union, in: cooperation, by: .byOffice) }
        }
        if let secretary = free(there) { seat(.secretary, secretary, in: committee, by: .appointed) }
        if let student = block.areas.flatMap(\.units).compactMap({ unit in students[unit.id]?.first }).first {
            seat(.studentRepresentative, student, in: number == 0 ? main : committee, by: .elected)
        }
        let groups = block.areas.map { seatGroup($0, under: committee) }.compactMap { $0 }
        elect(groups, to: committee)
    }

    private mutating func openCooperation(_ block: InventedTree.Block, _ there: [PersonID], under main: BodyID)
        -> BodyID
    {
        let name = block.faculty.name
        let local = body(
            .cooperation, Words(da: "LSU \(name.danish)", en: "\(name.english) cooperation committee"), main,
            [block.faculty.id])
        for _ in 0..<2 { if let member = free(there) { seat(.member, member, in: local, by: .elected) } }
        if let partner = free(there) { office(.hrPartner, partner, for: block.faculty.id, by: .appointed) }
        return local
    }

    /// What came of a group: who leads it and who represents it, where the seats are taken.
    private struct Group {
        let leader: PersonID?
        let representative: PersonID?
    }

    private mutating func seatGroup(_ area: (name: Words, units: [Unit]), under committee: BodyID) -> Group? {
        let there = area.units.flatMap { staff[$0.id] ?? [] }
        guard there.count > 3 else { return nil }
        let group = body(
            .group, Words(da: "AMG \(area.name.danish)", en: "\(area.name.english) group"), committee,
            area.units.map(\.id))
        let isFirst = areas.isEmpty
        // Whoever sits is found from the end: the first are those who hold the offices.
        let backwards = Array(there.reversed())
        guard let leader = free(backwards), let representative = free(backwards) else { return nil }
        let former = free(backwards)
        let lacksLeader = !isFirst && areas.count % 13 == 7
        let lacksRepresentative = !isFirst && areas.count % 11 == 5
        if !lacksLeader { seat(.leader, leader, in: group, by: .appointed, minutes: 30 * (2 + dice.below(5))) }
        if !lacksRepresentative {
            let starts = isFirst ? InventedTerms.first(before: today) : InventedTerms.starts(dice, before: today)
            let mandate = Mandate(
                id: identities.random(), role: .representative, in: .body(group), person: representative,
                origin: .elected, starts: starts, ends: InventedTerms.end(from: starts),
                minutesAWeek: 30 * (3 + dice.below(6)), representedUnit: area.units.count == 1 ? area.units[0].id : nil)
            mandates.append(mandate)
            if dice.falls(20), let deputy = free(backwards) {
                mandates.append(
                    Mandate(
                        id: identities.random(), role: .deputy, in: .body(group), person: deputy, origin: .elected,
                        starts: starts, ends: mandate.ends, deputyOf: mandate.id))
            }
            if let former {
                let earlier = InventedTerms.earlier(than: starts)
                mandates.append(
                    Mandate(
                        id: identities.random(), role: .representative, body: group, person: former, origin: .elected,
                        starts: earlier.lowerBound, ends: earlier.upperBound))
            }
        }
        areas.append(
            InventedUniversity.Area(
                group: group, sections: area.units.map(\.id), members: [leader, representative], everybody: there))
        return Group(leader: lacksLeader ? nil : leader, representative: lacksRepresentative ? nil : representative)
    }

    /// From more than two groups each side has two in the committee; else all sit there (pav.medst.dk 7.3.4).
    private mutating func elect(_ groups: [Group], to committee: BodyID) {
        let (leaders, representatives) = (groups.compactMap(\.leader), groups.compactMap(\.representative))
        let isElected = groups.count > 2
        for (people, role) in [(leaders, Role.leader), (representatives, .representative)] {
            for person in isElected ? Array(people.prefix(2)) : people {
                let starts = InventedTerms.starts(dice, before: today)
                mandates.append(
                    Mandate(
                        id: identities.random(), role: isElected ? role : .member, body: committee, person: person,
                        origin: isElected ? .elected : .byOffice, starts: starts,
                        ends: isElected ? InventedTerms.end(from: starts) : nil))
            }
        }
    }

    private static func short(_ name: Words) -> Words {
        func cut(_ text: String, _ start: String) -> String {
            text.hasPrefix(start) ? String(text.dropFirst(start.count)) : text
        }
        return Words(da: cut(name.danish, "Institut for "), en: cut(name.english, "Department of "))
    }

    /// The first of these who holds nothing yet; taken from then on.
    private mutating func free(_ people: [PersonID]) -> PersonID? {
        guard let person = people.first(where: { !taken.contains($0) }) else { return nil }
        taken.insert(person)
        return person
    }

    private mutating func body(_ kind: BodyKind, _ name: Words, _ parent: BodyID?, _ units: [UnitID]) -> BodyID {
        let body = Body(
            id: identities.random(), kind: kind, name: name, parent: parent, units: units, opens: today - 3650)
        bodies.append(body)
        return body.id
    }

    private mutating func seat(
        _ role: Role, _ person: PersonID, in body: BodyID, by origin: Mandate.Origin, minutes: Int? = nil
    ) {
        mandates.append(
            Mandate(
                id: identities.random(), role: role, in: .body(body), person: person, origin: origin,
                starts: today - (200 + dice.below(400)), minutesAWeek: minutes))
    }

    private mutating func office(
        _ role: Role, _ person: PersonID, for unit: UnitID, by origin: Mandate.Origin, minutes: Int? = nil
    ) {
        mandates.append(
            Mandate(
                id: identities.random(), role: role, in: .unit(unit), person: person, origin: origin,
                starts: today - 400, minutesAWeek: minutes))
    }
}

/// Terms of two years, as the law has them.
enum InventedTerms {
    static let days = 730

    /// Of the first group: its term ends soon, and the election for the next one is under way.
    static func first(before today: Day) -> Day { today + 42 - days }

    static func starts(_ dice: Dice, before today: Day) -> Day { today - (60 + dice.below(600)) }

    static func end(from starts: Day) -> Day { starts + days - 1 }

    static func earlier(than starts: Day) -> ClosedRange<Day> { starts - days...starts - 1 }
}
