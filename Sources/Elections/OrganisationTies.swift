import Access
import Journal
import Kernel
import Organisation
import Storage

/// Everything that elections ask of the organisation and give to it: who may vote, who sits now, and the mandates that
/// an election creates.
struct OrganisationTies {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func body(_ id: BodyID, on day: Day) throws -> Body? { try BodyStore(reader).find(id, on: day) }
    func names(of people: some Sequence<PersonID>) throws -> [PersonID: String] {
        try PersonStore(reader).names(of: Set(people))
    }

    /// Those who sit in the body on the day as somebody is elected to: its representatives, and in a committee its
    /// leaders, too.
    func elected(to body: Body, on day: Day) throws -> [Seat] {
        let roles: Set<Role> = body.kind == .group ? [.representative] : [.representative, .leader]
        return try BodyStore(reader).seats(of: body.id, on: day).filter { roles.contains($0.mandate.role) }
    }

    /// The seats that end where the election's new term begins.
    func followed(by election: ID<Election>) throws -> [Seat] {
        try ElectionStore(reader).followed(by: election).compactMap { id in
            guard let mandate = try MandateStore(reader).find(id) else { return nil }
            return Seat(mandate: mandate, name: try PersonStore(reader).name(of: mandate.person) ?? "")
        }
    }

    /// The mandates that the election has given from the first day of the term: those who were elected, then deputies.
    func given(by election: Election, to people: [PersonID]) throws -> [Mandate] {
        let all = try people.flatMap { person in
            try MandateStore(reader).all(of: person).filter {
                $0.body == election.body && $0.origin == .elected && $0.starts == election.dates.term.lowerBound
                    && [election.franchise.seat, .deputy].contains($0.role)
            }
        }
        return all.filter { $0.role != .deputy } + all.filter { $0.role == .deputy }
    }

    /// Everybody who is told where something becomes of the election: who can vote, or stands, and who called it.
    func concerned(by election: Election, on day: Day) throws -> Set<PersonID> {
        let voters =
            try election.state == .voting
            ? ElectionStore(reader).register(of: election.id) : electorate(of: election, on: day).map(\.id)
        let standing = try ElectionStore(reader).candidates(of: election.id)
            .filter { $0.answer == .stands || $0.answer == .asked }.map(\.person)
        return Set(voters + standing + [election.calledBy])
    }

    /// The members whose leadership and secretariat take care that a group without a representative gets one.
    func leaders(of body: BodyID, on day: Day) throws -> Set<PersonID> {
        let seats = try BodyStore(reader).seats(of: body, on: day)
        return Set(seats.filter { [.leader, .chair].contains($0.mandate.role) }.map(\.mandate.person))
    }

    /// Whether an election in which nobody stood is still to be made good.
    func isOwed(_ election: Election, in body: Body, on day: Day) throws -> Bool {
        guard body.closes.map({ $0 >= day }) ?? true, try ElectionStore(reader).isStillUnfilled(election) else {
            return false
        }
        let sitting = try elected(to: body, on: day).count { $0.mandate.role == election.franchise.seat }
        return sitting < election.seats
    }

    /// Who may vote, by name, with what was corrected by hand.
    func electorate(of election: Election, on day: Day) throws -> [(id: PersonID, name: String)] {
        let store = ElectionStore(reader)
        let corrections = try store.corrections(of: election.id)
        let known = try ElectorateStore(reader).people(
            election.franchise, in: store.units(of: election.id), for: election.body, on: day)
        let added = corrections.filter { $0.value.votes }.map(\.key)
        let here = try PersonStore(reader).here(Set(added), on: day).subtracting(known.map(\.id))
            .filter { try !leads($0, beside: election, on: day) }
        let names = try names(of: here)
        return known.filter { corrections[$0.id]?.votes != false } + here.sorted().map { ($0, names[$0] ?? "") }
    }

    func electorateCount(of election: Election, on day: Day) throws -> Int {
        let corrections = try ElectionStore(reader).corrections(of: election.id)
        if !corrections.isEmpty { return try electorate(of: election, on: day).count }
        return try ElectorateStore(reader).count(
            election.franchise, in: ElectionStore(reader).units(of: election.id), for: election.body, on: day)
    }

    /// Whether a person may vote, and stand, as far as is known.
    func mayVote(_ person: PersonID, in election: Election, on day: Day) throws -> Bool {
        let store = ElectionStore(reader)
        return try mayVote(
            person, in: election, of: store.units(of: election.id), store.corrections(of: election.id)[person], on: day)
    }

