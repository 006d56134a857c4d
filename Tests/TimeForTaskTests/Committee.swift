import Access
import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport

/// A clock that a test turns on, in days after the workplace's Monday.
final class DayClock: Sendable {
    private let days = Mutex(0)

    func go(to day: Int) { days.withLock { $0 = day } }
    var now: Moment { Workplace.monday + days.withLock { $0 } * 86_400 }
}

/// Many representatives in the laboratories' group and in the group of history, so that there is something to compare.
struct Crowd {
    let work: Workplace
    let clock = DayClock()
    let laboratories: [Person]
    let history: [Person]

    init(_ engine: Engine = .sqlite, laboratories: Int = 7, history: Int = 7) async throws {
        let clock = clock
        work = try await Workplace(engine) { clock.now }
        self.laboratories = (0..<laboratories).map { Self.person("lab", $0, Workplace.laboratories) }
        self.history = (0..<history).map { Self.person("hist", $0, Workplace.history) }
        let everybody = self.laboratories + self.history
        try await work.employ(everybody)
        let deed = work.deed(by: nil)
        try await work.database.write { writer in
            for (number, person) in everybody.enumerated() {
                let mandate = Mandate(
                    id: Self.mandate(person), role: .representative,
                    in: .body(person.unit == Workplace.history ? Workplace.historyGroup : Workplace.labGroup),
                    person: person.id, origin: .elected, starts: Workplace.today - 100, ends: Workplace.today + 700,
                    minutesAWeek: 60 + 30 * (number % 7))
                try writer.apply(mandate.given(to: person.name), deed)
            }
        }
    }

    static func mandate(_ person: Person) -> ID<Mandate> { ID("seat-of-\(person.id)") }

    static func person(_ name: String, _ number: Int, _ unit: UnitID) -> Person {
        Person(
            id: ID("\(name)-\(number)"), name: "Rep \(name) \(number)", email: "\(name)\(number)@nordhavn.example",
            unit: unit, starts: Workplace.today - 400)
    }

    /// Writes for last month and shares.
    func share(_ people: [Person], hours: (Int) -> Int = { 2 + $0 }, month: String = "2025-12") async throws {
        for (number, person) in people.enumerated() {
            let fields = ["mandate": Self.mandate(person).text, "period": month, "hours": "\(hours(number) * 4)"]
            _ = try await work.post("/time", as: person, fields)
            _ = try await work.post("/time/sharing", as: person, ["share": "on"])
        }
    }

    /// The comparison's file, line by line without its head.
    func lines(as person: Person = Workplace.eva) async throws -> [String] {
        let reply = try await work.get("/time/comparison.csv", as: person)
        return reply.text.split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    }

    func used() async throws -> [String] { try await lines().filter { $0.hasPrefix("Brugte") } }
}
