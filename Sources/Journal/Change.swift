import Kernel
import Storage

/// A topic that pages show: its version is raised by every write that makes such a page untrue.
public struct Topic: Hashable, Sendable {
    public let name: String

    public init(_ name: String) {
        self.name = name
    }

    /// Mandates, people and sessions: everything that decides who may see what.
    public static let rights = Topic("rights")
}

/// Everything that one decision writes: statements, journal entries and the topics that they touch. Only the feature
/// that owns the tables can make one; any feature may apply it.
public struct Change: Sendable {
    private var statements: [SQL]
    private var entries: [JournalEntry]
    private var topics: [Topic]
    private var hints: [Hint]

    /// - Parameter hints: What those who look may know before they have read it.
    public init(
        _ statements: [SQL], journal entries: [JournalEntry], raising topics: [Topic], hinting hints: [Hint] = []
    ) {
        self.statements = statements
        self.entries = entries
        self.topics = topics
        self.hints = hints
    }

    public static func + (one: Change, other: Change) -> Change {
        Change(
            one.statements + other.statements, journal: one.entries + other.entries, raising: one.topics + other.topics,
            hinting: one.hints + other.hints)
    }

    fileprivate func apply(_ deed: Deed, _ writer: Writer) throws {
        try writer.execute(statements + entries.flatMap { try $0.insertions(deed) }, raising: topics.map(\.name))
        if !hints.isEmpty { writer.hint(hints) }
        for entry in entries {
            for follower in deed.followers { try follower(entry, deed, writer) }
        }
    }
}

extension Writer {
    /// Writes the change with its journal entries, raises its topics and lets the followers do their part.
    /// - Throws: `Stale` where a guarded statement changed nothing.
    public func apply(_ change: Change, _ deed: Deed) throws {
        try change.apply(deed, self)
    }
}
