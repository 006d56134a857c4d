import Kernel
import Storage

/// How a kind stands today.
struct KindPicture: Sendable {
    let kind: RetainedKind
    let rule: RetentionRule
    /// Nothing where that is not told.
    let due: DueCount?
    let lastRun: RetentionRun?

    /// No further is counted than this.
    static let most = 10_000

    init(of kind: RetainedKind, on today: Day, _ reader: Reader) throws {
        let store = RetentionStore(reader)
        self.kind = kind
        rule = try store.rule(of: kind)
        lastRun = try store.lastRun(of: kind)
        let latest = rule.term.latestDue(on: today)
        due = try kind.looking.map { looking in
            let count = try looking.count(latest, today, Self.most + 1, reader)
            return DueCount(count, oldest: count >= ToldCounts.least ? try looking.oldest(reader) : nil)
        }
    }
}

/// How many would go today, as far as that is told.
enum DueCount: Sendable, Equatable {
    /// None, or few.
    case few
    case some(Int, oldest: Day?)
    case veryMany(oldest: Day?)

    init(_ count: Int, oldest: Day?) {
        if count > KindPicture.most {
            self = .veryMany(oldest: oldest)
        } else {
            self = ToldCounts.told(count).map { .some($0, oldest: oldest) } ?? .few
        }
    }

    var oldest: Day? {
        switch self {
        case .few: nil
        case .some(_, let oldest), .veryMany(let oldest): oldest
        }
    }
}

/// What would go if the kind were carried out today: numbers, without a name and without a word of it.
struct DryRun: Sendable {
    struct Table: Sendable {
        let title: Words
        /// Few are not told.
        let rows: [(name: Words, count: Int?)]
    }

    /// Nothing of kinds of which nobody may learn how many there are.
    let tables: [Table]

    /// So many are divided up; the oldest first.
    static let most = 100_000

    init(of kind: RetainedKind, by term: Term, on today: Day, _ reader: Reader) throws {
        let latest = term.latestDue(on: today)
        tables =
            try kind.looking?.tables(latest, today, Self.most, reader).map { table in
                let told = ToldCounts(table.rows.map(\.count))
                return Table(
                    title: table.title,
                    rows: zip(table.rows, told.parts).map { row, count in (name: row.name, count: count) })
            } ?? []
    }

    var isEmpty: Bool { tables.allSatisfy(\.rows.isEmpty) }
}
