import Access
import Kernel
import Storage

/// A person holding a role in a body or for a unit, for a period. All rights follow from mandates, and end with them.
public struct Mandate: Sendable, Equatable {
    /// How it came about.
    public enum Origin: String, Sendable, CaseIterable, Storable {
        case elected, appointed
        case byOffice = "by_office"
    }

    /// Where it is held.
    public enum Place: Sendable, Hashable {
        /// A seat in a body.
        case body(BodyID)
        /// An office for a unit and all under it.
        case unit(UnitID)

        public var bodyID: BodyID? {
            if case .body(let body) = self { body } else { nil }
        }

        public var unitID: UnitID? {
            if case .unit(let unit) = self { unit } else { nil }
        }
    }

    public let id: ID<Mandate>
    public let role: Role
    public let place: Place
    public let person: PersonID
    public let origin: Origin
    public let starts: Day
    /// The last day; nothing where no end is set.
    public let ends: Day?
    /// Working time allotted to the task, in minutes a week; nothing where none is agreed.
    public let minutesAWeek: Int?
    /// Whom it represents, in words: the laboratory technicians, the academic staff.
    public let represents: String
    /// The unit that it represents, where it is one.
    public let representedUnit: UnitID?
    /// The mandate for which a deputy steps in.
    public let deputyOf: ID<Mandate>?

    public init(
        id: ID<Mandate>, role: Role, in place: Place, person: PersonID, origin: Origin, starts: Day, ends: Day? = nil,
        minutesAWeek: Int? = nil, represents: String = "", representedUnit: UnitID? = nil, deputyOf: ID<Mandate>? = nil
    ) {
        self.id = id
        self.role = role
        self.place = place
        self.person = person
        self.origin = origin
        self.starts = starts
        self.ends = ends
        self.minutesAWeek = minutesAWeek
        self.represents = represents
        self.representedUnit = representedUnit
        self.deputyOf = deputyOf
    }

    public init(
        id: ID<Mandate>, role: Role, body: BodyID, person: PersonID, origin: Origin, starts: Day, ends: Day? = nil
    ) {
        self.init(id: id, role: role, in: .body(body), person: person, origin: origin, starts: starts, ends: ends)
    }

    public var body: BodyID? { place.bodyID }
    public var unit: UnitID? { place.unitID }

    public func isHeld(on day: Day) -> Bool { starts <= day && day <= (ends ?? .latest) }

    /// Whether both are held on at least one day.
    public func meets(_ other: Mandate) -> Bool {
        starts <= (other.ends ?? .latest) && other.starts <= (ends ?? .latest)
    }
}

/// A mandate with the name of the one who holds it, as a body's page shows it.
public struct Seat: Sendable {
    public let mandate: Mandate
    public let name: String

    public init(mandate: Mandate, name: String) {
        self.mandate = mandate
        self.name = name
    }
}
