import Kernel
import TestSupport
import Testing

@testable import Retention

@Suite struct `The pages of retention look as they did` {
    private static let names: Set<String> = [
        "list-empty", "list", "kind-empty", "kind", "kind-refused", "kind-carried-out", "kind-untold", "hold",
        "hold-refused",
    ]

    @Test(arguments: Language.allCases)
    func `from nothing to what was erased`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        let (rikke, maja) = (Workplace.rikke, Workplace.maja)
        let page = "/administration/retention/reports"
        var scenes = [
            Scene("list-empty", "/administration/retention", as: rikke), Scene("kind-empty", page, as: rikke),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }

        try await work.fill(30, closed: Workplace.today - 2200)
        try await work.fill(12, closed: Workplace.today - 2600, in: Workplace.office, prefix: "older")
        try await work.fill(4, closed: Workplace.today - 2900, in: Workplace.office, prefix: "oldest")
        scenes = [
            Scene("list", "/administration/retention", as: rikke), Scene("kind", page, as: rikke),
            Scene("kind-refused", sending: ["term": "1", "reason": ""], to: page + "/term", as: rikke),
            Scene("kind-untold", "/administration/retention/confidential", as: rikke),
            Scene("hold", "/reports/old-0/hold", as: maja),
            Scene("hold-refused", sending: ["until": "", "reason": ""], to: "/reports/old-0/hold", as: maja),
        ]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
        try await work.switchOn("reports")
        try await work.carryingOut.run()
        scenes = [Scene("kind-carried-out", page, as: rikke)]
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Self.names)
    }
}
