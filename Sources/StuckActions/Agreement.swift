/// How somebody answers one statement of an agreement exercise.
public enum Verdict: String, Sendable, CaseIterable {
    case yes, partly, no
}

/// How many gave each reply to one statement.
public struct Tally: Sendable, Equatable {
    /// Counted from one, as the statements are.
    public let statement: Int
    public let yes: Int
    public let partly: Int
    public let no: Int

    public init(statement: Int, yes: Int = 0, partly: Int = 0, no: Int = 0) {
        (self.statement, self.yes, self.partly, self.no) = (statement, yes, partly, no)
    }

    public init(statement: Int, _ replies: some Sequence<Verdict>) {
        var counts: [Verdict: Int] = [:]
        for reply in replies { counts[reply, default: 0] += 1 }
        self.init(
            statement: statement, yes: counts[.yes] ?? 0, partly: counts[.partly] ?? 0, no: counts[.no] ?? 0)
    }

    public func count(_ reply: Verdict) -> Int {
        switch reply {
        case .yes: yes
        case .partly: partly
        case .no: no
        }
    }

    public var all: Int { yes + partly + no }

    /// What everybody replied; nothing where they differ, and where nobody replied.
    public var agreed: Verdict? {
        guard all > 0 else { return nil }
        return Verdict.allCases.first { count($0) == all }
    }

    /// How far apart the replies lie, from 0, where all agree, to 1, where half say yes and half say no: their distance
    /// from each other on average, as a part of the largest that as many replies can have.
    public var spread: Double {
        guard all > 1 else { return 0 }
        // Yes and partly lie a step apart, yes and no two.
        let steps = yes * partly + partly * no + 2 * yes * no
        let largest = 2 * (all / 2) * (all - all / 2)
        return Double(steps) / Double(largest)
    }
}

/// The replies of a group laid side by side, as the method says: first where all agree, split into what moves and what does
/// not; then where they differ, the furthest apart first. It knows no page and no database.
public struct Comparison: Sendable, Equatable {
    /// All say yes: to be glad of, and to use elsewhere.
    public let moving: [Tally]
    /// All say no, or all say partly: what can be done about it, and with whom.
    public let standing: [Tally]
    public let differing: [Tally]

    public init(_ tallies: [Tally]) {
        moving = tallies.filter { $0.agreed == .yes }
        standing = tallies.filter { $0.agreed.map { $0 != .yes } ?? false }
        differing = tallies.filter { $0.all > 0 && $0.agreed == nil }
            .sorted { ($1.spread, $0.statement) < ($0.spread, $1.statement) }
    }

    /// - Parameter replies: of each person, by statement.
    public init(statements: Int, replies: [[Int: Verdict]]) {
        self.init(
            (1...max(1, statements)).map { number in
                Tally(statement: number, replies.compactMap { $0[number] })
            })
    }
}
