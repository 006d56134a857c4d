import Kernel
import Law
import Reports
import TestSupport
import Testing

@testable import Accidents

/// Whether an accident must be notified, to whom and by when.
@Suite struct DutyTests {
    private static let friday = Workplace.friday
    private static let july = Day(number: Workplace.today.number + 177)

    private func report(_ kind: ReportKind = .accident, _ affected: Affected = .employee) -> Report {
        Report(
            id: ID("cut"), kind: kind, unit: Workplace.laboratories, what: "x", place: "", happened: Self.friday,
            reported: Self.friday, sender: .anonymous, circumstances: Circumstances(affected: affected))
    }

    private func record(
        _ absences: [Absence] = [], on happened: Day = friday, mayBeCompensated: Bool = false, died: Day? = nil,
        sendings: [Sending] = []
    ) -> AccidentRecord {
        AccidentRecord(
            report: ID("cut"), unit: Workplace.laboratories, happened: happened, mayBeCompensated: mayBeCompensated,
            died: died, absences: absences, sendings: sendings)
    }

    private func rule(holds: Bool? = nil) throws -> NotificationRule {
        NotificationRule(
            law: try law(),
            finding: holds.map { RuleFinding(holds: $0, source: "read", day: Self.july, person: ID("rikke")) })
    }

    private func duty(_ record: AccidentRecord?, on day: Day, holds: Bool? = nil) throws -> NotificationDuty? {
        NotificationDuty(of: record, report(), by: try rule(holds: holds), on: day)
    }

    private func sent(_ day: Day, to recipient: Recipient = .authority) -> Sending {
        Sending(id: ID("s\(day.number)"), to: recipient, day: day, receipt: "", by: ID("jonas"))
    }

    @Test func `one day away asks for a notification within fourteen days of it`() throws {
        let away = Self.friday + 4
        let one = record([Absence(away, away)])
        #expect(try duty(one, on: away) == .notify(by: away + 14, because: .absence(away)))
        #expect(try duty(one, on: away - 1) == NotificationDuty.none)
    }

    @Test func `reduced work counts as being away, and a Saturday too`() throws {
        let saturday = Self.friday + 1
        let reduced = record([Absence(saturday, saturday, isReduced: true)])
        #expect(try duty(reduced, on: saturday) == .notify(by: saturday + 14, because: .absence(saturday)))
    }

    @Test func `without absence nothing is notified, and possible compensation goes to the insurer alone`() throws {
        let today = Workplace.today
        #expect(try duty(record(), on: today) == NotificationDuty.none)
        #expect(try duty(record([Absence(Self.friday, Self.friday)]), on: today) == NotificationDuty.none)
        #expect(try duty(record(mayBeCompensated: true), on: today) == .insurerOnly(by: Self.friday + 14))
        #expect(try duty(nil, on: today) == .possible(.notFilledIn))
    }

