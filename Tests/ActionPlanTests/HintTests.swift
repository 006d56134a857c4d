import Foundation
import Journal
import Kernel
import Live
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import ActionPlan

/// What boards that stand open are told of a move before they have read it.
@Suite struct `A hint of a move` {
    static let topics: Set<String> = ["board:lab-group", "moves:lab-group"]

    private func hints(_ listener: Listener) async -> [String] {
        guard case .news(let news) = await listener.next() else { return ["no news"] }
        return news.hints.map(\.line)
    }

    @Test(arguments: Engine.tested)
    func `says where the note hangs, by the random ends of ids, and nobody's words`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let (note, next) = ("0abcdefghj0123456789abcdef", "0abcdefghjfedcba9876543210")
        for id in [note, next] { try await workplace.put(.sample(id, what: "Støj", rank: 1024)) }
        let open = workplace.house.hub.changes(of: Self.topics)
        let moved = try await workplace.post(
            "/actions/\(note)/stage", as: Workplace.maja,
            ["stage": "started", "theme": "", "before": next, "version": "1"])
        #expect(moved.status == 303)
        #expect(
            await hints(open) == [
                #"{"before":"fedcba9876543210","note":"0123456789abcdef","stage":"started","theme":"","version":2}"#
            ])
    }

    @Test(arguments: Engine.tested)
    func `is given of moves between open stages and of nothing else`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample("a", what: "Støj"))
        let open = workplace.house.hub.changes(of: Self.topics)
        _ = try await workplace.post("/actions/a/closure", as: Workplace.maja, Sent.closure)
        #expect(await hints(open).isEmpty)
        _ = try await workplace.post("/actions/a/reopening", as: Workplace.maja)
        #expect(await hints(open).isEmpty)
        _ = try await workplace.post("/actions", as: Workplace.maja, Sent.action())
        #expect(await hints(open).isEmpty)
        let refused = try await workplace.post(
            "/actions/a/stage", as: Workplace.maja, ["stage": "at_goal", "theme": "", "version": "1"])
        #expect(refused.status == 409)
        _ = try await workplace.post(
            "/actions/a/stage", as: Workplace.maja, ["stage": "at_goal", "theme": "", "version": "3"])
        #expect(await hints(open).count == 1)
    }

    @Test func `takes nothing out of what was sent but an id`() async throws {
        let workplace = try await Workplace()
        try await workplace.put(.sample("a", what: "Støj"))
        let open = workplace.house.hub.changes(of: Self.topics)
        _ = try await workplace.post(
            "/actions/a/stage", as: Workplace.maja,
            ["stage": "at_goal", "theme": "", "version": "1", "before": "x\n\nevent: y\ndata: \"}"])
        let told = await hints(open)
        #expect(
            !told.joined().contains("\n")
                && told.allSatisfy { (try? JSONSerialization.jsonObject(with: Data($0.utf8))) != nil })
    }

    @Test func `is heard by whoever sees all of the board, and by nobody who sees a part`() async throws {
        let workplace = try await Workplace()
        for person in [Workplace.maja, Workplace.sara, Workplace.eva] {
            #expect(
                try await workplace.get("/plan/lab-group", as: person).text.replacing("%3A", with: ":").contains(
                    "moves:lab-group"))
        }
        // History is no part of what Eva coordinates.
        let both = Body(
            id: ID("both"), kind: .group, name: Words(da: "Begge", en: "Both"),
            units: [Workplace.laboratories, Workplace.history], opens: Workplace.today)
        let deed = Deed(by: nil, at: Workplace.monday, identities: .system, followers: [])
        try await workplace.database.write { try $0.apply(both.added(), deed) }
        let page = try await workplace.get("/plan/both", as: Workplace.eva).text.replacing("%3A", with: ":")
        #expect(page.contains("board:both") && !page.contains("moves:both"))
        #expect(try await workplace.get("/plan/both", as: Workplace.karl).text.contains("moves%3Aboth"))
    }
}
