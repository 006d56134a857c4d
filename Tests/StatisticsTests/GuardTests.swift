import Kernel
import Organisation
import Reports
import Testing

@testable import Statistics

/// What is told of few, and what of none.
@Suite struct GuardTests {
    private let hours = 1_000_000

    @Test func `fewer than enough look the same as none`() {
        #expect(ToldCount(0, least: 10) == .few && ToldCount(9, least: 10) == .few)
        #expect(ToldCount(10, least: 10) == .told(10))
    }

    @Test func `a number is not told where another tells what is left of it`() {
        func year(accidents: Int, lostTime: Int) -> GuardedYear {
            GuardedYear(
                2024, kinds: [.accident: accidents, .nearMiss: 3], lostTime: lostTime,
                rate: Rate(count: lostTime, hours: hours), left: 0, least: 10)
        }
        let apart = year(accidents: 40, lostTime: 12)
        #expect(apart.lostTime == .told(12) && apart.rate?.count == 12)
        #expect(apart.kinds[.accident] == .told(40) && apart.kinds[.nearMiss] == .few)
        // Three were hurt and not away: that is three who may be known.
        let close = year(accidents: 15, lostTime: 12)
        #expect(close.lostTime == .few && close.rate == nil && close.kinds[.accident] == .told(15))
        #expect(year(accidents: 12, lostTime: 12).lostTime == .told(12))
        #expect(year(accidents: 9, lostTime: 9).lostTime == .few)
    }

    @Test func `a frequency that leaves a few out would tell of them`() {
        func rate(left: Int) -> Rate? {
            GuardedYear(
                2024, kinds: [.accident: 60], lostTime: 20, rate: Rate(count: 20 - left, hours: hours), left: left,
                least: 10
            ).rate
        }
        #expect(rate(left: 0) != nil && rate(left: 3) == nil && rate(left: 10) != nil && rate(left: 12) == nil)
    }

    @Test func `a number is told where enough is left of it without what its reader sees elsewhere`() {
        func year(own: GuardedYear.Own) -> GuardedYear {
            GuardedYear(
                2024, kinds: [.accident: 40, .nearMiss: 12], lostTime: 25, rate: Rate(count: 25, hours: hours), left: 0,
                own: own, least: 10)
        }
        #expect(year(own: .init()).kinds == [.accident: .told(40), .nearMiss: .told(12)])
        #expect(year(own: .init(kinds: [.nearMiss: 2])).kinds[.nearMiss] == .told(12))
        #expect(year(own: .init(kinds: [.nearMiss: 11])).kinds[.nearMiss] == .few)
        #expect(year(own: .init(kinds: [.nearMiss: 12])).kinds[.nearMiss] == .few)
        let part = year(own: .init(kinds: [.accident: 15], lostTime: 15, covered: 15))
        #expect(part.lostTime == .told(25) && part.rate?.count == 25)
        let most = year(own: .init(kinds: [.accident: 20], lostTime: 20, covered: 20))
        #expect(most.lostTime == .few && most.rate == nil && most.kinds[.accident] == .told(40))
        // Of those elsewhere all but one were away.
        let close = year(own: .init(kinds: [.accident: 26], lostTime: 12, covered: 12))
        #expect(close.kinds[.accident] == .told(40) && close.lostTime == .few)
    }

    @Test(arguments: [
        ("4", false), ("5", true), ("10", true), ("100", true), ("101", false), ("-7", false), ("", false),
        ("ti", false),
    ])
    func `the limit is never below five`(text: String, isTaken: Bool) {
        #expect(((try? Threshold.written(Fields(["least": text]))) != nil) == isTaken)
    }

    @Test func `a confidential report counts at the top alone, by the year in which it came`() {
        let incident = Incident(
            report: ID("r"), unit: Unit0.id, kind: .offensive, isConfidential: true, day: Day(number: 20_000),
            reported: Day(number: 20_400), circumstances: .usual, lostDays: 5)
        let year = Day(number: 20_400).year
        #expect(incident.contribution(isTop: true) == [SumKey("\(year)", .confidential): 1])
        #expect(incident.contribution(isTop: false).isEmpty)
    }

    private enum Unit0 { static let id = UnitID("unit") }
}
