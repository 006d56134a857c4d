/// Everybody's placements of one card laid over each other: how many placed it where, and never who.
public struct Overlay: Sendable, Equatable {
    /// Fewer placements of a card than this are shown to nobody: of one, everybody knew whose it was; of two, each of the
    /// two.
    public static let fewest = 3

    public let counts: [Placement: Int]
    public let total: Int
    /// Where half lie on either side, question by question. Between two steps it is the lower one: nobody is promised
    /// more than half of them see.
    public let middle: Placement

    /// Nothing where there are too few to be shown.
    public init?(_ counts: [Placement: Int]) {
        let counts = counts.filter { $0.value > 0 }
        total = counts.values.reduce(0, +)
        guard total >= Self.fewest else { return nil }
        self.counts = counts
        guard let effect = Grade(rawValue: Self.middle(of: .effect, counts)),
            let reach = Grade(rawValue: Self.middle(of: .reach, counts)),
            let hands = Hands(rawValue: Self.middle(of: .hands, counts))
        else { return nil }
        middle = Placement(effect: effect, reach: reach, hands: hands)
    }

    /// From 100, where all answer alike, to 0, where half stand at either end of the scale.
    public func agreement(on question: Question) -> Int {
        let centre = middle.value(of: question)
        let apart = counts.reduce(0) { $0 + $1.value * abs($1.key.value(of: question) - centre) }
        return 100 - 100 * apart / (question.span * (total / 2))
    }

    /// Over all three questions.
    public var agreement: Int {
        Question.allCases.reduce(0) { $0 + agreement(on: $1) } / Question.allCases.count
    }

    /// The questions on which they stand far from each other: what there is to talk about.
    public var disputed: [Question] { Question.allCases.filter { Unity(percent: agreement(on: $0)) == .apart } }

    /// The mean weight of all placements, in tenths.
    public var priority: Int { counts.reduce(0) { $0 + 10 * $1.value * $1.key.weight } / total }

    private static func middle(of question: Question, _ counts: [Placement: Int]) -> Int {
        let piles = Dictionary(counts.map { ($0.key.value(of: question), $0.value) }, uniquingKeysWith: +)
        var left = (counts.values.reduce(0, +) + 1) / 2
        for (value, count) in piles.sorted(by: { $0.key < $1.key }) {
            left -= count
            if left <= 0 { return value }
        }
        return 0
    }
}

/// Whether people see a card alike.
public enum Unity: Sendable, Equatable {
    case together
    case nearly
    case apart

    public init(percent: Int) {
        self = percent >= 80 ? .together : percent >= 60 ? .nearly : .apart
    }
}
