import Kernel
import Testing

@testable import Retention

@Suite struct TermTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    @Test(arguments: [
        ("2020-02-29", 12, "2021-02-28"), ("2020-02-29", 48, "2024-02-29"), ("2021-02-28", 12, "2022-02-28"),
        ("2020-08-31", 6, "2021-02-28"), ("2020-12-31", 2, "2021-02-28"), ("2020-11-15", 60, "2025-11-15"),
    ])
    func `the last day is the same day of the month, or that month's last`(from: String, months: Int, last: String)
        throws
    {
        #expect(Term.months(months).lastDay(from: try day(from)) == (try day(last)))
    }

    @Test func `what was closed on 29 February is due on 1 March, and not a day before`() throws {
        let term = Term.years(5)
        let closed = try day("2020-02-29")
        #expect(term.latestDue(on: try day("2025-02-28")) < closed)
        #expect(term.latestDue(on: try day("2025-03-01")) == closed)
    }

    @Test func `on every day of years exactly that is due of which the last day has passed`() throws {
        let first = try day("2023-12-01")
        for months in [1, 6, 12, 24, 60] {
            let term = Term.months(months)
            for number in 0..<900 {
                let today = first + number
                let latest = term.latestDue(on: today)
                #expect(term.lastDay(from: latest) < today)
                #expect(term.lastDay(from: latest + 1) >= today)
            }
        }
    }

    @Test func `a term below the bound is refused, and so is one above`() throws {
        let kind = RetainedKind.notices
        for text in ["2", "37", "0", "-3", "99999", "tolv", "12.5"] {
            #expect(throws: Problems.self) { try kind.rule(Fields(["term": text, "reason": "Derfor"])) }
        }
        #expect(try kind.rule(Fields(["term": "3", "reason": "Vi er få"])).term == .months(3))
        #expect(try kind.rule(Fields(["term": "36", "reason": "Vi er mange"])).term == .months(36))
    }

    @Test func `another term than the usual needs a reason, the usual one none`() throws {
        let kind = RetainedKind.notices
        #expect(throws: Problems.self) { try kind.rule(Fields(["term": "6", "reason": "  "])) }
        #expect(try kind.rule(Fields(["term": "12", "reason": "Hvad som helst"])).reason.isEmpty)
    }

    @Test func `a changed term is not carried out before somebody has looked`() throws {
        #expect(try !RetainedKind.notices.rule(Fields(["term": "6", "reason": "Derfor"])).isActive)
    }
}

@Suite struct ToldCountsTests {
    @Test(
        arguments: [
            ([50], [50], 50), ([9], [nil], nil), ([0], [nil], nil), ([40, 30], [40, 30], 70),
            ([50, 3], [nil, nil], 53), ([50, 40, 9], [50, nil, nil], 99), ([5, 4], [nil, nil], nil),
            ([50, 8, 7], [50, nil, nil], 65), ([], [], nil),
        ] as [([Int], [Int?], Int?)])
    func `few are not told, nor what they could be reckoned from`(counts: [Int], parts: [Int?], whole: Int?) {
        let told = ToldCounts(counts)
        #expect(told.parts == parts)
        #expect(told.whole == whole)
    }

    @Test func `whatever the numbers, what is not told is not few, or not alone`() {
        var state: UInt64 = 7
        func below(_ most: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % most
        }
        for _ in 0..<3000 {
            let counts = (0..<(1 + below(6))).map { _ in below(below(2) == 0 ? 12 : 60) }
            let told = ToldCounts(counts)
            for (count, part) in zip(counts, told.parts) { #expect(part == nil || (part == count && count >= 10)) }
            guard let whole = told.whole else { continue }
            let rest = whole - told.parts.compactMap { $0 }.reduce(0, +)
            let hidden = told.parts.filter { $0 == nil }.count
            #expect(rest == 0 || (rest >= 10 && hidden >= 2), "\(counts)")
        }
    }
}
