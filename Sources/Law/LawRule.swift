import Kernel

/// A rule of the law as the product knows it: from when to when it holds, where it was read, and by whom. What was not
/// read in the law or with the authority is shown with "check with the authority".
public struct LawRule: Sendable, Equatable {
    public enum Status: String, Sendable, CaseIterable {
        /// Read in the law, or in a text by the authority.
        case read = "V"
        /// Told by others: a trade body, a union, an adviser.
        case told = "S"
        /// Remembered, and read nowhere.
        case remembered = "M"
        /// Read in a bill; nobody has seen that it was passed.
        case proposed = "P"
    }

    /// What it is about, such as `voters` or `group`: several rules may hold for one topic.
    public let topic: String
    public let words: Words
    /// Law and paragraph, or whoever told it.
    public let source: Words
    public let status: Status
    /// The first and the last day; nothing where none is known.
    public let from: Day?
    public let to: Day?
    /// The rule's numbers, by name.
    let values: [String: Int]

    public init(
        topic: String, _ words: Words, source: Words, _ status: Status, from: Day? = nil, to: Day? = nil,
        values: [String: Int] = [:]
    ) {
        self.topic = topic
        self.words = words
        self.source = source
        self.status = status
        self.from = from
        self.to = to
        self.values = values
    }

    public func holds(on day: Day) -> Bool { (from ?? .earliest) <= day && day <= (to ?? .latest) }

    /// Whether the authority should be asked before anybody relies on it.
    public var isToBeChecked: Bool { status != .read }
}
