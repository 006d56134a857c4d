import Kernel

/// The plan of a body, with all below it, in numbers.
struct BodyCount: Equatable {
    let body: BodyID
    var open = 0
    var overdue = 0
    var onHold = 0
    /// The day on which the oldest that is open was made.
    var oldest: Day?
    var closedLately = 0
    /// Closed in the last twelve months, and of those the ones that worked.
    var closed = 0
    var worked = 0

    init(_ body: BodyID) {
        self.body = body
    }

    /// All of these together.
    init(all counts: [BodyCount]) {
        self.init(BodyID(""))
        for count in counts {
            open += count.open
            overdue += count.overdue
            onHold += count.onHold
            closedLately += count.closedLately
        }
    }

    /// How many days back `closedLately` reaches.
    static let lately = 90

    /// Who needs help most stands first: most overdue, then most open.
    static func isBefore(_ one: BodyCount, _ other: BodyCount) -> Bool {
        (other.overdue, other.open, one.body) < (one.overdue, one.open, other.body)
    }

    /// A page of many, from the one after the given; all from the first where that is not among them.
    static func page(_ counts: [BodyCount], after last: BodyID?, most: Int) -> (shown: [BodyCount], next: BodyID?) {
        let start = last.flatMap { last in counts.firstIndex { $0.body == last } }.map { $0 + 1 } ?? 0
        let shown = Array(counts.dropFirst(start).prefix(most))
        return (shown, start + shown.count < counts.count ? shown.last?.body : nil)
    }
}
