import Kernel
import Storage

/// How bad something was for people, or could have become: what those say who handle the report, never the reporter.
public enum Harm: Int, Sendable, CaseIterable, Comparable, Storable {
    case none = 1
    case slight, serious, grave

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }

    public var stored: SQLValue { .integer(rawValue) }

    public init(column: Int, of row: Row) throws {
        guard let harm = Self(rawValue: try row[column]) else {
            throw UnreadableColumn(column: column, expected: "1 to 4")
        }
        self = harm
    }

    /// The name it has in forms, in addresses and for programs.
    public var name: String {
        switch self {
        case .none: "none"
        case .slight: "slight"
        case .serious: "serious"
        case .grave: "grave"
        }
    }

    public init?(name: String) {
        guard let harm = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = harm
    }
}

/// How bad it was, and how bad it could have become: of a near miss the second is what matters.
public struct ReportSeverity: Sendable, Equatable {
    public var was: Harm?
    public var could: Harm?

    public init(was: Harm? = nil, could: Harm? = nil) {
        (self.was, self.could) = (was, could)
    }

    /// Nobody has said anything yet.
    public static let unrated = ReportSeverity()

    /// The worse of the two.
    public var worst: Harm? { [was, could].compactMap { $0 }.max() }
}

extension ReportSeverity {
    /// - Throws: `Problems` where it could have become less than it was.
    init(_ fields: Fields) throws(Problems) {
        var reading = Reading(fields)
        was = reading.harm("was")
        could = reading.harm("could")
        if let was, let could, could < was { reading.note(ReportProblem.lessThanItWas, at: "could") }
        try reading.finish()
    }

    /// As a form shows it.
    var fields: Fields { Fields(["was": was?.name ?? "", "could": could?.name ?? ""]) }
}

extension Reading {
    /// Nothing where it was left open.
    fileprivate mutating func harm(_ name: String) -> Harm? {
        let text = fields[name].trimmed
        guard !text.isEmpty else { return nil }
        let harm = Harm(name: text)
        if harm == nil { note(FieldProblem.notAChoice, at: name) }
        return harm
    }
}

extension Report {
    /// As lists are narrowed and put in order by it. Of a confidential one it is nought, like that of one nobody has rated:
    /// nobody may find it by what those say of it who have read it.
    var gravity: Int { isConfidential ? 0 : severity.worst?.rawValue ?? 0 }
}
