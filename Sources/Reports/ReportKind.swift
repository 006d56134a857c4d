import Kernel
import Storage

/// What a report is about, as people say it. In the order in which the form offers them.
public enum ReportKind: String, Sendable, CaseIterable, Storable {
    case nearMiss = "near_miss"
    case accident
    case violence
    case offensive
    /// Something that wears people down: noise, pressure, indoor climate.
    case strain
    case psychological
    case disease
    /// Something that others can learn from.
    case good

    /// Read by the coordinator alone, never by a whole group.
    public var isConfidential: Bool {
        switch self {
        case .offensive, .psychological: true
        case .nearMiss, .accident, .violence, .strain, .disease, .good: false
        }
    }
}
