import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Reports

/// Who reads what is told in confidence is named in advance, by those who arrange, and everyone can see it.
@Suite struct NamingTests {
    @Test(arguments: Engine.tested)
    func `who is named for a unit reads what is told there and under it, and the form says so`(
        engine: Engine
    ) async throws {
        let work = try await Workplace.trusted(engine)
        for path in [Workplace.lab, "/r/link-chemistry", "/r/link-office"] {
            let form = try await work.get(path).text
            #expect(form.contains("Kun Nora Beck læser dem, ikke gruppen. Stedfortræder: Liv Dam."), "\(path)")
        }
        let page = try await work.tell()
        #expect(try await work.handlers(of: page) == ["nora handler", "liv deputy, unseen"])
        #expect(try await work.get(page, as: Workplace.nora).text.contains(Workplace.told))
        let notices = try await work.notices(for: Workplace.nora).map(\.words.danish)
        #expect(notices.contains("Der er en ny fortrolig melding til dig."))
        #expect(notices.contains("Du er udpeget til at læse fortrolige meldinger i Institut for Grøn Kemi."))
        #expect(try await work.notices(for: Workplace.liv).count == 1)
    }

    @Test func `the nearest who are named count`() async throws {
        let work = try await Workplace.trusted()
        try await work.name(Workplace.vera, deputy: Workplace.sara, for: "laboratories")
        #expect(try await work.handlers(of: work.tell()) == ["vera handler", "sara deputy, unseen"])
        let (_, reply) = try await work.report(["kind": "offensive", "what": "x"], at: "/r/link-office")
        #expect(reply.status == 200)
        #expect(try await work.get("/reports", as: Workplace.nora).text.contains("Fortrolig melding"))
        let seen = try await work.get("/units/office/handlers", as: Workplace.sara).text
        #expect(seen.contains("De er udpeget for Institut for Grøn Kemi og alt under den."))
    }

