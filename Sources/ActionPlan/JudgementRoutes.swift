import Access
import Design
import Kernel
import Markup
import Storage
import Web

/// Whether it lasted: the one question, how bad the problem is, and what a plan has yet to look at.
struct JudgementRoutes {
    let origins: Origins
    let guests: PlanGuests

    func add(to routes: inout Routes) {
        routes.get("/actions/:id/judgement", for: .signedIn) { .page(try await form($0, Problems.none)) }
        routes.post("/actions/:id/judgement", for: .signedIn, judge)
        routes.post("/actions/:id/severity", for: .signedIn, rate)
        routes.get("/plan/:body/lasting", for: .signedIn) { .page(try await planPage($0, Problems.none)) }
        routes.post("/plan/:body/lasting", for: .signedIn, set)
    }

    /// What did not last leads to the form of the next action; whoever may make none there is led back.
    private func judge(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                let judgement = try ActionWork(writer, visit, origins).judge(id, visit.fields)
                let seen = try SeenAction(id, for: visit.viewer, writer.reader)
                return judgement.lasted == .no && seen.standing.mayWork
                    ? ActionPlan.nextActionLink(after: seen.action) : "/actions/\(id)"
            }
            let lasted = Lasting(rawValue: visit.fields["lasted"]) ?? .no
            return .redirect(link, saying: LastingTexts(language: visit.language).said(lasted))
        } form: {
            try await form(visit, $0)
        }
    }

    private func form(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        return try await visit.read { reader in
            let action = try ActionWork.toJudge(id, by: visit.viewer, on: visit.today, reader).action
            let closure = try ActionStore(reader).closures(of: id).first { $0.reopenedAt == nil }
            return JudgementPage(visit: visit, action: action, closure: closure, problems: problems).page
        }
    }

    private func rate(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.orAgain {
            try await visit.write { try ActionWork($0, visit, origins).rate(id, visit.fields) }
            return .redirect("/actions/\(id)", saying: LastingTexts(language: visit.language).rated)
        } form: { problems in
            try await visit.read { reader in
                let seen = try SeenAction(id, for: visit.viewer, reader)
                return try ActionPage(
                    visit: visit, seen: seen, problems: problems, origins: origins, guests: guests, reader
                ).page
            }
        }
    }

    private func set(_ visit: Visit) async throws -> Answer {
        let body: BodyID = try visit.id("body")
        let origins = origins
        return try await visit.orAgain {
            try await visit.write { try ActionWork($0, visit, origins).set(body, visit.fields) }
            return .redirect("/plan/\(body)/lasting", saying: LastingTexts(language: visit.language).saved)
        } form: {
            try await planPage(visit, $0)
        }
    }

    private func planPage(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let body: BodyID = try visit.id("body")
        return try await visit.read { reader in
            let plan = try SeenPlan(body, for: visit.viewer, reader)
            let reach = visit.viewer.reads.condition(of: body, unit: "unit_id")
            return LastingPage(
                visit: visit, plan: plan, setting: try PlanSetting(of: body, reader),
                due: try ActionStore(reader).toJudge(of: body, where: reach, most: LastingPage.most),
                problems: problems
            ).page
        }
    }
}
