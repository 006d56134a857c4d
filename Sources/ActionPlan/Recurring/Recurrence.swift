import Kernel
import Storage

public typealias RecurrenceID = ID<Recurrence>

/// That an action comes again: a chain of actions of which the latest makes the next.
public struct Recurrence: Sendable, Equatable {
    public let id: RecurrenceID
    /// The latest action of the chain.
    public let action: ActionID
    /// How many actions the chain has.
    public let count: Int
    public var rhythm: Rhythm
    /// The day from which the rhythm is counted.
    public var anchor: Day
    /// The day of the rhythm for which the latest action was made; its due day may be another, as after a holiday.
    public var nominal: Day
    /// The next is made on the latest one's due day, closed or not; else when the latest is closed.
    public var isByDay: Bool
    /// No action is made for a later day.
    public var ends: Day?
    public var stop: Stop?

    /// That no more comes, since when and why.
    public struct Stop: Sendable, Equatable {
        public let day: Day
        public let reason: Reason

        public enum Reason: String, Sendable, Storable, CaseIterable {
            /// Somebody stopped it.
            case stopped
            /// The day until which it was to come has passed.
            case ended
            /// The group is closed, or looks after nothing any more.
            case closed
            /// Nobody is left in the group to give it to.
            case nobody
        }
    }

    /// A chain that begins with this action.
    public init(
        id: RecurrenceID, of action: Action, _ rhythm: Rhythm, isByDay: Bool = false, ends: Day? = nil
    ) {
        self.init(
            id: id, action: action.id, count: 1, rhythm: rhythm, anchor: action.agreed.due, nominal: action.agreed.due,
            isByDay: isByDay, ends: ends)
    }

    init(
        id: RecurrenceID, action: ActionID, count: Int, rhythm: Rhythm, anchor: Day, nominal: Day, isByDay: Bool,
        ends: Day?, stop: Stop? = nil
    ) {
        self.id = id
        self.action = action
        self.count = count
        self.rhythm = rhythm
        self.anchor = anchor
        self.nominal = nominal
        self.isByDay = isByDay
        self.ends = ends
        self.stop = stop
    }

    public var isRunning: Bool { stop == nil }
}

/// How often something comes again.
public enum Rhythm: Sendable, Equatable {
    case weeks(Int)
    case months(Int)
    /// On the same day each year; 29 February is the 28th where there is none.
    case yearly(month: Int, day: Int)

    static let mostWeeks = 52
    static let mostMonths = 60

    /// The first of its days after the given one; nothing where the calendar ends before.
    /// - Parameter anchor: the day from which it is counted, so that the 31st stays the 31st after a short month.
    public func first(after day: Day, from anchor: Day) -> Day? {
        switch self {
        case .weeks(let weeks):
            guard anchor <= day else { return anchor }
            let step = 7 * max(1, weeks)
            let next = anchor + ((day - anchor) / step + 1) * step
            return next <= Day.latest ? next : nil
        case .months(let months):
            let step = max(1, months)
            let (from, to) = (anchor.parts, day.parts)
            let passed = max(0, (to.year - from.year) * 12 + to.month - from.month) / step
            return (passed...(passed + 2)).lazy.map { anchor.later(months: $0 * step) }.first { $0 > day }
        case .yearly(let month, let date):
            return (day.year...(day.year + 1)).lazy
                .compactMap { Day(year: $0, month: month, day: date) ?? Day(year: $0, month: month, day: date - 1) }
                .first { $0 > day }
        }
    }

    var name: Name {
        switch self {
        case .weeks: .weeks
        case .months: .months
        case .yearly: .yearly
        }
    }

    /// As forms, the database and programs name it.
    enum Name: String, Sendable, CaseIterable, Storable {
        case weeks, months, yearly
    }

    /// For the journal: `months 6`, `yearly 12-24`.
    var text: String {
        switch self {
        case .weeks(let weeks): "weeks \(weeks)"
        case .months(let months): "months \(months)"
        case .yearly(let month, let day): "yearly \(month)-\(day)"
        }
    }

    /// Reads what `text` wrote; nothing where it is something else.
    init?(_ text: String) {
        let parts = text.split(separator: " ")
        guard parts.count == 2, let name = Name(rawValue: String(parts[0])) else { return nil }
        let numbers = parts[1].split(separator: "-").compactMap { Int($0) }
        switch name {
        case .weeks where numbers.count == 1: self = .weeks(numbers[0])
        case .months where numbers.count == 1: self = .months(numbers[0])
        case .yearly where numbers.count == 2: self = .yearly(month: numbers[0], day: numbers[1])
        default: return nil
        }
    }
}

extension Day {
    /// The day itself where people work on it, else the first after it on which they do.
    var orNextWorkingDay: Day {
        // No run of rest is longer: Maundy Thursday to Easter Monday, Christmas with two weekends.
        (0...7).lazy.map { self + $0 }.first(where: \.isWorkingDay) ?? self
    }
}
