import Access
import Kernel
import Storage

/// A group that meets and works: a working environment group, a committee, a network.
public struct Body: Sendable, Equatable {
    public let id: BodyID
    public var kind: BodyKind
    public var name: Words
    /// The body that it answers to.
    public var parent: BodyID?
    /// Whose working environment it looks after: these units and all under them.
    public var units: [UnitID]
    public var opens: Day
    public var closes: Day?
    /// By which files know it; nothing where it was made by hand.
    public var code: String?

    public init(
        id: BodyID, kind: BodyKind, name: Words, parent: BodyID? = nil, units: [UnitID], opens: Day, closes: Day? = nil,
        code: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.parent = parent
        self.units = units
        self.opens = opens
        self.closes = closes
        self.code = code
    }
}
