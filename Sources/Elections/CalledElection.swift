import Kernel
import Law
import Organisation

/// An election as somebody called it.
struct CalledElection: Sendable {
    static let noteLimit = 2000
    static let mostSeats = 20

    let election: Election
    /// The mandates that end where the new term begins.
    let followed: [Seat]

    /// - Throws: all problems with what was written.
    init(
        _ fields: Fields, id: ID<Election>, ground: CallingGround, by person: PersonID, under law: ElectionLaw,
        on today: Day
    ) throws(Problems) {
        var reading = Reading(fields)
        let occasion: Election.Occasion = reading.choice("occasion", otherwise: .termEnds)
        let franchise: Franchise =
            ground.body.kind == .group ? .employees : reading.choice("franchise", otherwise: .employees)
        let seats = Self.number("seats", 1...Self.mostSeats, &reading)
        let deputies = Self.number("deputies", 0...Self.mostSeats, &reading)
        let opens = reading.day("nominations_open")
        let nominationsEnd = reading.day("nominations_end")
        let votingStarts = reading.day("voting_starts")
        let votingEnds = reading.day("voting_ends")
        let termStarts = reading.day("term_starts")
        let length: TermLength = reading.choice("term", otherwise: .two)
        let agreement = reading.optionalText("agreement", limit: 400)
        let note = reading.optionalText("note", limit: Self.noteLimit)
        let named = Set(fields.all("follows").filter { !$0.isEmpty })
        let followed = ground.sitting(franchise).filter { named.contains($0.mandate.id.text) }
        if named.count != followed.count { reading.note(FieldProblem.unknown, at: "follows") }
        if occasion.isByElection, followed.isEmpty, named.isEmpty {
            reading.note(ElectionProblem.nobodyFollowed, at: "follows")
        }

        if Day(fields["nominations_open"].trimmed) != nil, opens < today {
            reading.note(FieldProblem.dayInThePast, at: "nominations_open")
        }
        reading.noteCrossings([opens, nominationsEnd, votingStarts, votingEnds, termStarts])

        var termEnds = termStarts.adding(years: length.years ?? 0) - 1
        if length == .rest {
            let ends = followed.compactMap(\.mandate.ends)
            if let last = ends.max(), last >= termStarts {
                termEnds = last
            } else {
                reading.note(ElectionProblem.noTermToTakeOver, at: "term")
            }
        }
        let isLong = (length.years ?? 0) > law.termYears
        if agreement.isEmpty, isLong || occasion == .agreed {
            reading.note(ElectionProblem.agreementMissing, at: "agreement")
        }
        if !occasion.isByElection,
            let seat = followed.first(where: { $0.mandate.ends.map { $0 >= termStarts } ?? false }),
            let ends = seat.mandate.ends
        {
            reading.note(ElectionProblem.sitsUntil(name: seat.name, ends), at: "term_starts")
        }
        if termEnds < termStarts { reading.note(FieldProblem.notADay, at: "term_starts") }
        if let closes = ground.body.closes, closes <= termStarts {
            reading.note(ElectionProblem.bodyCloses(closes), at: "term_starts")
        }
        if !ground.body.hasRepresentatives { reading.note(ElectionProblem.bodyHasNoRepresentative, at: "") }
        if ground.hasOpenElection(beside: franchise) { reading.note(ElectionProblem.anotherIsOpen, at: "") }
        if franchise != .employees, (1...CallingGround.groupsThatAllSit).contains(ground.groups) {
            reading.note(ElectionProblem.allSitThere(groups: ground.groups), at: "franchise")
        }
        if ground.electorate[franchise, default: 0] == 0 {
            reading.note(ElectionProblem.nobodyMayVote, at: ground.body.kind == .group ? "" : "franchise")
        }
        try reading.finish()
        self.followed = followed
        election = Election(
            id: id, body: ground.body.id, franchise: franchise, occasion: occasion, seats: seats, deputies: deputies,
            dates: Election.Dates(
                nominations: opens...nominationsEnd, voting: votingStarts...votingEnds, term: termStarts...termEnds),
            agreement: agreement, note: note, calledBy: person, calledOn: today)
    }

    private static func number(_ name: String, _ range: ClosedRange<Int>, _ reading: inout Reading) -> Int {
        let text = reading.fields[name].trimmed
        if text.isEmpty { return range.lowerBound }
        guard let number = Int(text) else {
            reading.note(FieldProblem.notANumber, at: name)
            return range.lowerBound
        }
        guard range.contains(number) else {
            reading.note(ElectionProblem.outside(range), at: name)
            return range.lowerBound
        }
        return number
    }
}

extension Reading {
    /// Notes what is wrong with the order of an election's five days, each beside the one that comes too early.
    mutating func noteCrossings(_ days: [Day]) {
        for (place, rule) in ElectionDays.order.enumerated() {
            let least = days[place] + rule.gap
            if !fields[rule.field].trimmed.isEmpty, days[place].number > 0, days[place + 1] < least {
                note(rule.problem, at: rule.field)
            }
        }
    }
}
