import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

struct JournalTests {
    private let report = Subject("report", "r1")

    private func apply(_ change: Change, _ workplace: Workplace, by person: Person? = Workplace.maja) async throws {
        let deed = workplace.deed(by: person)
        try await workplace.database.write { try $0.apply(change, deed) }
    }

    private func lines(_ workplace: Workplace) async throws -> [JournalLine] {
        let report = report
        return try await workplace.database.read { try JournalStore($0).lines(about: report) }
    }

    @Test(arguments: Engine.tested)
    func `an entry tells who did it, when, and only what differs`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let entry = JournalEntry(
            report, "moved", from: ["column": "now", "title": "Støj"], to: ["column": "done", "title": "Støj"])
        try await apply(Change([], journal: [entry], raising: []), workplace)
        let line = try #require(try await lines(workplace).first)
        #expect(line.person == Workplace.maja.id)
        #expect(line.moment == Workplace.monday)
        #expect(line.before == ["column": "now"])
        #expect(line.after == ["column": "done"])
    }

    @Test(arguments: Engine.tested)
    func `lines that are filled in at once are read back like any other`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let lines = [
            JournalFill.Line(
                JournalEntry(report, "moved", before: ["stage": "a"], after: ["stage": "b"]), by: Workplace.maja.id,
                at: Workplace.monday),
            JournalFill.Line(JournalEntry(report, "read"), by: nil, at: Workplace.monday + 60),
        ]
        try await workplace.database.write { try JournalFill.lines(lines, .system, $0) }
        let (last, first) = (try #require(try await self.lines(workplace).first), try await self.lines(workplace).last)
        #expect(last.verb == "read" && last.person == nil && last.after.isEmpty && last.moment == Workplace.monday + 60)
        #expect(first?.person == Workplace.maja.id && first?.before == ["stage": "a"] && first?.after == ["stage": "b"])
    }

    @Test(arguments: Engine.tested)
    func `an entry of a day has no person and no moment, whoever did it`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let entry = JournalEntry(report, "reported", precision: .day)
        try await apply(Change([], journal: [entry], raising: []), workplace)
        let line = try #require(try await lines(workplace).first)
        #expect(line.person == nil)
        #expect(line.moment == nil)
        #expect(line.at == Workplace.today.text)
        #expect(line.day == Workplace.today)
    }

    @Test(arguments: Engine.tested)
    func `a change that goes stale leaves no entry and tells nobody`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let before = workplace.house.hub.stamp("plan")
        let guarded = ("UPDATE person SET name = 'X' WHERE id = 'nobody'" as SQL).orStale
        let change = Change([guarded], journal: [JournalEntry(report, "closed")], raising: [Topic("plan")])
        await #expect(throws: Stale.self) { try await apply(change, workplace) }
        #expect(try await lines(workplace).isEmpty)
        #expect(workplace.house.hub.stamp("plan") == before)
    }

    @Test(arguments: Engine.tested)
    func `a follower that refuses takes the whole change back`(engine: Engine) async throws {
        struct No: Error {}
        let workplace = try await Workplace(engine)
        let deed = Deed(by: nil, at: Workplace.monday, identities: workplace.house.identities) { _, _, _ in throw No() }
        let change = Change([], journal: [JournalEntry(report, "closed")], raising: [])
        await #expect(throws: No.self) { try await workplace.database.write { try $0.apply(change, deed) } }
        #expect(try await lines(workplace).isEmpty)
    }

    @Test(arguments: Engine.tested)
    func `the journal is paged without a gap or a line twice`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let whole = try await workplace.database.read { try JournalStore($0).page(most: 1000) }
        var place: (at: String, id: String)?
        var paged: [String] = []
        repeat {
            let from = place
            let page = try await workplace.database.read { try JournalStore($0).page(after: from, most: 4) }
            paged += page.map(\.id.text)
            place = page.last.map { ($0.at, $0.id.text) }
        } while place != nil
        #expect(paged == whole.map(\.id.text))
        #expect(whole.count > 4)
        // Without what was written, the lines are the same.
        let bare = try await workplace.database.read { try JournalStore($0).page(most: 1000, hasValues: false) }
        #expect(bare.map(\.id) == whole.map(\.id) && bare.map(\.verb) == whole.map(\.verb))
        #expect(whole.contains { !$0.after.isEmpty } && bare.allSatisfy { $0.before.isEmpty && $0.after.isEmpty })
    }
}

extension Deed {
    fileprivate init(
        by person: PersonID?, at moment: Moment, identities: Identities, _ follower: @escaping Follower
    ) {
        self.init(by: person, at: moment, identities: identities, followers: [follower])
    }
}
