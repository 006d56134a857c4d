import HTTPTypes
import Kernel
import Organisation
import Storage
import StorageTesting
import TestSupport
import Testing

@testable import App
@testable import Web

struct MetricsTests {
    private static let token = "sixteen letters."
    private static let watching = WatchRoutes(Features.jobs, started: Workplace.monday, release: "abc").all
    private static let shown: HTTPFields = [.authorization: "Bearer \(token)"]

    private func workplace(
        _ engine: Engine = .sqlite, token: String? = MetricsTests.token, log: LogLines = LogLines()
    ) async throws -> Workplace {
        try await Workplace(engine, extra: Self.watching, logger: log.logger, metricsToken: token)
    }

    @Test func `figures are for who shows the token, and are not there for others`() async throws {
        let workplace = try await workplace()
        let reply = try await workplace.get("/metrics", headers: Self.shown)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        let wrong = [nil, "", "Bearer", "Bearer ", "Bearer sixteen letters", "Bearer sixteen letters..", "Basic x"]
        for shown in wrong {
            let headers: HTTPFields = shown.map { [.authorization: $0] } ?? [:]
            #expect(try await workplace.get("/metrics", headers: headers).status == 404, "\(shown ?? "nothing")")
            #expect(try await workplace.get("/metrics", as: Workplace.rikke, headers: headers).status == 404)
        }
        let closed = try await self.workplace(token: nil)
        #expect(try await closed.get("/metrics", headers: Self.shown).status == 404)
        #expect(try await closed.get("/metrics", headers: [.authorization: "Bearer "]).status == 404)
    }

    @Test func `a token that can be guessed is refused`() throws {
        let key = String(repeating: "k", count: 32)
        #expect(throws: UnsafeSetting.metricsTokenTooShort) {
            try Settings(publicAddress: "http://localhost", secretKey: key, metricsToken: "fifteen letters")
        }
        #expect(throws: UnsafeSetting.metricsTokenTooShort) {
            try Settings(publicAddress: "http://localhost", secretKey: key, metricsToken: "")
        }
    }

    @Test(arguments: Engine.tested)
    func `figures are told of requests, the database, jobs and mails`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        _ = try await workplace.get("/people/maja", as: Workplace.rikke)
        _ = try await workplace.get("/people/nobody", as: Workplace.rikke)
        let text = try await workplace.get("/metrics", headers: Self.shown).text
        for line in [
            #"forkant_build_info{release="abc",engine="\#(engine.rawValue)"} 1"#,
            #"forkant_requests_total{route="/people/:id",method="GET",status="2xx"} 1"#,
            #"forkant_requests_total{route="/people/:id",method="GET",status="4xx"} 1"#,
            #"forkant_request_seconds_count{route="/people/:id",method="GET"} 2"#,
            #"forkant_job_failures{job="elections"} 0"#, #"forkant_job_pause_seconds{job="journal"} 3600"#,
            "forkant_database_answers 1", "forkant_database_waiting 0", "forkant_hears_others 1",
            "forkant_mails_waiting 0", "forkant_mails_given_up 0", "forkant_stopping 0", "forkant_live_lines 0",
        ] { #expect(text.contains("\n\(line)\n"), "\(line)") }
    }

    @Test(arguments: Engine.tested)
    func `figures come also where the database is away`(engine: Engine) async throws {
        let workplace = try await workplace(engine)
        await workplace.database.close()
        let reply = try await workplace.get("/metrics", headers: Self.shown)
        #expect(reply.status == 200)
        #expect(reply.text.contains("\nforkant_database_answers 0\n"))
        #expect(!reply.text.contains("forkant_job") && !reply.text.contains("forkant_mails"))
        let ready = try await workplace.get("/health/ready")
        #expect(ready.status == 503 && ready.text.contains("database away"))
        #expect(try await workplace.get("/health/live").status == 200)
    }

    @Test func `a database that does not come back keeps no watcher waiting`() async {
        let answer = await Patience.wait(.milliseconds(20)) {
            try await Task.sleep(for: .seconds(3600))
            return 1
        }
        #expect(answer == nil)
        #expect(await Patience.wait(.seconds(3600)) { 2 } == 2)
        #expect(await Patience.wait(.seconds(3600)) { () -> Int in throw Stale() } == nil)
    }

    /// The figures before and after: nothing follows by taking one from the other.
    @Test(arguments: Engine.tested)
    func `figures and log are the same to the letter, whoever has been at doors that leave no trace`(
        engine: Engine
    ) async throws {
        let log = LogLines()
        let workplace = try await workplace(engine, log: log)
        _ = try await workplace.get("/", as: Workplace.maja)
        let (before, lines) = (try await figures(workplace), log.all.count)
        let ids = ["link-laboratories", "laboratories", "lab-group", "x"]
        for route in Features.routes where route.trace != .told {
            guard case .quiet = route.trace else { continue }
            for person in [nil] + Workplace.people {
                for id in ids {
                    let path = route.path.split(separator: "/").map { $0.hasPrefix(":") ? "/\(id)" : "/\($0)" }.joined()
                    if route.method == .get {
                        _ = try await workplace.get(path, as: person)
                    } else if route.api == nil {
                        let report = [
                            "kind": "near_miss", "what": "Løst gulv", "anonymous": "yes", "unit": "laboratories",
                        ]
                        _ = try await workplace.post(path, as: person, report)
                    }
                }
            }
        }
        let reports = try await workplace.database.read { try $0.value("SELECT COUNT(*) FROM report", as: Int.self) }
        #expect((reports ?? 0) > 0)
        #expect(log.all.count == lines)
        #expect(try await figures(workplace) == before)
    }

    /// Without what the reading itself moves, what waits in this very instant, and what all tests of the process share.
    private func figures(_ workplace: Workplace) async throws -> [String] {
        try await workplace.get("/metrics", headers: Self.shown).text.split(separator: "\n").map(String.init)
            .filter { line in
                !["route=\"/metrics\"", "process_", "forkant_database_waiting"].contains { line.contains($0) }
            }
    }

    @Test func `a server that stops is not ready, answers on, and lets connections go`() async throws {
        let workplace = try await workplace()
        #expect(try await workplace.get("/health/ready").status == 200)
        #expect(try await workplace.get("/signin").headers[.connection] == nil)
        workplace.house.stopping.begin(lines: 0)
        let ready = try await workplace.get("/health/ready")
        #expect(ready.status == 503 && ready.text.contains("stopping"))
        #expect(try await workplace.get("/health/live").status == 200)
        let page = try await workplace.get("/signin")
        #expect(page.status == 200 && page.headers[.connection] == "close")
        let text = try await workplace.get("/metrics", headers: Self.shown).text
        #expect(text.contains("\nforkant_stopping 1\n"))
    }

    @Test func `open pages come back spread, the more the wider, and all within a minute`() {
        #expect(Stopping.waits(of: 0) == 1000...3000)
        #expect(Stopping.waits(of: 2000) == 1000...10_000)
        #expect(Stopping.waits(of: 100_000) == 1000...60_000)
        let stopping = Stopping()
        #expect(stopping.wait == nil)
        stopping.begin(lines: 2000)
        let waits = (0..<500).compactMap { _ in stopping.wait }
        #expect(waits.count == 500 && waits.allSatisfy { (1000...10_000).contains($0) })
        #expect(Set(waits).count > 100)
    }
}
