import App
import HTTPTypes
import Kernel
import Organisation
import StorageTesting
import TestSupport
import Testing

@testable import Web

/// What leaves no trace, and what is told of the rest.
struct TraceTests {
    /// All that must be quiet. A new route under these words is quiet, or stands below with its reason.
    private static let quietPlaces = [
        "/report", "/reports", "/r", "/follow", "/idea", "/ideas", "/plan/:body/ideas", "/plan/:body/priorities",
        "/priorities", "/prioritise", "/checks", "/elections", "/e", "/time",
        "/bodies/:id/elections", "/actions/:id/presence",
        "/units/:id/poster", "/units/:id/handlers", "/accidents", "/api/v1/reports", "/api/v1/ideas",
        "/api/v1/elections", "/api/v1/accidents",
    ]
    private static let told = [
        "/time/comparison", "/time/comparison.csv",  // A table of cells that nobody is alone in, read by members.
    ]

    @Test func `who reports, follows, votes or takes hours back is told of by no route`() {
        var seen: Set<String> = []
        for route in Features.routes {
            let place = Self.quietPlaces.first { route.path == $0 || route.path.hasPrefix($0 + "/") }
            let mustBeQuiet = place != nil && !Self.told.contains(route.path)
            if let place { seen.insert(place) }
            if case .quiet(let reason) = route.trace {
                #expect(mustBeQuiet, "\(route.path) is quiet: name its place above")
                #expect(reason.split(separator: " ").count > 5, "\(route.path)")
            } else {
                #expect(!mustBeQuiet, "\(route.method) \(route.path)")
            }
        }
        #expect(seen == Set(Self.quietPlaces))
    }

    /// What words give away, wherever the route stands.
    @Test func `no route that speaks of reports, codes, ballots or confidence is told of`() {
        let words = ["report", "follow", "ballot", "vote", "election", "nominat", "confiden", "anonym", "whistle"]
        for route in Features.routes where route.trace == .told {
            #expect(words.allSatisfy { !route.path.contains($0) }, "\(route.path)")
        }
    }

    @Test func `what leads on to other pages is told of as they are`() {
        let onTheWay = Features.routes.filter { route in
            if case .asOfItsAim = route.trace { true } else { false }
        }
        #expect(Set(onTheWay.map(\.path)) == ["/signin", "/signin/again", "/language"])
    }

    @Test(arguments: [
        ("/signin", true), ("/signin?to=/", true), ("/signin?to=/plan/lab-group", true), ("/signin?to=/report", false),
        ("/signin?to=/e/abc", false), ("/signin?to=/elections/x/ballot", false), ("/signin?to=/time", false),
        ("/signin?to=/report?unit=laboratories%23x", false), ("/signin?to=/%2572eport", false),
        ("/signin?to=/follow", false), ("/signin?to=https://forkant.example/report", false),
    ])
    func `who signs in on the way to a quiet page leaves no trace`(path: String, isTold: Bool) async throws {
        let log = LogLines()
        let workplace = try await Workplace(logger: log.logger)
        let reply = try await workplace.get(path)
        #expect(reply.status == 200)
        #expect(log.all.isEmpty != isTold)
        #expect((reply.headers[.requestID] != nil) == isTold)
        let fields = ["email": "x@nordhavn.example", "password": "forkert kode", "to": String(path.dropFirst(11))]
        #expect(try await workplace.post("/signin", fields).status == 422)
        #expect(log.all.count == (isTold ? 2 : 0))
    }

    @Test func `the language of a report's form is chosen without a trace`() async throws {
        let log = LogLines()
        let workplace = try await Workplace(logger: log.logger)
        _ = try await workplace.post("/language", ["language": "en", "return": "/r/link-laboratories"])
        #expect(log.all.isEmpty)
        _ = try await workplace.post("/language", ["language": "en", "return": "/signin"])
        #expect(log.all.isEmpty, "where /signin leads is not known there")
        _ = try await workplace.post("/language", ["language": "en", "return": "/plan"])
        #expect(log.all.count == 1)
    }

