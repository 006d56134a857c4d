import Access
import Kernel
import Organisation

/// What one person adds to a comparison: minutes a week, and where in the tree of units, from the top.
struct Contribution: Sendable, Equatable {
    let source: String
    let line: [UnitID]
    let minutes: Int

    /// One figure for each person: of several mandates of a role the sum, at the unit that they have in common.
    static func merged(_ contributions: [Contribution]) -> [Contribution] {
        Dictionary(grouping: contributions, by: \.source).map { source, own in
            Contribution(
                source: source, line: own.dropFirst().reduce(own[0].line) { Self.common($0, $1.line) },
                minutes: own.reduce(0) { $0 + $1.minutes })
        }.sorted { $0.source < $1.source }
    }

    static func common(_ one: [UnitID], _ other: [UnitID]) -> [UnitID] {
        Array(zip(one, other).prefix { $0 == $1 }.map(\.0))
    }
}

/// A part of the organisation for which one figure is shown. Everybody is in one cell only, and no sum over cells is shown
/// anywhere: nothing can be taken away from anything.
struct ComparedCell: Sendable, Equatable {
    /// From the top down to the unit.
    let line: [UnitID]
    /// Only those whose place is the unit itself; its parts have cells of their own.
    let isOwn: Bool
    let contributions: [Contribution]

    var unit: UnitID? { line.last }
    var name: String { "\(isOwn ? "own" : "all") \(line.last?.text ?? "")" }
    var isShown: Bool { Set(contributions.map { Quartiles.rounded($0.minutes) }).count > 1 }
}

/// Hours in the middle half of a cell, in minutes, rounded so that no single figure is seen.
struct Quartiles: Sendable, Equatable {
    let low: Int
    let middle: Int
    let high: Int

    init(low: Int, middle: Int, high: Int) {
        (self.low, self.middle, self.high) = (low, middle, high)
    }

    init(_ minutes: [Int]) {
        let sorted = minutes.sorted()
        func at(_ quarter: Int) -> Int {
            let place = Double(quarter * (sorted.count - 1)) / 4
            let (below, above) = (Int(place), min(Int(place) + 1, sorted.count - 1))
            let share = place - Double(below)
            return Self.rounded(Int(Double(sorted[below]) * (1 - share) + Double(sorted[above]) * share))
        }
        self.init(low: at(1), middle: at(2), high: at(3))
    }

    /// To half hours.
    static func rounded(_ minutes: Int) -> Int { (minutes + 15) / 30 * 30 }
}

/// Where the organisation is divided so finely that figures say something, and so coarsely that they say nothing of
/// anybody.
enum Comparison {
    /// So many are in every cell. Whoever is among them and takes the own figure away still looks at five.
    static let least = 6

    /// A unit is divided into those below it only where each of the parts, and those left at the unit itself, are
    /// enough. Whoever is in no part that is large enough is in no cell.
    static func cells(_ contributions: [Contribution]) -> [ComparedCell] {
        let tops = Dictionary(grouping: contributions.filter { !$0.line.isEmpty }) { $0.line[0] }
        return tops.sorted { $0.key < $1.key }.flatMap { top, all in all.count < least ? [] : divided([top], all) }
    }

    private static func divided(_ line: [UnitID], _ all: [Contribution]) -> [ComparedCell] {
        let own = all.filter { $0.line.count == line.count }
        let parts = Dictionary(grouping: all.filter { $0.line.count > line.count }) { $0.line[line.count] }
        let areEnough = parts.values.allSatisfy { $0.count >= least } && (own.isEmpty || own.count >= least)
        guard !parts.isEmpty, areEnough else { return [ComparedCell(line: line, isOwn: false, contributions: all)] }
        let rest = own.isEmpty ? [] : [ComparedCell(line: line, isOwn: true, contributions: own)]
        return rest + parts.sorted { $0.key < $1.key }.flatMap { divided(line + [$0.key], $0.value) }
    }

    /// Whether figures may be shown beside earlier ones: at no unit may fewer than enough people have come, gone or
    /// changed their figure, unless nobody has. Otherwise the difference would be about them.
    static func maySucceed(_ new: [ComparedCell], _ old: [ComparedCell]) -> Bool {
        let nodes = Set((new + old).flatMap { cell in cell.line.indices.map { Array(cell.line[...$0]) } })
        return nodes.allSatisfy { node in
            guard let (now, before) = both(under: node, new, old) else { return true }
            return isNobodyOrEnough(now, before)
        }
            && new.filter(\.isOwn).allSatisfy { cell in
                guard let earlier = old.first(where: { $0.line == cell.line && $0.isOwn }) else { return true }
                return isNobodyOrEnough(cell.contributions, earlier.contributions)
            }
    }

    /// All at and under the unit, where both times it is made of whole cells.
    private static func both(
        under node: [UnitID], _ new: [ComparedCell], _ old: [ComparedCell]
    ) -> ([Contribution], [Contribution])? {
        func all(_ cells: [ComparedCell]) -> [Contribution]? {
            let isInside = cells.contains { !$0.isOwn && $0.line.count < node.count && node.starts(with: $0.line) }
            guard !isInside else { return nil }
            return cells.filter { $0.line.starts(with: node) }.flatMap(\.contributions)
        }
        guard let now = all(new), let before = all(old), !now.isEmpty, !before.isEmpty else { return nil }
        return (now, before)
    }

    /// All that is kept of somebody who withdrew is a mark without a figure. Whether that person came back, as somebody
    /// new, nobody knows: so a mark is a change, but never one of those who are enough. Somebody who wrote nought hours
    /// and is gone looks the same, and is taken for a mark.
    private static func isNobodyOrEnough(_ now: [Contribution], _ before: [Contribution]) -> Bool {
        let (one, other) = (figures(now), figures(before))
        let changed = Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }
        let marks = changed.filter { one[$0] == nil && other[$0] == 0 }
        return changed.isEmpty || changed.count - marks.count >= least
    }

    private static func figures(_ contributions: [Contribution]) -> [String: Int] {
        Dictionary(contributions.map { ($0.source, $0.minutes) }) { $0 + $1 }
    }
}

/// One figure as it is shown.
struct ComparedFigure: Sendable {
    let role: Role
    let cell: String
    let unit: UnitID
    let isOwn: Bool
    let people: Int
    let quartiles: Quartiles
    /// Nothing where it is of today.
    let month: Month?
}
