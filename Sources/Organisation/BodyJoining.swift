import Access
import Journal
import Kernel
import Storage
import Web

/// A working environment committee and a cooperation committee that become one joint committee on a day: what they hold,
/// and what becomes of it. Read before anything is done, so that it can be shown, and read again in the transaction that
/// does it.
public struct BodyJoining: Sendable {
    /// A seat in the joint committee, and the one or two from which it comes.
    public struct JoinedSeat: Sendable {
        public let name: String
        public let old: [Mandate]
        public let new: Mandate
        /// Whoever chaired one of the two and does not chair the joint committee sits there as a member.
        public var isDemoted: Bool { old.contains { $0.role == .chair } && new.role != .chair }
    }

    public let committee: Body
    public let cooperation: Body
    /// The first day of the joint committee.
    public let day: Day
    /// All units that either looks after.
    public let units: [UnitID]
    /// Those that only one of them looks after.
    public let unshared: [UnitID]
    /// Held on the day or later.
    public let seats: [Seat]
    /// The bodies that answer to one of the two: to the joint committee, from the day on.
    public let children: [Body]
    /// What has happened to them since, where the day has passed.
    private let happened: [Day]
    private let joint: BodyID?

    public init(_ committee: Body, with cooperation: Body, on day: Day, today: Day, _ reader: Reader) throws {
        self.committee = committee
        self.cooperation = cooperation
        self.day = day
        let (store, mandates) = (BodyStore(reader), MandateStore(reader))
        let (one, other) = (
            try store.units(of: committee.id, on: day), try store.units(of: cooperation.id, on: day)
        )
        units = Set(one + other).sorted()
        unshared = Set(one).symmetricDifference(other).sorted()
        let all = try [committee.id, cooperation.id].flatMap { try mandates.all(in: .body($0)) }
        seats = all.filter { ($0.mandate.ends ?? .latest) >= day }
        let both = [committee.id, cooperation.id]
        children = try both.flatMap { try store.children(of: $0, on: day - 1) }.filter { !both.contains($0.id) }
        happened =
            day < today
            ? try all.map(\.mandate).flatMap { [$0.starts, $0.ends.map { $0 + 1 }].compactMap(\.self) }
                .filter { $0 > day && $0 <= today } + store.areaChanges(of: both, after: day, through: today) : []
        joint = try both.lazy.compactMap { try store.joint(takingOver: $0, from: day) }.first
    }

    /// Told apart from what it was when somebody looked.
    public var gist: String {
        ([committee.id.text, cooperation.id.text, day.text] + units.map(\.text) + seats.map(\.mandate.id.text)
            + seats.map { $0.mandate.ends?.text ?? "" } + children.map(\.id.text)).joined(separator: " ")
    }

    /// What somebody looked at, so short that it can travel in a form.
    public var seen: String { SecretHash(of: gist).text }

    /// Those who chair one of the two on the day: one of them chairs the joint committee.
    public var chairs: [Seat] { seats.filter { $0.mandate.role == .chair && $0.mandate.isHeld(on: day) } }

    /// All that speaks against it, at the fields `committee`, `cooperation` and `day`.
    public func problems() -> Problems {
        var problems = Problems()
        if committee.id == cooperation.id { problems.add(JoiningProblem.sameBody, at: "cooperation") }
        if committee.kind != .committee { problems.add(JoiningProblem.noCommittee, at: "committee") }
        if cooperation.kind != .cooperation { problems.add(JoiningProblem.noCooperation, at: "cooperation") }
        for (body, field) in [(committee, "committee"), (cooperation, "cooperation")] {
            if day <= body.opens { problems.add(JoiningProblem.notOpenYet(body.name, body.opens), at: "day") }
            if let closes = body.closes, joint == nil {
                problems.add(JoiningProblem.closes(body.name, closes), at: field)
            }
        }
        if joint != nil { problems.add(JoiningProblem.alreadyJoint, at: "committee") }
        if let latest = happened.max() { problems.add(JoiningProblem.happened(latest), at: "day") }
        return problems
    }

