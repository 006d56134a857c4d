import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation
@testable import SafetyOrganisation

/// How many an employer has, on both engines.
@Suite(.serialized) struct HeadCountTests {
    @Test(arguments: Engine.tested)
    func `students, leaders and those who have left are not counted`(engine: Engine) async throws {
        // Maja, Sara, Eva, Karl and Rikke; Jonas leads and Ida studies.
        let firm = try await Enterprise(engine)
        #expect(try await firm.count(of: Workplace.university)?.number == 5)
        try await firm.hire(4, in: Workplace.history, kind: .student)
        try await firm.hire(3, in: Workplace.history, from: "new")
        #expect(try await firm.count(of: Workplace.university)?.number == 8)
        #expect(try await firm.count(of: Workplace.university, on: Workplace.today - 101)?.number == 5)
    }

    @Test(arguments: Engine.tested)
    func `the month's figures count where they are higher and new, without the known leaders`(engine: Engine)
        async throws
    {
        let firm = try await Enterprise(engine)
        func counted(_ unit: UnitID, _ month: String, _ people: Int?) throws -> MonthFigures {
            MonthFigures(unit: unit, month: try #require(Month(month)), headCount: people, hours: 100)
        }
        try await firm.apply([
            try counted(Workplace.laboratories, "2025-11", 99).recorded(replacing: nil),
            try counted(Workplace.laboratories, "2025-12", 30).recorded(replacing: nil),
            try counted(Workplace.laboratories, "2026-01", nil).recorded(replacing: nil),
            try counted(Workplace.history, "2025-11", 6).recorded(replacing: nil),
            try counted(Workplace.office, "2025-10", 500).recorded(replacing: nil),
        ])
        let count = try #require(try await firm.count(of: Workplace.university))
        // 30 and 6, less Jonas.
        #expect(count.number == 35)
        #expect(count.source == .month(try #require(Month("2025-12"))))
        #expect(try await firm.list(as: Workplace.rikke).contains("no_chair committee"))
    }

    @Test(arguments: Engine.tested)
    func `those who work few hours are taken off where somebody wrote how many, and all count elsewhere`(engine: Engine)
        async throws
    {
        // With the five of the workplace just enough for two levels.
        let firm = try await Enterprise(engine, people: 30)
        func few(_ unit: UnitID, _ month: String, _ few: Int?, of people: Int) throws -> MonthFigures {
            MonthFigures(unit: unit, month: try #require(Month(month)), headCount: people, hours: 100, fewHours: few)
        }
        #expect(try await firm.count(of: Workplace.university)?.number == 35)
        #expect(try await firm.list(as: Workplace.rikke).contains("outside office"))
        try await firm.apply([
            try few(Workplace.laboratories, "2025-11", 9, of: 30).recorded(replacing: nil),
            try few(Workplace.laboratories, "2025-12", 1, of: 30).recorded(replacing: nil),
            try few(Workplace.laboratories, "2026-01", nil, of: 30).recorded(replacing: nil),
            try few(Workplace.office, "2025-10", 4, of: 4).recorded(replacing: nil),
        ])
        // The latest month that tells of it, and none that is older than the two before.
        let count = try #require(try await firm.count(of: Workplace.university))
        #expect(count.number == 34 && count.few == 1 && !count.isCut)
        #expect(FlawTexts(language: .danish).says(count) == "34 ansatte ifølge personlisten, fraregnet 1 med få timer")
        #expect(try await !firm.list(as: Workplace.rikke).contains("outside office"))
        let page = try await firm.work.get("/safety-organisation", as: Workplace.rikke).text
        #expect(page.contains("fraregnet 1 med få timer") && page.contains("tæller alle med"))
        // More people than the rules ask for are counted on, as far as is needed to know it without those few.
        try await firm.hire(10, in: Workplace.laboratories, from: "more")
        let more = try #require(try await firm.count(of: Workplace.university))
        #expect(more.number == 35 && more.isCut)
        #expect(try await firm.count(of: Workplace.university, on: Workplace.today - 101)?.few == 0)
    }

    @Test(arguments: Engine.tested)
    func `whoever works elsewhere now is counted where he or she worked on the day`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        let daughter = Unit(
            id: ID("daughter"), code: "DATTER", parent: Workplace.chemistry, kind: .other,
            name: Words(da: "Datter", en: "Daughter"), isLegalEntity: true, opens: Workplace.today - 400)
        try await firm.apply([daughter.added(reportLink: "link-daughter")])
        try await firm.hire(3, in: daughter.id, from: "mover")
        let movers = (0..<3).map { PersonID("mover-daughter-\($0)") }
        try await firm.work.database.write { writer in
            for statement in UnitMoves.people(movers, to: Workplace.office, on: Workplace.today) {
                try writer.execute(statement)
            }
        }
        #expect(try await firm.count(of: daughter.id)?.number == 0)
        #expect(try await firm.count(of: daughter.id, on: Workplace.today - 1)?.number == 3)
    }

    @Test(arguments: Engine.tested)
    func `few hours belong to the legal entity of their unit`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        let daughter = Unit(
            id: ID("daughter"), code: "DATTER", parent: Workplace.chemistry, kind: .other,
            name: Words(da: "Datter", en: "Daughter"), isLegalEntity: true, opens: Workplace.today - 400)
        try await firm.apply([daughter.added(reportLink: "link-daughter")])
        try await firm.hire(12, in: daughter.id)
        let month = try #require(Month("2025-12"))
        try await firm.apply([
            MonthFigures(unit: daughter.id, month: month, headCount: 12, hours: nil, fewHours: 3).recorded(
                replacing: nil)
        ])
        #expect(try await firm.count(of: daughter.id)?.number == 9)
        #expect(try await firm.count(of: Workplace.university)?.few == 0)
        #expect(try await firm.flaws(of: daughter.id).isEmpty)
    }
}
