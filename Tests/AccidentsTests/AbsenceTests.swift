import Kernel
import Reports
import TestSupport
import Testing

@testable import Accidents

/// How days away are counted.
@Suite struct AbsenceTests {
    private static let friday = Workplace.friday

    private func record(_ absences: Absence...) -> AccidentRecord {
        AccidentRecord(
            report: ID("cut"), unit: Workplace.laboratories, happened: Self.friday, absences: absences)
    }

    @Test func `the day of the accident is none, and the weekend counts`() {
        let friday = Self.friday
        #expect(record(Absence(friday, friday)).lostDays(until: friday + 30) == 0)
        #expect(record(Absence(friday, friday + 3)).lostDays(until: friday + 30) == 3)
        #expect(record(Absence(friday + 1, friday + 2)).lostDays(until: friday + 30) == 2)
    }

    @Test func `a day on which two absences overlap counts once`() {
        let friday = Self.friday
        let twice = record(Absence(friday + 3, friday + 7), Absence(friday + 5, friday + 9, isReduced: true))
        #expect(twice.lostDays(until: friday + 30) == 7)
        let within = record(Absence(friday + 1, friday + 10), Absence(friday + 4, friday + 5))
        #expect(within.lostDays(until: friday + 30) == 10)
        let apart = record(Absence(friday + 10, friday + 11), Absence(friday + 1, friday + 2))
        #expect(apart.lostDays(until: friday + 30) == 4)
    }

    @Test func `whoever is still away has been so until today, and an absence ahead is not counted yet`() {
        let friday = Self.friday
        let still = record(Absence(friday + 1, nil))
        #expect(still.lostDays(until: friday) == 0)
        #expect(still.lostDays(until: friday + 4) == 4)
        #expect(still.isAway(on: friday + 400) && still.knownLostDays == nil)
        #expect(record(Absence(friday + 1, friday + 9)).lostDays(until: friday + 4) == 4)
    }

    @Test func `one day of reduced work is lost time, and none beyond the day is not`() {
        let friday = Self.friday
        #expect(record(Absence(friday + 20, friday + 20, isReduced: true)).isLostTime(on: friday + 20))
        #expect(!record(Absence(friday + 20, friday + 20, isReduced: true)).isLostTime(on: friday + 19))
        #expect(!record(Absence(friday, friday)).isLostTime(on: friday + 20))
        #expect(!record().isLostTime(on: .latest))
    }

    @Test func `the first day away need not follow the accident, and may be a Sunday`() {
        let friday = Self.friday
        #expect(record(Absence(friday + 2, friday + 2)).firstDayAway(until: friday + 30) == friday + 2)
        #expect((friday + 2).weekday == 7)
        #expect(
            record(Absence(friday + 17, nil), Absence(friday + 9, friday + 9)).firstDayAway(until: .latest) == friday
                + 9)
        #expect(record(Absence(friday, friday + 1)).firstDayAway(until: friday + 30) == friday + 1)
        #expect(record(Absence(friday, nil)).firstDayAway(until: friday) == nil)
        #expect(record(Absence(friday + 17, nil)).firstDayAway(until: friday + 16) == nil)
    }

    @Test func `an absence before the accident, ahead, or that ends before it begins is refused`() throws {
        let (friday, today) = (Self.friday, Workplace.today)
        let cases: [(Absence, AccidentProblem, String)] = [
            (Absence(friday - 1, friday), .beforeEvent, "first"),
            (Absence(today + 1, nil), .dayAhead, "first"),
            (Absence(today, today - 1), .lastBeforeFirst, "last"),
            (Absence(today, today + 400), .tooFarAhead, "last"),
        ]
        for (absence, problem, field) in cases {
            do {
                _ = try record().with(absence, today: today)
                Issue.record("\(problem) was taken")
            } catch { #expect(error[field] as? AccidentProblem == problem) }
        }
        let once = try record().with(Absence(today, nil), today: today)
        #expect(try once.with(Absence(today, nil), today: today) == once)
    }

    @Test func `more absences and more sendings than there is room for are refused`() throws {
        let (friday, today) = (Self.friday, Workplace.today)
        var full = AccidentRecord(report: ID("cut"), unit: Workplace.laboratories, happened: friday - 100)
        for day in 1..<AccidentRecord.mostAbsences { full.absences.append(Absence(friday - day, friday - day)) }
        let last = try full.with(Absence(today, today), today: today)
        let problems = #expect(throws: Problems.self) { try last.with(Absence(today, nil), today: today) }
        #expect(problems?["first"] as? AccidentProblem == .tooMany)

        full.sendings = (1...20).map { number in
            Sending(id: ID("s\(number)"), to: .authority, day: friday, receipt: "", by: Workplace.jonas.id)
        }
        let fields = Fields(["to": ["insurer"], "day": [today.text]])
        let refused = #expect(throws: Problems.self) { try NewSending(fields, of: full, today: today) }
        #expect(refused?["day"] as? AccidentProblem == .tooMany)
        full.sendings.removeLast()
        #expect(try NewSending(fields, of: full, today: today).to == .insurer)
    }
}
