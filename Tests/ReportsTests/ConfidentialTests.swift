import Access
import Journal
import Kernel
import Notices
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import Reports

/// What is told in confidence reaches the coordinator and nobody else.
@Suite struct ConfidentialTests {
    private static let secret = "Han råbte ad hende foran alle"

    @Test(arguments: Engine.tested)
    func `neither the group nor the administrator sees, counts, finds or exports it`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report(["kind": "offensive", "what": Self.secret, "place": "Kantinen"])
        try await work.report()
        let page = try await work.firstConfidential(as: Workplace.eva)
        #expect(try await work.get(page, as: Workplace.eva).text.contains(Self.secret))

        for person in [Workplace.maja, Workplace.jonas, Workplace.rikke, Workplace.karl, Workplace.sara] {
            for path in [
                "/reports", "/reports?q=r%C3%A5bte", "/reports?kind=offensive", "/reports/export.csv", "/reports/mine",
            ] {
                let seen = try await work.get(path, as: person).text
                #expect(!seen.contains(Self.secret) && !seen.contains("Kantinen"), "\(person.name) at \(path)")
            }
            for action in ["", "/photos/1"] {
                #expect(try await work.get(page + action, as: person).status == 404)
            }
            for action in ["/reading", "/closure", "/kind", "/messages"] {
                let status = try await work.post(
                    page + action, as: person, ["reason": "x", "text": "x", "kind": "good"]
                ).status
                #expect(status == 404 || status == 403, "\(person.name) at \(action)")
            }
        }
        let count = try await work.database.read { reader in
            let maja = try Doorkeeping().viewer(Workplace.maja, on: Workplace.today, reader)
            return try maja.map { try ReportStore(reader).waitingCount(for: $0, on: Workplace.today, most: 100) }
        }
        #expect(count == 1)
    }

    @Test(arguments: Engine.tested)
    func `every opening is kept, once a day for each reader, and shown to those who may open it`(
        engine: Engine
    ) async throws {
        let clock = Clock()
        let work = try await Workplace(engine, clock: { clock.now })
        try await work.report(["kind": "offensive", "what": Self.secret, "place": "Kantinen"])
        #expect(try await work.readings() == [])
        let list = try await work.get("/reports", as: Workplace.eva).text
        #expect(list.contains("Fortrolig melding"))
        #expect(!list.contains(Self.secret) && !list.contains("Kantinen"))
        #expect(try await work.readings() == [])

        let page = try await work.firstConfidential(as: Workplace.eva)
        let first = try await work.get(page, as: Workplace.eva).text
        #expect(first.contains("Hvem har åbnet den"))
        #expect(first.contains("<dt>Eva Nør</dt><dd>5. jan.</dd>"))
        for _ in 1...3 { _ = try await work.get(page, as: Workplace.eva) }
        #expect(try await work.readings() == ["2026-01-05 eva"])

        clock.now = Moment(milliseconds: clock.now.milliseconds + 86_400_000)
        _ = try await work.get(page + "/photos/1", as: Workplace.eva)
        #expect(try await work.readings() == ["2026-01-05 eva", "2026-01-06 eva"])
        #expect(try await work.get(page, as: Workplace.eva).text.contains("<dd>6. jan., 5. jan.</dd>"))
        for person in [Workplace.maja, Workplace.rikke, Workplace.karl] { _ = try await work.get(page, as: person) }
        #expect(try await work.readings().count == 2)
    }

    @Test(arguments: Engine.tested)
    func `of the reporter, who follows it, no opening is kept`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        let (code, _) = try await work.report(["kind": "offensive", "what": Self.secret])
        #expect(try await work.follow(code).text.contains(Self.secret))
        _ = try await work.report(["kind": "offensive", "what": Self.secret], at: "/report", as: Workplace.sara)
        let own = try await work.get("/reports/mine", as: Workplace.sara).text
        let page = "/reports/" + (try own.between("class=\"through\" href=\"/reports/", "\""))
        let seen = try await work.get(page, as: Workplace.sara).text
        #expect(seen.contains(Self.secret))
        #expect(!seen.contains("Hvem har åbnet den"))
        #expect(try await work.readings() == [])
    }

    @Test func `of reports that are not confidential no opening is kept`() async throws {
        let work = try await Workplace()
        try await work.report()
        let page = try await work.get(try await work.firstReport(as: Workplace.maja), as: Workplace.maja).text
        #expect(!page.contains("Hvem har åbnet den"))
        #expect(try await work.readings() == [])
    }

    @Test func `it never leaves in a file, not even for the coordinator`() async throws {
        let work = try await Workplace()
        try await work.report(["kind": "psychological", "what": Self.secret])
        #expect(try await !work.get("/reports/export.csv", as: Workplace.eva).text.contains(Self.secret))
    }

    @Test func `only the coordinator is told, in words that say nothing`() async throws {
        let work = try await Workplace()
        try await work.report(["kind": "offensive", "what": Self.secret])
        #expect(
            try await work.notices(for: Workplace.eva).map { $0.words.danish } == [
                "Der er en ny fortrolig melding til dig."
            ])
        #expect(try await work.notices(for: Workplace.maja).isEmpty)
        #expect(try await work.notices(for: Workplace.jonas).isEmpty)
    }

    @Test func `the journal says that something was reported, not what`() async throws {
        let work = try await Workplace()
        try await work.report(["kind": "offensive", "what": Self.secret])
        let lines = try await work.database.read { try JournalStore($0).page(kind: "report") }
        #expect(lines.count == 1)
        #expect(lines.allSatisfy { $0.after.isEmpty && $0.before.isEmpty && $0.person == nil && $0.moment == nil })
    }

    @Test func `where there is no coordinator the chair reads it, and goes on reading it`() async throws {
        let work = try await Workplace()
        try await work.seat(Workplace.sara, as: .chair, in: Workplace.historyGroup)
        try await work.report(["kind": "offensive", "what": Self.secret], at: "/r/link-history")
        let page = try await work.firstConfidential(as: Workplace.sara)
        try await work.seat(Workplace.ida, as: .coordinator, in: Workplace.historyGroup)
        #expect(try await work.get(page, as: Workplace.sara).text.contains(Self.secret))
        #expect(try await work.get(page, as: Workplace.ida).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `a case from before is read by the chair until there is a coordinator`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.seat(Workplace.sara, as: .chair, in: Workplace.historyGroup)
        try await work.report(["kind": "offensive", "what": Self.secret], at: "/r/link-history")
        try await work.database.write { try $0.execute("DELETE FROM report_handler") }
        let page = try await work.firstConfidential(as: Workplace.sara)
        #expect(try await work.get(page, as: Workplace.sara).text.contains(Self.secret))
        #expect(try await work.get(page, as: Workplace.karl).status == 404)
        try await work.seat(Workplace.ida, as: .coordinator, in: Workplace.historyGroup)
        #expect(try await work.get(page, as: Workplace.sara).status == 404)
        #expect(try await work.get(page, as: Workplace.ida).status == 200)
    }

    @Test func `where nobody could read it, it is refused with everything typed`() async throws {
        let work = try await Workplace()
        let (_, reply) = try await work.report(["kind": "offensive", "what": Self.secret], at: "/r/link-history")
        #expect(reply.status == 422)
        #expect(reply.text.contains(Self.secret))
        #expect(reply.text.contains("Her er der endnu ingen, der kan læse en fortrolig melding."))
        #expect(try await work.reportCount() == 0)
    }

    @Test func `the form says who reads it before anything is sent`() async throws {
        let work = try await Workplace()
        #expect(try await work.get(Workplace.lab).text.contains("Kun enhedens arbejdsmiljøkoordinator læser dem"))
    }

    @Test func `made confidential, it leaves the group`() async throws {
        let work = try await Workplace()
        try await work.report()
        let page = try await work.firstReport(as: Workplace.maja)
        let sorted = try await work.post(page + "/kind", as: Workplace.maja, ["kind": "offensive"])
        #expect(sorted.location == "/reports")
        #expect(try await work.get(page, as: Workplace.maja).status == 404)
        #expect(try await work.get(page, as: Workplace.eva).status == 200)
        #expect(try await work.post(page + "/kind", as: Workplace.eva, ["kind": "near_miss"]).status == 422)
    }

    @Test func `no action tells of it`() async throws {
        let work = try await Workplace()
        try await work.report(["kind": "offensive", "what": Self.secret])
        let page = try await work.firstConfidential(as: Workplace.eva)
        #expect(try await !work.get(page, as: Workplace.eva).text.contains("/actions/new"))
        let origin = "report:" + page.dropFirst("/reports/".count)
        let tried = try await work.post(
            "/actions", as: Workplace.eva,
            Workplace.action(origin: origin, body: "lab-group", unit: "laboratories", by: "eva"))
        #expect(tried.status == 422)
    }
}

/// A clock that the test sets.
private final class Clock: Sendable {
    private let moment = Mutex(Workplace.monday)
    var now: Moment {
        get { moment.withLock { $0 } }
        set { moment.withLock { $0 = newValue } }
    }
}

extension Workplace {
    /// The openings that are kept, as day and person.
    func readings() async throws -> [String] {
        try await database.read { reader in
            try reader.rows("SELECT day, person_id FROM report_reading ORDER BY day, person_id") { row in
                "\(try row[0] as String) \(try row[1] as String)"
            }
        }
    }

    func firstConfidential(as person: Person) async throws -> String {
        let list = try await get("/reports?kind=offensive", as: person).text
        return "/reports/" + (try list.between("class=\"through\" href=\"/reports/", "\""))
    }

    func seat(_ person: Person, as role: Role, in body: BodyID) async throws {
        let mandate = Mandate(
            id: house.identities.random(), role: role, body: body, person: person.id, origin: .appointed,
            starts: Workplace.today)
        let deed = deed(by: nil)
        try await database.write { try $0.apply(mandate.given(to: person.name), deed) }
    }
}
