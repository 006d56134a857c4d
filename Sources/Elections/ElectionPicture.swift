import Access
import Kernel
import Organisation
import Storage
import Web

/// All that a viewer is shown of an election.
struct ElectionPicture: Sendable {
    let election: Election
    let body: Body
    let phase: Phase
    let isVoter: Bool
    /// Whether the viewer's role is to look after elections here.
    let looksAfter: Bool
    /// Looks after this one, and takes no part in it: nobody decides on an election in which he or she stands.
    let isOrganiser: Bool
    /// Whether the viewer's ballot is in the box; shown to nobody else.
    let hasVoted: Bool
    /// The viewer's own answer, also where he or she was only asked.
    let own: Candidate?
    /// Those who stand.
    let candidates: [Candidate]
    /// While candidates are found, only voters and whoever looks after the election see them.
    let hidesCandidates: Bool
    let names: [PersonID: String]
    /// How many may vote, as of now or as it was.
    let electorate: Int
    /// Where nobody stood: when people are reminded next.
    let encouraged: Day?
    /// What the election gave, once it is decided.
    let mandates: [Mandate]
    /// Why the box could not be opened for looking, where it should have been.
    let isLocked: Bool

    /// - Throws: `Refusal.notFound` where there is none within the viewer's reach.
    init(_ id: ID<Election>, for viewer: Viewer, settings: Settings, on day: Day, _ reader: Reader) throws {
        let store = ElectionStore(reader)
        let ties = OrganisationTies(reader)
        guard let election = try store.find(id), let body = try ties.body(election.body, on: day) else {
            throw Refusal.notFound
        }
        let place = election.state == .voting ? try store.place(of: viewer.person, in: id) : nil
        let own = try store.candidate(viewer.person, in: id)
        isVoter =
            election.state == .voting
            ? place != nil : try !election.state.isOver && ties.mayVote(viewer.person, in: election, on: day)
        looksAfter = try ties.mayOrganise(body, viewer, on: day)
        guard try isVoter || looksAfter || ties.sees(election, of: body, viewer, on: day) else {
            throw Refusal.notFound
        }
        self.election = election
        self.body = body
        self.own = own
        phase = election.phase(on: day)
        isOrganiser = looksAfter && own?.takesPart(in: phase) != true
        var hasVoted = false
        var isLocked = false
        if let place, let (box, salt) = try store.box(of: id) {
            do {
                hasVoted = try box.hasVoted(at: place, BallotKeys(salt: salt, settings: settings))
            } catch {
                isLocked = true
            }
        }
        self.hasVoted = hasVoted
        self.isLocked = isLocked || phase == .counting
        let all = try store.candidates(of: id).filter { $0.answer == .stands }
        let names = try ties.names(of: all.map(\.person) + [election.calledBy])
        self.names = names
        hidesCandidates = phase == .nominating && !isVoter && !looksAfter
        candidates = hidesCandidates ? [] : Self.ordered(all, names)
        electorate = try election.electorate ?? ties.electorateCount(of: election, on: day)
        encouraged = try election.state == .unfilled ? store.encouragement(of: id) : nil
        mandates = try ties.given(
            by: election, to: all.filter { $0.outcome != nil && $0.outcome != .notElected }.map(\.person))
    }

    /// By what came of it once there is something, else by the ballot's numbers, else by name.
    private static func ordered(_ candidates: [Candidate], _ names: [PersonID: String]) -> [Candidate] {
        candidates.sorted { one, other in
            let (left, right) = (Self.rank(one), Self.rank(other))
            if left != right { return left < right }
            if one.votes != other.votes { return (one.votes ?? 0) > (other.votes ?? 0) }
            if let left = one.number, let right = other.number { return left < right }
            return (names[one.person] ?? "", one.person) < (names[other.person] ?? "", other.person)
        }
    }

    private static func rank(_ candidate: Candidate) -> Int {
        switch candidate.outcome {
        case .elected: 0
        case .deputy: 1
        case .notElected, nil: 2
        }
    }

    /// How many have voted, as far as it may be told.
    var turnout: Turnout { election.turnout(in: phase) }

    func name(of candidate: Candidate) -> String { names[candidate.person] ?? "" }

    /// The ballot's order.
    var ballot: [Candidate] {
        candidates.filter { $0.number != nil }.sorted { ($0.number ?? 0) < ($1.number ?? 0) }
    }

    /// What was counted, with the lot that stood by.
    var lot: Lot? {
        guard let secret = election.lotSecret, let blank = election.blank else { return nil }
        let votes = ballot.map { $0.votes ?? 0 }
        return Lot(
            secret: secret, election: election.id, count: Count(ballots: election.voted, blank: blank, votes: votes))
    }

    /// Whether a voter may put a ballot in the box now.
    var mayVoteNow: Bool { phase == .voting && isVoter && !hasVoted && !isLocked }
}
