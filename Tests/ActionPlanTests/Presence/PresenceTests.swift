import Kernel
import Organisation
import Storage
import StorageTesting
import Synchronization
import TestSupport
import Testing

@testable import ActionPlan

extension Workplace {
    func sign(
        _ doing: String, as person: Person, at id: String = "trays", page: String = "a-1"
    ) async throws -> Reply {
        try await post("/actions/\(id)/presence", as: person, ["doing": doing, "page": page])
    }
}

/// A clock that a test moves by seconds.
final class Stopwatch: Sendable {
    private let moment = Mutex(Workplace.monday)

    var now: Moment { moment.withLock { $0 } }
    func pass(seconds: Int) { moment.withLock { $0 = $0 + seconds } }
}

@Suite struct `Two people on one action` {
    let watch = Stopwatch()

    func workplace(_ engine: Engine = .sqlite, isServer: Bool = false) async throws -> Workplace {
        let workplace = try await Workplace(engine, isServer: isServer, clock: { watch.now })
        try await workplace.put(.sample())
        return workplace
    }

    func page(_ workplace: Workplace, as person: Person = Workplace.jonas, _ path: String = "/actions/trays")
        async throws -> String
    {
        try await workplace.get(path, as: person).text
    }

    @Test(arguments: Engine.tested)
    func `see each other, also on the form, until they leave`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        #expect(!(try await page(workplace)).contains("is also here"))
        #expect(try await workplace.sign("looking", as: Workplace.maja).status == 200)
        #expect(try await page(workplace).contains("Maja Holm is also here."))
        // Nobody is told of oneself.
        #expect(!(try await page(workplace, as: Workplace.maja)).contains("er her også"))
        _ = try await workplace.sign("changing", as: Workplace.maja)
        #expect(try await page(workplace).contains("Maja Holm is changing it now."))
        #expect(try await page(workplace, as: Workplace.jonas, "/actions/trays/edit").contains("is changing it now"))
        _ = try await workplace.sign("left", as: Workplace.maja)
        #expect(!(try await page(workplace)).contains("Maja Holm is"))
    }

    @Test func `are here for as long as one of their pages is, and no longer than a lost line lasts`() async throws {
        let workplace = try await workplace()
        _ = try await workplace.sign("looking", as: Workplace.maja, page: "one")
        _ = try await workplace.sign("changing", as: Workplace.maja, page: "two")
        _ = try await workplace.sign("left", as: Workplace.maja, page: "two")
        #expect(try await page(workplace).contains("Maja Holm is also here."))
        watch.pass(seconds: Presence.lasts - 1)
        #expect(try await page(workplace).contains("Maja Holm is also here."))
        watch.pass(seconds: 1)
        #expect(!(try await page(workplace)).contains("Maja Holm is also here."))
    }

    @Test func `do not see those who only read, nor are they seen by them`() async throws {
        let workplace = try await workplace()
        _ = try await workplace.sign("looking", as: Workplace.maja)
        let read = try await page(workplace, as: Workplace.sara)
        #expect(!read.contains("data-presence") && !read.contains("er her også") && !read.contains("presence:"))
        #expect(try await workplace.sign("looking", as: Workplace.sara).status == 403)
        #expect(try await workplace.sign("looking", as: Workplace.karl).status == 404)
        #expect(!(try await page(workplace)).contains("Sara Lund is"))
        #expect(try await workplace.sign("looking", as: Workplace.maja, at: "nowhere").status == 404)
        #expect(try await workplace.sign("looking", as: Workplace.maja, page: "").status == 422)
    }

    @Test func `are not seen where they do not want to, and then see nobody`() async throws {
        let workplace = try await workplace()
        let choice = ["unseen": "on", "action": "trays"]
        #expect(try await workplace.post("/presence", as: Workplace.maja, choice).location == "/actions/trays")
        #expect(try await workplace.sign("looking", as: Workplace.maja).text.contains("false"))
        #expect(!(try await page(workplace)).contains("Maja Holm is"))
        _ = try await workplace.sign("looking", as: Workplace.jonas)
        let own = try await page(workplace, as: Workplace.maja)
        #expect(own.contains("Vis mig igen") && !own.contains("Jonas Riis er her") && !own.contains("data-presence"))
        _ = try await workplace.post("/presence", as: Workplace.maja, ["action": "trays"])
        #expect(try await page(workplace, as: Workplace.maja).contains("Jonas Riis er her også."))
    }

    @Test(arguments: Engine.tested)
    func `are in no table and no journal`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        func lines() async throws -> Int? {
            try await workplace.database.read { try $0.value("SELECT COUNT(*) FROM journal") }
        }
        let before = try await lines()
        _ = try await workplace.sign("looking", as: Workplace.maja)
        #expect(try await lines() == before)
        let seen = try await workplace.database.read {
            try $0.values("SELECT person_id FROM unseen_person", as: String.self)
        }
        #expect(seen.isEmpty)
    }

    @Test func `are forgotten when they have signed out`() async throws {
        let workplace = try await workplace()
        _ = try await workplace.sign("looking", as: Workplace.maja)
        _ = try await workplace.post("/sign-out", as: Workplace.maja)
        #expect(try await workplace.sign("looking", as: Workplace.maja).status != 200)
        watch.pass(seconds: Presence.lasts)
        #expect(!(try await page(workplace)).contains("Maja Holm is"))
    }

    @Test func `take no more room however many signs they give`() async throws {
        let (presence, workplace) = (Presence(), try await workplace())
        for number in 0..<500 {
            presence.sign(
                ActionID("trays"), .init(person: Workplace.maja.id, page: "\(number)"), .looking, in: workplace.house)
        }
        #expect(presence.count == Presence.mostPages)
        for number in 0..<200 {
            presence.sign(
                ActionID("trays"), .init(person: PersonID("p\(number)"), page: "a"), .changing, in: workplace.house)
        }
        #expect(presence.count == Presence.mostSigns)
        for number in 0..<(2 * Presence.mostRooms) {
            presence.sign(
                ActionID("a\(number)"), .init(person: Workplace.maja.id, page: "a"), .looking, in: workplace.house)
        }
        #expect(presence.count <= Presence.mostSigns + Presence.mostRooms)
        watch.pass(seconds: Presence.lasts)
        presence.sign(ActionID("new"), .init(person: Workplace.maja.id, page: "a"), .looking, in: workplace.house)
        #expect(presence.count == 1)
    }

    @Test func `hear each other from server to server`() async throws {
        guard Engine.tested.contains(.postgres) else { return }
        let one = try await workplace(.postgres, isServer: true)
        let other = try Workplace(beside: one, isServer: true)
        try await one.untilItHears()
        try await other.untilItHears()
        _ = try await page(other)
        _ = try await one.sign("changing", as: Workplace.maja)
        var isSeen = false
        for _ in 0..<100 where !isSeen {
            isSeen = try await page(other).contains("Maja Holm is changing it now.")
            if !isSeen { try await Task.sleep(for: .milliseconds(50)) }
        }
        #expect(isSeen)
    }
}

