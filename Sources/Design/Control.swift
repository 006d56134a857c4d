import Kernel

/// How a field is answered.
public enum Control: Sendable {
    /// One line. `completes` is the browser's own word for what it may fill in, such as `email`.
    case text(_ kind: TextKind = .text, limit: Int? = nil, completes: String? = nil)
    case lines(rows: Int = 3, limit: Int? = nil)
    case day(earliest: Day? = nil, latest: Day? = nil)
    case time
    case number(least: Int? = nil, most: Int? = nil)
    case select([Choice])
    /// Large choices side by side, for the few that a form begins with.
    case cards([Choice])
    /// Choices one under the other.
    case list([Choice])
    /// Short choices in a row, such as 1 to 10.
    case scale([Choice])
    case ticks([Choice], ticked: Set<String> = [])
    /// A single box to tick; ticked where the value is not empty.
    case tick
    /// `isPhoto` shows the photos chosen, and makes large ones smaller before they are sent.
    case files(accepts: String, isMany: Bool = false, isPhoto: Bool = false)

    public enum TextKind: String, Sendable {
        case text
        case email
        case password
        case search
        case telephone = "tel"
        case url
    }
}
