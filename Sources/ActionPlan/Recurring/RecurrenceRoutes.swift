import Kernel
import Storage
import Web

/// Letting an action come again, and stopping that.
struct RecurrenceRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/actions/:id/recurrence", for: .signedIn) { .page(try await page($0)) }
        routes.post("/actions/:id/recurrence", for: .signedIn, set)
        routes.post("/actions/:id/recurrence/stop", for: .signedIn, stop)
    }

    private func page(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let id: ActionID = try visit.id()
        return try await visit.read { reader in
            let (action, chain) = try ActionWork.toRecur(id, by: visit.viewer, reader)
            return RecurrencePage(visit: visit, action: action, recurrence: chain, problems: problems).page
        }
    }

    private func set(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                try ActionWork(writer, visit, origins).recur(id, visit.fields)
                return "/actions/\(id)"
            }
            return .redirect(link, saying: RecurrenceTexts(language: visit.language).savedNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private func stop(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        try await visit.write { try ActionWork($0, visit, origins).stopRecurring(id) }
        return .redirect("/actions/\(id)", saying: RecurrenceTexts(language: visit.language).stoppedNow)
    }
}