    /// - Parameters:
    ///   - units: those of the election.
    ///   - correction: what was put on the register by hand of this person.
    func mayVote(
        _ person: PersonID, in election: Election, of units: [UnitID], _ correction: Correction?, on day: Day
    ) throws -> Bool {
        if let correction {
            guard correction.votes, try !leads(person, beside: election, on: day) else { return false }
            return try !PersonStore(reader).here([person], on: day).isEmpty
        }
        return try ElectorateStore(reader).includes(
            person, election.franchise, in: units, for: election.body, on: day)
    }

    /// Leaders neither vote nor stand where employees elect; no correction by hand makes them.
    func leads(_ person: PersonID, beside election: Election, on day: Day) throws -> Bool {
        try election.franchise != .leaders && ElectorateStore(reader).leads(person, on: day)
    }

    /// Whether the seat could be given for the term, by what else the person holds then: nobody both leads and
    /// represents.
    func mayTakeSeat(_ person: PersonID, by election: Election, on day: Day) throws -> Bool {
        let place = Mandate.Place.body(election.body)
        guard let surroundings = try MandateSurroundings(place, person: person, on: day, MandateStore(reader)) else {
            return false
        }
        let seat = Mandate(
            id: ID(""), role: election.franchise.seat, in: place, person: person, origin: .elected,
            starts: election.dates.term.lowerBound, ends: election.dates.term.upperBound)
        let problems = seat.problems(in: surroundings).all.compactMap { $0.problem as? MandateProblem }
        return !problems.contains(.representativeLeads) && !problems.contains(.leaderRepresents)
    }

    /// Why somebody cannot stand.
    func obstacle(to person: PersonID, in election: Election, on day: Day) throws -> ElectionProblem? {
        if try mayVote(person, in: election, on: day), try mayTakeSeat(person, by: election, on: day) { return nil }
        guard election.franchise != .leaders else { return .notInElectorate }
        if try ElectorateStore(reader).leads(person, on: day) { return .leads }
        return try mayTakeSeat(person, by: election, on: day) ? .notInElectorate : .leads
    }

    /// Whether the viewer may call elections for the body and look after them: its area's coordinator, the secretary,
    /// or the administrator. Whoever leads in the body takes no part.
    func mayOrganise(_ body: Body, _ viewer: Viewer, on day: Day) throws -> Bool {
        if viewer.mandates.contains(where: { $0.body == body.id && ElectorateStore.managerialRoles.contains($0.role) })
        {
            return false
        }
        if viewer.isAdministrator { return true }
        let offices = viewer.mandates.filter { $0.role == .coordinator || $0.role == .secretary }.map(\.body)
        if offices.contains(body.id) { return true }
        let roots = try Set(BodyStore(reader).units(of: offices, on: day))
            .union(viewer.units(as: .coordinator)).union(viewer.units(as: .secretariat))
        guard !roots.isEmpty, !body.units.isEmpty else { return false }
        let area = Reach(bodies: [], roots: roots, on: day)
        return try body.units.allSatisfy { try area.includes($0, reader) }
    }

    /// Ends the mandates that are followed and gives the new ones.
    func seat(
        _ elected: [(person: PersonID, outcome: Candidate.Outcome)], by election: Election, _ deed: Deed,
        _ writer: Writer
    ) throws {
        // Where nobody was elected, whoever sits goes on to the end of the own mandate.
        guard elected.contains(where: { $0.outcome == .elected }) else { return }
        let names = try names(of: elected.map(\.person))
        let lastDay = election.dates.term.lowerBound - 1
        for id in try ElectionStore(reader).followed(by: election.id) {
            guard let mandate = try MandateStore(reader).find(id), mandate.starts <= lastDay,
                mandate.ends.map({ $0 > lastDay }) ?? true
            else { continue }
            let name = try PersonStore(reader).name(of: mandate.person) ?? ""
            try writer.apply(mandate.ended(on: lastDay, name: name), deed)
        }
        let term = election.dates.term
        func give(_ person: PersonID, _ role: Role, deputyOf: ID<Mandate>? = nil) throws -> ID<Mandate> {
            let mandate = Mandate(
                id: deed.identities.random(), role: role, in: .body(election.body), person: person, origin: .elected,
                starts: term.lowerBound, ends: term.upperBound, deputyOf: deputyOf)
            try writer.apply(mandate.given(to: names[person] ?? ""), deed)
            return mandate.id
        }
        let seats = try elected.filter { $0.outcome == .elected }.map { try give($0.person, election.franchise.seat) }
        let deputies = elected.filter { $0.outcome == .deputy }
        // The first deputy steps in for the first who was elected, and so on round.
        for (place, deputy) in deputies.enumerated() {
            _ = try give(deputy.person, .deputy, deputyOf: seats[place % seats.count])
        }
    }
}
