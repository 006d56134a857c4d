import Access
import Kernel
import Organisation

/// A body of the safety organisation with those who sit in it on a day, and those who will.
struct Formation: Sendable {
    let body: Body
    /// Held on the day or later.
    let sittings: [Sitting]
    /// The last day on which the role was held, where it stands empty now.
    var lastHeld: [Role: Day] = [:]
    /// An election of the body is called and not over.
    var isElecting = false

    func held(_ role: Role, on day: Day) -> [Sitting] {
        sittings.filter { $0.mandate.role == role && $0.mandate.isHeld(on: day) }
    }

    /// Who takes the role over after the day.
    func coming(_ role: Role, after day: Day) -> [Sitting] {
        sittings.filter { $0.mandate.role == role && $0.mandate.starts > day }
    }

    var isGroup: Bool { body.kind == .group }
    var isCommittee: Bool { body.kind == .committee || body.kind == .main }
    /// Built by an agreement, not by the law's sections on size.
    var isAgreed: Bool { ShapeStore.agreedKinds.contains(body.kind) }
}
