import Kernel
import Storage

/// Whether what was done still helps some time after it was closed.
public enum Lasting: String, Sendable, CaseIterable, Storable {
    case yes, partly, no
}

/// How bad a problem is, from what is hardly noticed to what is dangerous: the same question before and after the work.
public enum Severity: Int, Sendable, CaseIterable, Storable {
    case hardlyNoticed = 1
    case nuisance, strain, serious, dangerous

    public var stored: SQLValue { .integer(rawValue) }

    public init(column: Int, of row: Row) throws {
        let number: Int = try row[column]
        guard let severity = Severity(rawValue: number) else {
            throw UnreadableColumn(column: column, expected: "1 to 5")
        }
        self = severity
    }
}

/// What is seen of a closed action's effect when some time has passed.
public struct Judgement: Sendable, Equatable {
    public let lasted: Lasting
    /// What is seen now.
    public let seen: String
    public let severity: Severity?
    /// When it is asked once more: of what lasted in part only.
    public let againOn: Day?

    /// - Parameter again: when to ask once more, where that is needed.
    public init(lasted: Lasting, seen: String, severity: Severity? = nil, again: Day) {
        self.lasted = lasted
        self.seen = seen
        self.severity = severity
        againOn = lasted == .partly ? again : nil
    }
}

/// A judgement as it is read back.
public struct MadeJudgement: Sendable {
    public let id: ID<MadeJudgement>
    public let closure: ID<MadeClosure>
    public let lasted: Lasting
    public let seen: String
    public let severity: Severity?
    public let person: PersonID?
    public let at: Moment
}

/// A closed action of which it is asked today whether it lasted.
public struct DueJudgement: Sendable {
    public let id: ActionID
    public let what: String
    public let closedOn: Day
    public let judgeOn: Day
    /// The name of whoever is, or was, responsible.
    public let responsible: String?

    init(row: Row) throws {
        (id, what, closedOn, judgeOn, responsible) = try (row[0], row[1], row[2], row[3], row[4])
    }
}

extension Day {
    /// The same day of the month so many months later, or that month's last.
    func later(months: Int) -> Day {
        let parts = parts
        let month = parts.month - 1 + months
        let (year, rest) = (parts.year + month / 12, month % 12 + 1)
        let days = stride(from: parts.day, through: 28, by: -1)
        return days.lazy.compactMap { Day(year: year, month: rest, day: $0) }.first
            ?? Day(year: year, month: rest, day: min(parts.day, 28)) ?? self
    }
}
