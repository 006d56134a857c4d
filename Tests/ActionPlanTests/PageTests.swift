import Kernel
import Markup
import MarkupTesting
import TestSupport
import Testing

@testable import ActionPlan

@Suite struct `The pages of the plan` {
    @Test(arguments: [
        "/plan/lab-group", "/plan/lab-group/themes", "/plan/lab-group/print", "/actions/new?body=lab-group",
        "/actions/trays", "/actions/trays/edit", "/actions/trays/closure", "/actions/trays/hold", "/actions/old",
        "/actions", "/actions?group=theme&stage=all", "/actions?q=findes-ikke",
    ])
    func `are well made in both languages`(path: String) async throws {
        let workplace = try await Self.workplace()
        for person in [Workplace.maja, Workplace.jonas] {
            let reply = try await workplace.get(path, as: person)
            #expect(reply.status == 200)
            #expect(HTMLCheck(HTML(trusted: reply.text)).problems == [])
        }
    }

    @Test(arguments: [
        ("/actions", ["body": "lab-group"]), ("/actions/trays", ["version": "1"]),
        ("/actions/trays", ["version": "0", "what": "x"]), ("/actions/trays/closure", [:]),
        ("/actions/trays/comments", [:]), ("/actions/trays/hold", [:]), ("/actions/bulk", [:]),
        ("/plan/lab-group/themes", [:]),
    ])
    func `are well made when a form comes back`(path: String, fields: [String: String]) async throws {
        let workplace = try await Self.workplace()
        let reply = try await workplace.post(path, as: Workplace.maja, fields)
        #expect(reply.status == 422 || reply.status == 409)
        #expect(HTMLCheck(HTML(trusted: reply.text)).problems == [])
    }

    static func workplace() async throws -> Workplace {
        let workplace = try await Workplace()
        try await workplace.put(.sample(what: "Bakker & <klude> 🧪", due: Workplace.today - 3), .sample("old"))
        _ = try await workplace.post("/plan/lab-group/themes", as: Workplace.maja, ["title": "Kemi & orden"])
        _ = try await workplace.post("/actions/trays/comments", as: Workplace.sara, ["comment": "Linje 1\nLinje 2 <b>"])
        _ = try await workplace.post("/actions/old/closure", as: Workplace.maja, Sent.closure)
        return workplace
    }
}
