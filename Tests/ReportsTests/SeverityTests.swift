import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// How bad it was and how bad it could have become: said by those who handle the report.
@Suite struct SeverityTests {
    private static let nearly = ["was": "none", "could": "grave"]

    @Test(arguments: Engine.tested)
    func `what is said stands on the page, and the journal keeps what was said before`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report()
        let report = try await work.firstReport(as: Workplace.maja)
        #expect(try await work.post(report + "/severity", as: Workplace.maja, ["could": "slight"]).status == 303)
        #expect(try await work.post(report + "/severity", as: Workplace.maja, Self.nearly).status == 303)
        let page = try await work.get(report, as: Workplace.maja).text
        for words in ["Ingen skade", "Meget alvorligt: varige mén eller død"] {
            #expect(page.contains("<dd>\(words)</dd>"), "\(words)")
        }
        let told: [String] = try await work.database.read { reader in
            try reader.values(
                """
                SELECT journal_payload.before || journal_payload.after FROM journal_payload
                JOIN journal ON journal.id = journal_payload.entry_id WHERE journal.verb = 'rated'
                """)
        }
        #expect(told.count == 2)
        #expect(told.contains { $0.contains("slight") && $0.contains("grave") })
    }

    @Test(arguments: Engine.tested)
    func `the list is narrowed to what is serious, and put in order by it, page by page`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        for (what, fields) in [
            ("Let ting", ["was": "slight"]), ("Slem ting", ["was": "serious"]), ("Nær ved", Self.nearly),
        ] {
            try await work.report(["what": what])
            try await work.rate(what, fields)
        }
        try await work.report(["what": "Ingen har set på den"])
        let serious = try await work.get("/reports?severity=serious", as: Workplace.maja).text
        #expect(serious.contains("Slem ting") && serious.contains("Nær ved"))
        #expect(!serious.contains("Let ting") && !serious.contains("Ingen har set"))
        #expect(serious.contains("Kunne være blevet meget alvorligt"))
        let ordered = try await work.database.read { reader -> [String] in
            guard let maja = try Doorkeeping().viewer(Workplace.maja, on: Workplace.today, reader) else { return [] }
            var (all, place): ([String], ReportStore.Place?) = ([], nil)
            repeat {
                let page = try ReportStore(reader).page(
                    for: maja, .init(order: .worstFirst), after: place, on: Workplace.today, most: 1)
                all += page.map(\.what)
                place = page.last.flatMap { ReportStore.Place(ReportStore.Place(of: $0, in: .worstFirst).text) }
                if page.isEmpty { return all }
            } while all.count < 10
            return all
        }
        #expect(ordered == ["Nær ved", "Slem ting", "Let ting"])
        for odd in ["severity=worse", "order=none", "order=worst&after=9.x", "order=worst&after=3.2026-01-05.k"] {
            #expect(try await work.get("/reports?\(odd)", as: Workplace.maja).status == 200, "\(odd)")
        }
    }

    @Test func `it could not have become less bad than it was, and what is no level is refused`() async throws {
        let work = try await Workplace()
        try await work.report()
        let report = try await work.firstReport(as: Workplace.maja)
        let less = try await work.post(report + "/severity", as: Workplace.maja, ["was": "serious", "could": "slight"])
        #expect(less.status == 422)
        #expect(less.text.contains("Det kan ikke have været mindre slemt"))
        #expect(try await work.post(report + "/severity", as: Workplace.maja, ["was": "5"]).status == 422)
        #expect(try await work.post(report + "/severity", as: Workplace.karl, Self.nearly).status == 404)
        let rated: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM report WHERE gravity > 0") }
        #expect(rated == 0)
    }

    @Test(arguments: Engine.tested)
    func `of a confidential report nobody learns it from a list, an order or the journal`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report(["kind": "offensive"])
        let report = try await work.firstReport(as: Workplace.eva)
        #expect(try await work.post(report + "/severity", as: Workplace.eva, Self.nearly).status == 303)
        #expect(try await work.get(report, as: Workplace.eva).text.contains("<dd>Meget alvorligt"))
        for list in ["/reports?severity=none", "/reports?order=worst"] {
            #expect(!(try await work.get(list, as: Workplace.eva).text.contains(report)), "\(list)")
        }
        #expect(!(try await work.get("/reports", as: Workplace.eva).text.contains("Kunne være blevet")))
        let told: [String] = try await work.database.read { reader in
            try reader.values("SELECT journal_payload.before || journal_payload.after FROM journal_payload")
        }
        #expect(!told.contains { $0.contains("grave") })
    }

    @Test(arguments: Engine.tested)
    func `what becomes confidential is no longer found by its severity`(engine: Engine) async throws {
        let work = try await Workplace(engine)
        try await work.report()
        let report = try await work.firstReport(as: Workplace.maja)
        _ = try await work.post(report + "/severity", as: Workplace.maja, Self.nearly)
        _ = try await work.post(report + "/kind", as: Workplace.maja, ["kind": "offensive"])
        let gravity: Int? = try await work.database.read { try $0.value("SELECT gravity FROM report") }
        #expect(gravity == 0)
        #expect(!(try await work.get("/reports?order=worst", as: Workplace.eva).text.contains(report)))
    }

    @Test func `whoever reports is not asked`() async throws {
        let work = try await Workplace()
        #expect(!(try await work.get(Workplace.lab).text.contains("name=\"was\"")))
        let (code, _) = try await work.report()
        let report = try await work.firstReport(as: Workplace.maja)
        _ = try await work.post(report + "/severity", as: Workplace.maja, Self.nearly)
        #expect(!(try await work.follow(code).text.contains("Meget alvorligt")))
    }

    @Test func `what is rated lies in an index of its own, which what comes in is not in`() async throws {
        let work = try await Workplace()
        let plan = try await work.database.read { reader in
            try reader.plan(
                of: """
                    SELECT id FROM report WHERE confidential = 0 AND gravity > 0 AND gravity >= \(1)
                    ORDER BY gravity DESC, reported DESC, id LIMIT 5
                    """)
        }
        #expect(plan.contains("SEARCH report USING INDEX report_by_gravity"), "\(plan)")
    }
}

extension Workplace {
    fileprivate func rate(_ what: String, _ fields: [String: String]) async throws {
        let id: String? = try await database.read { try $0.value("SELECT id FROM report WHERE what = \(what)") }
        _ = try await post("/reports/\(id ?? "")/severity", as: Workplace.maja, fields)
    }
}
