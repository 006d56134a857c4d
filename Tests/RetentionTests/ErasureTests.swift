import Accidents
import App
import Journal
import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

@testable import Retention

@Suite struct ErasureTests {
    /// A report with everything that can lie beside one, closed.
    /// - Returns: its page, and that of the action it became.
    private func full(_ work: Workplace, _ clock: YearClock, kind: String = "near_miss") async throws -> (
        report: String, action: String
    ) {
        let page = try await work.report(kind: kind, as: Workplace.sara, photo: true)
        _ = try await work.post(page + "/reading", as: Workplace.maja)
        _ = try await work.post(page + "/messages", as: Workplace.maja, ["text": "Hvor præcist var det?", "key": "m1"])
        _ = try await work.post(
            page + "/messages", as: Workplace.sara, ["text": "Ved døren til kølerummet", "key": "m2"])
        #expect(try await work.post(page + "/investigation", as: Workplace.maja).status == 303)
        _ = try await work.post(
            page + "/investigation/steps", as: Workplace.maja, ["time": "9.10", "what": "Pakningen sprang"])
        let action = try await work.act(on: page)
        _ = try await work.post(
            action + "/closure", as: Workplace.maja, ["done": "Pakningen er skiftet", "effect": "yes", "key": "c"])
        clock.pass(days: 3)
        _ = try await JournalSealing(work.house.database, key: Features.journalKey(work.house.settings))
            .seal(at: clock.now)
        return (page, action)
    }

    @Test(arguments: Engine.tested)
    func `nothing is left of a report: no word, no photo, no id, and the journal is whole`(engine: Engine) async throws
    {
        let clock = YearClock()
        let work = try await Workplace(engine) { clock.now }
        let (page, action) = try await full(work, clock)
        let other = try await work.report("Løs flise på trappen", photo: true)
        clock.pass(years: 6)
        try await work.switchOn("reports")
        #expect(try await work.carryingOut.run() == 1)

        #expect(try await work.get(page, as: Workplace.maja).status == 404)
        #expect(try await work.get(page, as: Workplace.sara).status == 404)
        let shown = try await work.get(action, as: Workplace.maja)
        #expect(shown.status == 200 && shown.text.contains("Noget, der er slettet"))
        #expect(!shown.text.contains(page))
        #expect(try await !work.get("/reports/mine", as: Workplace.sara).text.contains(Workplace.words))
        // The same picture lies beside the other report still.
        #expect(try await work.get(other, as: Workplace.maja).text.contains("Løs flise"))
        #expect(try await work.get(other + "/photos/1", as: Workplace.maja).status == 200)
        #expect(try await work.count("SELECT COUNT(*) FROM stored_file") == 1)

        clock.pass(days: 3)
        let key = Features.journalKey(work.house.settings)
        _ = try await JournalSealing(work.house.database, key: key).seal(at: clock.now)
        let check = try await JournalCheck(work.database, key: key)
        #expect(check.faults == [] && check.erased > 5)

        let kept = try await work.everythingKept()
        #expect(kept.says("Løs flise") && kept.says("Tætne bruseren"))
        let traces = [
            Workplace.words, "Hvor præcist", "kølerummet", "Pakningen sprang",
            String(page.dropFirst("/reports/".count)),
        ]
        for trace in traces { #expect(!kept.says(trace), "\(trace) was found") }
    }

    @Test(arguments: Engine.tested)
    func `without erasing the looking above finds everything`(engine: Engine) async throws {
        let clock = YearClock()
        let work = try await Workplace(engine) { clock.now }
        let (page, _) = try await full(work, clock)
        let kept = try await work.everythingKept()
        for trace in [Workplace.words, "kølerummet", "Pakningen sprang", String(page.dropFirst("/reports/".count))] {
            #expect(kept.says(trace), "\(trace) was not found")
        }
    }

    /// Whoever adds a table that names reports erases its rows where the feature erases the others, and names it here.
    @Test func `every table that names a report is one that is erased`() async throws {
        let work = try await Workplace()
        let tables: [String] = try await work.database.read { reader in
            try reader.values(
                """
                SELECT kept.name FROM sqlite_schema AS kept JOIN pragma_table_info(kept.name) AS part
                WHERE kept.type = 'table' AND part.name = 'report_id' ORDER BY kept.name
                """)
        }
        #expect(
            tables == [
                "accident", "accident_absence", "accident_group_text", "accident_reminder", "accident_sending",
                "investigation",
                "investigation_action", "investigation_barrier", "investigation_cause", "investigation_intent",
                "investigation_participant", "investigation_step", "report_action", "report_handler", "report_hold",
                "report_kept_from", "report_message", "report_passing", "report_photo", "report_reading",
                "summed_report",
            ])
    }

    @Test(arguments: Engine.tested)
    func `an accident stays thirty years, and then goes with its days away`(engine: Engine) async throws {
        let clock = YearClock()
        let work = try await Workplace(engine) { clock.now }
        let page = try await work.report(kind: "accident", as: Workplace.sara)
        let happened = clock.now.day
        let written = try await work.post(
            page + "/accident", as: Workplace.jonas,
            [
                "happened": happened.text, "time": "08:30", "place": "Laboratorium 2", "course": "Gled i vandet",
                "name": "Sara Lund", "job": "Laborant", "employment": "permanent", "hired": "2020-02-01",
                "incapacity": "2-3", "version": "0",
            ])
        #expect(written.status == 303, "\(written.text)")
        clock.pass(days: 5)
        let away = try await work.post(
            page + "/accident/absences", as: Workplace.jonas,
            ["first": (happened + 1).text, "last": (happened + 3).text, "key": "away"])
        #expect(away.status == 303, "\(away.text)")
        try await work.close(page, as: Workplace.jonas)
        try await work.switchOn("reports", "work-injuries")
        clock.pass(days: 365 * 29)
        try await work.carryingOut.run()
        #expect(try await work.count("SELECT COUNT(*) FROM accident") == 1)
        clock.pass(days: 2 * 366)
        #expect(try await work.carryingOut.run() == 1)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 0)
        #expect(try await work.count("SELECT COUNT(*) FROM accident_absence") == 0)
        #expect(try await work.count("SELECT COUNT(*) FROM journal WHERE subject_kind = 'accident'") == 0)
    }

