import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Statistics

/// Accidents with absence are counted by the person, and reports by the report.
@Suite struct InjuryTests {
    @Test(arguments: Engine.tested)
    func `an accident that strikes three counts three times with absence and once as a report`(
        engine: Engine
    ) async throws {
        let clock = DayClock()
        let work = try await Workplace(engine) { clock.now }
        let event = Workplace.today
        let first = try await work.happened(.accident, on: event)
        var people = [first]
        for _ in 1...2 {
            let known = Set(people)
            _ = try await work.post("/reports/\(first)/accident/people", as: Workplace.jonas)
            let all: [ID<Report>] = try await work.database.read { try $0.values("SELECT id FROM report") }
            people += all.filter { !known.contains($0) }
        }
        #expect(people.count == 3)
        for (person, days) in zip(people, [1, 4, 0]) where days > 0 {
            try await work.wasAway(person, from: event, days: days)
        }
        clock.go(on: 9)
        try await work.sumDays()
        let sums = try await work.keptSums()[Workplace.chemistry] ?? [:]
        let month = Month(of: event).text
        #expect(sums[SumKey(month, .kind, "accident")] == 1)
        #expect(sums[SumKey(month, .lostTime, "employee")] == 2)
        #expect(sums[SumKey(month, .lostDays, "employee")] == 5)
        #expect(sums[SumKey("\(event.year)", .affected, "accident/employee")] == 1)
        // The third is away after all, for two days.
        try await work.wasAway(people[2], from: event, days: 2)
        let later = try await work.keptSums()
        #expect(later[Workplace.chemistry]?[SumKey(month, .lostTime, "employee")] == 3)
        #expect(later == (try await work.countedSums()))
    }
}
