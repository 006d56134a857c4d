import Kernel
import Storage

/// A node of the organisation: the whole, a faculty, a department, a section.
public struct Unit: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Storable {
        case organisation, faculty, department, section, school, other
    }

    public let id: UnitID
    /// The organisation's own short name of it, by which imports know it.
    public var code: String
    public var parent: UnitID?
    public var kind: Kind
    public var name: Words
    /// Whether it counts as an employer of its own (CVR): the size rules count per legal entity.
    public var isLegalEntity: Bool
    public var opens: Day
    /// The last day; nothing while it is open.
    public var closes: Day?

    public init(
        id: UnitID, code: String, parent: UnitID?, kind: Kind, name: Words, isLegalEntity: Bool, opens: Day,
        closes: Day? = nil
    ) {
        self.id = id
        self.code = code
        self.parent = parent
        self.kind = kind
        self.name = name
        self.isLegalEntity = isLegalEntity
        self.opens = opens
        self.closes = closes
    }

    public func isOpen(on day: Day) -> Bool { opens <= day && closes.map { day <= $0 } ?? true }
}
