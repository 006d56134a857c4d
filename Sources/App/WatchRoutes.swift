import Access
import Jobs
import Kernel
import Storage
import Telemetry
import Web

/// For balancers, and for who watches over servers: whether this one lives, whether it may be sent more, and how it does.
public struct WatchRoutes: Sendable {
    let jobs: [Job]
    let started: Moment
    /// Another for each edition of what browsers are sent.
    let release: String

    /// - Parameters:
    ///   - started: when the program was.
    ///   - release: by which editions of the program are told apart.
    public init(_ jobs: [Job], started: Moment, release: String) {
        (self.jobs, self.started, self.release) = (jobs, started, release)
    }

    /// For how long a database may keep a watcher waiting.
    private static let patience = Duration.seconds(2)

    public var all: [Route] {
        var routes = Routes()
        let watchers = Who.anyone(because: "whoever watches the server has no account")
        routes.get("/health/live", for: watchers) { _ in .json(["state": "live"]) }
        routes.get("/health/ready", for: watchers, ready)
        routes.get(
            "/metrics", for: .anyone(because: "whoever watches the server shows a token that the operator chose"), tell)
        return routes.all
    }

    private func ready(_ visit: Visit) async -> Answer {
        guard !visit.house.stopping.hasBegun else { return .json(["state": "stopping"], status: 503) }
        let answer = await Patience.wait(Self.patience) {
            try await visit.read { try $0.value("SELECT 1", as: Int.self) }
        }
        guard answer != nil else { return .json(["state": "database away"], status: 503) }
        return .json(["state": "ready"])
    }

    private func tell(_ visit: Visit) async throws -> Answer {
        guard let token = visit.bearer, visit.house.settings.isMetricsToken(token) else { throw Refusal.notFound }
        let jobs = jobs
        let stored = await Patience.wait(Self.patience) { try await visit.read { try StoredFigures(jobs, $0) } }
        let page = MetricsPage(house: visit.house, stored: stored, started: started, release: release)
        return .file(
            File(name: "metrics", mediaType: Exposition.mediaType, bytes: Array(page.text.utf8), isShown: true))
    }
}

/// Waits for something no longer than makes sense to who asks.
enum Patience {
    /// Nothing where it failed, or did not come in time. The work goes on then, and nobody hears how it ends.
    static func wait<Value: Sendable>(
        _ limit: Duration, for work: @escaping @Sendable () async throws -> Value
    ) async -> Value? {
        let (answers, answer) = AsyncStream<Value?>.makeStream()
        Task { answer.yield(try? await work()) }
        let bell = Task {
            try? await Task.sleep(for: limit)
            answer.yield(nil)
        }
        defer { bell.cancel() }
        for await first in answers { return first }
        return nil
    }
}
