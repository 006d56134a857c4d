import Kernel
import Law
import Storage

/// From how many days of absence on an accident must be notified: what was read in the law, what a bill would make of it,
/// and what somebody has found out about the bill. While nobody has, the stricter of the two holds.
struct NotificationRule: Sendable {
    let law: AccidentLaw
    let finding: RuleFinding?

    /// Which of the two rules an accident of this day goes by. Whether the day of the accident or that of the absence
    /// decides is not known: that of the accident is the earlier one, and so the stricter.
    func days(for happened: Day) -> Int {
        guard finding?.holds == true, isUnderBill(happened) else { return law.absenceDays }
        return law.billDays
    }

    /// A bill says something else for accidents of this day, and nobody has written down what became of it.
    func isOpen(for happened: Day) -> Bool { finding == nil && isUnderBill(happened) }

    private func isUnderBill(_ happened: Day) -> Bool {
        guard let from = law.bill?.from else { return false }
        return happened >= from
    }
}

/// What an administrator or the secretariat has found out about the bill, and where it was read.
struct RuleFinding: Sendable, Equatable {
    /// The bill became law.
    let holds: Bool
    let source: String
    let day: Day
    let person: PersonID

    static let sourceLimit = 500
    static let absence = "absence_bill"
}

extension NotificationRule {
    init(_ book: LawBook, on day: Day, _ reader: Reader) throws {
        self.init(book, on: day, try reader.first(RuleFinding.query))
    }

    /// - Parameter finding: as `RuleFinding.query` found it.
    init(_ book: LawBook, on day: Day, _ finding: RuleFinding?) {
        law = book.accidents(on: day)
        self.finding = finding
    }
}

extension RuleFinding {
    static var query: Query<RuleFinding> {
        Query("SELECT holds, source, day, person_id FROM accident_rule WHERE rule = \(absence)") { row in
            try RuleFinding(holds: row[0], source: row[1], day: row[2], person: row[3])
        }
    }
}
