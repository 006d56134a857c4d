import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `The way of an action` {
    @Test(arguments: Engine.tested)
    func `is made, moved on the board, and closed with its effect`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let made = try await workplace.post(
            "/actions", as: Workplace.jonas, Sent.action(["responsible": "maja", "partners": "sara"]))
        #expect(made.status == 303)
        let link = try #require(made.location)

        let board = try await workplace.get("/plan/lab-group", as: Workplace.maja)
        #expect(board.status == 200)
        #expect(board.text.contains("Spildbakker i alle stinkskabe"))
        #expect(try await workplace.told(Workplace.maja.id) == ["Du er ansvarlig for »Spildbakker i alle stinkskabe«."])

        let moved = try await workplace.post(
            link + "/stage", as: Workplace.maja, ["stage": "under_way", "theme": "", "version": "1"])
        #expect(moved.status == 303)
        #expect(moved.said == "»Spildbakker i alle stinkskabe« ligger nu i Godt i gang.")

        let closed = try await workplace.post(link + "/closure", as: Workplace.maja, Sent.closure)
        #expect(closed.status == 303)
        let page = try await workplace.get(link, as: Workplace.sara)
        #expect(page.text.contains("Bakkerne står der"))
        let told = try await workplace.told(Workplace.jonas.id)
        #expect(told == ["»Spildbakker i alle stinkskabe« er afsluttet. Det virkede."])
        #expect(try await workplace.told(Workplace.sara.id).count == 2)
    }

    @Test(arguments: Engine.tested)
    func `comes back, and its closure stays in the history`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        #expect(try await workplace.action()?.stage == .closed)
        _ = try await workplace.post("/actions/trays/reopening", as: Workplace.maja)
        let action = try #require(try await workplace.action())
        #expect(action.stage == .underWay)
        #expect(action.closedOn == nil)
        let page = try await workplace.get("/actions/trays", as: Workplace.maja)
        #expect(page.text.contains("Bakkerne står der"))
        #expect(page.text.contains("Åbnet igen"))
        #expect(try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure).status == 303)
    }

    @Test func `that did not work offers a new action which knows where it came from`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        var closure = Sent.closure
        closure["effect"] = "no"
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, closure)
        let page = try await workplace.get("/actions/trays", as: Workplace.maja)
        #expect(page.text.contains("origin=action%3Atrays"))
        let next = try await workplace.post(
            "/actions", as: Workplace.maja, Sent.action(what: "Andre bakker", ["origin": "action:trays"]))
        let nextPage = try await workplace.get(try #require(next.location), as: Workplace.maja)
        #expect(nextPage.text.contains("href=\"/actions/trays\""))
    }

    @Test(arguments: Engine.tested)
    func `waits on hold with a reason, and everyone concerned hears of it`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        let held = try await workplace.post(
            "/actions/trays/hold", as: Workplace.maja,
            ["reason": "Flytning i marts", "look_again_on": (Workplace.today + 60).text])
        #expect(held.status == 303)
        let board = try await workplace.get("/plan/lab-group", as: Workplace.maja)
        #expect(board.text.contains("Parkeringsplads"))
        #expect(try await workplace.told(Workplace.jonas.id).count == 1)
        _ = try await workplace.post("/actions/trays/resumption", as: Workplace.maja)
        #expect(try await workplace.action()?.hold == nil)
    }

    @Test(arguments: Engine.tested)
    func `carries files that everyone who reads it can fetch`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        let upload = Upload(name: "plan.txt", mediaType: "text/plain", bytes: Array("Bakker".utf8))
        let sent = try await workplace.post(
            "/actions/trays/files", as: Workplace.maja, uploads: ["file": upload])
        #expect(sent.status == 303)
        let file = try #require(
            try await workplace.database.read { try AttachmentStore($0).attachments(of: ActionID("trays")).first })
        let path = "/actions/trays/files/\(file.id)"
        #expect(try await workplace.get("/actions/trays", as: Workplace.sara).text.contains("plan.txt"))
        #expect(try await workplace.get(path, as: Workplace.sara).text == "Bakker")
        #expect(try await workplace.get(path, as: Workplace.karl).status == 404)
        #expect(try await workplace.get("/actions/trays/files/other", as: Workplace.sara).status == 404)
        let refused = try await workplace.post(
            "/actions/trays/files", as: Workplace.sara, uploads: ["file": upload])
        #expect(refused.status == 403)
        let photo = Upload(name: "x.jpg", mediaType: "image/jpeg", bytes: [1, 2, 3])
        #expect(
            try await workplace.post("/actions/trays/files", as: Workplace.maja, uploads: ["file": photo]).status == 422
        )
        #expect(try await workplace.post("/actions/trays/files", as: Workplace.maja).status == 422)
    }

    @Test func `a form sent twice makes one action`() async throws {
        let workplace = try await Workplace()
        let first = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["key": "one"]))
        let second = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["key": "one"]))
        #expect(first.location == second.location)
        let count = try await workplace.database.read { try ActionStore($0).countsByStage(Workplace.labGroup) }
        #expect(count == [.started: 1])
    }

    @Test func `an empty form comes back with what was typed`() async throws {
        let workplace = try await Workplace()
        let reply = try await workplace.post(
            "/actions", as: Workplace.maja, ["body": "lab-group", "why": "Fordi <gulvet> er glat"])
        #expect(reply.status == 422)
        #expect(reply.text.contains("Fordi &lt;gulvet&gt; er glat"))
        #expect(reply.text.contains("Feltet mangler."))
    }

    @Test func `a unit of another body is refused`() async throws {
        let workplace = try await Workplace()
        let reply = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["unit": "history"]))
        #expect(reply.status == 422)
    }

    @Test func `an origin that the maker may not see is refused`() async throws {
        let workplace = try await Workplace()
        let reply = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["origin": "report:secret"]))
        #expect(reply.status == 422)
    }
}

