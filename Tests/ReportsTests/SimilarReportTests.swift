import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

@Suite struct `Reports like another one` {
    @Test func `a place is known by its numbers and by words that say more than that it is a building`() {
        func isSame(_ one: String, _ other: String) -> Bool { !PlaceWords(one).isDisjoint(with: PlaceWords(other)) }
        #expect(isSame("Bygning 204", "bygning 204, ved døren"))
        #expect(isSame("3. sal", "Storrum, 3. sal"))
        #expect(isSame("Værkstedet", "Bag værkstedet"))
        #expect(!isSame("Bygning 204", "Bygning 205"))
        #expect(!isSame("Bygning 4, laboratorium 2", "Bygning 2, kælderen"))
        #expect(!isSame("Bygning", "Bygningen") && !isSame("", "") && !isSame("på 1", ""))
    }

    private func similar(_ work: Workplace, to what: String, as person: Person) async throws -> [(String, String)] {
        try await work.database.read { reader in
            let id: ID<Report>? = try reader.value("SELECT id FROM report WHERE what = \(what)")
            let viewer = try #require(try Doorkeeping().viewer(person, on: Workplace.today, reader))
            let store = ReportStore(reader)
            let report = try #require(try id.flatMap { try store.find($0) })
            return try store.similar(to: report, for: viewer, on: Workplace.today).map { similar in
                (similar.report.what, similar.likenesses.map { "\($0)" }.joined(separator: " "))
            }
        }
    }

    @Test(arguments: Engine.tested)
    func `those with most in common come first, and none that the viewer may not read`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report(["what": "Den ene", "kind": "near_miss", "place": "Bygning 204"])
        try await work.report(["what": "Alt", "kind": "near_miss", "place": "ved bygning 204"])
        try await work.report(["what": "Sted", "kind": "strain", "place": "Bygning 204"])
        try await work.report(["what": "Enhed", "kind": "good", "place": "Kælderen"])
        try await work.report(["what": "Fortrolig", "kind": "offensive", "place": "Bygning 204"])
        try await work.report(
            ["what": "Andetsteds", "kind": "near_miss", "place": "Bygning 204"], at: "/r/link-history")
        let found = try await similar(work, to: "Den ene", as: Workplace.maja)
        #expect(found.map(\.0) == ["Alt", "Sted", "Enhed"])
        #expect(found.map(\.1) == ["kind place unit", "place unit", "unit"])
        // Not to the coordinator either, who may read it.
        #expect(try await similar(work, to: "Den ene", as: Workplace.eva).map(\.0) == ["Alt", "Sted", "Enhed"])
        #expect(try await similar(work, to: "Den ene", as: Workplace.karl).isEmpty)
        #expect(try await similar(work, to: "Den ene", as: Workplace.sara).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `eight at most, of the last two years`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        for number in 1...11 { try await work.report(["what": "Nummer \(number)", "place": ""]) }
        #expect(try await similar(work, to: "Nummer 1", as: Workplace.maja).count == 8)
        let old = Workplace.today - ReportStore.similarDays - 1
        try await work.database.write {
            try $0.execute(
                "UPDATE report SET reported = \(old), happened = NULL WHERE what <> 'Nummer 1' AND what <> 'Nummer 2'")
        }
        #expect(try await similar(work, to: "Nummer 1", as: Workplace.maja).map(\.0) == ["Nummer 2"])
    }

    @Test func `they are found by unit and day, however many there are`() async throws {
        let work = try await Workplace()
        let plan = try await work.database.read { reader in
            try reader.plan(
                of: """
                    SELECT \(Report.columns) FROM report WHERE unit_id IN \(SQL.list([Workplace.laboratories]))
                    AND reported >= \(Workplace.today - 730) AND confidential = 0 AND id <> 'x'
                    ORDER BY reported DESC, id LIMIT 200
                    """)
        }
        #expect(plan.contains("USING INDEX report_open_by_day"), "\(plan)")
    }
}
