import Access
import Kernel
import Organisation
import Storage
import TestSupport
import Testing

@Suite struct `Handovers look as they did` {
    private static let scenes = [
        Scene("handovers", "/handovers", as: Workplace.maja),
        Scene("handovers-without-a-mandate", "/handovers", as: Workplace.ida),
        Scene("handover-empty", "/handovers/eva-committee", as: Workplace.eva),
        Scene("handover", "/handovers/sara-lab", as: Workplace.sara),
        Scene("handover-words", "/handovers/maja-lab/words", as: Workplace.maja),
        Scene(
            "handover-words-refused", sending: ["words": String(repeating: "<", count: 601)],
            to: "/handovers/maja-lab/words", as: Workplace.maja),
        Scene("handover-of-another", "/handovers/sara-lab", as: Workplace.jonas),
    ]

    @Test(arguments: Language.allCases)
    func `each in both languages`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        let deed = workplace.deed(by: nil)
        let new = Mandate(
            id: ID("sara-lab"), role: .representative, body: Workplace.labGroup, person: Workplace.sara.id,
            origin: .elected, starts: Workplace.today, ends: Workplace.today + 729)
        try await workplace.database.write { writer in
            try writer.execute("UPDATE mandate SET ends = \(Workplace.today - 1) WHERE id = 'maja-lab'")
            try writer.apply(new.given(to: "Sara Lund"), deed)
        }
        _ = try await workplace.post(
            "/handovers/maja-lab/words", as: Workplace.maja, ["words": "Husk stigen.\nSpørg Jonas først.\nGå en tur."])
        _ = try await workplace.post(
            "/actions", as: Workplace.jonas,
            [
                "body": "lab-group", "what": "Ny <stige>", "unit": "laboratories", "responsible": "jonas",
                "due": (Workplace.today + 3).text, "difficulty": "simple",
            ])
        _ = try await workplace.post(
            "/r/link-laboratories", ["kind": "near_miss", "what": "Glat gulv", "anonymous": "on"])
        _ = try await workplace.post("/handovers/sara-lab/steps", as: Workplace.sara, ["step": "plan", "done": "on"])
        for seen in try await workplace.changes(in: Self.scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.scenes.map(\.name)))
    }
}
