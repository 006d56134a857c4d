import Access
import Kernel
import Organisation
import Testing

@testable import TimeForTask

/// How the organisation is divided so that figures say nothing of anybody.
struct ComparisonTests {
    private func line(_ units: String) -> [UnitID] { units.split(separator: "/").map { UnitID(String($0)) } }

    private func people(_ count: Int, at units: String, from first: Int = 0, minutes: Int = 120) -> [Contribution] {
        (first..<first + count).map {
            Contribution(source: "\(units) \($0)", line: line(units), minutes: minutes + 30 * $0)
        }
    }

    @Test func `fewer than enough are in no cell`() {
        #expect(Comparison.least == 6)
        #expect(Comparison.cells(people(5, at: "top/a")).isEmpty)
        #expect(Comparison.cells(people(6, at: "top/a")).map(\.name) == ["all a"])
        #expect(Comparison.cells([]).isEmpty)
    }

    @Test func `a unit is divided only where each part and the rest are enough`() {
        let (a, b) = (people(6, at: "top/a"), people(7, at: "top/b"))
        #expect(Comparison.cells(a + b).map(\.name) == ["all a", "all b"])
        #expect(Comparison.cells(a + b + people(1, at: "top/c")).map(\.name) == ["all top"])
        #expect(Comparison.cells(a + b + people(1, at: "top")).map(\.name) == ["all top"])
        #expect(Comparison.cells(a + b + people(6, at: "top")).map(\.name) == ["own top", "all a", "all b"])
        #expect(
            Comparison.cells(a + people(3, at: "top/b/x") + people(3, at: "top/b/y")).map(\.name) == ["all a", "all b"])
        #expect(Comparison.cells(people(6, at: "one") + people(2, at: "two")).map(\.name) == ["all one"])
    }

    @Test(arguments: 0..<200)
    func `everybody is in one cell at most, and every cell is large enough`(seed: Int) {
        var random = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        func next(_ most: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % most
        }
        let all = (0..<next(80)).map { number in
            let depth = 1 + next(4)
            let units = (0..<depth).map { level in "u\(level)\(next(3))" }
            return Contribution(source: "\(number)", line: units.map { UnitID($0) }, minutes: next(600))
        }
        let cells = Comparison.cells(all)
        let sources = cells.flatMap { $0.contributions.map(\.source) }
        #expect(Set(sources).count == sources.count)
        #expect(cells.allSatisfy { $0.contributions.count >= Comparison.least })
        #expect(cells.allSatisfy { cell in cell.contributions.allSatisfy { $0.line.starts(with: cell.line) } })
    }

    @Test func `one who comes, goes or changes is not found by laying two months side by side`() {
        let before = Comparison.cells(people(8, at: "top/a"))
        let came = Comparison.cells(people(9, at: "top/a"))
        let went = Comparison.cells(people(7, at: "top/a"))
        var changed = people(8, at: "top/a")
        changed[0] = Contribution(source: changed[0].source, line: changed[0].line, minutes: 999)
        #expect(!Comparison.maySucceed(came, before) && !Comparison.maySucceed(went, before))
        #expect(!Comparison.maySucceed(Comparison.cells(changed), before))
        #expect(Comparison.maySucceed(before, before))
        #expect(Comparison.maySucceed(Comparison.cells(people(8, at: "top/a", minutes: 60)), before))
        #expect(Comparison.maySucceed(Comparison.cells(people(14, at: "top/a")), before))
    }

    /// What is left of those who withdrew: another key, and no figure.
    private func withdrawn(_ people: [Contribution]) -> [Contribution] {
        people.map { Contribution(source: "mark of \($0.source)", line: $0.line, minutes: 0) }
    }

    @Test func `three who withdraw and share again are three, and do not find a fourth`() {
        let all = people(9, at: "top/a")
        let before = Comparison.cells(withdrawn(Array(all[..<3])) + all[3...])
        let again = all[..<3].map { Contribution(source: $0.source, line: $0.line, minutes: $0.minutes + 30) }
        let fourth = people(1, at: "top/a", from: 9)
        #expect(!Comparison.maySucceed(Comparison.cells(again + all[3...] + fourth), before))
        #expect(!Comparison.maySucceed(Comparison.cells(again + all[3...]), before))
        // Six others who changed are enough, with or without the three.
        let changed = all[3...].map { Contribution(source: $0.source, line: $0.line, minutes: $0.minutes + 30) }
        #expect(Comparison.maySucceed(Comparison.cells(changed), before))
        #expect(Comparison.maySucceed(Comparison.cells(again + changed + fourth), before))
    }

    @Test func `however many withdraw, their marks alone are never enough and never nobody`() {
        let all = people(15, at: "top/a")
        for gone in [1, 5, 6, 9] {
            let before = Comparison.cells(withdrawn(Array(all[..<gone])) + all[gone...])
            #expect(!Comparison.maySucceed(Comparison.cells(Array(all[gone...])), before), "\(gone)")
        }
    }

    @Test func `one is not found by dividing a unit that was whole before`() {
        let whole = Comparison.cells(people(6, at: "top/a") + people(5, at: "top/b"))
        let divided = Comparison.cells(people(6, at: "top/a") + people(6, at: "top/b"))
        #expect(whole.map(\.name) == ["all top"] && divided.map(\.name) == ["all a", "all b"])
        #expect(!Comparison.maySucceed(divided, whole) && !Comparison.maySucceed(whole, divided))
        let elsewhere = Comparison.cells(people(7, at: "other"))
        #expect(Comparison.maySucceed(elsewhere, whole))
    }

    @Test func `one is not found among those at the unit itself`() {
        let parts = people(6, at: "top/a")
        let before = Comparison.cells(parts + people(6, at: "top"))
        let after = Comparison.cells(
            parts.map { Contribution(source: $0.source, line: $0.line, minutes: $0.minutes + 60) }
                + people(7, at: "top"))
        #expect(before.map(\.name) == ["own top", "all a"])
        #expect(!Comparison.maySucceed(after, before))
    }

    @Test func `figures are the middle half, to half hours, and nothing is said where all say the same`() {
        #expect(Quartiles([60, 90, 130, 200, 290, 300, 1000]) == Quartiles(low: 120, middle: 210, high: 300))
        #expect(Quartiles.rounded(14) == 0 && Quartiles.rounded(15) == 30 && Quartiles.rounded(100) == 90)
        let same = (0..<7).map { Contribution(source: "\($0)", line: line("top"), minutes: 120) }
        #expect(Comparison.cells(same).map(\.isShown) == [false])
        #expect(Comparison.cells(people(6, at: "top")).map(\.isShown) == [true])
    }

    @Test func `of several mandates of a role a person has one figure, where they have a unit in common`() {
        let merged = Contribution.merged([
            Contribution(source: "a", line: line("top/x/1"), minutes: 60),
            Contribution(source: "a", line: line("top/x/2"), minutes: 90),
            Contribution(source: "b", line: line("top/y"), minutes: 30),
        ])
        #expect(
            merged == [
                Contribution(source: "a", line: line("top/x"), minutes: 150),
                Contribution(source: "b", line: line("top/y"), minutes: 30),
            ])
    }
}
