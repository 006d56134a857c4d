import Kernel
import Organisation
import Testing

@testable import TimeForTask

struct PeriodTests {
    @Test func `weeks and months are written and read back`() throws {
        let monday = try #require(Day("2026-01-05"))
        #expect(TimePeriod.remembered(on: monday).map(\.text) == ["2026-W02", "2026-W01", "2026-01", "2025-12"])
        #expect(TimePeriod(weekOf: try #require(Day("2027-01-01"))).text == "2026-W53")
        for text in ["2026-W02", "2026-W53", "2026-01"] { #expect(TimePeriod(text)?.text == text) }
        for text in ["", "W", "2026-W54", "2025-W53", "2026-W2", "2026W02", "01-2026", "2026-13", "x-Wy", "2026-W00"] {
            #expect(TimePeriod(text) == nil, "\(text)")
        }
    }

    @Test func `a month has the weeks whose Thursdays it has`() throws {
        let month = try #require(Month("2026-01"))
        #expect(month.periods.map(\.text) == ["2026-01", "2026-W01", "2026-W02", "2026-W03", "2026-W04", "2026-W05"])
        #expect(month.days == 31 && month.next.text == "2026-02")
    }

    @Test func `hours are read as people write them`() {
        for (text, minutes) in [("3", 180), ("3,5", 210), ("3.25", 195), ("3:15", 195), ("0", 0), ("0,1", 6)] {
            #expect(TimeUsed.minutes(text) == minutes, "\(text)")
        }
        for text in ["", "x", "-1", "3,", ",5", "3:5", "3:61", "1,234", "3,5,5", "1e3", "9999999"] {
            #expect(TimeUsed.minutes(text) == nil, "\(text)")
        }
    }

    @Test func `the month's own figure counts, else the mean of its weeks`() throws {
        let month = try #require(Month("2026-01"))
        let weeks = Array(month.periods.dropFirst())
        #expect(TimeUsed.weekly([.month(month): 31 * 60, weeks[0]: 5], in: month) == 420)
        #expect(TimeUsed.weekly([weeks[0]: 60, weeks[3]: 120], in: month) == 90)
        #expect(TimeUsed.weekly([:], in: month) == nil)
    }
}
