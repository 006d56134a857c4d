import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// A case goes to another only by being handed on: to a named person, with a reason.
@Suite struct PassingTests {
    private static let toLiv = ["to": "liv", "reason": "Jeg kender ham, der råbte", "key": "k"]

    @Test(arguments: Engine.tested)
    func `whoever hands it on loses sight of it, and both and the reporter are told`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let page = try await work.tell(as: Workplace.sara, uploads: ["photos": Picture.upload])
        let form = try await work.get(page + "/handover", as: Workplace.nora).text
        #expect(form.contains("Liv Dam") && form.contains("Eva Nør") && !form.contains("Sara Lund"))
        let handed = try await work.post(page + "/handover", as: Workplace.nora, Self.toLiv)
        #expect(handed.status == 303 && handed.location == "/reports/mine")
        #expect(handed.said == "Sagen er overdraget.")
        #expect(try await work.handlers(of: page) == ["liv handler"])
        for path in [page, page + "/photos/1", page + "/handover"] {
            #expect(try await work.get(path, as: Workplace.nora).status == 404)
        }
        for action in ["/messages", "/reading", "/closure", "/stand-in"] {
            let status = try await work.post(page + action, as: Workplace.nora, ["text": "x", "reason": "x"]).status
            #expect(status == 404, "\(action)")
        }
        let seen = try await work.get(page, as: Workplace.liv).text
        #expect(seen.contains(Workplace.told) && seen.contains("Nora Beck overdrog den til Liv Dam."))
        #expect(seen.contains("Jeg kender ham, der råbte"))
        let liv = try await work.notices(for: Workplace.liv).map(\.words.danish)
        #expect(liv.contains("Nora Beck har overdraget en fortrolig melding til dig."))
        let sara = try await work.notices(for: Workplace.sara).map(\.words.danish)
        #expect(sara == ["Din fortrolige melding har fået en anden sagsbehandler."])
        let own = try await work.get(page, as: Workplace.sara).text
        #expect(own.contains("Den læses kun af Liv Dam.") && !own.contains("Jeg kender ham"))
    }

    @Test func `a deputy by choice reads on and hands nothing on`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell()
        let handed = try await work.post(
            page + "/handover", as: Workplace.nora, Self.toLiv.merging(["stay": "on"]) { $1 })
        #expect(handed.location == page)
        #expect(try await work.handlers(of: page) == ["liv handler", "nora deputy"])
        let seen = try await work.get(page, as: Workplace.nora).text
        #expect(seen.contains("Nora Beck (læser med)") && !seen.contains("/handover"))
        #expect(try await work.get(page + "/handover", as: Workplace.nora).status == 404)
        let again = try await work.post(
            page + "/handover", as: Workplace.nora, ["to": "eva", "reason": "x", "key": "other"])
        #expect(again.status == 404)
        let back = try await work.post(
            page + "/handover", as: Workplace.liv, ["to": "eva", "reason": "Til dig", "key": "liv"])
        #expect(back.status == 303)
        #expect(try await work.handlers(of: page) == ["eva handler", "nora deputy"])
    }

    @Test func `it is handed to nobody who may not have it`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell(["kept-from": "eva"], as: Workplace.sara)
        for taker in ["", "sara", "eva", "maja", "rikke", "otto", "nora", "nobody", "liv' OR 1=1"] {
            let reply = try await work.post(
                page + "/handover", as: Workplace.nora, ["to": taker, "reason": "Derfor det her", "stay": "on"])
            #expect(reply.status == 422, "\(taker)")
            #expect(reply.text.contains("Derfor det her") && reply.text.contains("checked"))
        }
        let without = try await work.post(page + "/handover", as: Workplace.nora, ["to": "liv", "reason": " "])
        #expect(without.status == 422)
        #expect(try await work.handlers(of: page) == ["nora handler", "liv deputy, unseen"])
    }

    @Test func `an open report is not handed on`() async throws {
        let work = try await Workplace.trusted()
        try await work.report()
        let page = try await work.firstReport(as: Workplace.maja)
        #expect(try await work.get(page + "/handover", as: Workplace.maja).status == 404)
        #expect(try await work.post(page + "/handover", as: Workplace.maja, Self.toLiv).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `a form that is sent twice hands it on once`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let page = try await work.tell()
        for _ in 1...2 {
            #expect(try await work.post(page + "/handover", as: Workplace.nora, Self.toLiv).status == 303)
        }
        #expect(try await passings(work) == 1)
    }

    @Test(arguments: Engine.tested)
    func `of two handings on at once one holds`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let page = try await work.tell()
        async let one = work.post(page + "/handover", as: Workplace.nora, Self.toLiv)
        async let two = work.post(
            page + "/handover", as: Workplace.nora, ["to": "eva", "reason": "x", "key": "another"])
        let statuses = try await [one.status, two.status].sorted()
        #expect(statuses == [303, 404])
        #expect(try await passings(work) == 1)
    }

    @Test(arguments: Engine.tested)
    func `the cases of whoever has left go to the deputy, else to whom they would go now`(
        engine: Engine
    ) async throws {
        let work = try await Workplace.trusted(engine)
        let first = try await work.tell()
        let kept = try await work.tell(["kept-from": "liv", "what": "Noget andet"])
        #expect(try await work.handlers(of: kept) == ["nora handler"])
        _ = try await Reports.watchCases(in: work.house)
        #expect(try await work.handlers(of: first) == ["nora handler", "liv deputy, unseen"])

        try await work.leave(Workplace.nora)
        for _ in 1...2 { #expect(try await Reports.watchCases(in: work.house) == 0) }
        #expect(try await work.handlers(of: first) == ["liv handler"])
        #expect(try await work.handlers(of: kept) == ["eva handler"])
        #expect(try await passings(work) == 2)
        #expect(try await work.get(first, as: Workplace.liv).text.contains("Liv Dam har overtaget den."))
        #expect(
            try await work.notices(for: Workplace.eva).map(\.words.danish) == [
                "Der er en ny fortrolig melding til dig."
            ])
    }

    @Test func `the deputy of a case takes it over, whoever is named since`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell()
        try await work.name(Workplace.vera, deputy: Workplace.sara)
        try await work.leave(Workplace.nora)
        _ = try await Reports.watchCases(in: work.house)
        #expect(try await work.handlers(of: page) == ["liv handler"])
    }

    @Test func `of two who have a case, the one who stays has it alone`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell()
        let away = ["until": (Workplace.today + 5).text]
        #expect(try await work.post("/units/chemistry/handlers/away", as: Workplace.nora, away).status == 303)
        #expect(try await work.post(page + "/stand-in", as: Workplace.liv).status == 303)
        #expect(try await work.handlers(of: page) == ["liv handler", "nora handler"])
        try await work.leave(Workplace.nora)
        _ = try await Reports.watchCases(in: work.house)
        #expect(try await work.handlers(of: page) == ["liv handler"])
        #expect(try await passings(work) == 1)
    }

    @Test func `it goes neither to its reporter nor to a deputy who has left`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell(["unit": "laboratories"], as: Workplace.eva)
        let own = try await work.post(page + "/handover", as: Workplace.nora, Self.toLiv.merging(["to": "eva"]) { $1 })
        #expect(own.status == 422)
        try await work.leave(Workplace.liv)
        let handed = try await work.post(page + "/handover", as: Workplace.nora, Self.toLiv)
        #expect(handed.status == 422)
        try await work.leave(Workplace.nora)
        _ = try await Reports.watchCases(in: work.house)
        #expect(try await work.handlers(of: page).contains("nora handler"))
        #expect(try await passings(work) == 0)
    }

    @Test func `what nobody can take stays until somebody can`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell(["kept-from": "eva"])
        try await work.leave(Workplace.nora)
        try await work.leave(Workplace.liv)
        _ = try await Reports.watchCases(in: work.house)
        #expect(try await work.handlers(of: page).contains("nora handler"))
        try await work.name(Workplace.vera, deputy: Workplace.sara)
        _ = try await Reports.watchCases(in: work.house)
        #expect(try await work.statuses(of: page, as: [Workplace.vera, Workplace.eva]) == [200, 404])
    }

    @Test(arguments: Engine.tested)
    func `a case from before is read by office until it is handed on`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine, isNamed: false)
        let page = try await work.tell()
        try await work.database.write { try $0.execute("DELETE FROM report_handler") }
        #expect(try await work.statuses(of: page, as: [Workplace.eva, Workplace.nora]) == [200, 404])
        try await work.seat(Workplace.vera, as: .coordinator, in: Workplace.labGroup)
        #expect(try await work.statuses(of: page, as: [Workplace.eva, Workplace.vera]) == [200, 200])
        try await work.name(Workplace.nora, deputy: Workplace.liv)
        #expect(try await work.statuses(of: page, as: [Workplace.eva, Workplace.nora]) == [200, 404])
        let waits = "Ingen har set på den endnu."
        #expect(try await work.get("/", as: Workplace.vera).text.contains(waits))
        let handed = try await work.post(
            page + "/handover", as: Workplace.eva, ["to": "nora", "reason": "Din fra nu af", "key": "k"])
        #expect(handed.status == 303)
        // Nor does a page or a number of the menu that was kept show it to whoever shared it.
        let kept = try await work.get("/", as: Workplace.vera).text
        #expect(!kept.contains(waits) && !kept.contains("som ingen har læst"))
        #expect(
            try await work.statuses(of: page, as: [Workplace.eva, Workplace.vera, Workplace.nora]) == [404, 404, 200])
    }

    private func passings(_ work: Workplace) async throws -> Int {
        try await work.database.read { try $0.value("SELECT COUNT(*) FROM report_passing") ?? -1 }
    }
}
