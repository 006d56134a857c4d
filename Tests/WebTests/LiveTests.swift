import Foundation
import HTTPTypes
import Kernel
import Live
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Web

struct LiveAddressTests {
    /// Where the page of the test listens, for this person.
    private func address(_ workplace: Workplace, _ person: Person) async throws -> String {
        let page = try await workplace.get("/test/live", as: person).text
        let found = try #require(page.firstMatch(of: /\/live\?topics=[^"]+/)?.output)
        return String(found).replacing("&amp;", with: "&")
    }

    @Test func `an address of another session, or with another topic, opens nothing`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let own = try await address(workplace, Workplace.maja)
        #expect(own.contains("people%20plan"))
        #expect(try await workplace.call(.head, own, as: Workplace.maja).status == 200)
        #expect(try await workplace.get(own, as: Workplace.jonas).status == 404)
        #expect(try await workplace.get(own).status == 404)
        let other = own.replacing("people%20plan", with: "people%20plan%20notices:karl")
        #expect(try await workplace.get(other, as: Workplace.maja).status == 404)
        #expect(try await workplace.get(String(own.dropLast()), as: Workplace.maja).status == 404)
        #expect(try await workplace.get("/live?topics=plan", as: Workplace.maja).status == 404)
        #expect(workplace.house.hub.listenerCount == 0)
    }

    @Test func `an address is closed when the session has ended`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let own = try await address(workplace, Workplace.maja)
        _ = try await workplace.post("/sign-out", as: Workplace.maja)
        #expect(try await workplace.get(own, as: Workplace.maja).status == 404)
    }
}

struct HubTests {
    @Test func `news reach those who listen to the topic, and only that topic of them`() async {
        let hub = Hub()
        let (plan, both, other) = (
            hub.changes(of: ["plan"]), hub.changes(of: ["plan", "people"]), hub.changes(of: ["x"])
        )
        hub.announce(.topics(["plan", "unheard"]))
        hub.announce(.topics(["people"]))
        hub.announce(.everything)
        var (one, two, three) = (plan.makeAsyncIterator(), both.makeAsyncIterator(), other.makeAsyncIterator())
        #expect(await one.next()?.topics == ["plan"])
        #expect(await one.next()?.topics == ["plan"])
        #expect(await two.next()?.topics == ["plan"])
        #expect(await two.next()?.topics == ["people"])
        #expect(await two.next()?.topics == ["plan", "people"])
        #expect(await three.next()?.topics == ["x"])
    }

    @Test func `a slow reader keeps the latest news and no more`() async {
        let hub = Hub()
        let topics = Set((0..<100).map(String.init))
        let slow = hub.changes(of: topics)
        for number in 0..<100 { hub.announce(.topics([String(number)])) }
        var reader = slow.makeAsyncIterator()
        var heard: [Set<String>] = []
        for _ in 0..<16 { if let news = await reader.next() { heard.append(news.topics) } }
        #expect(heard == (84..<100).map { [String($0)] })
    }

    @Test func `a reader who has left is forgotten`() {
        let hub = Hub()
        do {
            let streams = (0..<50).map { _ in hub.changes(of: ["plan"]) }
            #expect(streams.count == hub.listenerCount)
        }
        #expect(hub.listenerCount == 0)
    }

    @Test func `a stamp changes with its topic, and with everything`() {
        let hub = Hub()
        let first = hub.stamp("rights")
        hub.announce(.topics(["plan"]))
        #expect(hub.stamp("rights") == first)
        hub.announce(.topics(["rights"]))
        let second = hub.stamp("rights")
        #expect(second != first)
        hub.announce(.everything)
        #expect(hub.stamp("rights") != second)
    }
}

/// What an open page missed is told when its line opens again.
struct ResumedLineTests {
    /// What the line says at once.
    private func opening(_ workplace: Workplace, _ address: String, _ id: String? = nil) async throws -> String {
        var headers: HTTPFields = [:]
        if let id { headers[try #require(HTTPField.Name("Last-Event-ID"))] = id }
        return try await workplace.firstWords(of: address, as: Workplace.maja, headers: headers)
    }

    private func address(_ workplace: Workplace) async throws -> String {
        let page = try await workplace.get("/test/live", as: Workplace.maja).text
        let found = try #require(page.firstMatch(of: /\/live\?topics=[^"]+/)?.output)
        return String(found).replacing("&amp;", with: "&")
    }

    @Test func `a line tells at once what changed since the page was made, and only then`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let own = try await address(workplace)
        #expect(try await opening(workplace, own) == "retry: 2000\n\n")
        try await workplace.database.write { try $0.raise("other") }
        #expect(try await opening(workplace, own) == "retry: 2000\n\n")
        try await workplace.database.write { try $0.raise("plan") }
        let told = try await opening(workplace, own)
        #expect(told.contains("event: changed") && told.contains("plan"))
        let id = String(try #require(told.firstMatch(of: /id: (\S+)/)).1)
        #expect(try await opening(workplace, own, id) == "retry: 2000\n\n")
        try await workplace.database.write { try $0.raise("people") }
        #expect(try await opening(workplace, own, id).contains("event: changed"))
    }

    @Test func `neither page nor line tells how much has happened elsewhere`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        var seen: [String] = []
        for round in 0..<3 {
            for _ in 0..<(round * 50) { try await workplace.database.write { try $0.raise("other") } }
            let own = try await address(workplace)
            seen.append(String(try #require(own.firstMatch(of: /since=([^&]+)/)).1))
        }
        #expect(Set(seen).count == 3 && Set(seen.map { ($0.removingPercentEncoding ?? "").count }).count == 1)
        let heard = workplace.house.hub.heard.text
        #expect(seen.allSatisfy { !$0.contains(heard) })
        #expect(workplace.house.settings.heard(heard) == nil)
        try await workplace.database.write { try $0.raise("plan") }
        let told = try await opening(workplace, try await address(workplace), "x")
        #expect(!told.contains(workplace.house.hub.heard.text))
    }

    @Test(arguments: ["", "x", "..", "another.0.0", ".0", ".0.0.0", ".99999999999999999999.0", ".-1.-1"])
    func `what another server wrote, or nobody, is answered as if all had changed`(id: String) async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let own = try await address(workplace)
        #expect(try await opening(workplace, own, id).contains("event: changed"))
    }

    @Test func `a session holds forty lines and no more, and may open one when another is closed`() {
        let lines = LiveLines()
        for _ in 0..<LiveLines.most { #expect(lines.open("maja")) }
        #expect(!lines.open("maja") && lines.open("jonas"))
        lines.close("maja")
        #expect(lines.open("maja") && !lines.open("maja"))
    }
}