    @Test(arguments: Engine.tested)
    func `only the unit's coordinator and the secretariat name, not the administrator`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine, isNamed: false)
        let fields = ["handler": "Nora Beck", "deputy": "Liv Dam"]
        let others = [
            Workplace.rikke, Workplace.maja, Workplace.jonas, Workplace.karl, Workplace.sara, Workplace.nora,
        ]
        for person in others {
            for path in ["/units/laboratories/handlers", "/units/laboratories/handlers/end"] {
                #expect(try await work.post(path, as: person, fields).status == 403, "\(person.name)")
            }
            #expect(try await !work.get("/units/laboratories/handlers", as: person).text.contains("name=\"handler\""))
        }
        #expect(try await work.post("/units/history/handlers", as: Workplace.eva, fields).status == 403)
        #expect(try await work.post("/units/nowhere/handlers", as: Workplace.eva, fields).status == 404)
        #expect(try await work.post("/units/laboratories/handlers", as: nil, fields).status == 401)
        #expect(try await work.database.read { try !$0.exists("SELECT 1 FROM handler_naming") })
        #expect(try await work.post("/units/laboratories/handlers", as: Workplace.eva, fields).status == 303)
        #expect(try await work.post("/units/history/handlers", as: Workplace.otto, fields).status == 303)
    }

    @Test func `naming gives no right to read`() async throws {
        let work = try await Workplace.trusted()
        let page = try await work.tell()
        #expect(
            try await work.statuses(of: page, as: [Workplace.otto, Workplace.eva, Workplace.nora]) == [404, 404, 200])
    }

    @Test(arguments: Engine.tested)
    func `naming somebody new opens no old case, and those who had it keep it`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let old = try await work.tell()
        try await work.name(Workplace.vera, deputy: Workplace.liv)
        let new = try await work.tell(["what": "Noget andet"])
        #expect(try await work.statuses(of: old, as: [Workplace.nora, Workplace.vera]) == [200, 404])
        #expect(try await work.statuses(of: new, as: [Workplace.nora, Workplace.vera]) == [404, 200])
        let told = try await work.notices(for: Workplace.nora).map(\.words.danish)
        #expect(told.contains { $0.contains("går nu til andre. De sager, du har, beholder du.") })
    }

    @Test func `a new coordinator does not read what was told before`() async throws {
        let work = try await Workplace.trusted(isNamed: false)
        let page = try await work.tell()
        try await work.seat(Workplace.vera, as: .coordinator, in: Workplace.labGroup)
        #expect(try await work.statuses(of: page, as: [Workplace.eva, Workplace.vera]) == [200, 404])
        try await work.seat(Workplace.sara, as: .chair, in: Workplace.labGroup)
        #expect(try await work.handlers(of: work.tell(["what": "Nyt"])) == ["eva handler", "vera handler"])
    }

    @Test func `a naming that ends leaves its history, and the coordinator reads what comes then`() async throws {
        let work = try await Workplace.trusted()
        #expect(try await work.post("/units/chemistry/handlers/end", as: Workplace.eva).status == 303)
        #expect(try await work.post("/units/chemistry/handlers/end", as: Workplace.eva).status == 303)
        let page = try await work.get("/units/chemistry/handlers", as: Workplace.sara).text
        #expect(page.contains("Ingen er udpeget.") && page.contains("Eva Nør"))
        #expect(page.contains("Nora Beck, stedfortræder Liv Dam"))
        #expect(try await work.handlers(of: work.tell()) == ["eva handler"])
    }

    @Test func `what cannot be is refused beside its field, with what was typed`() async throws {
        let work = try await Workplace.trusted(isNamed: false)
        let refusals = [
            (["handler": "", "deputy": ""], "Feltet mangler."),
            (["handler": "Ingen Kendt", "deputy": "Liv Dam"], "Vi kender ingen"),
            (["handler": "Nora Beck", "deputy": "nora@nordhavn.example"], "skal være en anden"),
            (["handler": "Nora Beck", "deputy": "Ida Østergaard"], "En studerende kan ikke"),
            (["handler": "Nora", "deputy": "Liv Dam"], "Vi kender ingen"),
        ]
        for (fields, problem) in refusals {
            let reply = try await work.post("/units/chemistry/handlers", as: Workplace.eva, fields)
            #expect(reply.status == 422)
            #expect(reply.text.contains(problem), "\(problem)")
            for typed in fields.values where !typed.isEmpty { #expect(reply.text.contains("value=\"\(typed)\"")) }
        }
        try await work.leave(Workplace.nora)
        let gone = ["handler": "nora@nordhavn.example", "deputy": "Liv Dam"]
        #expect(try await work.post("/units/chemistry/handlers", as: Workplace.eva, gone).status == 422)
    }

    @Test(arguments: Engine.tested)
    func `two who name at once leave one naming`(engine: Engine) async throws {
        let work = try await Workplace.trusted(engine)
        let path = "/units/chemistry/handlers"
        async let one = work.post(path, as: Workplace.eva, ["handler": "Vera Ro", "deputy": "Sara Lund"])
        async let two = work.post(path, as: Workplace.otto, ["handler": "Sara Lund", "deputy": "Liv Dam"])
        let statuses = try await [one.status, two.status]
        #expect(statuses.contains(303) && statuses.allSatisfy { $0 == 303 || $0 == 409 }, "\(statuses)")
        let now: Int? = try await work.database.read {
            try $0.value("SELECT COUNT(*) FROM handler_naming WHERE ended IS NULL")
        }
        #expect(now == 1)
    }

    @Test func `a form that is sent twice names once`() async throws {
        let work = try await Workplace.trusted(isNamed: false)
        let fields = ["handler": "Nora Beck", "deputy": "Liv Dam", "key": "once"]
        for _ in 1...2 { _ = try await work.post("/units/chemistry/handlers", as: Workplace.eva, fields) }
        // Nor does a form made anew, that names the same two.
        _ = try await work.post(
            "/units/chemistry/handlers", as: Workplace.eva, fields.merging(["key": "another"]) { $1 })
        #expect(try await work.notices(for: Workplace.nora).count == 1)
    }

    @Test(arguments: Engine.tested)
    func `who is away lets what comes in go to the other, until the day is over`(engine: Engine) async throws {
        let clock = SetClock()
        let work = try await Workplace.trusted(engine, clock: { clock.now })
        let path = "/units/laboratories/handlers/away"
        let last = (Workplace.today + 2).text
        for person in [Workplace.sara, Workplace.eva, Workplace.rikke] {
            #expect(try await work.post(path, as: person, ["until": last]).status == 404, "\(person.name)")
        }
        let past = try await work.post(path, as: Workplace.nora, ["until": (Workplace.today - 1).text])
        #expect(past.status == 422)
        #expect(try await work.post(path, as: Workplace.nora, ["until": last]).status == 303)
        #expect(try await work.handlers(of: work.tell()) == ["liv handler", "nora deputy, unseen"])
        #expect(try await work.get("/units/chemistry/handlers", as: Workplace.sara).text.contains("væk til og med"))
        clock.pass(days: 2)
        #expect(
            try await work.handlers(of: work.tell(["what": "Endnu"])) == ["liv handler", "nora deputy, unseen"])
        clock.pass(days: 1)
        #expect(try await work.handlers(of: work.tell(["what": "Nyt"])) == ["nora handler", "liv deputy, unseen"])
        #expect(try await work.post(path, as: Workplace.nora, ["until": (Workplace.today + 9).text]).status == 303)
        #expect(try await work.post(path, as: Workplace.nora, ["until": ""]).said == "Velkommen tilbage.")
        #expect(try await work.handlers(of: work.tell(["what": "Mere"])) == ["nora handler", "liv deputy, unseen"])
    }

    @Test func `the journal keeps who was named, for how long, and that somebody was away`() async throws {
        let work = try await Workplace.trusted()
        let path = "/units/chemistry/handlers"
        let away = ["until": (Workplace.today + 2).text]
        #expect(try await work.post(path + "/away", as: Workplace.nora, away).status == 303)
        #expect(try await work.post(path + "/end", as: Workplace.eva).status == 303)
        let kept: [String] = try await work.database.read { reader in
            try reader.values("SELECT verb FROM journal WHERE verb LIKE 'handler%' ORDER BY verb")
        }
        #expect(kept == ["handler_away", "handlers_ended", "handlers_named"])
    }

    @Test func `whoever has left gets nothing`() async throws {
        let work = try await Workplace.trusted()
        try await work.leave(Workplace.nora)
        #expect(try await work.handlers(of: work.tell()) == ["liv handler"])
        try await work.leave(Workplace.liv)
        #expect(try await work.handlers(of: work.tell(["what": "Nyt"])) == ["eva handler"])
    }
}
