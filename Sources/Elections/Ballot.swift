import Kernel

/// What one voter chose: candidates by their numbers on the ballot; none means blank. It lives in memory from the form
/// to the seal, and nowhere else.
struct Ballot: Sendable, Equatable {
    let chosen: Set<Int>

    static let blank = "blank"

    /// - Parameters:
    ///   - candidates: how many stand; they are numbered from 1.
    ///   - seats: how many may be chosen.
    init(_ fields: Fields, candidates: Int, seats: Int) throws(Problems) {
        let marks = Set(fields.all("choice"))
        guard !marks.isEmpty else { throw Problems(ElectionProblem.nothingChosen, at: "choice") }
        if marks.contains(Self.blank) {
            guard marks.count == 1 else { throw Problems(ElectionProblem.blankAndNames, at: "choice") }
            chosen = []
            return
        }
        let numbers = marks.compactMap { Int($0) }.filter { (1...max(candidates, 1)).contains($0) }
        guard numbers.count == marks.count, candidates > 0 else {
            throw Problems(FieldProblem.notAChoice, at: "choice")
        }
        guard numbers.count <= seats else { throw Problems(ElectionProblem.tooManyChosen(seats), at: "choice") }
        chosen = Set(numbers)
    }

    /// All ballots, blank ones, and each candidate.
    static func sums(of candidates: Int) -> Int { candidates + 2 }

    /// Every sum gets something, so that all of them change.
    func sealed(for key: BoxKey, candidates: Int) throws(BoxProblem) -> SealedBallot {
        var numbers = [try SealedNumber(true, for: key), try SealedNumber(chosen.isEmpty, for: key)]
        for number in 1...max(candidates, 1) where number <= candidates {
            numbers.append(try SealedNumber(chosen.contains(number), for: key))
        }
        return SealedBallot(numbers: numbers)
    }
}

struct SealedBallot: Sendable {
    let numbers: [SealedNumber]
}

/// What came out of the box.
struct Count: Sendable, Equatable {
    let ballots: Int
    let blank: Int
    /// By the candidates' numbers on the ballot, from 1.
    let votes: [Int]
}
