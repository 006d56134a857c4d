import Access
import Kernel
import Storage
import Web

/// What the program does by itself, for the administrator.
public struct JobRoutes: Sendable {
    let jobs: [Job]

    public init(_ jobs: [Job]) {
        self.jobs = jobs
    }

    public var all: [Route] {
        var routes = Routes()
        routes.get("/administration/jobs", for: .administrator, show)
        routes.post("/administration/jobs/:name/hurry", for: .administrator, hurry)
        return routes.all
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let jobs = jobs
        return .page(
            try await visit.read { reader in
                let store = JobStore(reader)
                let standings = try store.standings(of: jobs)
                let lines = try jobs.map { job in
                    JobsPage.Line(job: job, standing: standings[job.name], latest: try store.latest(of: job.name))
                }
                return JobsPage(visit: visit, lines: lines, runs: try store.runs(most: 30)).page
            })
    }

    private func hurry(_ visit: Visit) async throws -> Answer {
        guard let job = jobs.first(where: { $0.name == visit.parameters["name"] }) else { throw Refusal.notFound }
        let moment = visit.moment
        try await visit.write { try JobWork(writer: $0, moment: moment).hurry(job) }
        return .redirect(
            "/administration/jobs",
            saying: JobTexts(language: visit.language).hurried(job.title.in(visit.language)))
    }
}
