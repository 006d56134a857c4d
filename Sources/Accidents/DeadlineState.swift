import Kernel
import Law
import Reports
import Storage

/// How a deadline stands on a day.
enum DeadlineState: Sendable, Equatable {
    /// Nothing must be sent, as far as is known.
    case notDue
    case due(daysLeft: Int)
    /// From the last working day that is not after the deadline until the deadline itself, also where that is a Sunday.
    case lastWorkingDay(daysLeft: Int)
    case overdue(days: Int)
    case metInTime(Day)
    case metLate(Day, days: Int)

    /// - Parameters:
    ///   - deadline: the last day that is in time, to its end. No rule moves it on account of a weekend or a holiday.
    ///   - met: the day on which it was sent.
    init(_ deadline: Day?, met: Day?, on day: Day) {
        guard let deadline else {
            self = met.map(Self.metInTime) ?? .notDue
            return
        }
        if let met {
            self = met <= deadline ? .metInTime(met) : .metLate(met, days: met - deadline)
        } else if day > deadline {
            self = .overdue(days: day - deadline)
        } else {
            let left = deadline - day
            self = day >= deadline.orWorkingDayBefore ? .lastWorkingDay(daysLeft: left) : .due(daysLeft: left)
        }
    }

    var isOpen: Bool {
        switch self {
        case .due, .lastWorkingDay, .overdue: true
        case .notDue, .metInTime, .metLate: false
        }
    }

    var isLate: Bool { if case .overdue = self { true } else { false } }
    var isMet: Bool {
        switch self {
        case .metInTime, .metLate: true
        case .notDue, .due, .lastWorkingDay, .overdue: false
        }
    }
}

extension Day {
    /// The day itself where people work on it, else the last one before it on which they do.
    var orWorkingDayBefore: Day {
        var day = self
        while !day.isWorkingDay { day = day - 1 }
        return day
    }
}

/// Everything that must be sent of an accident, and how that stands.
struct DutyStanding: Sendable, Equatable {
    let duty: NotificationDuty
    let state: DeadlineState
    /// Until when AES must be telephoned; nothing where nobody has died.
    let telephoneDay: Day?
    let telephone: DeadlineState

    /// Nothing for reports of what strikes nobody.
    init?(of record: AccidentRecord?, _ report: Report, by rule: NotificationRule, on day: Day) {
        guard let duty = NotificationDuty(of: record, report, by: rule, on: day) else { return nil }
        self.duty = duty
        let sendings = record?.sendings ?? []
        // Something that was sent is told also where it need not have been.
        let recipients = duty.recipients.isEmpty ? [.authority, .insurer] : duty.recipients
        state = DeadlineState(
            duty.deadline, met: sendings.filter { recipients.contains($0.to) }.map(\.day).min(), on: day)
        let isEmployee = if case .notify = duty { true } else { false }
        telephoneDay = isEmployee ? record?.telephoneDay(rule.law) : nil
        telephone = DeadlineState(
            telephoneDay, met: sendings.filter { $0.to == .telephone }.map(\.day).min(), on: day)
    }

    /// What must be sent next, and by when.
    var next: (deadline: Day, state: DeadlineState)? {
        let open = [(telephoneDay, telephone), (duty.deadline, state)].compactMap { day, state in
            day.flatMap { state.isOpen ? (deadline: $0, state: state) : nil }
        }
        return open.min { $0.deadline < $1.deadline }
    }

    var isLate: Bool { next?.state.isLate ?? false }
}

extension AccidentRecord {
    /// The next day by which something must be sent if whoever is away stays away, by whichever rule comes first: as the
    /// index of what is due has it.
    func strictlyDue(_ report: Report, _ law: AccidentLaw) -> Day? {
        standings(report, law).compactMap { $0.next?.deadline }.min()
    }

    /// When what must be sent to authority or insurer was sent; nothing as long as it was not.
    func met(_ report: Report, _ law: AccidentLaw) -> Day? {
        switch standings(report, law).first?.state {
        case .metInTime(let day), .metLate(let day, _): day
        case .notDue, .due, .lastWorkingDay, .overdue, nil: nil
        }
    }

    /// By the rule that was read, and by the bill.
    private func standings(_ report: Report, _ law: AccidentLaw) -> [DutyStanding] {
        [false, true].compactMap { holds in
            let finding = RuleFinding(holds: holds, source: "", day: .earliest, person: PersonID(""))
            return DutyStanding(
                of: self, report, by: NotificationRule(law: law, finding: finding), on: .latest)
        }
    }
}
