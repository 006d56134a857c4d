import Access
import Kernel

/// What a mandate is held against: the place where it is to be held, who holds what there, and what else the person
/// holds.
public struct MandateSurroundings: Sendable {
    public let place: Mandate.Place
    /// Nothing where the place is a unit.
    public let kind: BodyKind?
    public let opens: Day
    public let closes: Day?
    /// All mandates of the place, whenever they are held.
    public let seats: [Seat]
    /// All that the person holds anywhere; empty where the person is not known.
    public let own: [Mandate]

    /// - Throws: what the database says. Nothing where there is no such place.
    public init?(_ place: Mandate.Place, person: PersonID?, on day: Day, _ store: MandateStore) throws {
        switch place {
        case .body(let id):
            guard let body = try BodyStore(store.reader).find(id, on: day) else { return nil }
            (kind, opens, closes) = (body.kind, body.opens, body.closes)
        case .unit(let id):
            guard let unit = try UnitStore(store.reader).find(id, on: day) else { return nil }
            (kind, opens, closes) = (nil, unit.opens, unit.closes)
        }
        self.place = place
        seats = try store.all(in: place)
        own = try person.map(store.all) ?? []
    }

    init(
        _ place: Mandate.Place, kind: BodyKind?, opens: Day, closes: Day? = nil, seats: [Seat] = [],
        own: [Mandate] = []
    ) {
        self.place = place
        self.kind = kind
        self.opens = opens
        self.closes = closes
        self.seats = seats
        self.own = own
    }
}

extension Mandate {
    /// All that speaks against holding this mandate, each at the field that can be mended.
    public func problems(in surroundings: MandateSurroundings) -> Problems {
        var problems = Problems()
        let place: Role.Place = surroundings.kind == nil ? .unit : .body
        if !role.places.contains(place) { problems.add(MandateProblem.notHeldHere(place), at: "role") }
        if let ends, ends < starts { problems.add(MandateProblem.endsBeforeItStarts, at: "ends") }
        if starts < surroundings.opens { problems.add(MandateProblem.beforeItOpens(surroundings.opens), at: "starts") }
        if let closes = surroundings.closes {
            if starts > closes {
                problems.add(MandateProblem.afterItCloses(closes), at: "starts")
            } else if (ends ?? .latest) > closes {
                problems.add(MandateProblem.afterItCloses(closes), at: "ends")
            }
        }
        if surroundings.own.contains(where: { $0.role == role && $0.place == surroundings.place && meets($0) }) {
            problems.add(MandateProblem.alreadySeated, at: "email")
        }
        if role == .leader, surroundings.kind == .group,
            let other = surroundings.seats.first(where: {
                $0.mandate.role == .leader && $0.mandate.person != person && meets($0.mandate)
            })
        {
            // AML § 6 b: a group is one supervisor and one elected representative.
            problems.add(MandateProblem.twoLeaders(other.name), at: "role")
        }
        if role == .representative, surroundings.own.contains(where: { $0.role.leads && meets($0) }) {
            problems.add(MandateProblem.representativeLeads, at: "role")
        }
        if role.leads, surroundings.own.contains(where: { $0.role == .representative && meets($0) }) {
            problems.add(MandateProblem.leaderRepresents, at: "role")
        }
        deputyProblems(in: surroundings, &problems)
        return problems
    }

    private func deputyProblems(in surroundings: MandateSurroundings, _ problems: inout Problems) {
        guard role == .deputy else {
            if deputyOf != nil { problems.add(MandateProblem.onlyDeputiesStepIn, at: "deputy_of") }
            return
        }
        guard let deputyOf else { return problems.add(MandateProblem.deputyOfWhom, at: "deputy_of") }
        guard let seat = surroundings.seats.first(where: { $0.mandate.id == deputyOf }), seat.mandate.role != .deputy
        else { return problems.add(FieldProblem.unknown, at: "deputy_of") }
        if seat.mandate.person == person { problems.add(MandateProblem.deputyOfOneself, at: "deputy_of") }
        if !meets(seat.mandate) { problems.add(MandateProblem.notHeldThen(seat.name), at: "deputy_of") }
        if seat.mandate.role == .representative, surroundings.own.contains(where: { $0.role.leads && meets($0) }) {
            problems.add(MandateProblem.representativeLeads, at: "role")
        }
    }

