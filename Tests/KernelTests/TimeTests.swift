import Kernel
import Testing

struct TimeTests {
    @Test(arguments: [
        ("2026-01-05T22:59:59.999Z", "2026-01-05"), ("2026-01-05T23:00:00.000Z", "2026-01-06"),
        ("2026-07-01T21:59:59.000Z", "2026-07-01"), ("2026-07-01T22:00:00.000Z", "2026-07-02"),
        ("1969-12-31T23:30:00.000Z", "1970-01-01"),
        // Clocks go forward on 29 March 2026 at 01:00 UTC and back on 25 October: both nights, and one of 1985.
        ("2026-03-28T22:59:59.999Z", "2026-03-28"), ("2026-03-28T23:00:00.000Z", "2026-03-29"),
        ("2026-03-29T21:59:59.999Z", "2026-03-29"), ("2026-03-29T22:00:00.000Z", "2026-03-30"),
        ("2026-10-24T22:00:00.000Z", "2026-10-25"), ("2026-10-25T22:59:59.999Z", "2026-10-25"),
        ("2026-10-25T23:00:00.000Z", "2026-10-26"), ("1985-07-01T22:00:00.000Z", "1985-07-02"),
        ("2101-01-05T23:00:00.000Z", "2101-01-06"), ("1979-12-31T23:00:00.000Z", "1980-01-01"),
    ])
    func `a moment belongs to the day that it is in Denmark`(moment: String, day: String) throws {
        #expect(try #require(Moment(moment)).day.text == day)
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-01x"])
    func `what is no day is not read as one`(text: String) {
        #expect(Day(text) == nil)
    }

    @Test func `every day of 400 years is written and read back`() {
        for number in -80_000..<80_000 where number % 37 == 0 {
            #expect(Day(Day(number: number).text)?.number == number)
        }
    }

    @Test(arguments: [("2026-01-01", 1), ("2026-12-31", 53), ("2027-01-03", 53), ("2027-01-04", 1), ("2024-12-30", 1)])
    func `weeks are counted as in a Danish calendar`(day: String, week: Int) throws {
        #expect(try #require(Day(day)).week == week)
    }

    @Test func `a moment is written at fixed width and read back`() throws {
        let moment = Moment(milliseconds: 1_767_600_000_007)
        #expect(moment.text == "2026-01-05T08:00:00.007Z")
        #expect(Moment(moment.text) == moment)
    }

    @Test func `ordered ids sort by their moment and random ones tell nothing of it`() {
        let early: ID<Int> = Identities.system.ordered(at: Moment(milliseconds: 1_767_600_000_000))
        let late: ID<Int> = Identities.system.ordered(at: Moment(milliseconds: 1_767_600_000_001))
        #expect(early < late)
        #expect((Identities.system.random() as ID<Int>).text.count == 20)
    }

    @Test func `bytes are written as pairs of figures`() {
        #expect(String(hexadecimal: [0, 9, 10, 255]) == "00090aff")
    }
}
