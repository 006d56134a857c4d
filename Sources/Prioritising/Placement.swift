/// Four steps from little to much. There is no middle one: whoever has not made up his or her mind would go there.
public enum Grade: Int, Sendable, CaseIterable, Comparable {
    case least = 1
    case less
    case more
    case most

    public static func < (one: Grade, other: Grade) -> Bool { one.rawValue < other.rawValue }
    /// On the side of little, or of much.
    var isHigh: Bool { self >= .more }
    /// At the end of the scale, away from the line between the two sides.
    var isOutermost: Bool { self == .least || self == .most }
}

/// In whose hands a thing is: the three rings, from the outside in.
public enum Hands: Int, Sendable, CaseIterable, Comparable {
    /// Others decide it.
    case others = 1
    /// The group can influence those who do.
    case influence
    /// The group can do it itself.
    case own

    public static func < (one: Hands, other: Hands) -> Bool { one.rawValue < other.rawValue }
}

/// The three questions that are asked of each card.
public enum Question: String, Sendable, CaseIterable {
    case effect
    case reach
    case hands

    /// Steps from one end of its scale to the other.
    var span: Int { self == .hands ? Hands.allCases.count - 1 : Grade.allCases.count - 1 }
}

/// Where a card lies: how large an effect, on how many, and in whose hands. It knows neither pages nor a database, and
/// neither do `Overlay`, `Priority` and `Matrix`: whoever lets people place cards elsewhere takes them along.
public struct Placement: Sendable, Hashable {
    public let effect: Grade
    public let reach: Grade
    public let hands: Hands

    public init(effect: Grade, reach: Grade, hands: Hands) {
        self.effect = effect
        self.reach = reach
        self.hands = hands
    }

    /// All there are, in the order of their numbers.
    public static let all = Grade.allCases.flatMap { effect in
        Grade.allCases.flatMap { reach in
            Hands.allCases.map { Placement(effect: effect, reach: reach, hands: $0) }
        }
    }

    /// From 0 to 47.
    public var number: Int {
        ((effect.rawValue - 1) * Grade.allCases.count + reach.rawValue - 1) * Hands.allCases.count + hands.rawValue - 1
    }

    /// Nothing where no place has this number.
    public init?(number: Int) {
        guard Self.all.indices.contains(number) else { return nil }
        self = Self.all[number]
    }

    /// How much there is to gain from it first: effect times reach times ring, from 1 to 48.
    public var weight: Int { effect.rawValue * reach.rawValue * hands.rawValue }

    func value(of question: Question) -> Int {
        switch question {
        case .effect: effect.rawValue
        case .reach: reach.rawValue
        case .hands: hands.rawValue
        }
    }
}

/// What somebody has answered of a card so far.
public struct Answers: Sendable, Equatable {
    public var effect: Grade?
    public var reach: Grade?
    public var hands: Hands?

    public init(effect: Grade? = nil, reach: Grade? = nil, hands: Hands? = nil) {
        self.effect = effect
        self.reach = reach
        self.hands = hands
    }

    public init(_ placement: Placement) {
        self.init(effect: placement.effect, reach: placement.reach, hands: placement.hands)
    }

    public var isEmpty: Bool { effect == nil && reach == nil && hands == nil }

    /// Nothing until all three questions are answered.
    public var placement: Placement? {
        guard let effect, let reach, let hands else { return nil }
        return Placement(effect: effect, reach: reach, hands: hands)
    }
}
