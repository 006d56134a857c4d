import Foundation
import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Live
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
    private func topics(_ listener: Listener) async -> Set<String>? {
        guard case .news(let news) = await listener.next() else { return nil }
        return news.topics
    }

    @Test func `news reach those who listen to the topic, and only that topic of them`() async {
        let hub = Hub()
        let (plan, both, other) = (
            hub.changes(of: ["plan"]), hub.changes(of: ["plan", "people"]), hub.changes(of: ["x"])
        )
        hub.announce(.topics(["plan", "unheard"]))
        #expect(await topics(plan) == ["plan"])
        #expect(await topics(both) == ["plan"])
        hub.announce(.topics(["people"]))
        #expect(await topics(both) == ["people"])
        hub.announce(.everything)
        #expect(await topics(plan) == ["plan"])
        #expect(await topics(both) == ["plan", "people"])
        #expect(await topics(other) == ["x"])
    }

    @Test func `what comes faster than it is read flows together, and nothing of it is lost`() async {
        let hub = Hub()
        let topics = Set((0..<100).map(String.init))
        let slow = hub.changes(of: topics)
        var heard: Set<String> = []
        for number in 0..<100 { hub.announce(.topics([String(number)], hints: [Hint("5", "\(number)")])) }
        var hints: [String] = []
        while heard != topics, case .news(let news) = await slow.next() {
            heard.formUnion(news.topics)
            hints = news.hints.map(\.line)
            #expect(news.hints.count <= 16)
            try? await Task.sleep(for: .milliseconds(20))
        }
        #expect(heard == topics && hints.last == "99")
        hub.announce(.topics(["5"]))
        #expect(await self.topics(slow) == ["5"])
        let mailbox = Mailbox(topics)
        for number in 0..<100 { mailbox.put(hub.news(for: [String(number)])) }
        guard case .news(let all) = await mailbox.next() else {
            Issue.record("No news")
            return
        }
        #expect(all.topics == topics)
    }

    @Test func `hints come with the news of a topic, to those who listen for hints as well`() async {
        let hub = Hub()
        let (all, part) = (hub.changes(of: ["board", "moves"]), hub.changes(of: ["board"]))
        let hint = Hint("moves", "{}")
        hub.announce(.topics(["board"], hints: [hint, Hint("other", "{}")]))
        guard case .news(let whole) = await all.next(), case .news(let less) = await part.next() else {
            Issue.record("No news")
            return
        }
        #expect(whole.topics == ["board"] && whole.hints == [hint])
        #expect(less.topics == ["board"] && less.hints.isEmpty)
    }

    @Test func `a beat says nothing while there are news, and takes the place of none`() async {
        let hub = Hub()
        let line = hub.changes(of: ["plan"])
        for turn in 0..<(2 * Hub.beatSeconds) { hub.beat(turn % Hub.beatSeconds) }
        #expect(await line.next() == .beat)
        let mailbox = Mailbox(["plan"])
        mailbox.put(hub.news(for: ["plan"]))
        for _ in 0..<100 { mailbox.beat() }
        #expect(await mailbox.next() == .news(hub.news(for: ["plan"])))
        mailbox.close()
        #expect(await mailbox.next() == nil)
    }

    @Test func `whoever waits is let go when the line is closed or the reader cancelled`() async {
        let hub = Hub()
        let (closed, cancelled) = (hub.changes(of: ["plan"]), hub.changes(of: ["plan"]))
        let (one, other) = (Task { await closed.next() }, Task { await cancelled.next() })
        closed.close()
        other.cancel()
        #expect(await one.value == nil)
        #expect(await other.value == nil)
    }

    @Test func `many take their time to read, in steps that count nobody`() {
        #expect([0, 1, 32].map(Crowd.time) == [0, 0, 0])
        #expect(Set((33...64).map(Crowd.time)) == [256])
        #expect([1_000, 5_000, 1_000_000].map(Crowd.time) == [4_096, 32_768, 32_768])
        #expect(Crowd.rest(after: 1_000) == .milliseconds(100) && Crowd.rest(after: 100_000) == .milliseconds(500))
    }

    @Test func `a hint is one line, whoever wrote it`() {
        #expect(Hint("moves", "{}\n\nevent: changed").line == "{}")
        #expect(Hint("moves", "{}\r\nx").line == "{}" && Hint("moves", "{}\rx").line == "{}")
    }

    @Test func `a reader who has left is forgotten`() {
        let hub = Hub()
        do {
            let listeners = (0..<50).map { _ in hub.changes(of: ["plan"]) }
            #expect(listeners.count == hub.listenerCount)
        }
        #expect(hub.listenerCount == 0)
    }

    @Test func `what is kept counts for as long as the server surely hears, and anew when it does again`() {
        let hub = Hub()
        let first = hub.heard
        hub.announce(.hearing(until: .now + .seconds(600)))
        #expect(hub.isUnchanged(["plan"], since: first))
        hub.announce(.hearing(until: .now - .seconds(1)))
        #expect(!hub.isUnchanged(["plan"], since: first))
        #expect(!hub.isUnchanged(["plan"], since: hub.heard))
        let whileDeaf = hub.heard
        hub.announce(.hearing(until: .now + .seconds(600)))
        #expect(!hub.isUnchanged(["plan"], since: first))
        #expect(!hub.isUnchanged(["plan"], since: whileDeaf))
        #expect(hub.isUnchanged(["plan"], since: hub.heard))
    }

    @Test func `nothing that is kept counts while the server is deaf`() {
        let hub = Hub()
        hub.announce(.deafness)
        #expect(!hub.isUnchanged(["plan"], since: hub.heard))
        #expect(hub.stamp("plan") != hub.stamp("plan"))
        hub.announce(.hearing(until: nil))
        #expect(hub.isUnchanged(["plan"], since: hub.heard))
        #expect(hub.stamp("plan") == hub.stamp("plan"))
    }

    @Test func `open pages read anew when the server hears again`() async {
        let hub = Hub()
        let page = hub.changes(of: ["plan", "people"])
        hub.announce(.deafness)
        hub.announce(.hearing(until: nil))
        hub.announce(.topics(["people"]))
        #expect(await topics(page) == ["plan", "people"])
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
