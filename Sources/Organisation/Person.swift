import Kernel
import Storage

/// Somebody who works or studies here, or comes from outside to work.
public struct Person: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable, Storable {
        case employee, student, external
    }

    public let id: PersonID
    /// What the personnel system calls this person; nobody else has it.
    public var externalID: String?
    public var name: String
    public var email: String?
    public var phone: String
    public var language: Language
    public var kind: Kind
    public var unit: UnitID?
    public var title: String
    public var starts: Day
    /// The last day; nothing while it is not known.
    public var ends: Day?
    public var isAdministrator: Bool

    public init(
        id: PersonID, externalID: String? = nil, name: String, email: String?, phone: String = "",
        language: Language = .danish, kind: Kind = .employee, unit: UnitID?, title: String = "", starts: Day,
        ends: Day? = nil, isAdministrator: Bool = false
    ) {
        self.id = id
        self.externalID = externalID
        self.name = name
        self.email = email
        self.phone = phone
        self.language = language
        self.kind = kind
        self.unit = unit
        self.title = title
        self.starts = starts
        self.ends = ends
        self.isAdministrator = isAdministrator
    }

    public func isHere(on day: Day) -> Bool { starts <= day && ends.map { day <= $0 } ?? true }
}