    /// A mandate as somebody wrote it.
    /// - Parameters:
    ///   - person: found by the e-mail or the whole name that was written; nobody where there is none.
    ///   - others: who may be meant where nobody was found for certain.
    ///   - represented: the unit whose code was written under `represented_unit`.
    /// - Throws: all problems with what was written.
    public static func written(
        _ fields: Fields, id: ID<Mandate>, person: Person?, others: [Person] = [], represented: Unit?,
        in surroundings: MandateSurroundings,
        on today: Day
    ) throws(Problems) -> Mandate {
        var reading = Reading(fields)
        let role: Role = reading.choice("role", otherwise: .member)
        let origin: Origin = reading.choice("origin", otherwise: .appointed)
        let (starts, ends) = (reading.optionalDay("starts") ?? today, reading.optionalDay("ends"))
        let minutes = reading.minutes("hours")
        let represents = reading.optionalText("represents", limit: 200)
        if fields["email"].trimmed.isEmpty {
            reading.note(FieldProblem.missing, at: "email")
        } else if person == nil {
            let names = others.map { [$0.name, $0.email ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") }
            reading.note(names.isEmpty ? MandateProblem.nobodyWithThatEmail : .whichOne(names), at: "email")
        }
        if let person, !person.isHere(on: starts) { reading.note(MandateProblem.notHere, at: "starts") }
        let code = fields["represented_unit"].trimmed
        if !code.isEmpty, represented == nil {
            reading.note(OrganisationProblem.noSuchUnit(code), at: "represented_unit")
        }
        let mandate = Mandate(
            id: id, role: role, in: surroundings.place, person: person?.id ?? PersonID(""), origin: origin,
            starts: starts, ends: ends, minutesAWeek: minutes, represents: represents,
            representedUnit: represented?.id, deputyOf: reading.optionalID("deputy_of"))
        if reading.optionalChoice("role", of: Role.self) != nil {
            for (field, problem) in mandate.problems(in: surroundings).all { reading.note(problem, at: field) }
        }
        try reading.finish()
        return mandate
    }
}

extension Reading {
    /// Hours a week, such as `3`, `3,5` or `3.5`, in minutes. A week has at most 60 of them.
    mutating func minutes(_ name: String) -> Int? {
        let text = fields[name].trimmed
        guard !text.isEmpty else { return nil }
        guard let minutes = Mandate.minutes(text) else {
            note(MandateProblem.notHours, at: name)
            return nil
        }
        return minutes
    }
}

extension Mandate {
    static func minutes(_ text: String) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...60).contains(whole) else { return nil }
        guard parts.count == 2 else { return whole * 60 }
        guard (1...2).contains(parts[1].utf8.count), let part = Int(parts[1]), part >= 0 else { return nil }
        return whole * 60 + part * 60 / (parts[1].utf8.count == 1 ? 10 : 100)
    }

    /// `3,5` in Danish and `3.5` in English.
    public static func hours(_ minutes: Int, in language: Language) -> String {
        let (whole, part) = (minutes / 60, minutes % 60 * 100 / 60)
        guard part > 0 else { return "\(whole)" }
        let digits = part % 10 == 0 ? "\(part / 10)" : (part < 10 ? "0\(part)" : "\(part)")
        return "\(whole)\(language.pick(da: ",", en: "."))\(digits)"
    }
}

/// What can speak against a mandate.
public enum MandateProblem: Problem, Equatable {
    case nobodyWithThatEmail
    /// Those who may be meant.
    case whichOne([String])
    case notHere
    case notHeldHere(Role.Place)
    case endsBeforeItStarts
    case beforeItOpens(Day)
    case afterItCloses(Day)
    case alreadySeated
    case twoLeaders(String)
    case representativeLeads
    case leaderRepresents
    case deputyOfWhom
    case deputyOfOneself
    case onlyDeputiesStepIn
    case notHeldThen(String)
    case notHours

    public func explained(in language: Language) -> String {
        switch self {
        case .nobodyWithThatEmail:
            language.pick(
                da: "Ingen har det navn eller den e-mail. Find personen først.",
                en: "Nobody has that name or e-mail. Find the person first.")
        case .whichOne(let people):
            language.pick(
                da: "Skriv hele navnet eller e-mailen. Mener du \(people.joined(separator: "; "))?",
                en: "Write the whole name or the e-mail. Do you mean \(people.joined(separator: "; "))?")
        case .notHere:
            language.pick(da: "Personen er her ikke i den periode.", en: "The person is not here in that period.")
        case .notHeldHere(.body):
            language.pick(
                da: "Den rolle hører til en enhed, ikke til en gruppe eller et udvalg.",
                en: "That role belongs to a unit, not to a group or a committee.")
        case .notHeldHere(.unit):
            language.pick(
                da: "Den rolle hører til en gruppe eller et udvalg, ikke til en enhed.",
                en: "That role belongs to a group or a committee, not to a unit.")
        case .endsBeforeItStarts:
            language.pick(da: "Slutdagen ligger før startdagen.", en: "The last day is before the first.")
        case .beforeItOpens(let day):
            language.pick(
                da: "Stedet findes først fra \(day.text). Hvervet kan ikke begynde før.",
                en: "The place exists only from \(day.text). The mandate cannot begin before.")
        case .afterItCloses(let day):
            language.pick(
                da: "Stedet lukker \(day.text). Hvervet skal slutte senest den dag.",
                en: "The place closes on \(day.text). The mandate must end by that day.")
        case .alreadySeated:
            language.pick(
                da: "Personen har allerede den rolle her i den periode.",
                en: "The person already has that role here in that period.")
        case .twoLeaders(let name):
            language.pick(
                da: "En arbejdsmiljøgruppe har én arbejdsleder, og i perioden er det \(name).",
                en: "A working environment group has one supervisor member, and in that period it is \(name).")
        case .representativeLeads:
            language.pick(
                da: "Personen er leder i perioden og kan derfor ikke være arbejdsmiljørepræsentant.",
                en: "The person is a leader in that period and so cannot be a safety representative.")
        case .leaderRepresents:
            language.pick(
                da: "Personen er arbejdsmiljørepræsentant i perioden og kan derfor ikke være leder her.",
                en: "The person is a safety representative in that period and so cannot be a leader here.")
        case .deputyOfWhom:
            language.pick(
                da: "Vælg, hvem suppleanten træder ind for.", en: "Choose for whom the deputy steps in.")
        case .deputyOfOneself:
            language.pick(
                da: "Man kan ikke være sin egen suppleant.", en: "Nobody can be his or her own deputy.")
        case .onlyDeputiesStepIn:
            language.pick(
                da: "Kun en suppleant træder ind for en anden.", en: "Only a deputy steps in for another.")
        case .notHeldThen(let name):
            language.pick(
                da: "\(name) har ikke det hverv i den periode.",
                en: "\(name) does not hold that mandate in that period.")
        case .notHours:
            language.pick(
                da: "Skriv timer om ugen, f.eks. 3 eller 3,5. Højst 60.",
                en: "Write hours a week, such as 3 or 3.5. At most 60.")
        }
    }
}
