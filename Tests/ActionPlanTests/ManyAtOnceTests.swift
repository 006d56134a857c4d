import Access
import HTTPTypes
import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `Changing many actions at once` {
    func workplace(_ engine: Engine = .sqlite) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample("a"), .sample("b"))
        return workplace
    }

    func post(_ workplace: Workplace, _ person: Person, _ change: [String: String], ids: [String]) async throws -> Reply
    {
        let fields = change.merging(["csrf": workplace.proof(of: person)]) { old, _ in old }
        let pairs = fields.map { "\($0.key)=\($0.value)" } + ids.map { "ids=\($0)" }
        return try await workplace.call(
            .post, "/actions/bulk", as: person, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: Array(pairs.joined(separator: "&").utf8))
    }

    @Test(arguments: Engine.tested)
    func `changes them all and puts them all back`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let change = [
            "new_stage": "at_goal", "new_responsible": "jonas", "new_due": (Workplace.today + 40).text,
        ]
        let reply = try await post(workplace, Workplace.maja, change, ids: ["a", "b"])
        #expect(reply.status == 303)
        for id in ["a", "b"] {
            let action = try #require(try await workplace.action(id))
            #expect(action.stage == .atGoal)
            #expect(action.agreed.responsible == Workplace.jonas.id)
            #expect(action.agreed.due == Workplace.today + 40)
        }
        let link = try #require(reply.location)
        #expect(try await workplace.get(link, as: Workplace.maja).text.contains("2 indsatser er rettet."))
        #expect(try await workplace.get(link, as: Workplace.jonas).status == 404)

        _ = try await workplace.post("/actions/b", as: Workplace.jonas, Sent.action(what: "Ny", ["version": "3"]))
        let undone = try await workplace.post(link + "/undoing", as: Workplace.maja)
        #expect(undone.said == "1 af 2 er, som de var. Resten har en anden rettet imens.")
        let first = try #require(try await workplace.action("a"))
        #expect(first.stage == .started)
        #expect(first.agreed == Action.sample("a").agreed)
        #expect(try await workplace.action("b")?.agreed.what == "Ny")
    }

    @Test func `is refused where nothing is chosen, and for whoever only reads`() async throws {
        let workplace = try await workplace()
        let nothing = try await post(workplace, Workplace.maja, [:], ids: [])
        #expect(nothing.status == 422)
        let past = try await post(
            workplace, Workplace.maja, ["new_due": (Workplace.today - 1).text], ids: ["a"])
        #expect(past.status == 422)
        #expect(try await post(workplace, Workplace.sara, ["new_stage": "at_goal"], ids: ["a"]).status == 403)
        #expect(try await post(workplace, Workplace.karl, ["new_stage": "at_goal"], ids: ["a"]).status == 404)
        #expect(try await workplace.action("a")?.version == 1)
    }
}
