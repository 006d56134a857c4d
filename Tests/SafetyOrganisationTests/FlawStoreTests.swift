import Access
import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Organisation
@testable import SafetyOrganisation

/// What is found in the database, on both engines. The watch refuses every statement that reads a whole table.
@Suite(.serialized) struct FlawStoreTests {
    private static let lab: Mandate.Place = .body(Workplace.labGroup)

    @Test(arguments: Engine.tested)
    func `few employees need no organisation, but a group that there is must be whole`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        #expect(try await firm.list(as: Workplace.rikke) == ["no_leader history-group"])
        #expect(try await firm.flaws(of: Workplace.historyGroup) == ["no_leader history-group"])
        #expect(try await firm.flaws(of: Workplace.labGroup).isEmpty)
        #expect(try await firm.flaws(of: Workplace.committee).isEmpty)
    }

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
    func `from ten on there is one level, with a chair`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 4)
        #expect(try await firm.list(as: Workplace.rikke) == ["no_leader history-group"])
        try await firm.hire(1, in: Workplace.office)
        // A committee looks after the office; nobody after Rikke at the top.
        #expect(
            try await firm.list(as: Workplace.rikke) == [
                "outside university", "no_leader history-group", "no_chair committee",
            ])
        #expect(try await firm.flaws(of: Workplace.committee) == ["no_chair committee"])
        try await firm.seat(Workplace.rikke, .chair, in: .body(Workplace.committee), .byOffice)
        #expect(try await firm.flaws(of: Workplace.committee).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `from thirty-five on there are two levels, and nobody stands outside`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        #expect(
            try await firm.list(as: Workplace.rikke) == [
                "outside university", "outside office", "no_leader history-group", "no_chair committee",
                "member_missing committee", "member_missing committee",
            ])
        // The committee's groups are those below it: the laboratories' is, that of history is not.
        #expect(
            try await firm.flaws(of: Workplace.committee) == [
                "no_chair committee", "member_missing committee", "member_missing committee",
            ])
        #expect(try await firm.flaws(of: Workplace.office) == ["outside office"])
        try await firm.add(.group, "office-group", units: [Workplace.office])
        #expect(
            try await firm.flaws(of: Workplace.office) == ["no_leader office-group", "no_representative office-group"])
    }

    @Test(arguments: Engine.tested)
    func `with more than two groups the committee is elected from them`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        try await firm.add(.group, "office-group", units: [Workplace.office])
        try await firm.add(.group, "chemistry-group", units: [Workplace.chemistry])
        #expect(
            try await firm.flaws(of: Workplace.committee) == [
                "no_chair committee", "few_leaders committee", "few_representatives committee",
            ])
    }

    @Test(arguments: Engine.tested)
    func `each legal entity is counted by itself, and another one's groups are not its own`(engine: Engine) async throws
    {
        let firm = try await Enterprise(engine, people: 30)
        let daughter = Unit(
            id: ID("daughter"), code: "DATTER", parent: Workplace.chemistry, kind: .other,
            name: Words(da: "Datter", en: "Daughter"), isLegalEntity: true, opens: Workplace.today - 400)
        try await firm.apply([daughter.added(reportLink: "link-daughter")])
        try await firm.hire(34, in: daughter.id)
        #expect(try await firm.count(of: daughter.id)?.number == 34)
        #expect(try await firm.count(of: Workplace.university)?.number == 35)
        #expect(try await firm.flaws(of: daughter.id) == ["no_organisation daughter"])
        try await firm.add(.group, "daughter-group", units: [daughter.id])
        #expect(
            try await firm.flaws(of: daughter.id) == [
                "no_leader daughter-group", "no_representative daughter-group", "no_chair daughter-group",
            ])
        try await firm.hire(1, in: daughter.id, from: "last")
        #expect(
            try await firm.flaws(of: daughter.id) == [
                "no_committee daughter", "no_leader daughter-group", "no_representative daughter-group",
            ])
        #expect(try await firm.list(as: Workplace.rikke).contains("no_committee daughter"))
        #expect(try await firm.count(of: Workplace.university)?.number == 35)
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
    func `few hours belong to the legal entity of their unit`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        let daughter = Unit(
            id: ID("daughter"), code: "DATTER", parent: Workplace.chemistry, kind: .other,
            name: Words(da: "Datter", en: "Daughter"), isLegalEntity: true, opens: Workplace.today - 400)
        try await firm.apply([daughter.added(reportLink: "link-daughter")])
        try await firm.hire(12, in: daughter.id)
        let month = try #require(Month("2025-12"))
        try await firm.apply([
            MonthFigures(unit: daughter.id, month: month, headCount: 12, hours: nil, fewHours: 3).recorded(replacing: nil)
        ])
        #expect(try await firm.count(of: daughter.id)?.number == 9)
        #expect(try await firm.count(of: Workplace.university)?.few == 0)
        #expect(try await firm.flaws(of: daughter.id).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `two groups on one unit, a group without area, and seats that wait are found`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        try await firm.add(.group, "second", units: [Workplace.laboratories])
        try await firm.add(.group, "lost", units: [])
        let list = try await firm.list(as: Workplace.rikke)
        #expect(list.contains("two_groups laboratories") && list.contains("without_area lost"))
        #expect(try await firm.flaws(of: Workplace.laboratories).contains("two_groups laboratories"))
        #expect(try await firm.flaws(of: Workplace.labGroup) == ["two_groups laboratories"])
        #expect(try await firm.flaws(of: BodyID("lost")) == ["without_area lost"])
        #expect(try await !firm.flaws(of: Workplace.chemistry).contains("two_groups laboratories"))
        // Nobody's area is nobody's but the administrator's.
        #expect(try await !firm.list(as: Workplace.eva).contains("without_area lost"))
    }

    @Test(arguments: Engine.tested)
    func `what a merger leaves to be filled is told with the change's day`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        let change = OrganisationChange(
            id: ID("change"), day: Workplace.today, kind: .closed, unit: Workplace.office, other: nil, reason: "",
            recorded: Workplace.monday, person: nil)
        let duty = SeatDuty(
            id: ID("duty"), change: change.id, kind: .appointment, role: .coordinator,
            place: .unit(Workplace.chemistry),
            day: Workplace.today, lost: ID("eva-committee"), answer: nil)
        try await firm.work.database.write { writer in
            try writer.execute(change.insertion)
            try writer.execute(duty.insertion)
        }
        #expect(try await firm.list(as: Workplace.rikke).contains("seat_waits chemistry"))
        #expect(try await firm.list(as: Workplace.eva) == ["seat_waits chemistry"])
        #expect(try await firm.flaws(of: Workplace.chemistry) == ["seat_waits chemistry"])
        #expect(try await !firm.flaws(of: Workplace.history).contains("seat_waits chemistry"))
    }

    @Test(arguments: Engine.tested)
    func `a joint committee stands for group and committee, as its agreement has it`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        try await firm.add(.joint, "joint", units: [Workplace.university])
        let list = try await firm.list(as: Workplace.rikke)
        #expect(!list.contains { $0.hasPrefix("outside") || $0.contains("joint") })
        #expect(try await firm.flaws(of: BodyID("joint")).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `another day is judged by who sat there then`(engine: Engine) async throws {
        let firm = try await Enterprise(engine)
        try await firm.seat(Workplace.sara, .leader, in: .body(Workplace.historyGroup), from: -50, to: -10)
        #expect(try await firm.flaws(of: Workplace.historyGroup) == ["no_leader history-group"])
        #expect(
            try await firm.flaws(of: Workplace.historyGroup, on: Workplace.today - 10) == ["ends_soon history-group"])
    }

    @Test(arguments: Engine.tested)
    func `a coordinator has the own area only`(engine: Engine) async throws {
        let firm = try await Enterprise(engine, people: 30)
        let list = try await firm.list(as: Workplace.eva)
        #expect(list.first == "outside office" && list.contains("no_chair committee"))
        #expect(!list.contains { $0.contains("history") || $0.contains("university") })
        #expect(try await firm.list(as: Workplace.maja) == ["nothing"])
    }
}
