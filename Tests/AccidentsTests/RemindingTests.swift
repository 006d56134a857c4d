import Kernel
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Accidents

/// Those who handle a report hear of its deadline, each time once.
@Suite struct RemindingTests {
    private static let (friday, today) = (Workplace.friday, Workplace.today)

    @Test func `a week before, two days before, on the last working day and afterwards`() {
        let saturday = Self.friday + 15
        func step(_ day: Day) -> ReminderStep? { ReminderStep(before: saturday, on: day) }
        #expect(step(saturday - 8) == nil && step(saturday - 7) == .week && step(saturday - 3) == .week)
        #expect(step(saturday - 2) == .twoDays && step(saturday - 1) == .lastWorkingDay)
        #expect(step(saturday) == .lastWorkingDay && step(saturday + 1) == .overdue && step(saturday + 400) == .overdue)
    }

    @Test(arguments: Engine.tested)
    func `everybody who handles it is told at each step once, and no more when it was sent`(
        engine: Engine
    ) async throws {
        let clock = Clock()
        let work = try await Workplace(engine, clock: { clock.now })
        try await work.hurt()
        try await work.away(from: Self.friday + 1)
        let deadline = Self.friday + 15
        let steps: [(Day, Int)] = [
            (deadline - 8, 0), (deadline - 7, 1), (deadline - 5, 0), (deadline - 2, 1), (deadline - 1, 1),
            (deadline, 0),
            (deadline + 1, 1), (deadline + 9, 0),
        ]
        for (day, count) in steps {
            clock.turn(to: day)
            #expect(try await Accidents.remind(in: work.house) == count, "\(day.text)")
            #expect(try await Accidents.remind(in: work.house) == 0, "\(day.text)")
        }
        for person in [Workplace.maja, Workplace.jonas] {
            let told = try await work.told(person)
            #expect(told.count == 4)
            #expect(told.contains("En ulykke i Laboratorier skal anmeldes senest lørdag 17. januar 2026."))
            #expect(
                told.contains("En ulykke i Laboratorier skulle være anmeldt lørdag 17. januar 2026. Anmeld den straks.")
            )
        }
        for person in [Workplace.sara, Workplace.karl, Workplace.rikke] { #expect(try await work.told(person).isEmpty) }
    }

    @Test func `what was sent, and what need not be, is not reminded of`() async throws {
        let clock = Clock()
        let work = try await Workplace(clock: { clock.now })
        try await work.hurt("sent")
        try await work.away("sent", from: Self.friday + 1)
        try await work.send("sent", on: Self.today)
        try await work.hurt("student", affected: .student)
        try await work.away("student", from: Self.friday + 1)
        try await work.hurt("well")
        try await work.fillIn("well")
        clock.turn(to: Self.today + 100)
        #expect(try await Accidents.remind(in: work.house) == 0)
    }

    @Test func `another deadline is reminded of anew, and of a confidential one not even the unit`() async throws {
        let clock = Clock()
        let work = try await Workplace(clock: { clock.now })
        try await work.hurt("mind", .psychological, what: "Han råbte ad hende")
        try await work.away("mind", from: Self.today, as: Workplace.eva)
        // Both lie behind, so that it is the same step.
        clock.turn(to: Self.today + 30)
        #expect(try await Accidents.remind(in: work.house) == 1)
        #expect(try await work.away("mind", from: Self.today - 1, to: Self.today - 1, as: Workplace.eva).status == 303)
        #expect(try await Accidents.remind(in: work.house) == 1)
        let told = try await work.told(Workplace.eva)
        #expect(told.count == 2 && told.allSatisfy { !$0.contains("Laboratorier") && !$0.contains("råbte") })
        for person in [Workplace.maja, Workplace.jonas] { #expect(try await work.told(person).isEmpty) }
    }

    @Test(arguments: Engine.tested)
    func `whoever corrects whom it struck, or what it was, makes a deadline or ends it`(engine: Engine) async throws {
        let clock = Clock()
        let work = try await Workplace(engine, clock: { clock.now })
        try await work.hurt(affected: .visitor)
        try await work.away(from: Self.friday + 1)
        func correct(_ affected: Affected) async throws {
            let fields = ["affected": affected.rawValue, "setting": "workplace"]
            #expect(try await work.post("/reports/cut/circumstances", as: Workplace.jonas, fields).status == 303)
        }
        func due() async throws -> Day? {
            try await work.database.read { try $0.value("SELECT due FROM accident WHERE report_id = 'cut'") }
        }
        #expect(try await due() == nil)
        try await correct(.employee)
        #expect(try await due() == Self.friday + 15)
        clock.turn(to: Self.friday + 16)
        #expect(try await Accidents.remind(in: work.house) == 1)
        try await correct(.visitor)
        #expect(try await due() == nil)
        try await correct(.employee)
        #expect(
            try await work.post("/reports/cut/kind", as: Workplace.jonas, ["kind": "near_miss"]).status == 303)
        #expect(try await due() == nil)
        #expect(try await work.post("/reports/cut/kind", as: Workplace.jonas, ["kind": "accident"]).status == 303)
        #expect(try await due() == Self.friday + 15)
    }

