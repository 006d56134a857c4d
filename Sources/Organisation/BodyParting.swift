import Access
import Journal
import Kernel
import Storage
import Web

/// A joint committee that becomes the two again from which it was made: who goes where, and what must be elected or
/// appointed anew.
public struct BodyParting: Sendable {
    /// Where a seat goes on.
    public enum Destination: String, Sendable, CaseIterable {
        case committee, cooperation, both, neither
    }

    /// A role that one of the two is left without.
    public struct Vacancy: Sendable, Equatable {
        public let body: BodyID
        public let role: Role
        public let kind: SeatDuty.Kind
        /// The mandate by which it was held last.
        public let lost: ID<Mandate>?
    }

    public let joint: Body
    public let committee: Body
    public let cooperation: Body
    /// The first day on which there are two again.
    public let day: Day
    /// Held on the day or later.
    public let seats: [Seat]
    private let former: [Seat]
    private let happened: [Day]
    private let units: (joint: [UnitID], committee: [UnitID], cooperation: [UnitID])

    /// - Throws: `Problems` where the body is none that was made of two.
    public init(_ joint: Body, on day: Day, today: Day, _ reader: Reader) throws {
        let (store, mandates) = (BodyStore(reader), MandateStore(reader))
        let parts = try store.parts(of: joint.id).compactMap { try store.find($0, on: day) }
        guard let committee = parts.first(where: { $0.kind == .committee }),
            let cooperation = parts.first(where: { $0.kind == .cooperation })
        else { throw Problems(JoiningProblem.notJoint, at: "") }
        self.joint = joint
        self.committee = committee
        self.cooperation = cooperation
        self.day = day
        let all = try mandates.all(in: .body(joint.id))
        seats = all.filter { ($0.mandate.ends ?? .latest) >= day }
        former = try [committee.id, cooperation.id].flatMap { try mandates.all(in: .body($0)) }
        happened =
            day < today
            ? try all.map(\.mandate).flatMap { [$0.starts, $0.ends.map { $0 + 1 }].compactMap(\.self) }
                .filter { $0 > day && $0 <= today } + store.areaChanges(of: [joint.id], after: day, through: today)
            : []
        units = (
            try store.units(of: joint.id, on: day), try store.units(of: committee.id, on: day),
            try store.units(of: cooperation.id, on: day)
        )
    }

    public var seen: String {
        SecretHash(
            of: ([joint.id.text, day.text] + seats.map(\.mandate.id.text) + seats.map { $0.mandate.ends?.text ?? "" })
                .joined(separator: " ")
        ).text
    }

    /// All that speaks against it, at the field `day`.
    public func problems() -> Problems {
        var problems = Problems()
        if day <= joint.opens { problems.add(JoiningProblem.beforeItBegan(joint.opens), at: "day") }
        if let closes = joint.closes { problems.add(JoiningProblem.alreadyParted(closes), at: "day") }
        if let latest = happened.max() { problems.add(JoiningProblem.happened(latest), at: "day") }
        return problems
    }

    /// Where a seat goes by itself: back to where the person had it, else to where the role belongs.
    public func suggested(_ mandate: Mandate) -> Destination {
        let own = former.map(\.mandate).filter { $0.person == mandate.person }
        let sameRole = own.filter { $0.role == mandate.role }
        let bodies = Set((sameRole.isEmpty ? own : sameRole).compactMap(\.body))
        if bodies.count == 2 { return .both }
        if bodies.contains(committee.id) { return .committee }
        if bodies.contains(cooperation.id) { return .cooperation }
        switch mandate.role {
        case .chair, .secretary: return .both
        case .unionRepresentative, .member, .studentRepresentative, .hrPartner: return .cooperation
        default: return .committee
        }
    }