    @Test func `a line says the route, never the address, and nobody`() async throws {
        let log = LogLines()
        let workplace = try await Workplace(logger: log.logger)
        let reply = try await workplace.get("/people/karl?q=sygemelding", as: Workplace.maja)
        let id = try #require(reply.headers[.requestID])
        #expect(id.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{12}/) != nil)
        let line = try #require(log.all.first)
        #expect(log.all.count == 1)
        #expect(line.hasPrefix("info Answered"))
        for part in [id, "/people/:id", "GET", "\(reply.status)", "ms"] { #expect(line.contains(part)) }
        for personal in ["karl", "maja", "sygemelding", "session"] { #expect(!line.contains(personal)) }
    }

    @Test func `ids of requests are never the same, and have no order`() {
        let ids = (0..<2000).map { _ in RequestID.random().text }
        #expect(Set(ids).count == 2000)
        #expect(ids != ids.sorted() && Set(ids.map { $0.prefix(1) }).count == 32)
    }

    @Test(arguments: [
        ("proxy-0123.AB_c", true), ("1234567", false), ("12345678", true), (String(repeating: "x", count: 64), true),
        (String(repeating: "x", count: 65), false), ("maja lund", false), ("a\"b,c{d}e", false), ("æøåæøåæøå", false),
    ])
    func `a proxy's id is taken where proxies are believed, and it is a plain one`(
        given: String, isPlain: Bool
    ) async throws {
        let headers: HTTPFields = [.requestID: given]
        let believing = try await Workplace(trustedProxies: 1)
        let taken = try await believing.get("/signin", headers: headers).headers[.requestID]
        #expect((taken == given) == isPlain)
        #expect(try await believing.get("/r/link-laboratories", headers: headers).headers[.requestID] == nil)
        let alone = try await Workplace()
        #expect(try await alone.get("/signin", headers: headers).headers[.requestID] != given)
    }

    @Test func `pages that only bring themselves up to date are told of by nothing`() async throws {
        let log = LogLines()
        let workplace = try await Workplace(extra: TestRoutes.all, logger: log.logger)
        let part = try #require(HTTPField.Name("X-Forkant-Part"))
        for _ in 0..<3 { _ = try await workplace.get("/test/kept", as: Workplace.maja, headers: [part: "live"]) }
        #expect(log.all.isEmpty)
        #expect(pages(workplace) == [0, 0])
    }

    /// Answered as kept, and made to be kept.
    private func pages(_ workplace: Workplace) -> [Int] {
        let pages = workplace.house.figures.keptPages
        return [pages.kept, pages.made]
    }

    @Test func `of pages that are kept, quiet ones are not counted`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        for _ in 0..<3 { _ = try await workplace.get("/test/quiet/kept", as: Workplace.maja) }
        for _ in 0..<4 { _ = try await workplace.get("/report", as: Workplace.maja) }
        #expect(pages(workplace) == [0, 0])
        for _ in 0..<3 { _ = try await workplace.get("/test/kept", as: Workplace.maja) }
        #expect(pages(workplace) == [2, 1])
    }

    @Test func `of live lines, those of quiet pages are not counted`() async throws {
        let workplace = try await Workplace(extra: TestRoutes.all)
        let settings = workplace.house.settings
        for (path, purpose, names) in [
            ("/test/live", "live" as StaticString, "people plan"), ("/test/quiet/live", "live, and quiet", "plan"),
        ] {
            let page = try await workplace.get(path, as: Workplace.maja).text
            let mark = String(try #require(page.firstMatch(of: /mark=([0-9a-f]{40})/)).1)
            let session = SecretHash(of: "session of maja").text
            #expect(settings.isMark(mark, purpose, "\(session) \(names)"), "\(path)")
            let address = String(try #require(page.firstMatch(of: /\/live\?[^"]+/)).0).replacing("&amp;", with: "&")
            #expect(try await workplace.firstWords(of: address, as: Workplace.maja).hasPrefix("retry: 2000"))
        }
        let lines = LiveLines()
        for owner in ["maja", "jonas"] { #expect(lines.open(owner, isTold: owner == "maja")) }
        #expect([lines.count, lines.toldCount] == [2, 1])
        lines.close("jonas", isTold: false)
        #expect([lines.count, lines.toldCount] == [1, 1])
        lines.close("maja", isTold: true)
        #expect([lines.count, lines.toldCount] == [0, 0])
    }

    @Test func `a fault at a quiet door waits for the hour, and says neither where nor when`() async throws {
        let log = LogLines()
        let workplace = try await Workplace(extra: TestRoutes.all, logger: log.logger)
        var numbers: [String] = []
        for _ in 0..<5 {
            let failed = try await workplace.get("/test/quiet/failure?q=sygemelding", as: Workplace.maja)
            #expect(failed.status == 500 && failed.headers[.requestID] == nil)
            numbers.append(String(try #require(failed.text.firstMatch(of: /<p class="meta">([0-9A-Z]{8})</)).1))
        }
        #expect(log.all.isEmpty)
        workplace.house.figures.quietFaults.tell(log.logger)
        let line = try #require(log.all.first)
        #expect(log.all.count == 1)
        #expect(line.contains("Spilling") && line.contains("5"))
        let places = try numbers.sorted().map { try #require(line.firstRange(of: $0)).lowerBound }
        #expect(places == places.sorted())
        for unsaid in ["/test", "maja", "sygemelding", "GET"] { #expect(!line.contains(unsaid)) }
        workplace.house.figures.quietFaults.tell(log.logger)
        #expect(log.all.count == 1)
    }

    @Test func `a crowd of faults takes little room`() {
        let (log, faults) = (LogLines(), QuietFaults())
        for number in 0..<5000 { faults.add("kind \(number % 500)", "R\(number)") }
        faults.tell(log.logger)
        #expect(log.all.count == 51)
        #expect(log.all.allSatisfy { $0.utf8.count < 2000 })
    }

    @Test func `what has no route leaves no trace`() async throws {
        let log = LogLines()
        let workplace = try await Workplace(logger: log.logger)
        for path in ["/favicon.ico", "/static/x/forkant.css", "/r", "/Report", "/api/openapi.json", "/live"] {
            #expect(try await workplace.get(path).headers[.requestID] == nil)
        }
        #expect(log.all.isEmpty)
    }
}
