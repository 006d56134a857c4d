import Kernel
import Storage

/// What a person does in a body.
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

    /// A deputy has the rights of the seat only while stepping in, which is a mandate of its own.
    public var givesRights: Bool { self != .deputy }
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
