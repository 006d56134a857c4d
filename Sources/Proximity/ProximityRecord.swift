import Kernel
import Organisation
import Storage

/// What is to be looked at when it is decided how many groups and members there are, so that they are close to the work
/// (at.dk, by bek. 65/2024 §§ 19–24).
public enum Criterion: String, Sendable, CaseIterable, Storable {
    case management, size, geography, conditions, work, hours, contact
}

/// That it was written down how the safety organisation of a unit is close to the work: when it was established, or at a
/// larger change.
public struct ProximityRecord: Sendable, Equatable {
    public enum Occasion: String, Sendable, CaseIterable, Storable {
        case establishment, change, review
    }

    public let id: ID<ProximityRecord>
    /// The first version's id; all versions have the same.
    let series: ID<ProximityRecord>
    public let version: Int
    /// Whether no later version has been written.
    let isLatest: Bool
    /// It holds for the unit and all under it.
    public let unit: UnitID
    /// On which it was assessed.
    public let day: Day
    public let occasion: Occasion
    /// The figures on that day, and how many groups and members it was decided that there are.
    let employees: Int
    let units: Int
    public let groups: Int
    public let members: Int
    let conclusion: String
    let decidedBy: String
    let participants: String
    let writtenBy: PersonID?
    let writtenAt: Moment
}

/// What lacks documentation, and since when.
public enum ProximityMatter: Sendable, Equatable {
    case establishment(UnitID, since: Day)
    case change(OrganisationChange)

    public var since: Day {
        switch self {
        case .establishment(_, let day): day
        case .change(let change): change.day
        }
    }
}
