import Access
import Journal
import Kernel
import Storage

/// Two units that become one: what the one that goes holds on the day, and what becomes of it. Read before anything is
/// done, so that it can be shown, and read again in the transaction that does it.
struct Merger: Sendable {
    /// What becomes of a body that looks after the unit that goes.
    enum Fate: String, Sendable, CaseIterable {
        /// It looks after the unit that stays.
        case follows
        /// Its area is gone: it closes, and so do the mandates in it.
        case ends
        /// It has other units, and goes on with those.
        case goesOn = "goes_on"
    }

    struct Affected: Sendable {
        let body: Body
        /// Held on the day or later.
        let seats: [Seat]
        /// Fates that are possible, the suggested one first.
        let fates: [Fate]
    }

    let unit: Unit
    let into: Unit
    /// The first day on which there is one unit.
    let day: Day
    let people: [Person.Kind: Int]
    let children: [Unit]
    let bodies: [Affected]
    let offices: [Seat]
    /// The bodies that look after the unit that stays, nearest first.
    let receiving: [Body]
    private let heldThere: [BodyID: [Seat]]
    private let officesThere: Set<Role>

    init(_ unit: Unit, into: Unit, on day: Day, _ reader: Reader) throws {
        self.unit = unit
        self.into = into
        self.day = day
        let (store, mandates) = (BodyStore(reader), MandateStore(reader))
        people = try PersonStore(reader).counts(in: unit.id, on: day)
        children = try UnitStore(reader).children(of: unit.id, on: day)
        let named = try store.bodies(naming: unit.id, from: day)
        let around = try store.bodies(covering: into.id, on: day)
        bodies = try named.map { body in
            let others = try store.units(of: body.id, on: day).filter { $0 != unit.id }
            let hasPeer = around.contains { $0.kind == body.kind && $0.id != body.id }
            let fates: [Fate] =
                !others.isEmpty ? [.goesOn, .follows] : hasPeer ? [.ends, .follows] : [.follows, .ends]
            return Affected(
                body: body, seats: try Self.open(mandates.all(in: .body(body.id)), from: day), fates: fates)
        }
        offices = try Self.open(mandates.all(in: .unit(unit.id)), from: day)
        let goers = Set(named.map(\.id))
        receiving = around.filter { !goers.contains($0.id) }
        heldThere = Dictionary(
            uniqueKeysWithValues: try around.map { ($0.id, try mandates.seats(in: .body($0.id), on: day)) })
        officesThere = Set(try mandates.offices(covering: into.id, on: day).map(\.seat.mandate.role))
    }

    private static func open(_ seats: [Seat], from day: Day) -> [Seat] {
        seats.filter { ($0.mandate.ends ?? .latest) >= day }
    }

    /// Told apart from what it was when somebody looked: two mergers that would do the same say the same.
    var gist: String {
        let counts = people.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        let seats = bodies.flatMap(\.seats) + offices
        return
            (counts + children.map(\.id.text) + bodies.map(\.body.id.text) + seats.map(\.mandate.id.text)
            + receiving.map(\.id.text)).joined(separator: " ")
    }

    /// The mandates that end the day before.
    func ending(_ fates: [BodyID: Fate]) -> [Seat] {
        bodies.filter { fates[$0.body.id] == .ends }.flatMap(\.seats) + offices
    }

    /// What somebody must be elected or appointed for anew.
    func duties(_ fates: [BodyID: Fate], of change: ID<OrganisationChange>, _ identities: Identities) -> [SeatDuty] {
        var known: Set<String> = []
        return ending(fates).compactMap { seat in
            guard let (place, kind) = heir(of: seat.mandate, fates),
                known.insert("\(place) \(seat.mandate.role)").inserted
            else { return nil }
            return SeatDuty(
                id: identities.random(), change: change, kind: kind, role: seat.mandate.role, place: place, day: day,
                lost: seat.mandate.id, answer: nil)
        }
    }