    /// The seats of the joint committee. Whoever has the same role in both keeps one seat: as it came about in the working
    /// environment committee, to the later end, with the hours of both.
    /// - Parameter chair: the mandate of the one who is to chair; where nobody is named, the one who chairs now.
    public func joined(in joint: BodyID, chair: ID<Mandate>?, _ identities: Identities) -> [JoinedSeat] {
        let chair = chair ?? chairs.first?.mandate.id
        var news: [ID<Mandate>: ID<Mandate>] = [:]
        var taken: Set<ID<Mandate>> = []
        var joined: [(name: String, old: [Mandate], new: Mandate)] = []
        let order = seats.filter { $0.mandate.body == committee.id } + seats.filter { $0.mandate.body != committee.id }
        for seat in order where taken.insert(seat.mandate.id).inserted {
            let own = seat.mandate
            let twin =
                own.body == committee.id
                ? order.first {
                    $0.mandate.body == cooperation.id && $0.mandate.person == own.person && $0.mandate.role == own.role
                        && $0.mandate.meets(own) && !taken.contains($0.mandate.id)
                }?.mandate : nil
            if let twin { taken.insert(twin.id) }
            let old = [own] + [twin].compactMap(\.self)
            let id: ID<Mandate> = identities.random()
            for mandate in old { news[mandate.id] = id }
            let isChair = own.role != .chair || old.contains { $0.id == chair }
            let minutes = old.compactMap(\.minutesAWeek)
            let new = Mandate(
                id: id, role: isChair ? own.role : .member, in: .body(joint), person: own.person, origin: own.origin,
                starts: max(day, old.map(\.starts).min() ?? day),
                ends: old.contains { $0.ends == nil } ? nil : old.compactMap(\.ends).max(),
                minutesAWeek: minutes.isEmpty ? nil : minutes.reduce(0, +),
                represents: old.map(\.represents).first { !$0.isEmpty } ?? "",
                representedUnit: old.lazy.compactMap(\.representedUnit).first, deputyOf: own.deputyOf)
            joined.append((seat.name, old, new))
        }
        return joined.map { JoinedSeat(name: $0.name, old: $0.old, new: $0.new.deputising(news)) }
    }

    /// Everything in one: the joint committee opens on the day, the two close the day before, the mandates move, and the
    /// change is on record.
    public func change(
        to id: BodyID, named name: Words, chair: ID<Mandate>?, because reason: String, _ deed: Deed
    ) -> Change {
        let own = [committee.id, cooperation.id]
        let parent = [committee.parent, cooperation.parent].compactMap(\.self).first { !own.contains($0) }
        let joint = Body(id: id, kind: .joint, name: name, parent: parent, units: units, opens: day)
        let record = OrganisationChange(
            id: deed.identities.random(), day: day, kind: .joined, unit: units.first ?? UnitID(""), other: nil,
            reason: reason, recorded: deed.moment, person: deed.person)
        let closing = own.flatMap { body -> [SQL] in
            [
                (UnitMoves.closing(body, on: day)).orStale,
                """
                INSERT INTO body_succession (body_id, successor_id, starts, last_day)
                VALUES (\(body), \(id), \(day), \(day - 1))
                """,
            ]
        }
        let entries = [committee, cooperation].map {
            JournalEntry(
                Subject("body", $0.id), "joined", before: ["name": $0.name.danish],
                after: ["into": name.danish, "day": day.text])
        }
        let opening = joint.added() + Change([record.insertion] + closing, journal: entries, raising: [.rights])
        return opening + moved(joined(in: id, chair: chair, deed.identities))
    }

    private func moved(_ seats: [JoinedSeat]) -> Change {
        let ended = seats.flatMap { seat in
            seat.old.map { $0.movedAway(on: day, name: seat.name, because: "joined") }
        }
        // A deputy refers to the seat that it steps in for.
        let given = (seats.filter { $0.new.deputyOf == nil } + seats.filter { $0.new.deputyOf != nil })
            .map { $0.new.given(to: $0.name) }
        return (ended + given).reduce(Change([], journal: [], raising: []), +)
    }
}

