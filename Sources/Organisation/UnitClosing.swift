import Access
import Journal
import Kernel
import Storage

/// What a unit's last day ends beside the unit itself: the bodies that look after nothing else, and the mandates in them
/// and for the unit. Said of the form, of a program's call and of a file in the same words.
struct UnitClosing {
    let unit: Unit
    let last: Day
    let orphaned: [Body]
    let ending: [Seat]

    init(_ unit: Unit, last: Day, _ reader: Reader) throws {
        self.unit = unit
        self.last = last
        let (store, mandates) = (BodyStore(reader), MandateStore(reader))
        orphaned = try store.bodies(naming: unit.id, from: last + 1).filter { body in
            try store.units(of: body.id, on: last + 1).allSatisfy { $0 == unit.id }
        }
        let seats = try orphaned.flatMap { try mandates.all(in: .body($0.id)) } + mandates.all(in: .unit(unit.id))
        ending = seats.filter { ($0.mandate.ends ?? .latest) > last }
    }

    /// What is to begin only after the last day, and so would never end.
    var problems: [ChangeProblem] {
        ending.filter { $0.mandate.starts > last }.map { .beginsLater($0.name, $0.mandate.starts) }
            + orphaned.filter { $0.opens > last }.map { .opensLater($0.opens) }
    }

    /// - Parameter record: what the unit's history says of it.
    func change(_ record: OrganisationChange) -> Change {
        let day = last + 1
        let memory = PlanMemory(of: record.id, unit: unit.id, on: day)
        let statements =
            [record.insertion] + memory.keeping(bodies: orphaned.map(\.id), mandates: ending.map(\.mandate.id))
            + orphaned.map { UnitMoves.closing($0.id, on: day) } + UnitMoves.endingAreas(of: unit.id, on: day)
            + ["UPDATE unit SET closes = \(last) WHERE id = \(unit.id)"]
        let entry = JournalEntry(
            Subject("unit", unit.id), "closed", before: ["name": unit.name.danish, "code": unit.code],
            after: ["day": day.text])
        return ending.map { $0.mandate.lastHeld(on: last, name: $0.name, because: "closed") }
            .reduce(Change(statements, journal: [entry], raising: [.rights]), +)
    }
}
