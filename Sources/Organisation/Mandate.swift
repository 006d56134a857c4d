import Access
import Kernel
import Storage

/// A person holding a role in a body for a period. All rights follow from mandates, and end with them.
public struct Mandate: Sendable, Equatable {
    /// How it came about.
    public enum Origin: String, Sendable, CaseIterable, Storable {
        case elected, appointed
        case byOffice = "by_office"
    }

    public let id: ID<Mandate>
    public let role: Role
    public let body: BodyID
    public let person: PersonID
    public let origin: Origin
    public let starts: Day
    /// The last day; nothing where no end is set.
    public let ends: Day?

    public init(
        id: ID<Mandate>, role: Role, body: BodyID, person: PersonID, origin: Origin, starts: Day, ends: Day? = nil
    ) {
        self.id = id
        self.role = role
        self.body = body
        self.person = person
        self.origin = origin
        self.starts = starts
        self.ends = ends
    }
}

/// A mandate with the name of the one who holds it, as a body's page shows it.
public struct Seat: Sendable {
    public let mandate: Mandate
    public let name: String
}
