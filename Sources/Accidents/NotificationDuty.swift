import Kernel
import Law
import Reports

/// Whether an accident must be notified, to whom and by when.
enum NotificationDuty: Sendable, Equatable {
    /// Nobody was away beyond the day, and no compensation is possible.
    case none
    /// It may become one, or be one: what is missing says why.
    case possible(Doubt)
    /// To the authority and the insurer, by EASY.
    case notify(by: Day, because: Reason)
    /// To the insurer or AES alone.
    case insurerOnly(by: Day)
    case notByEmployer(Other)

    enum Doubt: Sendable, Equatable {
        /// Nobody has written down yet whether anybody was away.
        case notFilledIn
        /// Away, but fewer days than the rule asks; with more of them it would have to be sent by this day.
        case fewDays(days: Int, of: Int, by: Day)
        /// A student's exercise may be like work; then by this day, where he or she was away.
        case student(by: Day?)
    }

    enum Reason: Sendable, Equatable {
        /// The first day away.
        case absence(Day)
        case death(Day)
    }

    enum Other: Sendable, Equatable {
        case doctors
        case otherFirm
        case visitor
    }

    /// The last day on which it is in time; nothing where nothing must be sent.
    var deadline: Day? {
        switch self {
        case .notify(let day, _), .insurerOnly(let day): day
        case .none, .possible, .notByEmployer: nil
        }
    }

    /// By what the duty is met.
    var recipients: Set<Recipient> {
        switch self {
        case .notify: [.authority]
        case .insurerOnly: [.insurer, .authority]
        case .none, .possible, .notByEmployer: []
        }
    }
}

extension ReportKind {
    /// Somebody may have been struck suddenly: what the authority calls an accident, in body or mind.
    var mayBeAccident: Bool {
        switch self {
        case .accident, .violence, .offensive, .psychological: true
        case .nearMiss, .strain, .disease, .good: false
        }
    }
}

extension NotificationDuty {
    /// Nothing for reports of what strikes nobody.
    /// - Parameter day: how far the days away are counted.
    init?(of record: AccidentRecord?, _ report: Report, by rule: NotificationRule, on day: Day) {
        guard report.kind != .disease else {
            self = .notByEmployer(.doctors)
            return
        }
        guard report.kind.mayBeAccident else { return nil }
        switch report.circumstances.affected {
        case .firm: self = .notByEmployer(.otherFirm)
        case .visitor: self = .notByEmployer(.visitor)
        case .student:
            self = .possible(.student(by: record?.firstDayAway(until: day).map { $0 + rule.law.deadlineDays }))
        case .employee: self = record.map { Self.employee($0, by: rule, on: day) } ?? .possible(.notFilledIn)
        }
    }

    private static func employee(_ record: AccidentRecord, by rule: NotificationRule, on day: Day) -> Self {
        let (law, away) = (rule.law, record.firstDayAway(until: day))
        if let died = record.died {
            // Nobody is away after a death: the earlier of the two days is the stricter one.
            return .notify(by: min(away ?? died, died) + law.deadlineDays, because: .death(died))
        }
        let compensation = record.happened + law.compensationDays
        guard let away else { return record.mayBeCompensated ? .insurerOnly(by: compensation) : .none }
        let (lost, least) = (record.lostDays(until: day), rule.days(for: record.happened))
        if lost >= least { return .notify(by: away + law.deadlineDays, because: .absence(away)) }
        if record.mayBeCompensated { return .insurerOnly(by: compensation) }
        return .possible(.fewDays(days: lost, of: least, by: away + law.deadlineDays))
    }
}

extension AccidentRecord {
    /// The last whole day within the hours in which somebody must have telephoned. The hour of a death is not known here, so
    /// the day on which the hours end somewhere is not counted on.
    func telephoneDay(_ law: AccidentLaw) -> Day? { died.map { $0 + max(law.deathHours / 24 - 1, 0) } }
}
