import Kernel
import Live
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing
import Web

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
        #expect(await one.next() == ["plan"])
        #expect(await one.next() == ["plan"])
        #expect(await two.next() == ["plan"])
        #expect(await two.next() == ["people"])
        #expect(await two.next() == ["plan", "people"])
        #expect(await three.next() == ["x"])
    }

    @Test func `a slow reader keeps the latest news and no more`() async {
        let hub = Hub()
        let topics = Set((0..<100).map(String.init))
        let slow = hub.changes(of: topics)
        for number in 0..<100 { hub.announce(.topics([String(number)])) }
        var reader = slow.makeAsyncIterator()
        var heard: [Set<String>] = []
        for _ in 0..<16 { if let news = await reader.next() { heard.append(news) } }
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
