import Kernel
import Testing

@testable import ActionPlan

@Suite struct `The rhythm of an action that comes again` {
    @Test(arguments: [
        (Rhythm.weeks(2), "2026-01-05", "2026-01-05", "2026-01-19"),
        (.weeks(1), "2026-01-05", "2026-03-31", "2026-04-06"),
        (.months(6), "2026-01-05", "2026-01-05", "2026-07-05"),
        // However late it is closed, it stays in its rhythm.
        (.months(6), "2026-01-05", "2027-02-20", "2027-07-05"),
        // After February, the 31st is the 31st again.
        (.months(1), "2026-01-31", "2026-02-28", "2026-03-31"),
        (.months(1), "2026-01-31", "2026-01-31", "2026-02-28"),
        (.yearly(month: 12, day: 24), "2026-01-05", "2026-12-24", "2027-12-24"),
        (.yearly(month: 2, day: 29), "2026-01-05", "2026-01-05", "2026-02-28"),
        (.yearly(month: 2, day: 29), "2026-01-05", "2027-06-01", "2028-02-29"),
        // An action that is closed long before its day.
        (.months(1), "2026-05-05", "2026-01-05", "2026-05-05"),
    ])
    func `finds the first day after another`(rhythm: Rhythm, anchor: String, after: String, day: String) throws {
        let (anchor, after) = (try #require(Day(anchor)), try #require(Day(after)))
        #expect(rhythm.first(after: after, from: anchor)?.text == day)
    }

    @Test(arguments: [Rhythm.weeks(1), .months(60), .yearly(month: 12, day: 31)])
    func `ends with the calendar`(rhythm: Rhythm) {
        #expect(rhythm.first(after: Day.latest, from: Day.latest) == nil)
    }

    @Test(arguments: [
        ("2026-12-24", "2026-12-24"), ("2026-12-25", "2026-12-28"), ("2026-04-02", "2026-04-07"),
        ("2026-01-03", "2026-01-05"), ("2026-01-01", "2026-01-02"),
    ])
    func `moves to the next working day`(day: String, working: String) throws {
        #expect(try #require(Day(day)).orNextWorkingDay.text == working)
    }

    @Test(arguments: [
        (["rhythm": "months", "every": "0", "made": "closing"], "every"),
        (["rhythm": "months", "every": "1000", "made": "closing"], "every"),
        (["rhythm": "weeks", "every": "53", "made": "closing"], "every"),
        (["rhythm": "weeks", "every": "", "made": "closing"], "every"),
        (["rhythm": "months", "every": "99999999999999999999", "made": "day"], "every"),
        (["rhythm": "yearly", "month": "2", "date": "31", "made": "closing"], "date"),
        (["rhythm": "yearly", "month": "13", "date": "1", "made": "closing"], "date"),
        (["rhythm": "yearly", "made": "closing"], "date"),
        (["rhythm": "hourly", "every": "6", "made": "closing"], "rhythm"),
        (["rhythm": "months", "every": "6"], "made"),
        (["rhythm": "months", "every": "6", "made": "closing", "ends": "2026-01-05"], "ends"),
        (["rhythm": "months", "every": "6", "made": "closing", "ends": "2026-02-30"], "ends"),
    ])
    func `is refused where it never comes, or comes too often`(fields: [String: String], field: String) throws {
        let today = try #require(Day("2026-01-05"))
        let problems = #expect(throws: Problems.self) { try RecurrenceChoice(Fields(fields), on: today) }
        #expect(problems?.all.map(\.field) == [field])
    }

    @Test func `is read back from the journal as it was written`() {
        for rhythm in [Rhythm.weeks(3), .months(12), .yearly(month: 2, day: 29)] {
            #expect(Rhythm(rhythm.text) == rhythm)
        }
        for text in ["", "weeks", "weeks x", "months 1-2", "yearly 2", "days 3"] { #expect(Rhythm(text) == nil) }
    }
}
