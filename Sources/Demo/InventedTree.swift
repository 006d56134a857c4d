import Access
import Kernel
import Organisation

/// The units of Nordhavn University: 33 where it has the size of a university, faculties, departments and shared
/// services; with fewer people a handful, with very many sections in departments.
struct InventedTree {
    /// A unit with a committee, and the areas of the groups under it.
    struct Block {
        let unit: Unit
        let faculty: Unit
        /// Each the units of one group, with what the group is called after.
        let areas: [(name: Words, units: [Unit])]
    }

    static let name = Words(da: "Nordhavn Universitet", en: "Nordhavn University")
    static let peopleInASection = 50
    static let sectionsInADepartment = 4
    /// The university itself, six faculties, and 26 departments and services.
    static let ofAUniversity = 33
    /// From how many people on, and up to how many, it has the units of a university.
    static let universities = 200..<10_000

    private(set) var units: [Unit] = []
    private(set) var blocks: [Block] = []
    /// Where people work.
    private(set) var workplaces: [Unit] = []

    private let identities: Identities
    private let founded: Day

    init(people: Int, identities: Identities, founded: Day) {
        self.identities = identities
        self.founded = founded
        if Self.universities.contains(people) {
            raiseUniversity()
        } else {
            raiseSections(max(4, people / Self.peopleInASection))
        }
    }

    var top: Unit { units[0] }

    /// The committees are those of the faculties, and every department has its group.
    private mutating func raiseUniversity() {
        let top = add(.organisation, "NU", Self.name, under: nil)
        let faculties = raiseFaculties(InventedNames.faculties.count, under: top)
        var departments: [UnitID: [(name: Words, units: [Unit])]] = [:]
        for number in 0..<(Self.ofAUniversity - 1 - faculties.count) {
            let faculty = faculties[number % faculties.count]
            let subject = InventedNames.subjects[number % InventedNames.subjects.count]
            let department = add(
                .department, "I\(InventedUniversity.padded(number + 1))", Self.named(subject, ""), under: faculty.id)
            workplaces.append(department)
            departments[faculty.id, default: []].append((subject, [department]))
        }
        blocks = faculties.map { Block(unit: $0, faculty: $0, areas: departments[$0.id] ?? []) }
    }

    /// Every department has a committee, and a group for every two sections.
    private mutating func raiseSections(_ sections: Int) {
        let top = add(.organisation, "NU", Self.name, under: nil)
        let departments = max(2, sections / Self.sectionsInADepartment)
        let faculties = raiseFaculties(min(InventedNames.faculties.count, max(1, departments / 3)), under: top)
        var left = sections
        for number in 0..<departments {
            let subject = InventedNames.subjects[number % InventedNames.subjects.count]
            let round = number / InventedNames.subjects.count
            let code = "I\(InventedUniversity.padded(number + 1))"
            let faculty = faculties[number % faculties.count]
            let department = add(
                .department, code, Self.named(subject, round == 0 ? "" : " \(round + 1)"), under: faculty.id)
            let here = left / (departments - number)
            left -= here
            let own = (0..<here).map { place in
                let section = InventedNames.sections[place % InventedNames.sections.count]
                let again = place / InventedNames.sections.count
                let mark = again == 0 ? "" : " \(again + 1)"
                return add(
                    .section, "\(code)-\(place + 1)", Words(da: section.danish + mark, en: section.english + mark),
                    under: department.id)
            }
            workplaces += own
            let suffix = round == 0 ? "" : " \(round + 1)"
            let areas = stride(from: 0, to: own.count, by: 2).enumerated().map { number, pair in
                let mark = suffix + (own.count > 2 ? " \(number + 1)" : "")
                return (
                    name: Words(da: subject.danish + mark, en: subject.english + mark),
                    units: Array(own[pair..<min(pair + 2, own.count)])
                )
            }
            blocks.append(Block(unit: department, faculty: faculty, areas: areas))
        }
    }

    private static func named(_ subject: Words, _ suffix: String) -> Words {
        Words(da: "Institut for \(subject.danish)\(suffix)", en: "Department of \(subject.english)\(suffix)")
    }

    private mutating func raiseFaculties(_ count: Int, under top: Unit) -> [Unit] {
        (0..<count).map { add(.faculty, "F\($0 + 1)", InventedNames.faculties[$0], under: top.id) }
    }

    @discardableResult
    private mutating func add(_ kind: Unit.Kind, _ code: String, _ name: Words, under parent: UnitID?) -> Unit {
        let unit = Unit(
            id: identities.random(), code: code, parent: parent, kind: kind, name: name, isLegalEntity: parent == nil,
            opens: founded)
        units.append(unit)
        return unit
    }
}
