import ActionPlan
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Prioritising

/// The board laid by what the group agreed, and back.
@Suite struct BoardOrderTests {
    private static let (maja, jonas, sara) = (Workplace.maja, Workplace.jonas, Workplace.sara)

    private func board(_ work: Workplace) async throws -> [String] {
        try await work.database.read { try $0.values("SELECT what FROM action ORDER BY rank, id") }
    }

    /// Four actions, three of them prioritised: C, then A, then B.
    private func agreed(_ engine: Engine = .sqlite) async throws -> (work: Workplace, ids: [String: String]) {
        let work = try await Workplace(engine)
        var ids: [String: String] = [:]
        for what in ["D", "A", "B", "C"] { ids[what] = try await work.action(what) }
        _ = try await work.start(own: ["Støj"], ticks: ["A", "B", "C"].compactMap { ids[$0].map { "action:\($0)" } })
        for step in [RoundStep.placing, .overlay, .agreement] { try await work.move(to: step) }
        let titles = try await work.cards().map { card in
            if case .action(let id) = card.about { ids.first { $0.value == id.text }?.key ?? "" } else { "Støj" }
        }
        let laid = ["C": (4, 4, 3), "A": (4, 2, 3), "B": (1, 2, 1), "Støj": (4, 3, 3)]
        for (index, title) in titles.enumerated() {
            try await work.lay(index + 1, try #require(laid[title]), as: Self.maja, "agreement")
        }
        return (work, ids)
    }

    @Test(arguments: Engine.tested)
    func `the prioritised notes come first in their cell, and one button lays all back`(engine: Engine) async throws {
        let (work, _) = try await agreed(engine)
        let path = try await work.path()
        #expect(try await board(work) == ["D", "A", "B", "C"])
        #expect(try await work.post(path + "/order", as: Self.jonas).status == 303)
        #expect(try await board(work) == ["C", "A", "B", "D"])
        #expect(try await work.get(path, as: Self.maja).text.contains("læg sedlerne tilbage"))
        // Sent twice it is done once, and the way back is kept.
        #expect(try await work.post(path + "/order", as: Self.maja).status == 303)
        #expect(try await work.post(path + "/order/undo", as: Self.maja).status == 303)
        #expect(try await board(work) == ["D", "A", "B", "C"])
    }

    @Test func `a note that was moved since stays where it is when all are laid back`() async throws {
        let (work, ids) = try await agreed()
        let path = try await work.path()
        _ = try await work.post(path + "/order", as: Self.maja)
        let moved = try await work.post(
            "/actions/\(try #require(ids["C"]))/stage", as: Self.maja, ["stage": "under_way", "version": "1"])
        #expect(moved.status == 303)
        _ = try await work.post(path + "/order/undo", as: Self.maja)
        let stages: [String] = try await work.database.read {
            try $0.values("SELECT stage FROM action WHERE what = 'C'")
        }
        #expect(stages == ["under_way"])
        #expect(try await board(work).filter { $0 != "C" } == ["D", "A", "B"])
    }

    @Test func `before the group has laid the cards the board is not laid`() async throws {
        let work = try await Workplace()
        _ = try await work.start()
        #expect(try await work.post(try await work.path() + "/order", as: Self.maja).status == 409)
    }

    @Test func `the action says where it stands, also where it came of an idea that was prioritised`() async throws {
        let work = try await Workplace()
        let idea = try await work.idea("Gåmøder")
        _ = try await work.start(ticks: ["idea:\(idea)"])
        for step in [RoundStep.placing, .overlay, .agreement] { try await work.move(to: step) }
        try await work.lay(1, (4, 4, 3), as: Self.maja, "agreement")
        let taken = try await work.post(
            "/actions", as: Self.maja,
            [
                "what": "Gåmøder", "body": "lab-group", "unit": "laboratories", "responsible": "jonas",
                "due": (Workplace.today + 30).text, "origin": "idea:\(idea)", "key": "k",
            ])
        let page = try await work.get(try #require(taken.location), as: Self.sara).text
        #expect(page.contains("Nr. 1 af 1") && page.contains("Efter APV"))
        try await work.move(to: .overlay)
        #expect(try await !work.get(try #require(taken.location), as: Self.sara).text.contains("Nr. 1 af 1"))
    }
}
