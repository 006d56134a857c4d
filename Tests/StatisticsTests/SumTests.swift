import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import Statistics

/// Sums are as true as what they were made from, whatever happens and in whatever order.
@Suite struct SumTests {
    @Test(arguments: Engine.tested, [1, 2, 3])
    func `after every step of a random journey the sums are what one counts`(engine: Engine, seed: Int) async throws {
        let clock = DayClock()
        let work = try await Workplace(engine) { clock.now }
        var chance = SeededChance(seed)
        var reports: [(id: ID<Report>, day: Day)] = []
        let units = [Workplace.laboratories, Workplace.office, Workplace.history, Workplace.chemistry]
        for step in 1...80 {
            let today = clock.now.day
            switch chance.below(8) {
            case 0...2:
                let day = today - chance.below(40)
                let circumstances = Circumstances(
                    affected: chance.one(of: Affected.allCases), setting: chance.one(of: WorkSetting.allCases),
                    isOutsideHours: chance.below(5) == 0)
                let id = try await work.happened(
                    chance.one(of: ReportKind.allCases), on: day, in: chance.one(of: units), reported: today,
                    circumstances)
                reports.append((id, day))
            case 3 where !reports.isEmpty:
                try await work.sort(chance.one(of: reports).id, as: chance.one(of: ReportKind.allCases))
            case 4...5 where !reports.isEmpty:
                let report = chance.one(of: reports)
                try await work.wasAway(
                    report.id, from: report.day, days: chance.below(3) == 0 ? nil : chance.below(30),
                    deviation: chance.below(2) == 0 ? nil : "\(chance.below(9))1")
            case 6 where !reports.isEmpty:
                // It turns out that it happened the day before.
                let place = chance.below(reports.count)
                reports[place].day = reports[place].day - 1
                try await work.wasAway(reports[place].id, from: reports[place].day, days: 1)
            default:
                clock.go(on: 1 + chance.below(3))
                try await work.sumDays()
            }
            let (kept, counted) = (try await work.keptSums(), try await work.countedSums())
            #expect(kept == counted, "seed \(seed), step \(step)")
            guard kept == counted else { return }
        }
        clock.go()
        try await work.sumDays()
        #expect(try await work.keptSums() == work.countedSums())
        #expect(try await !work.keptSums().isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `the reports of a day are summed in one transaction, and not before the day is over`(
        engine: Engine
    ) async throws {
        let clock = DayClock()
        let work = try await Workplace(engine) { clock.now }
        for _ in 1...5 { try await work.happened(.nearMiss, on: Workplace.today) }
        #expect(try await work.sumDays() == 0)
        #expect(try await work.keptSums().isEmpty)
        clock.go()
        #expect(try await work.sumDays() == 5)
        #expect(try await work.sumDays() == 0)
        guard engine == .postgres else { return }
        let transactions = try await work.database.read { reader in
            try reader.values("SELECT DISTINCT CAST(xmin AS TEXT) FROM summed_report", as: String.self)
        }
        #expect(transactions.count == 1)
    }

    @Test func `half an hour after midnight somebody may still be sending`() async throws {
        let night = Mutex(Workplace.monday)
        let work = try await Workplace { night.withLock { $0 } }
        try await work.happened(.nearMiss, on: Workplace.today)
        night.withLock { $0 = Workplace.monday + (15 * 3600 + 1800) }
        #expect(work.house.clock().day == Workplace.today + 1)
        #expect(try await work.sumDays() == 0)
        night.withLock { $0 = $0 + 3600 }
        #expect(try await work.sumDays() == 1)
    }

