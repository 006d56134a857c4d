import Access
import Kernel
import Organisation

/// Nordhavn University at any size: faculties, departments, sections, the people in them and the bodies that look
/// after them, with the mandates of this period and the one before.
struct InventedUniversity {
    let name = Words(da: "Nordhavn Universitet", en: "Nordhavn University")
    private(set) var units: [Unit] = []
    private(set) var people: [Person] = []
    private(set) var bodies: [Body] = []
    private(set) var mandates: [Mandate] = []
    /// The groups, each with the sections that it looks after and the people who work there.
    private(set) var areas: [Area] = []
    private(set) var accounts: [Account] = []

    struct Area {
        let group: BodyID
        let sections: [UnitID]
        let members: [PersonID]
        let everybody: [PersonID]
    }

    struct Account {
        let email: String
        let person: PersonID
    }

    private let dice: Dice
    private let identities: Identities
    private let today: Day
    private var top: UnitID { units[0].id }

    static let peopleInASection = 50
    static let sectionsInADepartment = 4

    init(people count: Int, dice: Dice, today: Day) {
        self.dice = dice
        self.today = today
        identities = dice.identities
        raiseUnits(sections: max(4, count / Self.peopleInASection))
        fillSections(with: max(20, count))
        seatBodies()
        openAccounts()
    }

    private var founded: Day { today - 3650 }

    private mutating func raiseUnits(sections: Int) {
        add(.organisation, "NU", name, under: nil)
        let departments = max(2, sections / Self.sectionsInADepartment)
        let faculties = min(InventedNames.faculties.count, max(1, departments / 3))
        let faculty = (0..<faculties).map { number in
            let name = InventedNames.faculties[number]
            return add(.faculty, "F\(number + 1)", name, under: top)
        }
        var left = sections
        for number in 0..<departments {
            let subject = InventedNames.subjects[number % InventedNames.subjects.count]
            let round = number / InventedNames.subjects.count
            let suffix = round == 0 ? "" : " \(round + 1)"
            let code = "I\(Self.padded(number + 1))"
            let department = add(
                .department, code,
                Words(da: "Institut for \(subject.danish)\(suffix)", en: "Department of \(subject.english)\(suffix)"),
                under: faculty[number % faculties])
            let here = left / (departments - number)
            left -= here
            for place in 0..<here {
                let section = InventedNames.sections[place % InventedNames.sections.count]
                let again = place / InventedNames.sections.count
                let mark = again == 0 ? "" : " \(again + 1)"
                add(
                    .section, "\(code)-\(place + 1)",
                    Words(da: section.danish + mark, en: section.english + mark), under: department)
            }
        }
    }

    @discardableResult
    private mutating func add(_ kind: Unit.Kind, _ code: String, _ name: Words, under parent: UnitID?) -> UnitID {
        let unit = Unit(
            id: identities.random(), code: code, parent: parent, kind: kind, name: name, isLegalEntity: parent == nil,
            opens: founded)
        units.append(unit)
        return unit.id
    }

    private mutating func fillSections(with count: Int) {
        let sections = units.filter { $0.kind == .section }.map(\.id)
        people.reserveCapacity(count)
        for number in 0..<count {
            let first = dice.one(of: InventedNames.first)
            let last = dice.one(of: InventedNames.last)
            people.append(
                Person(
                    id: identities.random(), externalID: "N\(Self.padded(number + 1))", name: "\(first) \(last)",
                    email: "n\(number + 1)@nordhavn.example", phone: "0000 \(Self.padded(number % 10_000))",
                    language: dice.falls(12) ? .english : .danish, kind: dice.falls(6) ? .student : .employee,
                    unit: sections[number % sections.count], title: dice.one(of: InventedNames.titles),
                    starts: today - (30 + dice.below(3000))))
        }
    }