    public func destinations(_ fields: Fields) -> [ID<Mandate>: Destination] {
        let pairs = seats.map { seat in
            (
                seat.mandate.id,
                Destination(rawValue: fields["seat-\(seat.mandate.id)"]) ?? suggested(seat.mandate)
            )
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// What the two are left without: a chair, and in the working environment committee a safety representative and a
    /// coordinator where it had one. The elected are elected anew.
    public func vacancies(_ destinations: [ID<Mandate>: Destination]) -> [Vacancy] {
        [(committee.id, [Role.chair, .representative, .coordinator]), (cooperation.id, [.chair])].flatMap {
            body, roles in
            let filled = Set(returning(to: body, destinations).map(\.mandate.role))
            return roles.compactMap { role -> Vacancy? in
                guard !filled.contains(role) else { return nil }
                let lost = (former.filter { $0.mandate.body == body } + seats).last { $0.mandate.role == role }?.mandate
                if role == .coordinator, lost == nil { return nil }
                return Vacancy(
                    body: body, role: role, kind: role == .representative ? .election : .appointment, lost: lost?.id)
            }
        }
    }

    public func returning(to body: BodyID, _ destinations: [ID<Mandate>: Destination]) -> [Seat] {
        let own: Destination = body == committee.id ? .committee : .cooperation
        return seats.filter { destinations[$0.mandate.id] == own || destinations[$0.mandate.id] == .both }
    }

    /// What speaks against who goes where.
    public func problems(of destinations: [ID<Mandate>: Destination]) -> Problems {
        var problems = Problems()
        for body in [committee, cooperation] where !seats.isEmpty && returning(to: body.id, destinations).isEmpty {
            problems.add(JoiningProblem.nobodyReturns(body.name), at: "")
        }
        return problems
    }

    public func change(
        _ destinations: [ID<Mandate>: Destination], because reason: String, _ deed: Deed
    ) -> Change {
        let both = [committee.id, cooperation.id]
        let record = OrganisationChange(
            id: deed.identities.random(), day: day, kind: .parted, unit: units.joint.first ?? UnitID(""), other: nil,
            reason: reason, recorded: deed.moment, person: deed.person)
        var statements: [SQL] = [record.insertion, UnitMoves.closing(joint.id, on: day).orStale]
        for body in both {
            statements.append(
                ("""
                UPDATE body_succession SET ends = \(day - 1)
                WHERE body_id = \(body) AND successor_id = \(joint.id) AND ends IS NULL
                """ as SQL).orStale)
            statements.append("UPDATE body SET closes = NULL WHERE id = \(body)")
        }
        // What answered to the joint committee answers to the working environment committee.
        statements.append(
            """
            INSERT INTO body_succession (body_id, successor_id, starts, last_day)
            VALUES (\(joint.id), \(committee.id), \(day), \(day - 1))
            """)
        statements += areas()
        statements += vacancies(destinations).compactMap { vacancy in
            vacancy.lost.map {
                SeatDuty(
                    id: deed.identities.random(), change: record.id, kind: vacancy.kind, role: vacancy.role,
                    place: .body(vacancy.body), day: day, lost: $0, answer: nil
                ).insertion
            }
        }
        let entry = JournalEntry(
            Subject("body", joint.id), "parted", before: ["name": joint.name.danish],
            after: ["day": day.text, "reason": reason])
        return Change(statements, journal: [entry], raising: [.rights]) + moved(destinations, deed.identities)
    }

    /// Units that the joint committee came to look after meanwhile stay with the working environment committee; those
    /// that it no longer does are left by both.
    private func areas() -> [SQL] {
        let own = Set(units.committee + units.cooperation)
        let come = units.joint.filter { !own.contains($0) }.map { UnitMoves.covering($0, by: committee.id, on: day) }
        let gone = own.subtracting(units.joint).sorted().flatMap { unit -> [SQL] in
            [
                """
                UPDATE body_area SET ends = \(day - 1) WHERE unit_id = \(unit)
                AND body_id IN \(SQL.list([committee.id, cooperation.id])) AND starts < \(day)
                AND (ends IS NULL OR ends >= \(day))
                """
            ]
        }
        return come + gone
    }

    private func moved(_ destinations: [ID<Mandate>: Destination], _ identities: Identities) -> Change {
        var news: [BodyID: [ID<Mandate>: ID<Mandate>]] = [:]
        var given: [(name: String, mandate: Mandate)] = []
        for body in [committee.id, cooperation.id] {
            for seat in returning(to: body, destinations) {
                let old = seat.mandate
                let id: ID<Mandate> = identities.random()
                news[body, default: [:]][old.id] = id
                // Hours are allotted once: to the committee, where somebody sits in both.
                let hasHours = destinations[old.id] != .both || body == committee.id
                given.append(
                    (
                        seat.name,
                        Mandate(
                            id: id, role: old.role, in: .body(body), person: old.person, origin: old.origin,
                            starts: max(day, old.starts), ends: old.ends,
                            minutesAWeek: hasHours ? old.minutesAWeek : nil, represents: old.represents,
                            representedUnit: old.representedUnit, deputyOf: old.deputyOf)
                    ))
            }
        }
        let ended = seats.map { $0.mandate.movedAway(on: day, name: $0.name, because: "parted") }
        // Whoever steps in for somebody who goes elsewhere steps in for nobody.
        let seated = given.compactMap { name, mandate -> (String, Mandate)? in
            guard let whom = mandate.deputyOf else { return (name, mandate) }
            guard let body = mandate.body, news[body]?[whom] != nil else { return nil }
            return (name, mandate.deputising(news[body] ?? [:]))
        }
        let ordered = seated.filter { $0.1.deputyOf == nil } + seated.filter { $0.1.deputyOf != nil }
        return (ended + ordered.map { $0.1.given(to: $0.0) }).reduce(Change([], journal: [], raising: []), +)
    }
}
