import Kernel
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `Finding a colleague for an action` {
    @Test(arguments: Engine.tested)
    func `offers whoever is found, and keeps everything typed`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let sought = try await workplace.post(
            "/actions", as: Workplace.maja, Sent.action(["why": "Glatte gulve", "sought": "karl", "find": "people"]))
        #expect(sought.status == 200)
        #expect(sought.text.contains("value=\"responsible:karl\""))
        #expect(sought.text.contains("value=\"partner:karl\""))
        #expect(sought.text.contains("Institut for Historie"))
        #expect(sought.text.contains("Glatte gulve"))
        #expect(!sought.text.contains("karl@nordhavn.example"))
        #expect(try await workplace.database.read { try ActionStore($0).countsByStage(Workplace.labGroup) }.isEmpty)

        let chosen = try await workplace.post(
            "/actions", as: Workplace.maja,
            Sent.action(["sought": "karl", "looked_for": "karl", "choose": "responsible:karl"]))
        #expect(chosen.text.contains("<option value=\"karl\" selected>Karl Åkjær</option>"))
        let made = try await workplace.post(
            "/actions", as: Workplace.maja,
            Sent.action(["responsible": "karl", "partners": "eva", "sought": "karl", "looked_for": "karl"]))
        #expect(made.status == 303)
        let page = try await workplace.get(try #require(made.location), as: Workplace.maja)
        #expect(page.text.contains("Karl Åkjær"))
        #expect(page.text.contains("Eva Nør"))
    }

    @Test func `looks for what was typed and not looked for, before it saves`() async throws {
        let workplace = try await Workplace()
        let reply = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["sought": "Åkjær"]))
        #expect(reply.status == 200)
        #expect(reply.text.contains("responsible:karl"))
        let nobody = try await workplace.post("/actions", as: Workplace.maja, Sent.action(["sought": "<xyzzy>"]))
        #expect(nobody.text.contains("Ingen, der er her nu, hedder sådan."))
        #expect(nobody.text.contains("&lt;xyzzy&gt;"))
    }

    @Test func `works while an action is changed, and adds to those who take part`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let fields = Sent.action([
            "version": "1", "partners": "sara", "sought": "eva", "looked_for": "eva", "choose": "partner:eva",
        ])
        let reply = try await workplace.post("/actions/trays", as: Workplace.maja, fields)
        #expect(reply.status == 200)
        for partner in ["sara", "eva"] {
            #expect(reply.text.contains("name=\"partners\" value=\"\(partner)\" checked"))
        }
        #expect(try await workplace.action()?.version == 1)
    }

    @Test func `is for those who work on the plan`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        let fields = Sent.action(["version": "1", "sought": "eva", "find": "people"])
        #expect(try await workplace.post("/actions/trays", as: Workplace.sara, fields).status == 403)
        #expect(try await workplace.post("/actions/trays", as: Workplace.karl, fields).status == 404)
        #expect(try await workplace.post("/actions", as: Workplace.sara, fields).status == 403)
        #expect(try await workplace.post("/actions", as: Workplace.karl, fields).status == 404)
    }
}
