import Kernel
import Organisation
import Reports
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Accidents

/// From the report to what was sent.
@Suite struct AccidentJourneyTests {
    private static let (maja, jonas, eva, friday, today) = (
        Workplace.maja, Workplace.jonas, Workplace.eva, Workplace.friday, Workplace.today
    )

    @Test(arguments: Engine.tested)
    func `the report says that it must be notified, the form fills the sheet, and sending closes it`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        let report = try await work.hurt()
        let before = try await work.get(report, as: Self.maja).text
        #expect(before.contains("Anmeldelsespligt") && before.contains("Skal måske anmeldes"))

        #expect(try await work.away(from: Self.friday + 1).status == 303)
        let due = try await work.get(report, as: Self.maja).text
        #expect(due.contains("Skal anmeldes i EASY senest lørdag 17. januar 2026."))
        #expect(due.contains("12 dage tilbage."))
        #expect(due.contains("Sidste arbejdsdag før er fredag 16. januar 2026."))
        #expect(due.contains("Bek. 799 af 3. juni 2022"))

        #expect(try await work.fillIn().status == 303)
        let coded = try await work.post(
            report + "/accident/codes", as: Self.jonas, ["type_of_injury": "012", "body_part": "54", "deviation": "32"])
        #expect(coded.status == 303)
        let record = try #require(try await work.record())
        #expect(record.injury == "012" && record.bodyPart == "54" && record.deviation == "32" && record.contact == nil)
        #expect(
            record.injured
                == Injured(name: "Sara Lund", job: "Laborant", employment: .permanent, hired: Day("2020-02-01")))
        let sheet = try await work.get(report + "/accident/text", as: Self.jonas).text
        for line in [
            "Navn: Sara Lund", "CPR-nummer: [skrives kun i EASY]", "Stilling: Laborant", "Klokkeslæt: 14:30",
            "Skadens art: 012 Åbne sår", "Fraværsdage ud over ulykkesdagen: 3", "Dato: fredag 2. januar 2026",
        ] { #expect(sheet.contains(line), "\(line)") }

        #expect(try await work.send(on: Self.today).status == 303)
        #expect(try await work.standing()?.state == .metInTime(Self.today))
        let after = try await work.get(report, as: Self.maja).text
        #expect(after.contains("Sendt mandag 5. januar 2026, i tide."))
        let list = try await work.get("/accidents", as: Self.maja).text
        #expect(list.contains("Anmeldt") && list.contains("Skar sig i fingeren"))
    }

    @Test(arguments: Engine.tested)
    func `the same form sent twice notes one sending, and a mistake is taken back`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt()
        try await work.away(from: Self.friday + 1)
        for _ in 1...2 { #expect(try await work.send(on: Self.today).status == 303) }
        let sendings = try #require(try await work.record()).sendings
        #expect(sendings.count == 1 && sendings[0].receipt == "A-17" && sendings[0].by == Self.jonas.id)
        let path = "/reports/cut/accident/sendings/\(sendings[0].id)/withdrawal"
        for _ in 1...2 { #expect(try await work.post(path, as: Self.jonas).status == 303) }
        #expect(try await work.record()?.sendings == [])
        #expect(try await work.standing()?.state == .due(daysLeft: 12))
    }

    @Test func `whoever comes back has a last day, and what was wrong is removed`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        try await work.away(from: Self.friday + 1, isReduced: true)
        for _ in 1...2 {
            let ended = try await work.post(
                "/reports/cut/accident/absences/end", as: Self.jonas,
                ["first": (Self.friday + 1).text, "last": (Self.friday + 2).text])
            #expect(ended.status == 303)
        }
        #expect(try await work.record()?.absences == [Absence(Self.friday + 1, Self.friday + 2, isReduced: true)])
        let removed = try await work.post(
            "/reports/cut/accident/absences/removal", as: Self.jonas,
            ["first": (Self.friday + 1).text, "last": (Self.friday + 2).text, "reduced": "on"])
        #expect(removed.status == 303)
        #expect(try await work.record()?.absences == [])
        #expect(try await work.standing()?.duty == NotificationDuty.none)
    }

    @Test(arguments: Engine.tested)
    func `of two who change the details at once, the second keeps what was typed`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.hurt()
        #expect(try await work.fillIn().status == 303)
        let late = try await work.fillIn("cut", ["version": "0", "job": "Værkfører <b>"], as: Self.eva)
        #expect(late.status == 422)
        #expect(late.text.contains("En anden har rettet") && late.text.contains("Værkfører &lt;b&gt;"))
        #expect(try await work.record()?.injured.job == "Laborant")
    }

    @Test func `a report of what strikes nobody has no accident, and a disease only a note`() async throws {
        let work = try await Workplace()
        let near = try await work.hurt("near", .nearMiss)
        #expect(try await !work.get(near, as: Self.maja).text.contains("Anmeldelsespligt"))
        #expect(try await work.get(near + "/accident", as: Self.jonas).status == 404)
        #expect(try await work.away("near", from: Self.today).status == 404)
        let ill = try await work.hurt("ill", .disease)
        let page = try await work.get(ill, as: Self.maja).text
        #expect(page.contains("Anmeldes af læger og tandlæger") && !page.contains("/reports/ill/accident"))
        #expect(try await work.get(ill + "/accident", as: Self.jonas).status == 404)
    }

    @Test func `a student and somebody from another firm have a record and no deadline`() async throws {
        let work = try await Workplace()
        let student = try await work.hurt("student", affected: .student)
        try await work.away("student", from: Self.friday + 1, to: Self.today)
        let page = try await work.get(student, as: Self.maja).text
        #expect(
            page.contains("En studerende. Anmeldes ikke som ansat.") && page.contains("Arbejdsmiljøloven § 2, stk. 3"))
        #expect(page.contains("spørg Arbejdstilsynet"))
        #expect(try await work.record("student")?.isLostTime(on: Self.today) == true)
        let firm = try await work.hurt("firm", affected: .firm)
        #expect(try await work.get(firm, as: Self.maja).text.contains("Anmeldes af den skadelidtes eget firma."))
        #expect(try await work.standing("student")?.next == nil)
    }

    @Test func `violence outside working hours goes by the same rule, and says so`() async throws {
        let work = try await Workplace()
        let hit = try await work.hurt("hit", .violence, isOutsideHours: true)
        try await work.away("hit", from: Self.friday + 1)
        let page = try await work.get(hit, as: Self.maja).text
        #expect(
            page.contains("Skal anmeldes i EASY senest") && page.contains("anmeldes efter samme regler og frister."))
        #expect(!page.contains("Ulykker på vej til og fra arbejde anmeldes ikke."))
    }

    @Test func `of an accident on a journey it says that the way to work is another thing`() async throws {
        let work = try await Workplace()
        let fall = try await work.hurt("fall", setting: .travel)
        try await work.away("fall", from: Self.friday + 1)
        let page = try await work.get(fall, as: Self.maja).text
        #expect(page.contains("Ulykker på vej til og fra arbejde anmeldes ikke."))
    }

    @Test func `the journal tells deadlines, and nobody's name, injury or days away`() async throws {
        let work = try await Workplace()
        try await work.hurt()
        try await work.away(from: Self.friday + 1)
        try await work.fillIn()
        try await work.send(on: Self.today)
        let kept = try await work.database.read { reader in
            try reader.rows(
                """
                SELECT journal.verb, COALESCE(journal_payload.before, ''), COALESCE(journal_payload.after, '')
                FROM journal LEFT JOIN journal_payload ON journal_payload.entry_id = journal.id
                WHERE subject_kind = 'accident' AND subject_id = 'cut'
                """
            ) { row in "\(try row[0] as String) \(try row[1] as String) \(try row[2] as String)" }
        }
        #expect(kept.count == 3)
        let all = kept.joined()
        #expect(
            all.contains("2026-01-17") && !all.contains("Sara") && !all.contains("2026-01-03")
                && !all.contains("Laborant"))
    }
}
