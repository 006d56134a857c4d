import ActionPlan
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Handing an action up, and answering what was handed up.
enum HandingRoutes {
    static func add(to routes: inout Routes) {
        routes.get("/actions/:id/unsolved", for: .signedIn) { .page(try await unsolved($0)) }
        routes.get("/actions/:id/handings/new", for: .signedIn) { .page(try await form($0, .none)) }
        routes.post("/actions/:id/handings", for: .signedIn) { try await handUp($0) }
        routes.get("/plan/:body/handed", for: .signedIn) { .page(try await list($0)) }
        routes.get("/handings/:id", for: .signedIn) { .page(try await page($0, .none)) }
        routes.post("/handings/:id/return", for: .signedIn) { try await sendBack($0) }
        routes.post("/handings/:id/passing", for: .signedIn) { try await passOn($0) }
        routes.post("/handings/:id/withdrawal", for: .signedIn) { try await withdraw($0) }
    }

    private static func unsolved(_ visit: Visit) async throws -> Page {
        let id: ActionID = try visit.id()
        return try await visit.read { reader in
            let (action, own) = try HandingWork.toHandUp(id, by: visit.viewer, on: visit.today, reader)
            let store = HandingStore(reader)
            return UnsolvedPage(
                visit: visit, action: action,
                mayHandUp: try store.inForce(of: id) == nil
                    && !store.above(own, action: action, on: visit.today).isEmpty
            ).page
        }
    }

    private static func form(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        return try await visit.read { reader in
            let (action, own) = try HandingWork.toHandUp(id, by: visit.viewer, on: visit.today, reader)
            let store = HandingStore(reader)
            guard try store.inForce(of: id) == nil else { throw Refusal.conflict(HandingRefusals.isUp) }
            return HandingFormPage(
                visit: visit, action: action, above: try store.above(own, action: action, on: visit.today),
                problems: problems
            ).page
        }
    }

    private static func handUp(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                _ = try HandingWork(writer, visit).handUp(id, visit.fields)
                return "/actions/\(id)"
            }
            return .redirect(link, saying: HandingTexts(language: visit.language).handedNow)
        } form: {
            try await form(visit, $0)
        }
    }

    private static func list(_ visit: Visit) async throws -> Page {
        let body: BodyID = try visit.id("body")
        return try await visit.read { reader in
            let plan = try SeenPlan.worked(body, by: visit.viewer, reader)
            let handed = try HandingStore(reader).handed(to: body)
            let names = try BodyStore(reader).names(of: Set(handed.map(\.from)))
            return HandedPage(visit: visit, body: plan.body, handed: handed, groups: names).page
        }
    }

    private static func page(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: HandingID = try visit.id()
        return try await visit.read { reader in
            let seen = try SeenHanding(id, for: visit.viewer, on: visit.today, reader)
            return try HandingPage(visit: visit, seen: seen, problems: problems, reader).page
        }
    }

    private static func sendBack(_ visit: Visit) async throws -> Answer {
        let id: HandingID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { try HandingWork($0, visit).sendBack(id, visit.fields).link }
            return .redirect(link, saying: HandingTexts(language: visit.language).sentBackNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private static func passOn(_ visit: Visit) async throws -> Answer {
        let id: HandingID = try visit.id()
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                _ = try HandingWork(writer, visit).passOn(id, visit.fields)
                return "/handings/\(id)"
            }
            return .redirect(link, saying: HandingTexts(language: visit.language).passedNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private static func withdraw(_ visit: Visit) async throws -> Answer {
        let id: HandingID = try visit.id()
        let handing = try await visit.write { try HandingWork($0, visit).withdraw(id) }
        return .redirect(
            "/actions/\(handing.action)", saying: HandingTexts(language: visit.language).withdrawnNow)
    }
}
