import Kernel

/// How many have voted, as far as it may be told. While people vote, whoever sees somebody with a ballot must not be able
/// to read from a figure, nor from the moment at which it moves, who has voted and who has not. See
/// `docs/decisions/0015-turnout-of-few.md`.
enum Turnout: Equatable, Sendable {
    /// Told when the voting is over.
    case hidden
    /// So many, or a few more.
    case atLeast(Int)
    case exact(Int)

    /// With fewer on the register no figure is shown while people vote.
    static let fewest = 20
    /// With more it moves by whole steps.
    static let step = 5

    /// While people vote.
    init(voted: Int, of electorate: Int) {
        self = electorate < Self.fewest ? .hidden : .atLeast(voted / Self.step * Self.step)
    }
}

extension Election {
    func turnout(in phase: Phase) -> Turnout {
        phase == .voting ? Turnout(voted: voted, of: openedWith ?? 0) : .exact(voted)
    }

    /// Whether one ballot more moves what is told: only then do open pages hear of it.
    var movesWithNextBallot: Bool {
        let register = openedWith ?? 0
        return Turnout(voted: voted, of: register) != Turnout(voted: voted + 1, of: register)
    }
}
