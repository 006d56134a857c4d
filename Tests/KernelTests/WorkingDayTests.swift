import Testing

@testable import Kernel

struct WorkingDayTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// As almanacs print them.
    @Test(arguments: [
        "1961-04-02", "1989-03-26", "2000-04-23", "2008-03-23", "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05",
        "2027-03-28", "2030-04-21", "2038-04-25", "2040-04-01",
    ])
    func `Easter is on the Sunday that almanacs give`(_ text: String) throws {
        let easter = try day(text)
        #expect(Day.easterSunday(of: easter.year) == easter)
    }

    @Test func `the public holidays of a year are the ten that remain`() throws {
        let first = try day("2026-01-01")
        let holidays = (0..<365).map { first + $0 }.filter(\.isPublicHoliday).map(\.text)
        #expect(
            holidays == [
                "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-14", "2026-05-24",
                "2026-05-25", "2026-12-25", "2026-12-26",
            ])
    }

    @Test func `people work on weekdays that are no holidays`() throws {
        for text in ["2026-11-30", "2026-05-01", "2026-06-05", "2026-12-24"] { #expect(try day(text).isWorkingDay) }
        for text in ["2026-11-28", "2026-11-29", "2026-04-06", "2026-12-25"] { #expect(try !day(text).isWorkingDay) }
    }

    @Test func `a week begins on its Monday, or on the day after where that is a holiday`() throws {
        #expect(try day("2026-11-30").isFirstWorkingDayOfWeek)
        #expect(try !day("2026-12-01").isFirstWorkingDayOfWeek)
        #expect(try !day("2026-04-06").isFirstWorkingDayOfWeek)
        #expect(try day("2026-04-07").isFirstWorkingDayOfWeek)
        #expect(try !day("2026-12-05").isFirstWorkingDayOfWeek)
    }
}
