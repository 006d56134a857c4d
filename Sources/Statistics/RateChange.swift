import Foundation

/// Whether events came more or less often in one time than in another, or whether chance alone can do as much.
///
/// Where both times are alike, each event falls into the later one with the share of the hours that it has (the
/// conditional test of two Poisson counts). The chance of what was seen, or of something farther out on the same side, is
/// doubled, since it might have gone either way.
enum RateChange: Sendable, Equatable {
    /// There are no hours for one of the times.
    case unknown
    /// Nothing happened in either.
    case nothing
    case byChance
    case more
    case less

    /// At less than this nobody calls it chance.
    static let limit = 0.05

    init(from earlier: Rate, to later: Rate) {
        guard earlier.hours > 0, later.hours > 0 else {
            self = .unknown
            return
        }
        guard earlier.count + later.count > 0 else {
            self = .nothing
            return
        }
        guard Self.chance(earlier, later) < Self.limit else {
            self = .byChance
            return
        }
        let isMore = Double(later.count) / Double(later.hours) > Double(earlier.count) / Double(earlier.hours)
        self = isMore ? .more : .less
    }

    /// Two-sided.
    static func chance(_ earlier: Rate, _ later: Rate) -> Double {
        let (all, share) = (
            earlier.count + later.count, Double(later.hours) / (Double(later.hours) + Double(earlier.hours))
        )
        let few = chance(ofAtMost: later.count, of: all, share)
        let many = chance(ofAtMost: all - later.count, of: all, 1 - share)
        return min(1, 2 * min(few, many))
    }

    /// How likely at most `count` of `all` are, each with this chance.
    static func chance(ofAtMost count: Int, of all: Int, _ share: Double) -> Double {
        guard count < all else { return 1 }
        guard count >= 0 else { return 0 }
        let odds = log(share) - log(1 - share)
        var (term, sum) = (Double(all) * log(1 - share), 0.0)
        for number in 0...count {
            sum += exp(term)
            term += log(Double(all - number) / Double(number + 1)) + odds
        }
        return min(1, sum)
    }
}