    @Test(arguments: Engine.tested)
    func `what is no longer there counts for nothing`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let gone = try await work.happened(.nearMiss, on: Workplace.today - 20)
        try await work.happened(.nearMiss, on: Workplace.today - 20, in: Workplace.office)
        try await work.sumDays()
        try await work.erase(gone)
        let sums = try await work.keptSums()
        #expect(sums[Workplace.laboratories] == nil && sums[Workplace.chemistry]?.isEmpty == false)
        #expect(try await sums == work.countedSums())
    }

    @Test(arguments: Engine.tested)
    func `what happened before a unit moved counts where it lay then, and so do its hours`(engine: Engine) async throws
    {
        let work = try await Workplace(engine)
        let day = Workplace.today - 36
        try await work.lay(Workplace.office, under: Workplace.history, until: day - 1)
        let moved = try await work.happened(.accident, on: day, in: Workplace.office)
        try await work.happened(.accident, on: day - 1, in: Workplace.office)
        try await work.sumDays()
        #expect(day.text == "2025-11-30")
        func accidents(_ unit: UnitID) async throws -> Int {
            try await work.keptSums()[unit]?[SumKey("2025-11", .kind, "accident")] ?? 0
        }
        #expect(try await accidents(Workplace.history) == 1)
        #expect(try await accidents(Workplace.chemistry) == 1)
        // It turns out that it happened the day before.
        try await work.wasAway(moved, from: day - 1, days: 2)
        #expect(try await accidents(Workplace.history) == 2)
        #expect(try await accidents(Workplace.chemistry) == 0)
        #expect(try await work.keptSums() == work.countedSums())
        for month in ["2025-10", "2025-11"] { try await work.worked(100, in: month, at: Workplace.office) }
        let hours = try await work.database.read { reader in
            try [Workplace.history, Workplace.chemistry].map { unit in
                try SumStore(reader).hours(of: unit, in: 2025...2025).keys.map(\.text)
            }
        }
        #expect(hours == [["2025-10"], ["2025-11"]])
    }

    @Test func `it counts by the day on which it happened, and causes of all that kept somebody away`() async throws {
        let work = try await Workplace()
        let violence = try await work.happened(.violence, on: Workplace.today - 6, reported: Workplace.today - 1)
        try await work.happened(.violence, on: Workplace.today - 6, reported: Workplace.today - 1)
        try await work.wasAway(violence, from: Workplace.today - 6, days: 4, deviation: "83")
        try await work.sumDays()
        let sums = try await work.keptSums()[Workplace.laboratories] ?? [:]
        #expect(sums[SumKey("2025-12", .kind, "violence")] == 2)
        #expect(sums[SumKey("2025-12", .lostDays, "employee")] == 4)
        #expect(sums[SumKey("2025", .deviation, "83")] == 1 && sums[SumKey("2025", .deviation)] == nil)
    }

    @Test(arguments: Engine.tested)
    func `what came after its day was over is added with the next`(engine: Engine) async throws {
        let clock = DayClock()
        let work = try await Workplace(engine) { clock.now }
        try await work.happened(.nearMiss, on: Workplace.today)
        clock.go()
        try await work.sumDays()
        try await work.happened(.accident, on: Workplace.today)
        clock.go()
        #expect(try await work.sumDays() == 1)
        #expect(try await work.keptSums() == work.countedSums())
    }

    @Test(arguments: Engine.tested)
    func `whoever is away still loses a day more each day`(engine: Engine) async throws {
        let clock = DayClock()
        let work = try await Workplace(engine) { clock.now }
        let report = try await work.happened(.accident, on: Workplace.today)
        try await work.wasAway(report, from: Workplace.today, days: nil)
        for days in 1...3 {
            clock.go()
            try await work.sumDays()
            let sums = try await work.keptSums()[Workplace.university] ?? [:]
            #expect(sums[SumKey("2026-01", .lostDays, "employee")] == days)
            #expect(sums[SumKey("2026-01", .lostTime, "employee")] == 1)
        }
    }

    @Test(arguments: Engine.tested)
    func `hours lie under every unit above, and are taken back where they were`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        func hours(_ unit: UnitID) async throws -> WorkedHours? {
            try await work.database.read {
                try SumStore($0).hours(of: unit, in: 2025...2025)[Month(of: Workplace.today - 40)]
            }
        }
        try await work.worked(1000, in: "2025-11")
        try await work.worked(500, in: "2025-11", at: Workplace.office)
        #expect(try await hours(Workplace.chemistry) == WorkedHours(hours: 1500, units: 2))
        #expect(try await hours(Workplace.university) == WorkedHours(hours: 1500, units: 2))
        #expect(try await hours(Workplace.history) == nil)
        try await work.worked(1200, in: "2025-11")
        #expect(try await hours(Workplace.chemistry) == WorkedHours(hours: 1700, units: 2))
        for nothing in [0, nil] {
            try await work.worked(nothing, in: "2025-11")
            #expect(try await hours(Workplace.chemistry) == WorkedHours(hours: 500, units: 1))
            #expect(try await hours(Workplace.laboratories)?.units == 0)
        }
    }

    @Test(arguments: Engine.tested)
    func `the form of hours and what was written before there were sums are both summed once`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.database.write { writer in
            try writer.execute(
                "INSERT INTO unit_month (unit_id, month, head_count, hours) VALUES ('office', '2025-10', 3, 400)")
        }
        let sent = ["month": "2025-10", "head_count": "9", "hours": "1.300", "key": "k"]
        #expect(try await work.post("/units/laboratories/months", as: Workplace.eva, sent).status == 303)
        try await work.happened(.good, on: Workplace.today - 3)
        try await work.sumDays()
        let hours = try await work.database.read { reader in
            try SumStore(reader).hours(of: Workplace.university, in: 2025...2025).values.map { $0 }
        }
        #expect(hours == [WorkedHours(hours: 1700, units: 2)])
    }

    @Test(arguments: Engine.tested)
    func `two who change accidents at the same moment are both counted`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        var reports: [ID<Report>] = []
        for _ in 1...6 { reports.append(try await work.happened(.accident, on: Workplace.today - 20)) }
        try await work.sumDays()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for report in reports {
                group.addTask { try await work.wasAway(report, from: Workplace.today - 20, days: 2) }
            }
            try await group.waitForAll()
        }
        #expect(try await work.keptSums() == work.countedSums())
        let sums = try await work.keptSums()[Workplace.university] ?? [:]
        #expect(sums[SumKey("2025-12", .lostDays, "employee")] == 12)
    }

    @Test(arguments: Engine.tested)
    func `an absence written on the page of the accident is in the sums at once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let day = Workplace.today - 20
        let report = try await work.happened(.accident, on: day)
        try await work.sumDays()
        let away = ["first": (day + 1).text, "last": (day + 4).text, "key": "away"]
        #expect(try await work.post("/reports/\(report)/accident/absences", as: Workplace.eva, away).status == 303)
        let sums = try await work.keptSums()[Workplace.chemistry] ?? [:]
        #expect(sums[SumKey("2025-12", .lostDays, "employee")] == 4)
        #expect(sums[SumKey("2025-12", .lostTime, "employee")] == 1)
        #expect(
            try await work.post("/reports/\(report)/kind", as: Workplace.eva, ["kind": "violence", "key": "kind"])
                .status == 303)
        #expect(try await work.keptSums() == work.countedSums())
    }
}