    @Test func `two servers that look at once tell once`() async throws {
        let clock = Clock()
        let work = try await Workplace(clock: { clock.now })
        try await work.hurt()
        try await work.away(from: Self.friday + 1)
        clock.turn(to: Self.friday + 16)
        async let one = Accidents.remind(in: work.house)
        async let other = Accidents.remind(in: work.house)
        let count = try await one + other
        #expect(count == 1)
        #expect(try await work.told(Workplace.maja).count == 1)
    }

    @Test func `where the bill holds, two days away are reminded of as far as compensation is possible`() async throws {
        let clock = Clock()
        let work = try await Workplace(clock: { clock.now })
        let july = try #require(Day("2026-07-06"))
        clock.turn(to: july)
        try await work.hurt(on: nil)
        try await work.fillIn("cut", ["happened": (july - 3).text, "compensation": "on"])
        try await work.away(from: july - 2, to: july - 1)
        _ = try await work.post("/accidents/rule", as: Workplace.rikke, ["holds": "yes", "source": "Lovtidende"])
        clock.turn(to: july + 30)
        #expect(try await Accidents.remind(in: work.house) == 1)
    }

    @Test func `where the bill holds, two days away are not reminded of`() async throws {
        let clock = Clock()
        let work = try await Workplace(clock: { clock.now })
        let july = try #require(Day("2026-07-06"))
        clock.turn(to: july)
        try await work.hurt(on: nil)
        let away = try await work.post(
            "/reports/cut/accident/absences", as: Workplace.jonas,
            ["happened": (july - 3).text, "first": (july - 2).text, "last": (july - 1).text])
        #expect(away.status == 303)
        let open = try await work.get("/reports/cut", as: Workplace.maja).text
        #expect(open.contains("Indtil da regner vi efter den strengeste regel") && open.contains("lovforslag, spørg"))
        _ = try await work.post("/accidents/rule", as: Workplace.rikke, ["holds": "yes", "source": "Lovtidende"])
        clock.turn(to: july + 30)
        #expect(try await Accidents.remind(in: work.house) == 0)
        let page = try await work.get("/reports/cut", as: Workplace.jonas).text
        #expect(page.contains("Need not be notified now: 2 days away, the rule is 3 days."))
        // How long is health data: the rest of the group hears the rule, and by when it would be.
        for path in ["/reports/cut", "/reports/cut/accident"] {
            let blacked = try await work.get(path, as: Workplace.maja).text
            #expect(blacked.contains("Skal ikke anmeldes nu, reglen er 3 dage. Ved længere fravær er fristen"))
            #expect(!blacked.contains("2 dage væk"), "\(path)")
        }
        _ = try await work.post("/accidents/rule", as: Workplace.rikke, ["holds": "no", "source": "Lovtidende"])
        #expect(try await Accidents.remind(in: work.house) == 1)
    }
}
