import HTTPTypes
import Kernel
import Organisation
import TestSupport
import Testing

@Suite struct `The pages on the safety organisation look as they did` {
    private static let empty = [
        Scene("list-empty", "/safety-organisation", as: Workplace.eva),
        Scene("list-refused", "/safety-organisation", as: Workplace.maja),
        Scene("double-roles-empty", "/double-roles", as: Workplace.rikke),
    ]
    private static let full = [
        Scene("list", "/safety-organisation", as: Workplace.rikke),
        Scene("list-of-a-coordinator", "/safety-organisation", as: Workplace.eva),
        Scene("list-narrowed", "/safety-organisation?unit=HIST&kind=no_chair", as: Workplace.rikke),
        Scene("double-roles", "/double-roles", as: Workplace.rikke),
        Scene("double-role", "/double-roles/maja", as: Workplace.rikke),
        Scene("double-role-of-oneself", "/double-roles/maja", as: Workplace.maja),
        Scene("double-role-refused", sending: ["reason": ""], to: "/double-roles/maja/acceptance", as: Workplace.rikke),
    ]
    private static let accepted = [
        Scene("double-role-accepted", "/double-roles/maja", as: Workplace.rikke)
    ]

    @Test(arguments: Language.allCases)
    func `while nothing is wrong`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        for seen in try await workplace.changes(in: Self.empty, language) { Issue.record("\(seen)") }
    }

    @Test(arguments: Language.allCases)
    func `when much is`(language: Language) async throws {
        let firm = Enterprise(try await Workplace.unchanging(in: language))
        try await firm.hire(30, in: Workplace.laboratories)
        try await firm.seat(Workplace.maja, .coordinator, in: .unit(Workplace.laboratories))
        for seen in try await firm.work.changes(in: Self.full, language) { Issue.record("\(seen)") }
        _ = try await firm.work.post(
            "/double-roles/maja/acceptance", as: Workplace.rikke, ["reason": "Vi er få. Gå til Eva."])
        for seen in try await firm.work.changes(in: Self.accepted, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set((Self.empty + Self.full + Self.accepted).map(\.name)))
    }
}
