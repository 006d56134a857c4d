import Kernel
import Storage

/// What a person does in a body or for a unit.
public enum Role: String, Sendable, CaseIterable, Storable {
    /// Chairs a committee.
    case chair
    /// The leader in a group (arbejdsleder).
    case leader
    /// The elected safety representative (arbejdsmiljørepræsentant).
    case representative
    /// Steps in for one mandate (suppleant).
    case deputy
    /// The working environment coordinator (arbejdsmiljøkoordinator).
    case coordinator
    case secretary
    case member
    /// Elected under the collective agreement (tillidsrepræsentant).
    case unionRepresentative = "union_representative"
    /// Speaks for the students in a body.
    case studentRepresentative = "student_representative"
    /// The personnel department's contact for the units supported.
    case hrPartner = "hr_partner"
    /// Answers for fire inspections, shelters and emergency plans (beredskabstovholder).
    case emergencyLead = "emergency_lead"
    /// Leads a unit without sitting in its group.
    case unitLeader = "unit_leader"
    /// The working environment secretariat of the whole organisation, or of a part of it.
    case secretariat

    /// What a mandate opens by itself, beside what its holder may see as anyone who has signed in.
    public enum Right: Sendable {
        /// Plans and reports of the area are worked on.
        case works
        /// Plans of the area are read; no report is.
        case reads
        /// Nothing: bodies and later features open what concerns the holder.
        case nothing
    }

    public var right: Right {
        switch self {
        case .chair, .leader, .representative, .coordinator, .secretary, .member, .secretariat: .works
        case .hrPartner, .unitLeader: .reads
        // A deputy has the rights of the seat only while stepping in, which is a mandate of its own.
        case .deputy, .unionRepresentative, .studentRepresentative, .emergencyLead: .nothing
        }
    }

    public var givesRights: Bool { right == .works }

    /// Held in a body, as a seat, or for a unit, as an office.
    public enum Place: Sendable {
        case body
        case unit
    }

    public var places: Set<Place> {
        switch self {
        case .chair, .leader, .representative, .secretary, .member, .studentRepresentative: [.body]
        case .emergencyLead, .unitLeader, .secretariat: [.unit]
        case .coordinator, .deputy, .unionRepresentative, .hrPartner: [.body, .unit]
        }
    }

    /// Whoever leads cannot be elected by the employees, nor vote among them.
    public var leads: Bool { self == .leader || self == .unitLeader }
}

/// The kinds of bodies, as in the glossary.
public enum BodyKind: String, Sendable, CaseIterable, Storable {
    case group
    case committee
    case cooperation
    case joint
    case main
    case coDetermination = "co_determination"
    case network
    case workingGroup = "working_group"
}