extension Mandate {
    /// Steps in for the same person's seat in another body.
    func deputising(_ news: [ID<Mandate>: ID<Mandate>]) -> Mandate {
        guard let deputyOf, let new = news[deputyOf] else { return self }
        return Mandate(
            id: id, role: role, in: place, person: person, origin: origin, starts: starts, ends: ends,
            minutesAWeek: minutesAWeek, represents: represents, representedUnit: representedUnit, deputyOf: new)
    }

    /// Goes on elsewhere from the day on. One that had not begun by then is never held here.
    func movedAway(on day: Day, name: String, because reason: String) -> Change {
        if starts < day { return lastHeld(on: day - 1, name: name, because: reason) }
        return Change(
            ["UPDATE mandate SET deputy_of = NULL WHERE deputy_of = \(id)", "DELETE FROM mandate WHERE id = \(id)"],
            journal: [
                JournalEntry(
                    place.subject, "unseated", before: ["starts": starts.text],
                    after: ["name": name, "role": role.rawValue, "because": reason])
            ],
            raising: [.rights])
    }
}

extension BodyStore {
    /// The days on which the area of these bodies changed.
    func areaChanges(of bodies: [BodyID], after first: Day, through last: Day) throws -> [Day] {
        let days = try reader.rows(
            """
            SELECT starts, ends FROM body_area WHERE body_id IN \(SQL.list(bodies))
            AND (starts > \(first) OR ends >= \(first))
            """
        ) { row in [try row[0] as Day, (try row[1] as Day?).map { $0 + 1 } ?? .latest] }
        return days.flatMap(\.self).filter { $0 > first && $0 <= last }
    }
}

/// What can speak against making one committee of two, or two of one.
public enum JoiningProblem: Problem, Equatable {
    case sameBody
    case noCommittee
    case noCooperation
    case notOpenYet(Words, Day)
    case closes(Words, Day)
    case alreadyJoint
    case happened(Day)
    case notJoint
    case alreadyParted(Day)
    case beforeItBegan(Day)
    case changedMeanwhile
    case nobodyReturns(Words)

    public func explained(in language: Language) -> String {
        switch self {
        case .sameBody: language.pick(da: "Vælg to forskellige udvalg.", en: "Choose two different committees.")
        case .noCommittee:
            language.pick(
                da: "Det er ikke et arbejdsmiljøudvalg.", en: "That is not a working environment committee.")
        case .noCooperation:
            language.pick(da: "Det er ikke et samarbejdsudvalg.", en: "That is not a cooperation committee.")
        case .notOpenYet(let name, let day):
            language.pick(
                da: "\(name.danish) begyndte \(day.text). Vælg en senere dag.",
                en: "\(name.english) began on \(day.text). Choose a later day.")
        case .closes(let name, let day):
            language.pick(
                da: "\(name.danish) lukker \(day.text) og kan ikke indgå.",
                en: "\(name.english) closes on \(day.text) and cannot take part.")
        case .alreadyJoint:
            language.pick(
                da: "Et af de to er allerede en del af et fælles udvalg.",
                en: "One of the two is a part of a joint committee already.")
        case .happened(let day):
            language.pick(
                da: "Der er sket noget i udvalgene siden, senest \(day.text). Vælg en dag derefter.",
                en: "Something has happened in them since, latest on \(day.text). Choose a day after it.")
        case .notJoint:
            language.pick(
                da: "Det er ikke et fælles udvalg, der er dannet af to.",
                en: "That is no joint committee made of two.")
        case .alreadyParted(let day):
            language.pick(da: "Det lukker allerede \(day.text).", en: "It closes on \(day.text) already.")
        case .beforeItBegan(let day):
            language.pick(
                da: "Det fælles udvalg begyndte \(day.text). Vælg en senere dag.",
                en: "The joint committee began on \(day.text). Choose a later day.")
        case .changedMeanwhile:
            language.pick(
                da: "Udvalgene er ændret, siden du så på det. Se det igennem igen.",
                en: "The committees have changed since you looked. Look it through again.")
        case .nobodyReturns(let name):
            language.pick(
                da: "Ingen kommer til at sidde i \(name.danish). Vælg mindst én.",
                en: "Nobody would sit in \(name.english). Choose at least one.")
        }
    }
}
