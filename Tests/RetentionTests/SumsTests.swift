import App
import Kernel
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Retention
@testable import Statistics

/// What remains is statistics that still add up.
@Suite struct SumsTests {
    /// Long over by the time of these tests, and after the workplace was founded.
    private static let year = 2024

    private func workplace(_ engine: Engine, _ clock: YearClock) async throws -> Workplace {
        let work = try await Workplace(engine) { clock.now }
        let closed = try #require(Day(year: Self.year, month: 12, day: 1))
        clock.pass(years: 6)
        try await work.fill(14, closed: closed, prefix: "near")
        try await work.fill(11, .violence, closed: closed + 20, in: Workplace.office, prefix: "violent")
        try await work.fill(3, .offensive, closed: closed + 20, prefix: "hidden")
        try await work.fill(2, .accident, closed: closed, prefix: "hurt")
        try await count(4000, "2024-11", work)
        return work
    }

    /// Hours are written, or written anew, as on the unit's page.
    private func count(_ hours: Int, _ month: String, _ work: Workplace) async throws {
        let written = try await work.post(
            "/units/laboratories/months", as: Workplace.eva, ["month": month, "head_count": "20", "hours": "\(hours)"])
        #expect(written.status == 303, "\(written.text)")
    }

    private func sums(_ work: Workplace) async throws -> [String] {
        try await work.database.read { reader in
            try reader.rows(
                """
                SELECT unit_id, period, measure, part, amount FROM incident_sum WHERE amount > 0
                ORDER BY unit_id, period, measure, part
                """
            ) { row in
                "\(try row[0] as String) \(try row[1] as String) \(try row[2] as String) \(try row[3] as String) \(try row[4] as Int)"
            }
        }
    }

    /// Every table of the page, as files.
    private func files(_ work: Workplace) async throws -> [String] {
        var files: [String] = []
        for unit in ["laboratories", "chemistry"] {
            for name in StatisticName.allCases {
                let path = "/statistics/table.csv?unit=\(unit)&year=\(Self.year)&figure=\(name.rawValue)"
                files.append(try await work.get(path, as: Workplace.eva).text)
            }
        }
        return files
    }

    @Test(arguments: Engine.tested)
    func `sums and files are the same before and after, and stay so when days and hours are summed anew`(engine: Engine)
        async throws
    {
        let clock = YearClock()
        let work = try await workplace(engine, clock)
        try await Statistics.sumDays(in: work.house.database, at: clock.now)
        let (sums, files) = (try await sums(work), try await files(work))
        #expect(sums.contains { $0.contains("near_miss") } && sums.contains { $0.contains("confidential") })
        try await work.switchOn("reports", "confidential")
        #expect(try await work.carryingOut.run() == 25)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 2)
        #expect(try await self.sums(work) == sums)
        #expect(try await self.files(work) == files)

        clock.pass(days: 2)
        try await Statistics.sumDays(in: work.house.database, at: clock.now)
        try await count(5000, "2024-11", work)
        try await count(4000, "2024-11", work)
        #expect(try await self.sums(work) == sums)
        #expect(try await self.files(work) == files)
        #expect(try await work.count("SELECT COUNT(*) FROM summed_report") == 2)
    }

    @Test(arguments: Engine.tested)
    func `what nobody has summed is summed before it goes`(engine: Engine) async throws {
        let clock = YearClock()
        let (work, other) = (try await workplace(engine, clock), try await workplace(engine, clock))
        try await Statistics.sumDays(in: other.house.database, at: clock.now)
        try await work.switchOn("reports", "confidential")
        try await work.carryingOut.run()
        try await Statistics.sumDays(in: work.house.database, at: clock.now)
        #expect(try await sums(work) == sums(other))
    }
}