@Suite struct `Two people editing one action` {
    func edit(_ what: String, why: String, version: Int) -> [String: String] {
        let before = Agreement.sample().described
        return Sent.action(what: what, ["why": why, "version": String(version)])
            .merging(before.map { ("was_" + $0.key, $0.value) }) { old, _ in old }
    }

    @Test(arguments: Engine.tested)
    func `the second sees both texts and chooses`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        let first = try await workplace.post(
            "/actions/trays", as: Workplace.maja, edit("Bakker i alle skabe", why: "", version: 1))
        #expect(first.status == 303)

        let second = try await workplace.post(
            "/actions/trays", as: Workplace.jonas, edit("Bakker og klude", why: "Glatte gulve", version: 1))
        #expect(second.status == 409)
        #expect(second.text.contains("Bakker i alle skabe"))
        #expect(second.text.contains("Bakker og klude"))
        #expect(second.text.contains("Glatte gulve"))
        #expect(second.text.contains("What Maja Holm wrote"))
        #expect(second.text.contains("name=\"version\" value=\"2\""))
        #expect(try await workplace.action()?.agreed.what == "Bakker i alle skabe")

        var choice = edit("Bakker og klude", why: "Glatte gulve", version: 2)
        choice["clash_what"] = "on"
        let undecided = try await workplace.post("/actions/trays", as: Workplace.jonas, choice)
        #expect(undecided.status == 422)
        #expect(undecided.text.contains("href=\"#pick_what\""))
        #expect(undecided.text.contains("<small>Bakker i alle skabe</small>"))
        #expect(undecided.text.contains("<small>Bakker og klude</small>"))
        choice["pick_what"] = "theirs"
        #expect(try await workplace.post("/actions/trays", as: Workplace.jonas, choice).status == 303)
        let action = try #require(try await workplace.action())
        #expect(action.agreed.what == "Bakker i alle skabe")
        #expect(action.agreed.why == "Glatte gulve")
    }

    @Test func `what only the other one touched is taken over`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        _ = try await workplace.post(
            "/actions/trays", as: Workplace.maja, edit("Bakker i alle skabe", why: "", version: 1))
        let second = try await workplace.post(
            "/actions/trays", as: Workplace.jonas, edit("Spildbakker i alle stinkskabe", why: "Ny grund", version: 1))
        #expect(second.status == 409)
        #expect(second.text.contains("value=\"Bakker i alle skabe\""))
        #expect(second.text.contains("Maja Holm changed this meanwhile. Before it said: Spildbakker i alle stinkskabe"))
        #expect(!second.text.contains("pick_what"))
        #expect(second.text.contains("It was not the same that was changed"))
    }

    @Test func `one's own text stands where one's own was chosen, and says so of one's own second window`() async throws
    {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        _ = try await workplace.post(
            "/actions/trays", as: Workplace.maja, edit("Bakker i alle skabe", why: "", version: 1))
        let second = try await workplace.post(
            "/actions/trays", as: Workplace.maja, edit("Bakker og klude", why: "", version: 1))
        #expect(second.text.contains("Det, du gemte i et andet vindue"))
        var choice = edit("Bakker og klude", why: "", version: 2)
        choice["clash_what"] = "on"
        choice["pick_what"] = "mine"
        #expect(try await workplace.post("/actions/trays", as: Workplace.maja, choice).status == 303)
        #expect(try await workplace.action()?.agreed.what == "Bakker og klude")
    }

    @Test func `a newline from a browser is no difference`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let lines = Sent.action(["why": "Linje 1\r\nLinje 2", "version": "1"])
        _ = try await workplace.post("/actions/trays", as: Workplace.maja, lines)
        let action = try #require(try await workplace.action())
        #expect(action.agreed.why == "Linje 1\nLinje 2")
        let sent = Fields(Sent.action(["why": "Linje 1\r\nLinje 2"]))
        #expect(Merging(sent: sent, current: action.agreed).clashes == [:])
    }

    @Test func `a note that was moved meanwhile is not moved again`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let move = ["stage": "at_goal", "theme": "", "version": "1"]
        #expect(try await workplace.post("/actions/trays/stage", as: Workplace.maja, move).status == 303)
        #expect(try await workplace.post("/actions/trays/stage", as: Workplace.jonas, move).status == 409)
    }
}
