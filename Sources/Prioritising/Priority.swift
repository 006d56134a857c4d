/// A card with all that is known of where it lies.
public struct Judged<Card: Sendable>: Sendable {
    public let card: Card
    /// Where the card stands among the others of its round, from 1.
    public let place: Int
    /// Where the group laid it before it heard the others.
    public let proposal: Placement?
    /// Nothing before it is shown, and where too few placed it.
    public let overlay: Overlay?
    /// Where the group laid it in the end.
    public let agreed: Placement?

    public init(_ card: Card, place: Int, proposal: Placement? = nil, overlay: Overlay? = nil, agreed: Placement? = nil)
    {
        self.card = card
        self.place = place
        self.proposal = proposal
        self.overlay = overlay
        self.agreed = agreed
    }

    /// Where it lies as far as has been said: as agreed, else in the middle of all, else as proposed.
    public var lies: Placement? { agreed ?? overlay?.middle ?? proposal }

    /// In tenths of a weight; nothing where nobody has placed it.
    public var priority: Int? {
        agreed.map { 10 * $0.weight } ?? overlay?.priority ?? proposal.map { 10 * $0.weight }
    }
}

/// In which order cards are looked at.
public enum CardOrder: String, Sendable, CaseIterable {
    /// As they were laid out.
    case laid
    /// What there is most to gain from first.
    case priority
    /// What is seen most differently first: that is what there is to talk about.
    case agreement
}

extension Array {
    /// Equal cards stay in the order in which they were laid out; what nobody has placed comes last.
    public func ordered<Card>(by order: CardOrder) -> [Judged<Card>] where Element == Judged<Card> {
        switch order {
        case .laid: sorted { $0.place < $1.place }
        case .priority: sorted { $0.isBefore($1) }
        case .agreement:
            sorted { one, other in
                (one.overlay?.agreement ?? 101, one.place) < (other.overlay?.agreement ?? 101, other.place)
            }
        }
    }

    /// The number that each card has when all are ordered by priority, by its place; what is not placed has none.
    public func ranks<Card>() -> [Int: Int] where Element == Judged<Card> {
        let placed = ordered(by: .priority).filter { $0.priority != nil }
        return Dictionary(uniqueKeysWithValues: placed.enumerated().map { ($1.place, $0 + 1) })
    }
}

extension Judged {
    /// By weight; of equal weight the larger effect is first, then what reaches more.
    fileprivate func isBefore(_ other: Judged) -> Bool { key.lexicographicallyPrecedes(other.key) }

    private var key: [Int] {
        [-(priority ?? -1), -(lies?.effect.rawValue ?? 0), -(lies?.reach.rawValue ?? 0), place]
    }
}
