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
    /// How many seats each side has; nothing where that is not settled.
    public var employerSeats: Int?
    public var employeeSeats: Int?
    /// Ordinary meetings that it is to hold in a year.
    public var meetingsAYear: Int?

    public init(
        id: BodyID, kind: BodyKind, name: Words, parent: BodyID? = nil, units: [UnitID], opens: Day, closes: Day? = nil,
        code: String? = nil, employerSeats: Int? = nil, employeeSeats: Int? = nil, meetingsAYear: Int? = nil
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.parent = parent
        self.units = units
        self.opens = opens
        self.closes = closes
        self.code = code
        self.employerSeats = employerSeats
        self.employeeSeats = employeeSeats
        self.meetingsAYear = meetingsAYear
    }

    /// Whether it is open on the day, as far as the day is known on which it was read.
    public func isOpen(on day: Day) -> Bool { opens <= day && closes.map { day <= $0 } ?? true }
}
