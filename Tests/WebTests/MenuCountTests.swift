import Foundation
import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import Web

/// What the menu says that waits.
@Suite struct MenuCountTests {
    func count(_ path: String, as person: Person, _ workplace: Workplace) async throws -> String? {
        let page = try await workplace.get("/account", as: person).text
        guard let item = page.components(separatedBy: "<li><a href=\"\(path)\"").dropFirst().first else { return nil }
        // News are told of, and not counted: the heading of that page counts what waits.
        if item.components(separatedBy: "</a>")[0].contains("class=\"count dot\"") { return "news" }
        let mark = item.prefix { $0 != "\n" }.components(separatedBy: "</a>")[0].components(
            separatedBy: "class=\"count\"")
        guard mark.count > 1 else { return nil }
        return String(mark[1].drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
    }

    @Test(arguments: Engine.tested)
    func `counts what waits for each, and counts anew when it changes`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        for path in ["/", "/plan", "/reports"] { #expect(try await count(path, as: Workplace.maja, workplace) == nil) }
        let form = try await workplace.get("/r/link-laboratories").text
        let code = form.components(separatedBy: "name=\"code\" value=\"")[1].prefix { $0 != "\"" }
        _ = try await workplace.post(
            "/r/link-laboratories",
            ["kind": "near_miss", "what": "Glat gulv", "anonymous": "on", "code": String(code)])
        #expect(try await count("/", as: Workplace.maja, workplace) == "news")
        #expect(try await count("/reports", as: Workplace.maja, workplace) == "1")
        #expect(try await count("/reports", as: Workplace.sara, workplace) == nil)
        #expect(try await count("/reports", as: Workplace.karl, workplace) == nil)
        _ = try await workplace.post("/notices/read", as: Workplace.maja)
        #expect(try await count("/", as: Workplace.maja, workplace) == nil)
        #expect(try await count("/", as: Workplace.jonas, workplace) == "news")
    }

    @Test(arguments: Engine.tested)
    func `counts what is overdue on the own plan from the day after`(engine: Engine) async throws {
        let clock = Ticking()
        let workplace = try await Workplace(engine, clock: { clock.now })
        _ = try await workplace.post(
            "/actions", as: Workplace.maja,
            [
                "body": "lab-group", "what": "Bakker", "unit": "laboratories", "responsible": "maja",
                "due": Workplace.today.text, "difficulty": "simple",
            ])
        #expect(try await count("/plan", as: Workplace.jonas, workplace) == nil)
        clock.pass(days: 1)
        #expect(try await count("/plan", as: Workplace.jonas, workplace) == "1")
        #expect(try await count("/plan", as: Workplace.karl, workplace) == nil)
    }

    @Test func `tells of news without a number, however many they are`() async throws {
        let workplace = try await Workplace()
        try await workplace.database.write { writer in
            for number in 1...120 {
                try writer.execute(
                    """
                    INSERT INTO notice (id, person_id, at, da, en, path)
                    VALUES (\("n\(number)"), 'maja', \(Workplace.monday), 'Nyt', 'News', '/')
                    """)
            }
        }
        #expect(try await count("/", as: Workplace.maja, workplace) == "news")
    }

    @Test func `asks the database only when something has changed`() async throws {
        let asked = Asked()
        let workplace = try await Workplace()
        let counting = MenuCounting(topics: { _ in [Topic("notices:maja")] }) { _, _, _ in
            asked.once()
            return ["today": 1]
        }
        let counts = MenuCounts(counting, hub: workplace.house.hub)
        let viewer = try #require(
            try await workplace.database.read { try Doorkeeping().viewer(Workplace.maja, on: Workplace.today, $0) })
        for _ in 1...3 {
            _ = await counts.counts(for: viewer, on: Workplace.today, in: workplace.database)
        }
        #expect(asked.times == 1)
        workplace.house.hub.announce(.topics(["notices:jonas"]))
        _ = await counts.counts(for: viewer, on: Workplace.today, in: workplace.database)
        #expect(asked.times == 1)
        workplace.house.hub.announce(.topics(["notices:maja"]))
        _ = await counts.counts(for: viewer, on: Workplace.today, in: workplace.database)
        #expect(asked.times == 2)
        _ = await counts.counts(for: viewer, on: Workplace.today + 1, in: workplace.database)
        #expect(asked.times == 3)
    }
}

private final class Asked: Sendable {
    private let count = Mutex(0)
    var times: Int { count.withLock { $0 } }
    func once() { count.withLock { $0 += 1 } }
}

private final class Ticking: Sendable {
    private let moment = Mutex(Workplace.monday)
    var now: Moment { moment.withLock { $0 } }
    func pass(days: Int) {
        moment.withLock { $0 = Moment(milliseconds: $0.milliseconds + days * 86_400_000) }
    }
}
