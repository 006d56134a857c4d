import Kernel
import Law
import Organisation

/// What can be wrong with an election and with what people do in it.
public enum ElectionProblem: Problem, Equatable {
    case nobodyMayVote
    case anotherIsOpen
    /// So few groups that all their members sit in the committee: nobody is elected.
    case allSitThere(groups: Int)
    /// Elected in mid-term, but for whom?
    case nobodyFollowed
    case hasPassed
    case tooShortNotice(Day)
    /// People were told of more days than this leaves them.
    case shorterThanTold(Day)
    case datesUnchanged
    case bodyCloses(Day)
    case bodyHasNoRepresentative
    case votingBeforeNominationsEnd
    case endsBeforeItStarts
    case termBeforeVotingEnds
    /// Mid-term: nobody can be voted out.
    case sitsUntil(name: String, Day)
    case agreementMissing
    case noTermToTakeOver
    case outside(ClosedRange<Int>)
    case nominationsAreOver
    case nominationsHaveNotBegun
    case leads
    case notInElectorate
    case alreadyStands
    case alreadyAsked
    case notAsked
    case nothingChosen
    case blankAndNames
    case tooManyChosen(Int)
    case isOver
    case alreadyOnRegister
    case registerIsFull

    public func explained(in language: Language) -> String { ElectionTexts(language: language).explain(self) }
}

/// How long those who are elected sit.
enum TermLength: String, CaseIterable {
    case two, three, four
    /// What is left of the term of those whom they follow.
    case rest

    var years: Int? {
        switch self {
        case .two: 2
        case .three: 3
        case .four: 4
        case .rest: nil
        }
    }
}

/// Everything that calling an election is decided from.
struct CallingGround: Sendable {
    let body: Body
    /// Those who sit as representatives now, or as leaders in a committee, with their names.
    let sitting: [Seat]
    /// Who elects in elections that are not over.
    let open: Set<Franchise>
    /// How many could vote today, by who elects.
    let electorate: [Franchise: Int]
    /// How many groups there are in the area.
    let groups: Int

    /// Who may elect to this body: a group's employees; to a committee also those who sit in its groups.
    var franchises: [Franchise] { body.kind == .group ? [.employees] : Franchise.allCases }

    func hasOpenElection(beside franchise: Franchise) -> Bool { open.contains { $0.seat == franchise.seat } }

    func sitting(_ franchise: Franchise) -> [Seat] { sitting.filter { $0.mandate.role == franchise.seat } }

    /// With no more groups than this all members sit in the committee, and nobody needs to be elected
    /// (AML § 6 b, pav.medst.dk 7.3.4).
    static let groupsThatAllSit = 2
    /// How many each side elects from more groups than that (pav.medst.dk 7.3.4).
    static let seatsOfASide = 2
}

/// The five days of an election in their order, by their fields' names.
enum ElectionDays {
    static let fields = ["nominations_open", "nominations_end", "voting_starts", "voting_ends", "term_starts"]

    /// How many days at least lie between each and the one before, and what is said otherwise.
    static let order: [(field: String, gap: Int, problem: ElectionProblem)] = [
        ("nominations_end", 0, .endsBeforeItStarts), ("voting_starts", 1, .votingBeforeNominationsEnd),
        ("voting_ends", 0, .endsBeforeItStarts), ("term_starts", 1, .termBeforeVotingEnds),
    ]
}

extension Body {
    /// Networks and working groups elect nobody for the law's sake.
    var hasRepresentatives: Bool {
        switch kind {
        case .group, .committee, .joint, .main, .coDetermination: true
        case .cooperation, .network, .workingGroup: false
        }
    }
}

extension Day {
    /// The same date some years later; of 29 February the day before where that year has none.
    func adding(years: Int) -> Day {
        let parts = parts
        return Day(year: parts.year + years, month: parts.month, day: parts.day)
            ?? Day(year: parts.year + years, month: parts.month, day: parts.day - 1) ?? self
    }
}

extension Election {
    public func phase(on day: Day) -> Phase {
        switch state {
        case .called:
            if day < dates.nominations.lowerBound { return .coming }
            return day <= dates.nominations.upperBound ? .nominating : .waiting
        case .voting: return day <= dates.voting.upperBound ? .voting : .counting
        case .decided: return .decided
        case .uncontested: return .uncontested
        case .unfilled: return .unfilled
        case .cancelled: return .cancelled
        }
    }

    /// What the calendar asks for.
    enum Turn: Equatable {
        case nothing
        case cancelled(Cancellation)
        case unfilled
        case uncontested
        case opens
        case counts
    }

    /// - Parameters:
    ///   - standing: how many stand who still may.
    ///   - bodyCloses: the last day of the body, where one is set.
    func turn(on day: Day, standing: Int, bodyCloses: Day?) -> Turn {
        if state.isOver { return .nothing }
        if let bodyCloses, bodyCloses < dates.term.lowerBound { return .cancelled(.bodyCloses) }
        if state == .voting { return day > dates.voting.upperBound ? .counts : .nothing }
        guard day > dates.nominations.upperBound else { return .nothing }
        if standing == 0 { return .unfilled }
        if standing <= seats { return .uncontested }
        if day > dates.voting.upperBound { return .cancelled(.missed) }
        return day >= dates.voting.lowerBound ? .opens : .nothing
    }

    /// The next day on which the calendar may ask for something; none once it is over.
    func nextTurn(after day: Day) -> Day? {
        switch state {
        case .called where day < dates.nominations.lowerBound: dates.nominations.lowerBound
        case .called where day <= dates.nominations.upperBound: dates.nominations.upperBound + 1
        case .called: dates.voting.lowerBound
        case .voting: dates.voting.upperBound + 1
        case .decided, .uncontested, .unfilled, .cancelled: nil
        }
    }

    /// - Throws: why nobody can stand or be proposed today.
    func checkNominations(on day: Day) throws(Problems) {
        switch phase(on: day) {
        case .nominating: return
        case .coming: throw Problems(ElectionProblem.nominationsHaveNotBegun)
        case .waiting, .voting, .counting, .decided, .uncontested, .unfilled, .cancelled:
            throw Problems(ElectionProblem.nominationsAreOver)
        }
    }

    /// Who of the candidates got a place, in the order of the count.
    func outcomes(in order: [Int]) -> [(number: Int, outcome: Candidate.Outcome)] {
        order.enumerated().map { place, number in
            (number, place < seats ? .elected : place < seats + deputies ? .deputy : .notElected)
        }
    }
}

extension Candidate {
    static let presentationLimit = 1500

    /// Whether whoever answered so has a stake in the election. A proposal that was not answered in time is none.
    func takesPart(in phase: Phase) -> Bool {
        switch answer {
        case .stands: true
        case .asked: phase == .coming || phase == .nominating
        case .declined, .withdrawn: false
        }
    }

    /// Stands by oneself, or says yes to being proposed.
    static func standing(_ person: PersonID, _ fields: Fields) throws(Problems) -> Candidate {
        var reading = Reading(fields)
        let presentation = reading.optionalText("presentation", limit: presentationLimit)
        try reading.finish()
        return Candidate(person: person, answer: .stands, presentation: presentation)
    }

    /// Proposed by somebody else: stands only after saying yes.
    static func proposed(_ person: PersonID, already: Candidate?) throws(Problems) -> Candidate {
        if already?.answer == .stands { throw Problems(ElectionProblem.alreadyStands, at: "person") }
        if already != nil { throw Problems(ElectionProblem.alreadyAsked, at: "person") }
        return Candidate(person: person, answer: .asked, presentation: "")
    }
}
