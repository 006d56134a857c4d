import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Accidents
@testable import Reports

/// An accident of which nobody has said yet whether anybody was away stands on Today of those who can answer.
@Suite struct UnfilledTests {
    private static let question = RegisterTexts.wasAnybodyAway

    private static func asks(_ person: Person, _ work: Workplace) async throws -> Bool {
        let today = try await work.get("/", as: person).text
        return today.contains(question.danish) || today.contains(question.english)
    }

    @Test(arguments: Engine.tested)
    func `it is asked once the report is read, until somebody answers`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let report = try await work.hurt()
        #expect(!(try await Self.asks(Workplace.jonas, work)))
        _ = try await work.post(report + "/reading", as: Workplace.jonas)
        let today = try await work.get("/", as: Workplace.jonas).text
        #expect(today.contains(Self.question.english) && today.contains("Laboratories. If so, a deadline may run out"))
        #expect(try await work.post(report + "/accident/absences/none", as: Workplace.jonas).status == 303)
        #expect(!(try await Self.asks(Workplace.jonas, work)))
        #expect(try await work.record()?.absences == [])
        #expect(try await work.standing()?.duty == NotificationDuty.none)
    }

    @Test(arguments: Engine.tested)
    func `the day is the first on which a duty can run out, and what is old is left to the register`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.hurt("cut")
        try await work.hurt("fall", on: Workplace.today - 30)
        for id in ["cut", "fall"] { _ = try await work.post("/reports/\(id)/reading", as: Workplace.jonas) }
        let law = try law()
        let days = try await work.database.read { reader in
            try ["cut", "fall"].map { try ReportStore(reader).find(ID<Report>($0))?.firstDeadline(law) }
        }
        #expect(days == [Workplace.friday + 15, Workplace.today - 15])
        let (read, later) = (Workplace.today, Workplace.today + 61)
        let found = try await work.database.read { reader -> [[ID<Report>]] in
            guard let jonas = try Doorkeeping().viewer(Workplace.jonas, on: read, reader) else { return [] }
            return try [read, later].map { day in
                try ReportsOfHarm(since: day - 60, today: read, where: "1 = 1").find(for: jonas, most: 4, reader)
                    .map(\.id)
            }
        }
        #expect(found == [[ID("fall"), ID("cut")], []])
    }

    @Test(arguments: Engine.tested)
    func `whoever cannot answer is not asked, nor is anybody of a student, a near miss or a closed report`(
        engine: Engine
    ) async throws {
        let work = try await Workplace(engine)
        try await work.hurt("cut")
        try await work.hurt("pupil", affected: .student)
        try await work.hurt("near", .nearMiss)
        try await work.hurt("old")
        for id in ["cut", "pupil", "near", "old"] {
            _ = try await work.post("/reports/\(id)/reading", as: Workplace.jonas)
        }
        _ = try await work.post("/reports/old/closure", as: Workplace.jonas, ["reason": "Ingen skade"])
        let today = try await work.get("/", as: Workplace.jonas).text
        #expect(today.components(separatedBy: Self.question.english).count == 2)
        for person in [Workplace.maja, Workplace.karl, Workplace.sara] {
            #expect(!(try await Self.asks(person, work)), "\(person.name)")
        }
    }

    @Test func `of a confidential report not even the unit is said, and only who handles it is asked`() async throws {
        let work = try await Workplace()
        let report = try await work.hurt("mind", .psychological, what: "Han råbte ad hende")
        _ = try await work.post(report + "/reading", as: Workplace.eva)
        let today = try await work.get("/", as: Workplace.eva).text
        #expect(today.contains("Fortrolig melding. Hvis ja, kan en frist løbe ud den dag."))
        for person in [Workplace.jonas, Workplace.maja, Workplace.rikke] {
            #expect(!(try await Self.asks(person, work)), "\(person.name)")
        }
    }

    @Test func `nobody away is refused without a day, and changes nothing of what is written already`() async throws {
        let work = try await Workplace()
        try await work.hurt("odd", on: nil)
        let refused = try await work.post("/reports/odd/accident/absences/none", as: Workplace.jonas)
        #expect(refused.status == 422)
        #expect(try await work.record("odd") == nil)
        try await work.hurt("cut")
        try await work.away("cut", from: Workplace.friday + 1)
        #expect(try await work.post("/reports/cut/accident/absences/none", as: Workplace.jonas).status == 303)
        #expect(try await work.record("cut")?.absences.count == 1)
    }

    @Test func `it is found by index, by the unit or by the day`() async throws {
        let work = try await Workplace()
        let places: [SQL] = ["unit_id = \(Workplace.laboratories) AND", ""]
        let plans = try await work.database.read { reader in
            try places.map { place in
                try reader.plan(
                    of: """
                        SELECT 1 FROM report WHERE stage > 0 AND stage < 3 AND affected = 'employee'
                        AND kind IN ('accident', 'violence', 'psychological') AND reported >= \(Workplace.today - 60)
                        AND reported <= \(Workplace.today) AND \(place) 1 = 1 LIMIT 1
                        """)
            }
        }
        #expect(plans[0].contains("report_harm_by_unit") && plans[1].contains("report_harm_by_day"), "\(plans)")
    }
}
