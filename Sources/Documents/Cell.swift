import Kernel

/// What stands in one cell of an export.
public enum Cell: Sendable, Equatable {
    case text(String)
    case number(Double)
    case day(Day)
    case empty
}
