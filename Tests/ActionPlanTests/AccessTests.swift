import Kernel
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `Who may do what with a plan` {
    @Test(arguments: ["/plan/lab-group", "/actions/trays", "/actions/trays/edit", "/actions/trays/closure"])
    func `a stranger finds nothing`(path: String) async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        #expect(try await workplace.get(path, as: Workplace.karl).status == 404)
    }

    @Test(arguments: [
        "/plan/nowhere", "/actions/nothing", "/actions/nothing/edit", "/plan/" + String(repeating: "x", count: 70),
    ])
    func `a wrong id leads nowhere`(path: String) async throws {
        let workplace = try await Workplace()
        #expect(try await workplace.get(path, as: Workplace.maja).status == 404)
    }

    @Test func `nobody gets in without signing in`() async throws {
        let workplace = try await Workplace()
        #expect(try await workplace.get("/plan/lab-group").status == 303)
        #expect(try await workplace.post("/actions", as: nil, Sent.action()).status == 401)
    }

    @Test func `an employee reads and comments, but neither moves nor makes`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample())
        #expect(try await workplace.get("/plan/lab-group", as: Workplace.sara).status == 200)
        #expect(try await workplace.get("/actions/trays", as: Workplace.sara).status == 200)
        let comment = try await workplace.post(
            "/actions/trays/comments", as: Workplace.sara, ["comment": "Godt! 👍"])
        #expect(comment.status == 303)
        #expect(try await workplace.get("/actions/trays", as: Workplace.maja).text.contains("Godt! 👍"))
        let move = ["stage": "at_goal", "theme": "", "version": "1"]
        #expect(try await workplace.post("/actions/trays/stage", as: Workplace.sara, move).status == 403)
        #expect(try await workplace.post("/actions", as: Workplace.sara, Sent.action()).status == 403)
        #expect(try await workplace.get("/actions/new?body=lab-group", as: Workplace.sara).status == 403)
        #expect(try await workplace.post("/actions/trays/closure", as: Workplace.sara, Sent.closure).status == 403)
        #expect(try await workplace.post("/actions/trays/hold", as: Workplace.sara).status == 403)
        #expect(try await workplace.action()?.version == 1)
    }

    @Test func `whoever is responsible moves the own note without a mandate`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample(responsible: Workplace.sara.id))
        let move = ["stage": "at_goal", "theme": "", "version": "1"]
        #expect(try await workplace.post("/actions/trays/stage", as: Workplace.sara, move).status == 303)
        #expect(try await workplace.post("/actions/trays/closure", as: Workplace.sara, Sent.closure).status == 403)
    }

    @Test func `the coordinator of the units above works on the plan`() async throws {
        let workplace = try await Workplace()
        let made = try await workplace.post("/actions", as: Workplace.eva, Sent.action())
        #expect(made.status == 303)
    }

    @Test func `the plan opens where the viewer works`() async throws {
        let workplace = try await Workplace()
        #expect(try await workplace.get("/plan", as: Workplace.maja).location == "/plan/lab-group")
        let list = try await workplace.get("/plan", as: Workplace.sara)
        #expect(list.status == 200)
        #expect(list.text.contains("AMG Laboratorier"))
        #expect(try await workplace.get("/plan", as: Workplace.rikke).text.contains("Ingen handleplan endnu"))
    }
}
