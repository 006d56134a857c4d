/// Counts as they may be told to somebody who may not read what is counted: few are not told, nor can they be reckoned
/// from the others.
struct ToldCounts: Sendable, Equatable {
    /// Fewer than this are few: none the same as one.
    static let least = 10

    /// In the order of the counts; nothing where they are few.
    let parts: [Int?]
    let whole: Int?

    init(_ counts: [Int]) {
        let whole = counts.reduce(0, +)
        var hidden = Set(counts.indices.filter { counts[$0] < Self.least })
        let isGuarded = hidden.contains { counts[$0] > 0 }
        // What is left when all told parts are taken from the whole must not be few either.
        let others = counts.indices.filter { !hidden.contains($0) }.sorted { counts[$0] < counts[$1] }
        for next in others where isGuarded && (hidden.count < 2 || Self.sum(of: counts, hidden) < Self.least) {
            hidden.insert(next)
        }
        let isWholeTold = whole >= Self.least && (!isGuarded || Self.sum(of: counts, hidden) >= Self.least)
        parts = counts.indices.map { hidden.contains($0) ? nil : counts[$0] }
        self.whole = isWholeTold ? whole : nil
    }

    static func told(_ count: Int) -> Int? { count >= least ? count : nil }

    private static func sum(of counts: [Int], _ places: Set<Int>) -> Int { places.reduce(0) { $0 + counts[$1] } }
}
