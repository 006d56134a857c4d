import Access
import Kernel
import Organisation
import Storage

/// An election as it is put in at once: one of earlier years with what came of it, or one for which people can stand.
public struct PastElection: Sendable {
    public enum Outcome: Sendable {
        /// By ballot; the first was elected, and nobody got as many votes.
        case decided([(person: PersonID, votes: Int)], blank: Int)
        case uncontested(PersonID)
        case unfilled
        case nominating(until: Day, standing: [(person: PersonID, presentation: String)])
    }

    let id: ID<Election>
    let body: BodyID
    let units: [UnitID]
    let calledBy: PersonID
    let term: ClosedRange<Day>
    let electorate: Int
    let outcome: Outcome
    let secret: String

    /// - Parameters:
    ///   - term: for which somebody was elected; the rest of the dates follow from it.
    ///   - secret: of the lot, where there was a ballot.
    public init(
        id: ID<Election>, body: BodyID, units: [UnitID], calledBy: PersonID, termIs term: ClosedRange<Day>,
        electorate: Int, outcome: Outcome, secret: String
    ) {
        self.id = id
        self.body = body
        self.units = units
        self.calledBy = calledBy
        self.term = term
        self.electorate = electorate
        self.outcome = outcome
        self.secret = secret
    }

    private struct Candidacy {
        let person: PersonID
        let presentation: String
        let number: Int?
        let votes: Int?
        let outcome: Candidate.Outcome?
    }

    private var candidacies: [Candidacy] {
        switch outcome {
        case .decided(let votes, _):
            votes.enumerated().map { place, one in
                Candidacy(
                    person: one.person, presentation: "", number: place + 1, votes: one.votes,
                    outcome: place == 0 ? .elected : .notElected)
            }
        case .uncontested(let person):
            [Candidacy(person: person, presentation: "", number: nil, votes: nil, outcome: .elected)]
        case .unfilled: []
        case .nominating(_, let standing):
            standing.map {
                Candidacy(person: $0.person, presentation: $0.presentation, number: nil, votes: nil, outcome: nil)
            }
        }
    }

    private var state: Election.State {
        switch outcome {
        case .decided: .decided
        case .uncontested: .uncontested
        case .unfilled: .unfilled
        case .nominating: .called
        }
    }

    private func dates(on today: Day) -> Election.Dates {
        guard case .nominating(let last, _) = outcome else {
            let starts = term.lowerBound
            return Election.Dates(
                nominations: starts - 60...starts - 46, voting: starts - 40...starts - 33, term: term)
        }
        return Election.Dates(nominations: today - 7...last, voting: last + 3...last + 10, term: term)
    }

    func row(on today: Day) -> [SQLValue] {
        let dates = dates(on: today)
        var (ended, turns, blank, votes): (Day?, Day?, Int?, Int?)
        switch outcome {
        case .decided(let all, let left):
            (ended, blank, votes) = (dates.voting.upperBound + 1, left, all.reduce(left) { $0 + $1.votes })
        case .uncontested, .unfilled: ended = dates.nominations.upperBound + 1
        case .nominating(let last, _): turns = last + 1
        }
        let isDecided = votes != nil
        return [
            id.stored, body.stored, Franchise.employees.stored, Election.Occasion.termEnds.stored, 1.stored, 0.stored,
            dates.nominations.lowerBound.stored, dates.nominations.upperBound.stored, dates.voting.lowerBound.stored,
            dates.voting.upperBound.stored, term.lowerBound.stored, term.upperBound.stored, "".stored, "".stored,
            calledBy.stored, (dates.nominations.lowerBound - 7).stored, state.stored, ended?.stored ?? .null,
            turns?.stored ?? .null, turns == nil ? electorate.stored : .null, blank?.stored ?? .null,
            isDecided ? Lot.fingerprint(of: secret).stored : .null, isDecided ? secret.stored : .null,
        ]
    }

    var candidateRows: [[SQLValue]] {
        candidacies.map { one in
            [
                id.stored, one.person.stored, Candidate.Answer.stands.stored, one.presentation.stored,
                one.number?.stored ?? .null, one.votes?.stored ?? .null, one.outcome?.stored ?? .null,
            ]
        }
    }

    /// The box as it is left after the count: emptied, with the number of ballots.
    var boxRow: [SQLValue]? {
        guard case .decided(let votes, let blank) = outcome else { return nil }
        let noughts = { (count: Int) in [UInt8](repeating: 0, count: count).stored }
        return [
            id.stored, String(repeating: "0", count: 32).stored, noughts(Point.length),
            noughts(SealedNumber.length * Ballot.sums(of: votes.count)), noughts(72),
            votes.reduce(blank) { $0 + $1.votes }.stored,
        ]
    }

    var encouragement: [SQLValue]? {
        guard case .unfilled = outcome else { return nil }
        return [id.stored, Encouragement.next(after: term.lowerBound).stored]
    }
}

/// Puts elections into an empty database at once, for invented organisations.
public enum ElectionFill {
    /// - Parameter today: nominations that are open opened a week before.
    public static func elections(_ elections: [PastElection], on today: Day, _ writer: Writer) throws {
        try writer.fill(
            table: "election",
            columns: [
                "id", "body_id", "franchise", "occasion", "seats", "deputies", "nominations_open", "nominations_end",
                "voting_starts", "voting_ends", "term_starts", "term_ends", "agreement", "note", "called_by",
                "called_on", "state", "ended", "turns", "electorate", "blank", "lot_fingerprint", "lot_secret",
            ], rows: elections.lazy.map { $0.row(on: today) })
        try writer.fill(
            table: "election_unit", columns: ["election_id", "unit_id"],
            rows: elections.lazy.flatMap { one in one.units.map { [one.id.stored, $0.stored] } })
        try writer.fill(
            table: "election_candidate",
            columns: ["election_id", "person_id", "answer", "presentation", "number", "votes", "outcome"],
            rows: elections.lazy.flatMap(\.candidateRows))
        try writer.fill(
            table: "election_box", columns: ["election_id", "salt", "seal", "sums", "roll", "voted"],
            rows: elections.lazy.compactMap(\.boxRow))
        try writer.fill(
            table: "election_encouragement", columns: ["election_id", "next"],
            rows: elections.lazy.compactMap(\.encouragement))
    }
}
