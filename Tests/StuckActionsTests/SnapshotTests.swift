import Kernel
import Organisation
import TestSupport
import Testing

@testable import StuckActions

@Suite struct `The pages of what stands still look as they did` {
    private static let (maja, jonas, sara) = (Workplace.maja, Workplace.jonas, Workplace.sara)
    private static let names = [
        "still-empty", "action-moving", "still", "board", "action-still", "question", "question-refused", "start",
        "check", "check-refused", "check-of-a-reader", "check-to-compare", "check-too-few", "compared-with-names",
        "compared", "action-checked", "check-stopped",
    ]

    @Test(arguments: Language.allCases)
    func `from standing still to what comes of it`(language: Language) async throws {
        let work = try await Workplace.unchanging(in: language)
        try await work.put("Ny <udsugning>", partners: [Self.sara])
        var scenes = [
            Scene("still-empty", "/plan/lab-group/still", as: Self.maja),
            Scene("action-moving", "/actions/fans", as: Self.maja),
        ]
        try await look(at: scenes, work, language)
        try await work.change("UPDATE action SET changed_at = '2025-09-01T08:00:00.000Z'")
        scenes = [
            Scene("still", "/plan/lab-group/still", as: Self.maja), Scene("board", "/plan/lab-group", as: Self.maja),
            Scene("action-still", "/actions/fans", as: Self.maja),
            Scene("question", "/actions/fans/still", as: Self.maja),
            Scene(
                "question-refused", sending: ["answer": "waits", "said": "Et <tilbud>", "look_again_on": ""],
                to: "/actions/fans/still", as: Self.maja),
            Scene("start", "/actions/fans/checks/new", as: Self.maja),
        ]
        try await look(at: scenes, work, language)
        let named = try await work.begin(.named)
        _ = try await work.answer(named, as: Self.jonas, .yes, [6: .no, 4: .no], lines: [4: "Jeg er <med>"])
        scenes = [
            Scene("check", named, as: Self.maja),
            Scene("check-too-few", sending: [:], to: named + "/comparison", as: Self.maja),
            Scene(
                "check-refused", sending: ["q1": "yes", "q2": "perhaps", "line3": "En <linje>"], to: named,
                as: Self.maja),
            Scene("check-of-a-reader", named, as: Workplace.ida),
        ]
        try await look(at: scenes, work, language)
        _ = try await work.answer(named, as: Self.maja, .yes, [6: .no, 9: .partly])
        _ = try await work.answer(named, as: Self.sara, .yes, [6: .no])
        try await look(at: [Scene("check-to-compare", named, as: Self.maja)], work, language)
        _ = try await work.post(named + "/comparison", as: Self.maja)
        _ = try await work.post(named + "/outcome", as: Self.maja, ["outcome": "Jonas finder <pengene>"])
        let unnamed = try await work.begin(.unnamed)
        for (person, reply) in [(Self.maja, Verdict.no), (Self.jonas, .no), (Self.sara, .no)] {
            _ = try await work.answer(unnamed, as: person, reply, [1: .yes, 2: person == Self.sara ? .yes : .partly])
        }
        _ = try await work.post(unnamed + "/comparison", as: Self.maja)
        let stopped = try await work.begin(.unnamed)
        _ = try await work.post(stopped + "/ending", as: Self.maja)
        scenes = [
            Scene("compared-with-names", named, as: Self.maja), Scene("compared", unnamed, as: Self.jonas),
            Scene("action-checked", "/actions/fans", as: Self.sara), Scene("check-stopped", stopped, as: Self.maja),
        ]
        try await look(at: scenes, work, language)
    }

    private func look(at scenes: [Scene], _ work: Workplace, _ language: Language) async throws {
        for seen in try await work.changes(in: scenes, language) { Issue.record("\(seen)") }
    }

    @Test func `and no page is kept that is not looked at`() throws {
        #expect(try Snapshot.names() == Set(Self.names))
    }
}
