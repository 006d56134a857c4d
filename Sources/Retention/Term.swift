import Kernel

/// How long something is kept, in whole months.
public struct Term: Sendable, Hashable, Comparable {
    public let months: Int

    private init(_ months: Int) {
        self.months = months
    }

    public static func months(_ count: Int) -> Term { Term(count) }
    public static func years(_ count: Int) -> Term { Term(12 * count) }

    public static func < (one: Term, other: Term) -> Bool { one.months < other.months }

    /// The last day on which something is kept whose term is counted from a day. Where the month has no such day, its last
    /// one: from 29 February for a year, 28 February.
    public func lastDay(from day: Day) -> Day {
        let parts = day.parts
        let month = parts.year * 12 + parts.month - 1 + months
        for number in stride(from: parts.day, through: 1, by: -1) {
            if let last = Day(year: month / 12, month: month % 12 + 1, day: number) { return last }
        }
        return .latest
    }

    /// The latest day of which the term is over: whatever is counted from it, or from a day before, is due.
    public func latestDue(on today: Day) -> Day {
        let parts = today.parts
        let month = parts.year * 12 + parts.month - 1 - months
        // Nothing younger than the end of that month can be due.
        guard month >= 12, var day = Day(year: month / 12, month: month % 12 + 1, day: 1).map({ $0 + 31 }) else {
            return .earliest
        }
        while lastDay(from: day) >= today { day = day - 1 }
        return day
    }
}

/// The terms that an organisation may choose among, as people count them.
public struct TermChoice: Sendable {
    public enum Unit: Sendable {
        case months, years

        var months: Int { self == .years ? 12 : 1 }
    }

    public let least: Int
    public let most: Int
    /// Without anybody's choice.
    public let usual: Int
    public let unit: Unit

    /// - Parameter range: in the unit; the usual one lies in it.
    public init(_ range: ClosedRange<Int>, _ unit: Unit, usual: Int) {
        (least, most, self.unit) = (range.lowerBound, range.upperBound, unit)
        self.usual = min(max(usual, range.lowerBound), range.upperBound)
    }

    public var usualTerm: Term { term(usual) }

    func term(_ count: Int) -> Term { .months(count * unit.months) }
    func count(of term: Term) -> Int { term.months / unit.months }
    func allows(_ term: Term) -> Bool { (self.term(least)...self.term(most)).contains(term) }
}
