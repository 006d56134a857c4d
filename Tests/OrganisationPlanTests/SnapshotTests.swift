import Kernel
import Organisation
import TestSupport
import Testing

@Suite struct `The organisation plan looks as it did` {
    private static let scenes = [
        Scene("chart", "/organisation/chart", as: Workplace.sara),
        Scene("chart-part", "/organisation/chart?unit=chemistry&levels=1&zoom=150", as: Workplace.sara),
        Scene("chart-found", "/organisation/chart?q=ma", as: Workplace.sara),
        Scene("chart-none-found", "/organisation/chart?q=%3Cfindes-ikke%3E", as: Workplace.sara),
        Scene("chart-another-day", "/organisation/chart?on=2025-12-01", as: Workplace.sara),
        Scene("chart-on-paper", "/organisation/chart/print", as: Workplace.sara),
        Scene("chart-part-by-part", "/organisation/chart/print?paper=a4&parts=1", as: Workplace.sara),
        Scene("plan", "/organisation/plan", as: Workplace.sara),
        Scene("plan-on-paper", "/organisation/plan/print", as: Workplace.sara),
        Scene("no-pdf", "/organisation/plan/print?as=pdf", as: Workplace.sara),
    ]

    @Test(arguments: Language.allCases)
    func `drawn, listed, found and on paper`(language: Language) async throws {
        let workplace = try await Workplace.unchanging(in: language)
        try await workplace.staffed()
        for seen in try await workplace.changes(in: Self.scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.scenes.map(\.name)))
    }
}
