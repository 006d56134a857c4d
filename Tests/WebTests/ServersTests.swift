import HTTPTypes
import Journal
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import Web

/// Two servers on one PostgreSQL, each of which keeps pages and rights in memory.
@Suite(.timeLimit(.minutes(5)), .enabled(if: Engine.tested.contains(.postgres)))
struct ServersTests {
    private let first: Workplace
    private let second: Workplace

    init() async throws {
        let routes = Self.routes
        first = try await Workplace(.postgres, extra: routes, isServer: true)
        second = try Workplace(beside: first, isServer: true, extra: routes)
        try await first.untilItHears()
        try await second.untilItHears()
    }

    private static let routes: [Route] = {
        var routes = Routes()
        routes.get("/test/members", for: .member) { _ in
            .page(Page(title: "Members", madeFrom: [Topic("plan")], content: "<p>only members</p>"))
        }
        routes.get("/test/seen", for: .signedIn) { visit in
            let count = try await visit.read { try $0.value("SELECT COUNT(*) FROM session", as: Int.self) ?? 0 }
            return .page(Page(title: "Seen", madeFrom: [Topic("plan")], content: "<p>\(count) sessions</p>"))
        }
        // Raises no topic: that its writer sees it must not hang on that.
        routes.post("/test/write", for: .signedIn) { visit in
            let hash = SecretHash(of: visit.fields["what"]).text
            let person = visit.viewer.person
            try await visit.write { writer in
                try writer.execute(
                    """
                    INSERT INTO session (hash, person_id, expires)
                    VALUES (\(hash), \(person), \("2100-01-01T00:00:00.000Z"))
                    """)
            }
            return .redirect("/test/seen")
        }
        routes.post("/test/open", for: .anyone(because: "the test tries the turnstile")) { _ in .json(["state": "in"]) }
        return routes.all
    }()

    private func status(_ server: Workplace) async throws -> Int {
        try await server.get("/test/members", as: Workplace.maja).status
    }

    @Test func `a mandate that is taken away on one server opens nothing on another`() async throws {
        let seat = Mandate(
            id: ID("maja-anew"), role: .member, body: Workplace.labGroup, person: Workplace.maja.id, origin: .elected,
            starts: Workplace.today, ends: Workplace.today + 700)
        let deed = first.deed(by: nil)
        for round in 0..<20 {
            let (here, there) = round.isMultiple(of: 2) ? (first, second) : (second, first)
            for _ in 0..<2 { #expect(try await status(there) == 200) }
            try await here.database.write { writer in
                try writer.execute("DELETE FROM mandate WHERE person_id = 'maja'")
                try writer.raise("rights")
            }
            #expect(try await status(there) == 403, "round \(round)")
            #expect(try await status(here) == 403, "round \(round)")
            try await there.database.write { try $0.apply(seat.given(to: "Maja Holm"), deed) }
            #expect(try await status(here) == 200, "round \(round)")
        }
    }

    @Test func `whoever writes on one server sees it on another`() async throws {
        func seen(_ server: Workplace) async throws -> String {
            let page = try await server.get("/test/seen", as: Workplace.maja).text
            return String(try #require(page.firstMatch(of: /<p>(\d+) sessions/)).1)
        }
        var before = try await seen(second)
        #expect(try await seen(first) == before)
        for round in 0..<20 {
            let (here, there) = round.isMultiple(of: 2) ? (first, second) : (second, first)
            _ = try await here.post("/test/write", as: Workplace.maja, ["what": "\(round)"])
            let now = try await seen(there)
            #expect(now != before, "round \(round)")
            #expect(try await seen(here) == now)
            before = now
        }
    }

    @Test func `who signs out on one server is signed out on the other`() async throws {
        #expect(try await second.get("/account", as: Workplace.sara).status == 200)
        _ = try await first.post("/sign-out", as: Workplace.sara)
        #expect(try await second.get("/account", as: Workplace.sara).status == 303)
    }

    @Test func `an open door counts who comes through the doors of all servers`() async throws {
        for number in 0..<Turnstile.limit {
            let server = number.isMultiple(of: 3) ? first : second
            #expect(try await server.post("/test/open").status == 200)
        }
        // What passes is heard of a moment later. Each alone would let as many more through as the other has.
        for server in [first, second] {
            var more = 0
            while more < Turnstile.limit / 10, try await server.post("/test/open").status == 200 {
                more += 1
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(more < Turnstile.limit / 10)
        }
    }

    @Test func `guesses at a password count wherever they are made`() async throws {
        func guess(_ server: Workplace) async throws -> Bool {
            let fields = ["email": "maja@nordhavn.example", "password": "forkert kode her"]
            return try await server.post("/signin", fields).text.contains("15 minutter")
        }
        for number in 0..<10 { #expect(try await guess(number.isMultiple(of: 2) ? first : second) == false) }
        for server in [first, second] { #expect(try await guess(server)) }
    }
}