    @Test(arguments: Engine.tested)
    func `a confidential case goes by its own rule, and nothing says that there was one`(engine: Engine) async throws {
        let clock = YearClock()
        let work = try await Workplace(engine) { clock.now }
        let page = try await work.report("Han råbte ad hende", kind: "offensive")
        try await work.close(page, as: Workplace.eva)
        try await work.switchOn("confidential")
        clock.pass(years: 3)
        let empty = try await Workplace(engine) { clock.now }
        try await empty.switchOn("confidential")
        #expect(try await work.carryingOut.run() == 0)
        #expect(try await empty.carryingOut.run() == 0)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 0)
        #expect(try await work.count("SELECT COUNT(*) FROM report_handler") == 0)
        #expect(try await work.journalled() == empty.journalled())
        let lines = try await work.count("SELECT COUNT(*) FROM journal")
        #expect(try await lines == empty.count("SELECT COUNT(*) FROM journal"))
        for path in ["/administration/retention", "/administration/retention/confidential"] {
            let seen = try await work.main(of: path)
            #expect(try await seen == empty.main(of: path), "\(path)")
        }
    }

    @Test(arguments: Engine.tested)
    func `what was reopened is counted from when it was closed again, and what is open stays`(engine: Engine)
        async throws
    {
        let clock = YearClock()
        let work = try await Workplace(engine) { clock.now }
        let page = try await work.report()
        let action = try await work.act(on: page)
        let closure = ["done": "Pakningen er skiftet", "effect": "partly"]
        _ = try await work.post(action + "/closure", as: Workplace.maja, closure)
        clock.pass(years: 4)
        _ = try await work.post(action + "/reopening", as: Workplace.maja)
        try await work.switchOn("reports")
        clock.pass(years: 6)
        #expect(try await work.carryingOut.run() == 0)
        _ = try await work.post(action + "/closure", as: Workplace.maja, closure)
        clock.pass(years: 4)
        #expect(try await work.carryingOut.run() == 0)
        clock.pass(years: 2)
        #expect(try await work.carryingOut.run() == 1)
    }

    @Test(arguments: Engine.tested)
    func `two servers at once erase each report once`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.fill(120, closed: Workplace.today - 2200)
        try await work.switchOn("reports")
        let other = try Workplace(beside: work)
        async let one = work.carryingOut.run()
        async let two = other.carryingOut.run()
        let erased = try await one + two
        #expect(erased == 120)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 0)
        #expect(try await work.count("SELECT erased FROM retention_run WHERE kind = 'reports'") == 120)
    }

    @Test(arguments: Engine.tested)
    func `broken off in the middle, it goes on where it was`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.fill(120, closed: Workplace.today - 2200)
        try await work.switchOn("reports")
        #expect(try await work.carryingOut.run(work.kind("reports"), most: 1) == CarryingOut.portion)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 120 - CarryingOut.portion)
        #expect(try await work.carryingOut.run() == 120 - CarryingOut.portion)
        #expect(try await work.carryingOut.run() == 0)
    }

    @Test(arguments: Engine.tested)
    func `a portion that fails takes nothing, of this feature or another`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.fill(3, closed: Workplace.today - 2200)
        try await work.switchOn("reports")
        let failing = Reports.retained(
            besides: [],
            erasing: [
                { _, erasing in
                    try erasing.writer.execute("DELETE FROM report_photo WHERE report_id = 'old-0'")
                    throw Stale()
                }
            ])
        let run = CarryingOut(in: work.house, failing, key: Features.journalKey(work.house.settings))
        await #expect(throws: Stale.self) { try await run.run() }
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 3)
        #expect(
            try await work.count("SELECT COUNT(*) FROM journal WHERE subject_kind = 'retention' AND verb = 'erased'")
                == 0)
    }

    @Test func `old notices go, and new ones stay`() async throws {
        let clock = YearClock()
        let work = try await Workplace { clock.now }
        try await work.report()
        clock.pass(years: 2)
        try await work.report("Løs flise på trappen")
        let before = try await work.count("SELECT COUNT(*) FROM notice")
        try await work.switchOn("notices")
        try await work.carryingOut.run()
        let after = try await work.count("SELECT COUNT(*) FROM notice")
        #expect(before == 2 * after && after > 0)
    }

    @Test(arguments: Engine.tested)
    func `early on Sunday the database is written anew, once`(engine: Engine) async throws {
        let work = try await Workplace(engine) { Workplace.monday + -31 * 3600 }
        try await work.fill(12, closed: Workplace.today - 2200)
        try await work.switchOn("reports")
        #expect(try await work.carryingOut.atNight() == 12)
        #expect(try await work.carryingOut.atNight() == 0)
        #expect(try await work.count("SELECT COUNT(*) FROM retention_run WHERE kind = 'rewriting'") == 1)
        #expect(try await work.get("/reports", as: Workplace.maja).status == 200)
    }

    @Test func `nothing is done by day`() async throws {
        let work = try await Workplace()
        try await work.fill(3, closed: Workplace.today - 2200)
        try await work.switchOn("reports")
        #expect(try await work.carryingOut.atNight() == 0)
        #expect(try await work.count("SELECT COUNT(*) FROM report") == 3)
    }
}