    @Test func `a death is told by telephone within the last whole day of forty-eight hours, and in EASY`() throws {
        let died = Self.friday + 1
        let standing = try #require(
            DutyStanding(of: record(died: died), report(), by: try rule(), on: died))
        #expect(standing.duty == .notify(by: died + 14, because: .death(died)))
        #expect(standing.telephoneDay == died + 1)
        #expect(standing.next?.deadline == died + 1)
        let called = record(died: died, sendings: [sent(died, to: .telephone)])
        let after = try #require(DutyStanding(of: called, report(), by: try rule(), on: died))
        #expect(after.telephone == .metInTime(died) && after.next?.deadline == died + 14)
        // Whoever was away before is counted from there.
        let away = record([Absence(Self.friday + 1, nil)], died: Self.friday + 9)
        #expect(try duty(away, on: Self.friday + 10) == .notify(by: Self.friday + 15, because: .death(Self.friday + 9)))
    }

    @Test func `as long as nobody has confirmed the bill, one day is enough also after the first of July`() throws {
        let happened = Self.july
        let two = record([Absence(happened + 1, happened + 2)], on: happened)
        let day = happened + 5
        #expect(happened == Day("2026-07-01"))
        #expect(try duty(two, on: day) == .notify(by: happened + 15, because: .absence(happened + 1)))
        #expect(try duty(two, on: day, holds: false) == .notify(by: happened + 15, because: .absence(happened + 1)))
        #expect(try rule().isOpen(for: happened))
        #expect(try !rule().isOpen(for: happened - 1))
        #expect(try !rule(holds: true).isOpen(for: happened) && !rule(holds: false).isOpen(for: happened))
    }

    @Test func `where the bill holds three days are asked of accidents from its day on, and of earlier ones one`()
        throws
    {
        let happened = Self.july
        let two = record([Absence(happened + 1, happened + 2)], on: happened)
        #expect(
            try duty(two, on: happened + 5, holds: true) == .possible(.fewDays(days: 2, of: 3, by: happened + 15)))
        let still = record([Absence(happened + 1, nil)], on: happened)
        #expect(
            try duty(still, on: happened + 3, holds: true)
                == .notify(by: happened + 15, because: .absence(happened + 1)))
        let before = record([Absence(happened + 1, happened + 1)], on: happened - 1)
        #expect(
            try duty(before, on: happened + 5, holds: true)
                == .notify(by: happened + 15, because: .absence(happened + 1)))
        var paid = two
        paid.mayBeCompensated = true
        #expect(try duty(paid, on: happened + 5, holds: true) == .insurerOnly(by: happened + 14))
    }

    @Test func `who else may have been struck is not notified by this employer`() throws {
        let away = record([Absence(Self.friday + 1, nil)])
        let day = Workplace.today
        func duty(_ kind: ReportKind = .accident, _ affected: Affected = .employee) throws -> NotificationDuty? {
            NotificationDuty(of: away, report(kind, affected), by: try rule(), on: day)
        }
        #expect(try duty(.accident, .student) == .possible(.student(by: Self.friday + 15)))
        #expect(try duty(.accident, .firm) == .notByEmployer(.otherFirm))
        #expect(try duty(.violence, .visitor) == .notByEmployer(.visitor))
        #expect(try duty(.disease) == .notByEmployer(.doctors))
        for kind in [ReportKind.nearMiss, .strain, .good] { #expect(try duty(kind) == nil) }
        for kind in [ReportKind.violence, .offensive, .psychological] {
            #expect(try duty(kind) == .notify(by: Self.friday + 15, because: .absence(Self.friday + 1)))
        }
    }

    @Test func `a deadline is counted down, warns on the last working day, and is met in time until its end`() {
        let deadline = Self.friday + 15
        #expect(deadline.weekday == 6)
        func state(on day: Day, met: Day? = nil) -> DeadlineState { DeadlineState(deadline, met: met, on: day) }
        #expect(state(on: deadline - 2) == .due(daysLeft: 2))
        #expect(state(on: deadline - 1) == .lastWorkingDay(daysLeft: 1))
        #expect(state(on: deadline) == .lastWorkingDay(daysLeft: 0))
        #expect(state(on: deadline + 1) == .overdue(days: 1))
        #expect(state(on: deadline + 9, met: deadline) == .metInTime(deadline))
        #expect(state(on: deadline + 9, met: deadline + 2) == .metLate(deadline + 2, days: 2))
        #expect(DeadlineState(nil, met: nil, on: deadline) == .notDue)
    }

    @Test func `what was sent is told although nothing need be, and EASY does for the insurer`() throws {
        let day = Self.friday + 2
        func state(_ record: AccidentRecord) throws -> DeadlineState? {
            DutyStanding(of: record, report(), by: try rule(), on: day)?.state
        }
        #expect(try state(record(sendings: [sent(day)])) == .metInTime(day))
        #expect(try state(record(mayBeCompensated: true, sendings: [sent(day)])) == .metInTime(day))
        #expect(try state(record(mayBeCompensated: true, sendings: [sent(day, to: .insurer)])) == .metInTime(day))
        // A call is no notification.
        let died = record(died: Self.friday + 1, sendings: [sent(day, to: .telephone)])
        #expect(try state(died)?.isOpen == true)
    }

    @Test func `nobody telephones about the death of a visitor`() throws {
        let died = record(died: Self.friday + 1)
        let visitor = DutyStanding(of: died, report(.accident, .visitor), by: try rule(), on: Self.friday + 1)
        #expect(visitor?.telephoneDay == nil && visitor?.telephone.isOpen == false)
    }

    @Test func `before Easter the last working day is the Wednesday`() throws {
        let easter = try #require(Day("2026-04-05"))
        #expect(easter.orWorkingDayBefore.text == "2026-04-01")
        #expect(DeadlineState(easter, met: nil, on: easter - 4) == .lastWorkingDay(daysLeft: 4))
        #expect(DeadlineState(easter, met: nil, on: easter - 5) == .due(daysLeft: 5))
        let monday = Workplace.today
        #expect(DeadlineState(monday, met: nil, on: monday - 1) == .due(daysLeft: 1))
    }

    @Test func `the index of what is due goes by the earlier of both rules, and is empty once it was sent`() throws {
        let happened = Self.july
        var two = record([Absence(happened + 1, happened + 2)], on: happened)
        #expect(two.strictlyDue(report(), try law()) == happened + 15)
        two.mayBeCompensated = true
        #expect(two.strictlyDue(report(), try law()) == happened + 14)
        two.sendings = [sent(happened + 3)]
        #expect(try two.strictlyDue(report(), law()) == nil && two.met(report(), law()) == happened + 3)
        #expect(record([Absence(Self.friday, nil)]).strictlyDue(report(), try law()) == Self.friday + 15)
        #expect(record().strictlyDue(report(), try law()) == nil)
    }
}
