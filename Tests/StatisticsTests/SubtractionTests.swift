import Access
import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Statistics

/// What somebody could learn of few by taking one number from another, by watching day by day, or from what is not empty any
/// more.
@Suite struct SubtractionTests {
    private static let (sara, karl, maja) = (Workplace.sara, Workplace.karl, Workplace.maja)
    /// In November of the year that is over.
    private static let lately = Workplace.today - 50

    @Test(arguments: Engine.tested)
    func `who leads a whole and works on a part of it does not learn of the few in the rest`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.appoint(Self.sara, as: .unitLeader, of: Workplace.chemistry)
        for number in 0..<11 { try await work.happened(.nearMiss, on: Self.lately - number) }
        try await work.happened(.nearMiss, on: Self.lately, in: Workplace.office)
        func kinds(_ unit: String) async throws -> String {
            try await work.get("/statistics/table.csv?figure=kinds&unit=\(unit)", as: Self.sara).text
        }
        #expect(try await kinds("chemistry").contains("Noget var farligt;12"))
        try await work.seat(Self.sara, as: .member, in: Workplace.labGroup)
        for isSummed in [false, true] {
            if isSummed { try await work.sumDays() }
            #expect(try await kinds("laboratories").contains("Noget var farligt;11"))
            // Nothing of the whole is left to be told, so there is no table.
            #expect(try await !kinds("chemistry").contains("Noget var farligt"))
        }
        for number in 0..<9 {
            try await work.happened(
                .nearMiss, on: Self.lately - number, in: Workplace.office, reported: Workplace.today)
        }
        #expect(try await kinds("chemistry").contains("Noget var farligt;21"))
    }

    @Test(arguments: Engine.tested)
    func `days away of one person are not the difference between a whole and its parts`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt(10, in: 2025, days: 1)
        try await work.hurt(1, in: 2025, at: Workplace.office, days: 47)
        try await work.seat(Self.sara, as: .member, in: Workplace.committee)
        #expect(try await daysAway(work, "chemistry", 2025, Self.sara) == "57")
        #expect(try await daysAway(work, "laboratories", 2025, Self.sara) == "")
        // Who sees the days of a part on each accident takes them away in his or her head.
        try await work.seat(Self.karl, as: .member, in: Workplace.committee)
        #expect(try await daysAway(work, "chemistry", 2025, Self.karl) == "57")
        try await work.seat(Self.karl, as: .leader, in: Workplace.labGroup)
        #expect(try await daysAway(work, "laboratories", 2025, Self.karl) == "10")
        #expect(try await daysAway(work, "chemistry", 2025, Self.karl) == "")
        #expect(try await daysAway(work, "chemistry", 2025, Workplace.eva) == "57")
    }

    @Test func `nobody counts from one day to the next how long somebody has been away`() async throws {
        let work = try await Workplace()
        for number in 0..<12 {
            let day = Workplace.today - 3
            let report = try await work.happened(.accident, on: day, id: "hurt-\(number)")
            try await work.wasAway(report, from: day, days: number == 0 ? nil : 1)
        }
        #expect(try await daysAway(work, "laboratories", 2026, Self.maja) == "")
        let page = try await work.get("/statistics?year=2026", as: Self.maja).text
        #expect(page.contains("Fraværsdage vises, når året er slut"))
        #expect(try await daysAway(work, "laboratories", 2026, Workplace.eva) == "14")
    }

    @Test(arguments: Engine.tested)
    func `an empty page stays empty when the first report is a confidential one`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.appoint(Self.karl, as: .secretariat, of: Workplace.university)
        let paths = [
            "/statistics?unit=university", "/statistics/table.csv?figure=years&unit=university",
            "/statistics/overview?unit=university",
        ]
        func seen() async throws -> [String] {
            var seen: [String] = []
            for path in paths {
                let reply = try await work.get(path, as: Self.karl)
                seen.append("\(reply.status) " + reply.text.replacing(/name="key" value="[^"]*"/, with: ""))
            }
            return seen
        }
        let before = try await seen()
        #expect(before[0].contains("Her er ingen tal endnu"))
        try await work.happened(.offensive, on: Self.lately)
        #expect(try await seen() == before)
        try await work.sumDays()
        #expect(try await seen() == before)
    }

    @Test func `who leads does not hear that there is a year with few`() async throws {
        let work = try await Workplace()
        try await work.appoint(Self.sara, as: .unitLeader, of: Workplace.laboratories)
        for number in 0..<3 { try await work.happened(.violence, on: Self.lately - number) }
        try await work.sumDays()
        #expect(try await work.get("/statistics", as: Self.sara).text.contains("Her er ingen tal endnu"))
        for number in 0..<10 {
            try await work.happened(.nearMiss, on: Self.lately - number, reported: Workplace.today)
        }
        #expect(try await work.get("/statistics", as: Self.sara).text.contains("antal fra 10 og op"))
    }

    /// As the table of years tells them.
    private func daysAway(
        _ work: Workplace, _ unit: String, _ year: Int, _ person: Person
    ) async throws -> String {
        let file = try await work.get("/statistics/table.csv?figure=years&unit=\(unit)&year=\(year)", as: person).text
        let line = try #require(file.split(whereSeparator: \.isNewline).last { $0.hasPrefix("\(year);") })
        return line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)[6]
    }
}
