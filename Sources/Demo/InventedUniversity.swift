import Access
import Kernel
import Organisation

/// Nordhavn University at any size: its units, the people in them, the bodies that look after them, and the mandates of
/// this period and the one before.
struct InventedUniversity {
    var name: Words { InventedTree.name }
    let tree: InventedTree
    var units: [Unit] { tree.units }
    private(set) var people: [Person] = []
    private(set) var bodies: [Body] = []
    private(set) var mandates: [Mandate] = []
    /// The groups, each with the units that it looks after and the people who work there.
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
    private var top: UnitID { tree.top.id }

    init(people count: Int, dice: Dice, today: Day) {
        self.dice = dice
        self.today = today
        identities = dice.identities
        tree = InventedTree(people: count, identities: identities, founded: today - 3650)
        employ(max(20, count))
        var seats = InventedSeats(tree: tree, people: people, dice: dice, today: today)
        seats.fill()
        (bodies, mandates, areas) = (seats.bodies, seats.mandates, seats.areas)
        openAccounts()
    }

    private mutating func employ(_ count: Int) {
        people.reserveCapacity(count)
        for number in 0..<count {
            let first = dice.one(of: InventedNames.first)
            let last = dice.one(of: InventedNames.last)
            people.append(
                Person(
                    id: identities.random(), externalID: "N\(Self.padded(number + 1))", name: "\(first) \(last)",
                    email: "n\(number + 1)@nordhavn.example", phone: "0000 \(Self.padded(number % 10_000))",
                    language: dice.falls(12) ? .english : .danish, kind: dice.falls(6) ? .student : .employee,
                    unit: tree.workplaces[number % tree.workplaces.count].id, title: dice.one(of: InventedNames.titles),
                    starts: today - (30 + dice.below(3000))))
        }
    }

    /// Five people whom a newcomer can sign in as, one in every part.
    private mutating func openAccounts() {
        let area = areas[0]
        let coordinator = mandates.first { $0.role == .coordinator }?.person
        let seated = Set(mandates.map(\.person))
        let chosen: [(String, PersonID?)] = [
            ("amr@demo.example", area.members.last), ("leder@demo.example", area.members.first),
            ("koordinator@demo.example", coordinator),
            ("ansat@demo.example", area.everybody.first { !seated.contains($0) }),
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
            starts: today - 3650, isAdministrator: true)
        people.append(administrator)
        accounts.append(Account(email: "admin@demo.example", person: administrator.id))
    }

    static func padded(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
