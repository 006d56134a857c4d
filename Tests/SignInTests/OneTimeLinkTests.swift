import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

struct OneTimeLinkTests {
    private let chosen = ["password": "tre små ænder", "again": "tre små ænder"]

    /// The path of a link that the administrator made for Sara.
    private func link(_ workplace: Workplace) async throws -> String {
        let page = try await workplace.post("/administration/people/sara/link", as: Workplace.rikke)
        let secret = try #require(page.text.firstMatch(of: /\/welcome\/([0-9a-z]{32})</)?.output.1)
        return "/welcome/\(secret)"
    }

    @Test(arguments: Engine.tested)
    func `a link works once`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let link = try await link(workplace)
        #expect(try await workplace.get(link).text.contains("Sara Lund"))
        let done = try await workplace.post(link, as: nil, chosen)
        #expect(done.status == 303)
        #expect(done.cookie("session") != nil)
        #expect(try await workplace.get(link).status == 404)
        #expect(try await workplace.post(link, as: nil, chosen).status == 404)
    }

    @Test(arguments: Engine.tested)
    func `a link that is used twice at the same moment works once`(engine: Engine) async throws {
        let workplace = try await Workplace(engine)
        let link = try await link(workplace)
        async let one = workplace.post(link, as: nil, chosen)
        async let other = workplace.post(link, as: nil, chosen)
        #expect([try await one.status, try await other.status].sorted() == [303, 404])
    }

    @Test(arguments: Engine.tested)
    func `a link is over after a week, and when a newer one is made`(engine: Engine) async throws {
        let clock = Clock()
        let workplace = try await Workplace(engine, clock: { clock.now })
        let first = try await link(workplace)
        let second = try await link(workplace)
        #expect(try await workplace.get(first).status == 404)
        clock.set(Workplace.monday + 7 * 86_400 + -1)
        #expect(try await workplace.get(second).status == 200)
        clock.set(Workplace.monday + 7 * 86_400)
        #expect(try await workplace.get(second).status == 404)
        #expect(try await workplace.post(second, as: nil, chosen).status == 404)
    }

    @Test(arguments: [
        ("kort", "kort"), ("aaaaaaaaaaaa", "aaaaaaaaaaaa"), ("Sara@nordhavn.example", "Sara@nordhavn.example"),
        ("tre små ænder", "tre smaa ænder"),
        (String(repeating: "abcde", count: 41), String(repeating: "abcde", count: 41)),
        ("", ""),
    ])
    func `a poor password is refused, and the link stays good`(password: String, again: String) async throws {
        let workplace = try await Workplace()
        let link = try await link(workplace)
        let refused = try await workplace.post(link, as: nil, ["password": password, "again": again])
        #expect(refused.status == 422)
        if !password.isEmpty { #expect(!refused.text.contains("value=\"\(password)\"")) }
        #expect(try await workplace.post(link, as: nil, chosen).status == 303)
    }

    @Test func `no secret is kept as it is`() async throws {
        let workplace = try await Workplace()
        let link = try await link(workplace)
        let secret = String(link.dropFirst("/welcome/".count))
        let kept = try await workplace.database.read { reader in
            try reader.values("SELECT hash FROM one_time_link", as: String.self)
                + reader.values("SELECT after FROM journal_payload", as: String.self)
        }
        #expect(!kept.isEmpty)
        #expect(!kept.contains { $0.contains(secret) })
    }
}