    private mutating func seatBodies() {
        let inSection = Dictionary(grouping: people) { $0.unit ?? top }
        let sections = Dictionary(grouping: units.filter { $0.kind == .section }) { $0.parent ?? top }
        let main = body(
            .main, Words(da: "Hovedarbejdsmiljøudvalget", en: "Main working environment committee"), nil, [top])
        seat(.chair, people[0].id, in: main, by: .byOffice)
        for department in units where department.kind == .department {
            let own = sections[department.id] ?? []
            let staff = own.flatMap { inSection[$0.id] ?? [] }.filter { $0.kind == .employee }
            guard staff.count > 3 else { continue }
            let subject = department.name.danish.dropFirst("Institut for ".count)
            let english = department.name.english.dropFirst("Department of ".count)
            let committee = body(
                .committee, Words(da: "AMU \(subject)", en: "\(english) committee"), main, [department.id])
            seat(.chair, staff[0].id, in: committee, by: .byOffice)
            seat(.coordinator, staff[1].id, in: committee, by: .appointed)
            office(.unitLeader, staff[0].id, for: department.id, by: .byOffice)
            office(.emergencyLead, staff[2].id, for: department.id, by: .appointed)
            office(.unionRepresentative, staff[3].id, for: department.id, by: .elected)
            for (number, pair) in stride(from: 0, to: own.count, by: 2).enumerated() {
                let area = Array(own[pair..<min(pair + 2, own.count)])
                let there = area.flatMap { inSection[$0.id] ?? [] }.filter { $0.kind == .employee }
                guard there.count > 3 else { continue }
                let mark = own.count > 2 ? " \(number + 1)" : ""
                let group = body(
                    .group, Words(da: "AMG \(subject)\(mark)", en: "\(english) group\(mark)"), committee, area.map(\.id)
                )
                seat(.leader, there[there.count - 1].id, in: group, by: .appointed)
                seat(.representative, there[there.count - 2].id, in: group, by: .elected)
                formerly(.representative, there[there.count - 3].id, in: group)
                areas.append(
                    Area(
                        group: group, sections: area.map(\.id),
                        members: [there[there.count - 1].id, there[there.count - 2].id], everybody: there.map(\.id)))
            }
        }
    }

    private mutating func body(_ kind: BodyKind, _ name: Words, _ parent: BodyID?, _ units: [UnitID]) -> BodyID {
        let body = Body(id: identities.random(), kind: kind, name: name, parent: parent, units: units, opens: founded)
        bodies.append(body)
        return body.id
    }

    private mutating func seat(_ role: Role, _ person: PersonID, in body: BodyID, by origin: Mandate.Origin) {
        mandates.append(
            Mandate(
                id: identities.random(), role: role, body: body, person: person, origin: origin,
                starts: today - (200 + dice.below(400)), ends: role == .representative ? today + 500 : nil))
    }

    private mutating func office(_ role: Role, _ person: PersonID, for unit: UnitID, by origin: Mandate.Origin) {
        mandates.append(
            Mandate(
                id: identities.random(), role: role, in: .unit(unit), person: person, origin: origin,
                starts: today - 400))
    }

    private mutating func formerly(_ role: Role, _ person: PersonID, in body: BodyID) {
        mandates.append(
            Mandate(
                id: identities.random(), role: role, body: body, person: person, origin: .elected, starts: today - 1700,
                ends: today - 650))
    }

    /// Five people whom a newcomer can sign in as, one in every part.
    private mutating func openAccounts() {
        let area = areas[0]
        let coordinator = mandates.first { $0.role == .coordinator }?.person
        let chosen: [(String, PersonID?)] = [
            ("amr@demo.example", area.members.last), ("leder@demo.example", area.members.first),
            ("koordinator@demo.example", coordinator),
            ("ansat@demo.example", area.everybody.first { person in !mandates.contains { $0.person == person } }),
        ]
        for (email, person) in chosen {
            guard let place = people.firstIndex(where: { $0.id == person }) else { continue }
            people[place].email = email
            people[place].language = .danish
            accounts.append(Account(email: email, person: people[place].id))
        }
        let administrator = Person(
            id: identities.random(), name: "Rikke Thy", email: "admin@demo.example", unit: top,
            title: "systemansvarlig",
            starts: founded, isAdministrator: true)
        people.append(administrator)
        accounts.append(Account(email: "admin@demo.example", person: administrator.id))
    }

    private static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