    /// Where the lost seat is to be filled, if it is. The elected ones always: those who elected them are elsewhere now.
    private func heir(
        of mandate: Mandate, _ fates: [BodyID: Fate]
    ) -> (Mandate.Place, SeatDuty.Kind)? {
        guard mandate.starts < day else { return nil }
        let isElected = mandate.origin == .elected
        switch mandate.place {
        case .unit:
            guard !officesThere.contains(mandate.role), mandate.role != .deputy else { return nil }
            return (.unit(into.id), isElected ? .election : .appointment)
        case .body(let id):
            guard let kind = bodies.first(where: { $0.body.id == id })?.body.kind,
                let body = heirBody(of: kind, fates)
            else { return nil }
            if mandate.role == .representative { return (.body(body), .election) }
            let isHeld = (heldThere[body] ?? []).contains { $0.mandate.role == mandate.role }
            guard [.leader, .chair, .coordinator].contains(mandate.role), !isHeld else { return nil }
            return (.body(body), isElected ? .election : .appointment)
        }
    }

    private func heirBody(of kind: BodyKind, _ fates: [BodyID: Fate]) -> BodyID? {
        let following = bodies.filter { $0.body.kind == kind && fates[$0.body.id] == .follows }.map(\.body.id)
        return following.first ?? receiving.first { $0.kind == kind }?.id
    }

    /// - Returns: nothing where a fate is missing or not possible.
    func fates(_ fields: Fields) -> [BodyID: Fate]? {
        var fates: [BodyID: Fate] = [:]
        for affected in bodies {
            let written = Fate(rawValue: fields["fate-\(affected.body.id)"]) ?? affected.fates[0]
            guard affected.fates.contains(written) else { return nil }
            fates[affected.body.id] = written
        }
        return fates
    }

    /// Everything in one: units, people, bodies and mandates by their dates, the record, and what is now owed.
    func change(_ fates: [BodyID: Fate], because reason: String, _ deed: Deed) -> Change {
        let record = OrganisationChange(
            id: deed.identities.random(), day: day, kind: .merged, unit: unit.id, other: into.id, reason: reason,
            recorded: deed.moment, person: deed.person)
        let closing = bodies.filter { fates[$0.body.id] == .ends }.map(\.body.id)
        var statements: [SQL] = [record.insertion]
        statements += PlanMemory(of: record.id, unit: unit.id, on: day)
            .keeping(bodies: closing, mandates: ending(fates).map(\.mandate.id))
        statements += UnitMoves.children(of: unit.id, to: into.id, on: day)
        statements += UnitMoves.people(of: unit.id, to: into.id, on: day)
        for affected in bodies {
            switch fates[affected.body.id] {
            case .follows: statements.append(UnitMoves.covering(into.id, by: affected.body.id, on: day))
            case .ends: statements.append(UnitMoves.closing(affected.body.id, on: day))
            case .goesOn, nil: break
            }
        }
        statements += UnitMoves.endingAreas(of: unit.id, on: day)
        statements.append("UPDATE unit SET closes = \(day - 1) WHERE id = \(unit.id)")
        statements += duties(fates, of: record.id, deed.identities).map(\.insertion)
        statements += UnitStore.lineRenewal
        let entry = JournalEntry(
            Subject("unit", unit.id), "merged", after: ["into": into.code, "day": day.text, "reason": reason])
        let ends = ending(fates).map { $0.mandate.lastHeld(on: day - 1, name: $0.name, because: "merged") }
        return ends.reduce(Change(statements, journal: [entry], raising: [.rights]), +)
    }
}

extension Mandate {
    /// Ended by a change of the tree: a mandate that had ended by then is left alone.
    func lastHeld(on day: Day, name: String, because reason: String) -> Change {
        Change(
            [
                "UPDATE mandate SET ends = \(day) WHERE id = \(id) AND starts <= \(day) AND (ends IS NULL OR ends > \(day))"
            ],
            journal: [
                JournalEntry(
                    place.subject, "unseated", before: ["ends": ends?.text ?? ""],
                    after: ["name": name, "role": role.rawValue, "ends": day.text, "because": reason])
            ],
            raising: [.rights])
    }
}
