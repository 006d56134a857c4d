import Kernel

/// A short word about a change for those who look at it just now, so that they see it before they have read it. It may
/// be lost, come late or twice: what counts is what is read.
public struct Hint: Sendable, Hashable {
    /// Whose listeners hear it, with the news of a topic that was raised. Pages name the topic where their reader may see all that its hints tell; its version is
    /// never raised itself.
    public let topic: String
    /// One line, in a form that the feature's script knows. Nobody's words.
    public let line: String

    public init(_ topic: String, _ line: String) {
        self.topic = topic
        // A second line would be read as something else.
        self.line = String(line.prefix { !$0.isNewline })
    }
}

/// What a transaction leaves to be told: which topics have new versions, what those who look may know in advance, and
/// what concerns things that are kept in memory.
public struct Raised: Sendable, Equatable {
    public package(set) var topics: Set<String> = []
    public package(set) var hints: [Hint] = []
    public package(set) var remarks: [Remark] = []

    public init() {}

    public var isEmpty: Bool { topics.isEmpty && remarks.isEmpty }

    public var announcements: [Announcement] {
        (topics.isEmpty ? [] : [.topics(topics, hints: hints)]) + remarks.map(Announcement.remark)
    }

    public mutating func add(_ other: Raised) {
        topics.formUnion(other.topics)
        hints += other.hints
        remarks += other.remarks
    }
}
