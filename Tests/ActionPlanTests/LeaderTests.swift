import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `A leader's decision` {
    let calendar = Calendar()

    /// Rikke leads the department of chemistry, without a seat in any group.
    func workplace(_ engine: Engine = .sqlite, leads: Bool = true) async throws -> Workplace {
        let workplace = try await Workplace.with(calendar, engine)
        try await workplace.put(.sample(responsible: Workplace.sara.id))
        guard leads else { return workplace }
        let mandate = Mandate(
            id: ID("rikke-leads"), role: .unitLeader, in: .unit(Workplace.chemistry), person: Workplace.rikke.id,
            origin: .byOffice, starts: Workplace.today - 100)
        let deed = workplace.deed(by: nil)
        try await workplace.database.write { try $0.apply(mandate.given(to: Workplace.rikke.name), deed) }
        return workplace
    }

    static let question = [
        "wish": "money", "text": "6.500 kroner til bakker", "leader": "rikke", "answer_by": (Workplace.today + 10).text,
    ]
    static let answer = ["decision": "yes", "reason": "Gå i gang", "from": (Workplace.today + 20).text]

    func ask(_ workplace: Workplace, _ more: [String: String] = [:]) async throws -> String {
        let reply = try await workplace.post(
            "/actions/trays/requests", as: Workplace.maja, Self.question.merging(more) { $1 })
        #expect(reply.status == 303, "\(reply.text)")
        return "/requests/"
            + (try #require(
                try await workplace.database.read {
                    try $0.value(
                        "SELECT id FROM leader_request WHERE answered_at IS NULL AND withdrawn_at IS NULL",
                        as: String.self)
                }))
    }

    @Test(arguments: Engine.tested)
    func `is asked for by the group, seen by the leader on Today, answered, and heard by all concerned`(engine: Engine)
        async throws
    {
        let workplace = try await workplace(engine)
        let form = try await workplace.get("/actions/trays/requests/new", as: Workplace.maja)
        #expect(form.text.contains("Rikke Thy") && form.text.contains("Jonas Riis") && !form.text.contains("Eva Nør"))
        #expect(!(try await workplace.get("/", as: Workplace.rikke)).text.contains("Beslut:"))
        let link = try await ask(workplace)
        let today = try await workplace.get("/", as: Workplace.rikke)
        #expect(today.text.contains("Beslut: Spildbakker i alle stinkskabe") && today.text.contains(link))
        #expect(
            try await workplace.told(Workplace.rikke.id)
                == ["AMG Laboratorier beder dig om en beslutning senest 15. jan. om »Spildbakker i alle stinkskabe«."])
        #expect((try await workplace.get("/actions/trays", as: Workplace.sara)).text.contains("Venter på svar"))
        let page = try await workplace.get(link, as: Workplace.rikke)
        #expect(page.status == 200 && page.text.contains("6.500 kroner til bakker"))
        #expect(try await workplace.post(link + "/answer", as: Workplace.rikke, Self.answer).status == 303)
        #expect(!(try await workplace.get("/", as: Workplace.rikke)).text.contains("Beslut:"))
        let action = try await workplace.get("/actions/trays", as: Workplace.sara)
        #expect(action.text.contains("Gå i gang") && action.text.contains("Fra 25. jan."))
        let told = "Lederen har sagt ja om »Spildbakker i alle stinkskabe«."
        for person in [Workplace.maja, Workplace.jonas, Workplace.sara] {
            #expect(try await workplace.told(person.id).contains(told), "\(person.name)")
        }
    }

    @Test(arguments: Engine.tested)
    func `that does not come in time shows on the board, the list, the action and the group's Today`(engine: Engine)
        async throws
    {
        let workplace = try await workplace(engine)
        let link = try await ask(workplace)
        let pages = ["/plan/lab-group", "/actions", "/actions/trays"]
        calendar.pass(days: 10)
        for page in pages {
            #expect(!(try await workplace.get(page, as: Workplace.maja)).text.contains("Svar mangler"), "\(page)")
        }
        calendar.pass(days: 1)
        for page in pages {
            #expect((try await workplace.get(page, as: Workplace.maja)).text.contains("Svar mangler"), "\(page)")
        }
        let today = try await workplace.get("/", as: Workplace.maja)
        #expect(today.text.contains("Lederen har ikke svaret: Spildbakker") && today.text.contains("Rikke Thy"))
        #expect(!(try await workplace.get("/", as: Workplace.karl)).text.contains("Lederen har ikke svaret"))
        #expect(!(try await workplace.get("/", as: Workplace.sara)).text.contains("Lederen har ikke svaret"))
        let late = Self.answer.merging(["decision": "no", "reason": "Ingen penge"]) { $1 }
        #expect(try await workplace.post(link + "/answer", as: Workplace.rikke, late).status == 303)
        for page in pages {
            #expect(!(try await workplace.get(page, as: Workplace.maja)).text.contains("Svar mangler"), "\(page)")
        }
    }

    @Test func `is asked for under the name that the action has now`() async throws {
        let workplace = try await workplace()
        _ = try await ask(workplace)
        for _ in 0..<2 {
            #expect(try await workplace.get("/", as: Workplace.rikke).text.contains("Beslut: Spildbakker"))
        }
        let renamed = Sent.action(what: "Store bakker", ["version": "1", "responsible": "sara"])
        #expect(try await workplace.post("/actions/trays", as: Workplace.maja, renamed).status == 303)
        #expect(try await workplace.get("/", as: Workplace.rikke).text.contains("Beslut: Store bakker"))
    }

    @Test func `is given by a leader who is no member, who may do nothing else`() async throws {
        let workplace = try await workplace()
        let link = try await ask(workplace)
        for path in ["/actions/trays/closure", "/actions/trays/hold", "/actions/trays/requests", link + "/withdrawal"] {
            #expect(try await workplace.post(path, as: Workplace.rikke, Sent.closure).status == 403, "\(path)")
        }
        let move = ["stage": "at_goal", "theme": "", "version": "1"]
        #expect(try await workplace.post("/actions/trays/stage", as: Workplace.rikke, move).status == 403)
        #expect(try await workplace.post(link + "/answer", as: Workplace.rikke, Self.answer).status == 303)
    }

    @Test func `is given by nobody but the leader who was asked`() async throws {
        let workplace = try await workplace()
        let link = try await ask(workplace)
        for (person, status) in [
            (Workplace.maja, 403), (Workplace.jonas, 403), (Workplace.sara, 403), (Workplace.eva, 403),
            (Workplace.karl, 404),
        ] {
            #expect(try await workplace.post(link + "/answer", as: person, Self.answer).status == status)
        }
        #expect(try await workplace.get(link, as: Workplace.karl).status == 404)
        #expect(try await workplace.get(link, as: Workplace.sara).status == 200)
        #expect(try await workplace.get("/requests/none", as: Workplace.maja).status == 404)
    }

    @Test func `is not given by somebody who no longer leads there`() async throws {
        let workplace = try await workplace()
        let link = try await ask(workplace)
        try await workplace.database.write { writer in
            _ = try writer.execute(
                "UPDATE mandate SET ends = \(Workplace.today - 1) WHERE id = 'rikke-leads'")
        }
        #expect(try await workplace.post(link + "/answer", as: Workplace.rikke, Self.answer).status == 403)
        #expect(
            try await workplace.database.read {
                let asked = try $0.rows(LeaderStore.asked(of: Workplace.rikke.id, most: 9))
                return try LeaderStore($0).toAnswer(asked, by: Workplace.rikke.id, on: Workplace.today).isEmpty
            })
    }

    @Test(arguments: Engine.tested)
    func `is given once, and not to what was withdrawn or closed meanwhile`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let once = try await ask(workplace)
        #expect(try await workplace.post(once + "/answer", as: Workplace.rikke, Self.answer).status == 303)
        #expect(try await workplace.post(once + "/answer", as: Workplace.rikke, Self.answer).status == 409)
        #expect(try await workplace.post(once + "/withdrawal", as: Workplace.maja).status == 409)
        let withdrawn = try await ask(workplace)
        #expect(try await workplace.post(withdrawn + "/withdrawal", as: Workplace.jonas).status == 303)
        #expect(try await workplace.post(withdrawn + "/answer", as: Workplace.rikke, Self.answer).status == 409)
        let open = try await ask(workplace)
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        #expect(try await workplace.post(open + "/answer", as: Workplace.rikke, Self.answer).status == 409)
        #expect(!(try await workplace.get("/", as: Workplace.rikke)).text.contains("Beslut:"))
        let told = try await workplace.told(Workplace.rikke.id)
        #expect(told.count { $0.hasPrefix("Gruppen har ikke mere brug") } == 2)
        #expect(try await workplace.post("/actions/trays/requests", as: Workplace.maja, Self.question).status == 409)
    }

    @Test(arguments: [
        ["wish": ""], ["wish": "gold"], ["text": " "], ["leader": ""], ["leader": "sara"], ["leader": "karl"],
        ["leader": "maja"], ["answer_by": ""], ["answer_by": "2025-12-31"], ["answer_by": "soon"],
        ["text": String(repeating: "x", count: 2001)],
    ])
    func `is not asked for without what, whom and when`(more: [String: String]) async throws {
        let workplace = try await workplace()
        let reply = try await workplace.post(
            "/actions/trays/requests", as: Workplace.maja, Self.question.merging(more) { $1 })
        #expect(reply.status == 422)
    }

    @Test(arguments: [
        ["decision": ""], ["decision": "perhaps"], ["reason": ""], ["from": ""], ["from": "2025-12-31"],
    ])
    func `is not given without a reason and a day`(more: [String: String]) async throws {
        let workplace = try await workplace()
        let link = try await ask(workplace)
        let reply = try await workplace.post(
            link + "/answer", as: Workplace.rikke, Self.answer.merging(more) { $1 })
        #expect(reply.status == 422)
    }

    @Test func `is asked for by members only, and for five things at a time`() async throws {
        let workplace = try await workplace()
        for (person, status) in [(Workplace.sara, 403), (Workplace.karl, 404)] {
            #expect(try await workplace.post("/actions/trays/requests", as: person, Self.question).status == status)
            #expect(try await workplace.get("/actions/trays/requests/new", as: person).status == status)
        }
        for _ in 0..<5 { _ = try await ask(workplace) }
        #expect(try await workplace.post("/actions/trays/requests", as: Workplace.maja, Self.question).status == 422)
    }

    @Test func `cannot be asked for where nobody leads`() async throws {
        let workplace = try await workplace(leads: false)
        let form = try await workplace.get("/actions/trays/requests/new", as: Workplace.jonas)
        #expect(form.text.contains("No leader to ask"))
    }
}
