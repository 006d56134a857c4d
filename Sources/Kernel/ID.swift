/// Names one thing of one kind, so that an action's id cannot be passed where a report's is wanted.
public struct ID<Thing>: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public var description: String { text }

    /// What is random of an ordered id. Whoever has the id knows it again by this; it tells nobody else when the thing was
    /// made.
    public var randomEnd: String { String(text.suffix(16)) }

    public static func < (one: Self, other: Self) -> Bool { one.text < other.text }
}

/// The things that the ground must be able to name without knowing them.
public enum Named {
    public enum Person {}
    public enum Unit {}
    public enum Body {}
    public enum Action {}
    public enum File {}
}

public typealias PersonID = ID<Named.Person>
public typealias UnitID = ID<Named.Unit>
public typealias BodyID = ID<Named.Body>
public typealias ActionID = ID<Named.Action>
public typealias FileID = ID<Named.File>
