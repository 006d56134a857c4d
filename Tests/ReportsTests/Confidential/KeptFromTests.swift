import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// Whoever reports the behaviour of a handler can keep it from that handler.
@Suite struct KeptFromTests {
    @Test func `the form names each to whom it could go, nearest first`() async throws {
        let work = try await Workplace.trusted()
        let form = try await work.get(Workplace.lab).text
        let places = try ["nora", "liv", "eva"].map { person in
            try #require(form.range(of: "name=\"kept-from\" value=\"\(person)\"")).lowerBound
        }
        #expect(places == places.sorted())
        #expect(!form.contains("value=\"maja\"") && !form.contains("value=\"rikke\""))
    }

    @Test(arguments: Engine.tested)
    func `kept from the handler it goes to the deputy, and the handler hears nothing`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let before = try await work.notices(for: Workplace.nora).count
        let page = try await work.tell(["kept-from": "nora"])
        #expect(try await work.handlers(of: page) == ["liv handler"])
        #expect(try await work.get(page, as: Workplace.nora).status == 404)
        #expect(try await work.notices(for: Workplace.nora).count == before)
        #expect(try await work.get("/reports", as: Workplace.nora).location == "/reports/mine")
        let seen = try await work.get(page, as: Workplace.liv).text
        #expect(seen.contains("<dt>Må ikke læses af</dt><dd>Nora Beck</dd>"))
        #expect(try await !work.get(page + "/handover", as: Workplace.liv).text.contains("Nora Beck"))
        let back = try await work.post(page + "/handover", as: Workplace.liv, ["to": "nora", "reason": "x"])
        #expect(back.status == 422)
    }

    @Test func `kept from both it goes to the coordinator, and from all to nobody`() async throws {
        let work = try await Workplace.trusted()
        let both = try await send(work, keptFrom: ["nora", "liv"])
        #expect(both.status == 200)
        #expect(try await work.get("/reports", as: Workplace.eva).text.contains("Fortrolig melding"))
        let all = try await send(work, keptFrom: ["nora", "liv", "eva"])
        #expect(all.status == 422)
        #expect(all.text.contains("Så er der ingen tilbage, der kan læse den."))
        #expect(all.text.contains(Workplace.told))
        #expect(
            all.text.components(separatedBy: "name=\"kept-from\"").dropFirst().allSatisfy { tick in
                tick.prefix { $0 != ">" }.contains("checked")
            })
        #expect(try await work.reportCount() == 1)
    }

    @Test func `it goes up to the nearest above, where both of a unit are kept out`() async throws {
        let work = try await Workplace.trusted()
        try await work.name(Workplace.vera, deputy: Workplace.sara, for: "laboratories")
        _ = try await send(work, keptFrom: ["vera", "sara"])
        #expect(try await work.get("/reports", as: Workplace.nora).text.contains("Fortrolig melding"))
        #expect(try await work.get("/reports", as: Workplace.vera).location == "/reports/mine")
    }

    @Test(arguments: Engine.tested)
    func `nobody handles what he or she has reported with a name`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let page = try await work.tell(as: Workplace.nora)
        #expect(try await work.handlers(of: page) == ["liv handler"])
        let own = try await work.get(page, as: Workplace.nora).text
        #expect(own.contains("Det skrev du") && !own.contains("Hvem har åbnet den"))
        #expect(try await work.post(page + "/reading", as: Workplace.nora).status == 404)
        #expect(try await work.post(page + "/closure", as: Workplace.nora, ["reason": "x"]).status == 404)
    }

    /// Whoever ticks somebody, and then chooses what the group reads, or has a browser that always shows the ticks.
    @Test(arguments: Engine.tested)
    func `what the group reads is not taken in as if it were kept from anybody`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        for kind in ["violence", "near_miss"] {
            let (_, reply) = try await work.report(["kind": kind, "kept-from": "eva", "what": "Han slog ud efter mig"])
            #expect(reply.status == 422 && reply.text.contains("det kan ikke holdes fra nogen"), "\(kind)")
            #expect(reply.text.contains("id=\"kept-from-problem\"") && reply.text.contains("Han slog ud efter mig"))
        }
        #expect(try await work.reportCount() == 0)
        #expect(try await work.report(["kind": "violence"]).reply.status == 200)
    }

    @Test func `what becomes confidential does not go to the one who reported it`() async throws {
        let work = try await Workplace.trusted()
        try await work.report(["unit": "laboratories"], at: "/report", as: Workplace.nora)
        let page = try await work.firstReport(as: Workplace.maja)
        #expect(try await work.post(page + "/kind", as: Workplace.maja, ["kind": "offensive"]).status == 303)
        #expect(try await work.handlers(of: page) == ["liv handler"])
    }

    @Test func `ticks count only for those to whom it could go`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell(["kept-from": "maja"])
        #expect(try await work.handlers(of: page) == ["nora handler", "liv deputy, unseen"])
        let kept: Int? = try await work.database.read { try $0.value("SELECT COUNT(*) FROM report_kept_from") }
        #expect(kept == 0)
        #expect(try await work.tell(["kept-from": "x' OR 1=1 --", "what": "Nyt"]).hasPrefix("/reports/"))
    }

    @Test func `programs keep it from somebody too`() async throws {
        let work = try await Workplace.trusted()
        try await work.token("writer", for: Workplace.sara, "reports:write")
        let json = #"{"kind": "offensive", "what": "Råb", "anonymous": true, "kept-from": ["nora"]}"#
        #expect(try await work.api(.post, "/api/v1/reports", token: "writer", json: json).status == 200)
        let people: [String] = try await work.database.read { try $0.values("SELECT person_id FROM report_handler") }
        #expect(people == ["liv"])
    }

    @Test func `rows of anonymous cases have no number of arrival, nor a moment`() async throws {
        let work = try await Workplace.trusted(.sqlite)
        for table in ["report_handler", "report_kept_from", "report_passing"] {
            let schema: String? = try await work.database.read {
                try $0.value("SELECT sql FROM sqlite_schema WHERE name = \(table)")
            }
            #expect(schema?.contains("WITHOUT ROWID") == true, "\(table)")
        }
    }

    @Test func `on PostgreSQL the handlers of a day's anonymous cases come to share one transaction`() async throws {
        guard Engine.tested.contains(.postgres) else { return }
        let work = try await Workplace.trusted(.postgres)
        for number in 1...3 { _ = try await work.tell(["what": "Nummer \(number)", "kept-from": "eva"]) }
        try await work.database.write { try AnonymousRows.rewrite(Workplace.today, $0) }
        let transactions: [String] = try await work.database.read {
            try $0.values(
                """
                SELECT DISTINCT CAST(xmin AS TEXT) FROM report UNION SELECT CAST(xmin AS TEXT) FROM report_handler
                UNION SELECT CAST(xmin AS TEXT) FROM report_kept_from
                """)
        }
        #expect(transactions.count == 1)
    }

    /// With several ticks, as a browser sends them.
    private func send(_ work: Workplace, keptFrom people: [String]) async throws -> Reply {
        let code = try await work.codeOfForm()
        let what = Workplace.told.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let ticks = people.map { "&kept-from=\($0)" }.joined()
        return try await work.call(
            .post, Workplace.lab, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array("kind=offensive&anonymous=on&what=\(what)&code=\(code)\(ticks)".utf8))
    }
}
