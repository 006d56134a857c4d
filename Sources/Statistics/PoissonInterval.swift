import Foundation

/// What a number of events that came by chance, one independent of the other, says about how many are to be expected.
struct PoissonInterval: Sendable, Equatable {
    let low: Double
    let high: Double

    /// The exact interval (Garwood): below `low` so many events or more, above `high` so few or fewer, would come in less
    /// than one case of forty.
    /// - Parameter count: less than none counts as none.
    init(_ count: Int) {
        let count = max(0, count)
        guard count <= Self.mostExact else {
            (low, high) = Self.near(Double(count))
            return
        }
        low =
            count == 0
            ? 0 : Self.bisected(below: Double(count)) { 1 - Self.chance(ofAtMost: count - 1, $0) < Self.tail }
        // Twenty more than the root tells is far beyond, also where nothing has come.
        let farAbove = Double(count) + 10 * Double(count).squareRoot() + 20
        high = Self.bisected(below: farAbove) { Self.chance(ofAtMost: count, $0) > Self.tail }
    }

    /// In each of the two tails, of 95 %.
    static let tail = 0.025
    /// From here on Byar's approximation differs by less than a thousandth of a percent.
    private static let mostExact = 2000

    private static func near(_ count: Double) -> (low: Double, high: Double) {
        let z = 1.959963984540054
        func cube(_ number: Double) -> Double { number * number * number }
        let low = count * cube(1 - 1 / (9 * count) - z / (3 * count.squareRoot()))
        let next = count + 1
        return (low, next * cube(1 - 1 / (9 * next) + z / (3 * next.squareRoot())))
    }

    /// How likely at most `count` events are where so many are expected.
    static func chance(ofAtMost count: Int, _ expected: Double) -> Double {
        guard expected > 0 else { return 1 }
        // By logarithms, since the first terms are too small to be written where many are expected.
        var (term, sum) = (-expected, exp(-expected))
        for number in stride(from: 1, through: count, by: 1) {
            term += log(expected / Double(number))
            sum += exp(term)
        }
        return min(1, sum)
    }

    /// The number up to which the condition holds, between nought and `high`.
    private static func bisected(below high: Double, while holds: (Double) -> Bool) -> Double {
        var (low, high) = (0.0, high)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if holds(middle) { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
