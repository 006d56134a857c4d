import Kernel
import Storage

/// A kind of data that is kept for a term and then erased, published by the feature that owns it: what it is, on which
/// basis it is kept, and how the feature finds and erases what is due.
public struct RetainedKind: Sendable {
    /// By which addresses and the database know it: `reports`.
    public let name: String
    public let title: Words
    /// What is erased.
    public let what: Words
    /// What stays of it.
    public let remains: Words
    /// From which day the term is counted.
    public let since: Words
    public let basis: Basis
    public let choice: TermChoice
    /// Nothing where nobody may learn how many there are, or whether there are any.
    let looking: Looking?
    /// Whether the administrator may have it done while he or she waits. Not where something is among it of which nobody may
    /// learn whether it is there: the time it takes would tell.
    let mayHurry: Bool
    let erase: Erase

    /// Erases a portion of what is counted from a day or one before.
    public typealias Erase = @Sendable (_ latest: Day, _ most: Int, _ erasing: Erasing) throws -> Erased

    public init(
        _ name: String, _ title: Words, what: Words, remains: Words, since: Words, basis: Basis, choice: TermChoice,
        looking: Looking?, mayHurry: Bool = true, erase: @escaping Erase
    ) {
        self.mayHurry = mayHurry && looking != nil
        (self.name, self.title, self.what, self.remains) = (name, title, what, remains)
        (self.since, self.basis, self.choice, self.looking, self.erase) = (since, basis, choice, looking, erase)
    }
}

/// Why something is kept, and no longer.
public struct Basis: Sendable {
    /// How sure it is that the source asks for it.
    public enum Standing: Sendable {
        /// It was read in the source.
        case law
        /// What others of the same sort do; no law gives the number.
        case practice
    }

    public let words: Words
    public let source: String
    public let standing: Standing

    public init(_ words: Words, source: String, _ standing: Standing) {
        (self.words, self.source, self.standing) = (words, source, standing)
    }
}

/// How a feature finds what is due, without a name and without a word of it.
public struct Looking: Sendable {
    /// How many are counted from the day or one before, counted as far as `most`.
    let count: @Sendable (_ latest: Day, _ today: Day, _ most: Int, _ reader: Reader) throws -> Int
    /// The day from which the oldest of all is counted.
    let oldest: @Sendable (_ reader: Reader) throws -> Day?
    /// The same as `count` in parts, each table a way to divide all of it.
    let tables: @Sendable (_ latest: Day, _ today: Day, _ most: Int, _ reader: Reader) throws -> [DueTable]

    public init(
        count: @escaping @Sendable (_ latest: Day, _ today: Day, _ most: Int, _ reader: Reader) throws -> Int,
        oldest: @escaping @Sendable (_ reader: Reader) throws -> Day?,
        tables: @escaping @Sendable (_ latest: Day, _ today: Day, _ most: Int, _ reader: Reader) throws -> [DueTable]
    ) {
        (self.count, self.oldest, self.tables) = (count, oldest, tables)
    }
}

/// What is due, divided one way: by year, by unit.
public struct DueTable: Sendable {
    public let title: Words
    public let rows: [(name: Words, count: Int)]

    public init(_ title: Words, _ rows: [(name: Words, count: Int)]) {
        (self.title, self.rows) = (title, rows)
    }
}

/// How many a portion has erased.
public struct Erased: Sendable, Equatable {
    /// Those of which it may be told how many there were.
    public let told: Int
    /// The others.
    public let untold: Int

    public init(told: Int = 0, untold: Int = 0) {
        (self.told, self.untold) = (told, untold)
    }

    var isNothing: Bool { told + untold == 0 }
}
