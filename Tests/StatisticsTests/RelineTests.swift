import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Statistics

/// A unit that is written to have lain elsewhere since some day counts there from that day on.
@Suite struct RelineTests {
    private static func move(
        _ unit: String, under parent: String, from day: Day, _ work: Workplace
    ) async throws {
        let moved = try await work.post(
            "/units/\(unit)/move", as: Workplace.rikke,
            ["parent": parent, "day": day.text, "reason": "Sådan var det"])
        #expect(moved.status == 303, "\(moved.text.prefix(400))")
    }

    private static func reports(of unit: UnitID, in month: String, _ work: Workplace) async throws -> Int {
        try await work.keptSums()[unit]?[SumKey(month, .kind, "near_miss")] ?? 0
    }

    @Test(arguments: Engine.tested)
    func `reports and hours after the day lie where the unit lay, and those before stay`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        // The Monday of today is in January 2026.
        let (before, after) = (Workplace.today - 70, Workplace.today - 20)
        try await work.happened(.nearMiss, on: before, in: Workplace.office)
        try await work.happened(.nearMiss, on: after, in: Workplace.office)
        try await work.happened(.nearMiss, on: after, in: Workplace.laboratories)
        for day in [before, after] { try await work.worked(700, in: Month(of: day).text, at: Workplace.office) }
        try await work.sumDays()
        let (old, new) = (Month(of: before).text, Month(of: after).text)
        #expect(try await Self.reports(of: Workplace.chemistry, in: new, work) == 2)

        try await Self.move("office", under: "HIST", from: Workplace.today - 40, work)
        // Until the job has come round it is as it was, and the page says so.
        #expect(try await Self.reports(of: Workplace.chemistry, in: new, work) == 2)
        let page = try await work.get("/statistics?unit=chemistry&year=2025", as: Workplace.eva).text
        #expect(page.contains("Nogen har skrevet, at enheder lå et andet sted før."))
        try await work.sumDays()
        #expect(try await Self.reports(of: Workplace.chemistry, in: new, work) == 1)
        #expect(try await Self.reports(of: Workplace.history, in: new, work) == 1)
        #expect(try await Self.reports(of: Workplace.chemistry, in: old, work) == 1)
        #expect(try await Self.reports(of: Workplace.university, in: new, work) == 2)
        #expect(try await work.keptSums() == work.countedSums())
        let hours = try await work.database.read { reader in
            try [Workplace.chemistry, Workplace.history, Workplace.university].map { unit in
                try SumStore(reader).hours(of: unit, in: 2025...2026).filter { $0.value.hours > 0 }
                    .sorted { $0.key < $1.key }.map { "\($0.key.text) \($0.value.hours) \($0.value.units)" }
            }
        }
        #expect(hours == [["\(old) 700 1"], ["\(new) 700 1"], ["\(old) 700 1", "\(new) 700 1"]])
        let later = try await work.get("/statistics?unit=chemistry&year=2025", as: Workplace.eva).text
        #expect(!later.contains("Nogen har skrevet"))
    }

    @Test(arguments: Engine.tested)
    func `a change that is called back counts as it was, and one that is planned changes nothing yet`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.happened(.nearMiss, on: Workplace.today - 5, in: Workplace.office)
        try await work.sumDays()
        let first = try await work.keptSums()
        try await Self.move("office", under: "HIST", from: Workplace.today + 30, work)
        let since = try await work.database.read { try SumStore($0).relinedSince() }
        #expect(since == nil)
        let deed = work.deed(by: Workplace.rikke)
        // As the tree's change enters it, whatever the change was.
        try await work.house.database.write { writer in
            try Relining.noted(
                .init(.init("unit", Workplace.office), "recalled", before: ["day": (Workplace.today - 60).text]),
                on: deed.day, writer)
            try Relining.noted(
                .init(.init("unit", Workplace.office), "history_written", after: ["until": "2020-01-01"]), on: deed.day,
                writer)
            try Relining.noted(
                .init(.init("unit", Workplace.office), "moved", after: ["day": (Workplace.today - 9).text]),
                on: deed.day,
                writer)
        }
        // The earliest of them holds.
        #expect(try await work.database.read { try SumStore($0).relinedSince() } == .earliest)
        try await work.sumDays()
        #expect(try await work.keptSums() == first)
        #expect(try await work.database.read { try SumStore($0).relinedSince() } == nil)
    }
}
