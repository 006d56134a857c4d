import Kernel
import Organisation
import Reports
import Testing

@testable import Statistics

/// What is reckoned, beside what others have reckoned by hand or printed in tables.
@Suite struct RateTests {
    private func near(_ one: Double?, _ other: Double, _ distance: Double = 0.0005) -> Bool {
        one.map { abs($0 - other) <= distance } ?? false
    }

    @Test func `twelve accidents in eleven million hours are 1.09 to a million, between 0.56 and 1.91`() {
        let rate = Rate(count: 12, hours: 11_000_000)
        #expect(near(rate.perMillion, 1.0909))
        #expect(near(rate.interval?.low, 0.5637) && near(rate.interval?.high, 1.9056))
        // 5,717 people full-time have 12 accidents: 2.1 to a thousand.
        #expect(near(rate.perThousandPeople(1924), 2.0989))
        #expect(near(Rate(count: 96, hours: 11_000_000).perThousandHours, 0.00873, 0.00001))
    }

    @Test func `without hours there is no rate`() {
        #expect(Rate(count: 3, hours: 0).perMillion == nil && Rate(count: 0, hours: 0).interval == nil)
        #expect(Rate(count: 0, hours: 1000).perMillion == 0)
    }

    @Test(arguments: [
        (0, 0, 3.6889), (1, 0.0253, 5.5716), (2, 0.2422, 7.2247), (5, 1.6235, 11.6683), (10, 4.7954, 18.3904),
        (12, 6.2006, 20.9616), (20, 12.2165, 30.8884), (100, 81.3640, 121.6268),
    ])
    func `the interval is the exact one of the tables`(count: Int, low: Double, high: Double) {
        let interval = PoissonInterval(count)
        #expect(near(interval.low, low) && near(interval.high, high), "\(interval)")
    }

    @Test func `of very many events it is nearly the same, and goes on without a step`() {
        let (last, next) = (PoissonInterval(2000), PoissonInterval(2001))
        #expect(next.low > last.low && next.low - last.low < 1.1 && next.high - last.high < 1.1)
        #expect(PoissonInterval(-3) == PoissonInterval(0))
        #expect(PoissonInterval(1_000_000).low > 998_000)
    }

    @Test func `the chance of few among many is the one of the binomial tables`() {
        #expect(near(RateChange.chance(ofAtMost: 2, of: 10, 0.5), 0.0547, 0.0001))
        #expect(near(RateChange.chance(ofAtMost: 0, of: 3, 0.25), 0.4219, 0.0001))
        #expect(RateChange.chance(ofAtMost: 3, of: 3, 0.9) == 1)
    }

    @Test func `a change is only called one where chance would hardly make it`() {
        func change(_ one: (Int, Int), _ other: (Int, Int)) -> RateChange {
            RateChange(from: Rate(count: one.0, hours: one.1), to: Rate(count: other.0, hours: other.1))
        }
        let year = 11_000_000
        #expect(change((12, year), (12, year)) == .byChance)
        #expect(change((12, year), (5, year)) == .byChance)
        #expect(change((2, year), (20, year)) == .more)
        #expect(change((20, year), (2, year)) == .less)
        // Twice as many in twice the hours are as many.
        #expect(change((20, year), (40, 2 * year)) == .byChance)
        #expect(change((20, year), (20, 3 * year)) == .less)
        #expect(change((0, year), (0, year)) == .nothing)
        #expect(change((3, 0), (3, year)) == .unknown && change((3, year), (3, 0)) == .unknown)
        #expect(change((1, 1), (5000, year)) == .less)
    }

    @Test func `months without hours are left out on both sides, and said`() throws {
        let months = Month.all(of: 2025)
        var hours = Dictionary(uniqueKeysWithValues: months.map { ($0, WorkedHours(hours: 1000, units: 2)) })
        hours[months[3]] = nil
        hours[months[4]] = WorkedHours(hours: 0, units: 0)
        hours[months[5]] = WorkedHours(hours: 500, units: 1)
        let covered = CoveredRate(over: months, hours: hours) { $0.month }
        #expect(covered.missing == [months[3], months[4]] && covered.left == 4 + 5 && covered.isUneven)
        #expect(covered.rate == Rate(count: 78 - 9, hours: 9500))
        let said = StatisticsTexts(language: .danish).missing(covered)
        #expect(said.count == 2 && said[0].contains("apr 2025, maj 2025") && said[0].contains("9 ulykker"))
    }

    @Test func `numbers are written as people write them`() {
        #expect(Decimal.written(1.0909, .danish) == "1,09" && Decimal.written(1.0909, .english) == "1.09")
        #expect(Decimal.written(0.996, .danish) == "1,00" && Decimal.written(-0.001, .english) == "0.00")
        #expect(Decimal.grouped(11_000_000, .danish) == "11.000.000" && Decimal.grouped(999, .english) == "999")
        #expect(Decimal.written(.infinity, .danish) == "–")
    }

    @Test func `codes are gathered under their groups, and what has none comes last`() {
        let told = EsawGroups.gathered(
            ["52": 2, "50": 1, "44": 1, "": 3, "00": 1], in: EsawGroups.deviations, EsawGroups.deviation)
        #expect(told.map(\.count) == [1, 3, 4] && told.last?.name == nil)
        #expect(EsawGroups.environment("041") == "040" && EsawGroups.environment("102") == "100")
        #expect(EsawGroups.environment("") == nil && EsawGroups.deviation("x") == nil)
    }
}