@Suite struct `Two who end or put off the same action` {
    func workplace(_ engine: Engine = .sqlite) async throws -> Workplace {
        let workplace = try await Workplace(engine)
        try await workplace.put(.sample())
        return workplace
    }

    @Test(arguments: Engine.tested)
    func `both read what the other wrote about its closing, and nothing is lost`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await workplace.post("/actions/trays/closure", as: Workplace.maja, Sent.closure)
        let second = try await workplace.post(
            "/actions/trays/closure", as: Workplace.jonas,
            ["done": "Trays & <lids>", "effect": "partly", "learned": "Ask earlier"])
        #expect(second.status == 409)
        #expect(second.text.contains("Bakkerne står der") && second.text.contains("Maja Holm"))
        #expect(second.text.contains("Trays &amp; &lt;lids&gt;") && second.text.contains("Ask earlier"))
        #expect(second.text.contains("/actions/trays/comments"))
    }

    @Test(arguments: Engine.tested)
    func `see the other's reason for waiting before theirs stands in its place`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        let hold = ["reason": "Venter på penge", "look_again_on": (Workplace.today + 30).text, "was_reason": ""]
        #expect(try await workplace.post("/actions/trays/hold", as: Workplace.maja, hold).status == 303)
        let mine = hold.merging(["reason": "The house moves"]) { $1 }
        let refused = try await workplace.post("/actions/trays/hold", as: Workplace.jonas, mine)
        #expect(refused.status == 422)
        #expect(refused.text.contains("Venter på penge") && refused.text.contains("The house moves"))
        #expect(try await workplace.action()?.hold?.reason == "Venter på penge")
        let again = mine.merging(["was_reason": "Venter på penge"]) { $1 }
        #expect(try await workplace.post("/actions/trays/hold", as: Workplace.jonas, again).status == 303)
        #expect(try await workplace.action()?.hold?.reason == "The house moves")
    }
}
