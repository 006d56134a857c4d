import Access
import ActionPlan
import Kernel
import Markup
import Storage
import Web

/// What stands still on a plan, and the one question to an owner.
enum StillRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/plan/:body/still", for: .signedIn) { .page(try await list($0, .none)) }
        routes.post("/plan/:body/still", for: .signedIn) { try await set($0) }
        routes.get("/actions/:id/still", for: .signedIn) { .page(try await question($0, .none)) }
        routes.post("/actions/:id/still", for: .signedIn) { try await say($0) }
        routes.get("/actions/:id/checks/new", for: .signedIn) { .page(try await startPage($0, .none)) }
        routes.post("/actions/:id/checks", for: .signedIn) { try await start($0) }
    }

    private static func list(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let body: BodyID = try visit.id("body")
        return try await visit.read { reader in
            let plan = try SeenPlan(body, for: visit.viewer, reader)
            let reach = visit.viewer.reads.condition(of: body, unit: "unit_id")
            return StillPage(
                visit: visit, plan: plan, setting: try StuckSetting(of: body, reader),
                still: try StillActions(reader, on: visit.today).on(body, where: reach), problems: problems
            ).page
        }
    }

    private static func set(_ visit: Visit) async throws -> Answer {
        let body: BodyID = try visit.id("body")
        return try await visit.orAgain {
            try await visit.write { try StuckWork($0, visit).set(body, visit.fields) }
            return .redirect("/plan/\(body)/still", saying: StuckTexts(language: visit.language).saved)
        } form: {
            try await list(visit, $0)
        }
    }

    private static func question(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        return try await visit.read { reader in
            let seen = try StuckWork.toSay(id, by: visit.viewer, reader)
            let since = try ActionStore(reader).unheld(id)?.moved
            return StillQuestionPage(visit: visit, seen: seen, since: since, problems: problems).page
        }
    }

    /// Who says that it is stuck goes on to the check, who drops it to its closing.
    private static func say(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let (answer, seen) = try StuckWork(writer, visit).say(id, visit.fields)
                switch answer {
                case .stuck where visit.viewer.leads(seen): return "/actions/\(id)/checks/new"
                case .dropped where seen.standing.mayWork: return "/actions/\(id)/closure"
                default: return "/actions/\(id)"
                }
            }
            return .redirect(link, saying: StuckTexts(language: visit.language).saidNow)
        } form: {
            try await question(visit, $0)
        }
    }

    private static func startPage(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        return try await visit.read { reader in
            let action = try StuckWork.toCheck(id, by: visit.viewer, reader)
            return StartPage(
                visit: visit, action: action, open: try StuckStore(reader).open(of: id),
                asked: try StuckWork.whoIsAsked(about: action, on: visit.today, reader).count,
                colleagues: try StuckWork.whoMayBeInvited(to: action, on: visit.today, reader), problems: problems
            ).page
        }
    }

    private static func start(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { "/checks/\(try StuckWork($0, visit).start(id, visit.fields).id)" }
            return .redirect(link, saying: StuckTexts(language: visit.language).startedNow)
        } form: {
            try await startPage(visit, $0)
        }
    }
}
