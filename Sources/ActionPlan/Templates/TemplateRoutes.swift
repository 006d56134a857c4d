import Access
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Templates: looked through, kept from an action, taken away, and put on the board as a whole theme.
struct TemplateRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/action-templates", for: .member, list)
        routes.get("/actions/:id/template", for: .signedIn) { .page(try await keepPage($0)) }
        routes.post("/actions/:id/template", for: .signedIn, keep)
        routes.post("/action-templates/:id/removal", for: .member, remove)
        routes.get("/plan/:body/themes/start", for: .signedIn) { .page(try await startPage($0)) }
        routes.post("/plan/:body/themes/start", for: .signedIn, start)
    }

    private func list(_ visit: Visit) async throws -> Answer {
        .page(
            try await visit.read { reader in
                let id = BodyID(visit.fields["body"].trimmed)
                let body = try SeenPlan.worked(id, by: visit.viewer, reader).body
                let all = try TemplateStore(reader).all(for: id)
                // Asked once for each group that has kept some.
                var removable: [ActionTemplate.Owner: Bool] = [:]
                for template in all where removable[template.owner] == nil {
                    removable[template.owner] = try ActionWork.mayRemove(
                        template, visit.viewer, on: visit.today, reader)
                }
                let kept = all.map { ($0, removable[$0.owner] ?? false) }
                return TemplatesPage(
                    visit: visit, body: body, kept: kept, words: ActionWords.of(String(visit.fields["q"].prefix(200))),
                    kind: HazardKind(rawValue: visit.fields["kind"])
                ).page
            })
    }

    /// The template that a new action begins as, where one is asked for and within reach.
    static func asked(_ visit: Visit, for body: BodyID, _ reader: Reader) throws -> ActionTemplate? {
        let id = visit.fields["template"].trimmed
        guard !id.isEmpty, id.utf8.count <= 64 else { return nil }
        if let common = CommonTheme.all.lazy.flatMap(\.actions).first(where: { $0.key == id }) {
            return common.template(in: visit.language)
        }
        guard let template = try TemplateStore(reader).find(ID(id)), template.isEverywhere || template.body == body
        else { return nil }
        return template
    }

    private func keepPage(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.read { reader in
            let action = try ActionWork.toKeep(id, by: visit.viewer, origins, reader)
            let units = try BodyStore(reader).units(of: action.body, on: visit.today)
            return KeepTemplatePage(
                visit: visit, action: action, mayShare: try visit.viewer.arranges(units, on: visit.today, reader),
                problems: problems
            ).page
        }
    }

    private func keep(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                _ = try ActionWork(writer, visit, origins).keepTemplate(of: id, visit.fields)
                return "/actions/\(id)"
            }
            return .redirect(link, saying: TemplateTexts(language: visit.language).keptNow)
        } form: {
            try await keepPage(visit, $0)
        }
    }

    private func remove(_ visit: Visit) async throws -> Answer {
        let id: ID<ActionTemplate> = try visit.id()
        let origins = origins
        try await visit.write { try ActionWork($0, visit, origins).removeTemplate(id) }
        return .redirect(
            ("/action-templates" as Link).with([("body", visit.fields["body"].trimmed)]),
            saying: TemplateTexts(language: visit.language).removedNow)
    }

    private static func theme(_ visit: Visit) throws -> CommonTheme {
        guard let theme = CommonTheme.all.first(where: { $0.key == visit.fields["from"] }) else {
            throw Refusal.notFound
        }
        return theme
    }

    private func startPage(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        let id: BodyID = try visit.id("body")
        return try await visit.read { reader in
            let body = try SeenPlan.worked(id, by: visit.viewer, reader).body
            let choices = try FormChoices(body, naming: [visit.viewer.person], on: visit.today, reader)
            return StartThemePage(
                visit: visit, body: body, theme: try Self.theme(visit), people: choices.peopleChoices,
                problems: problems
            ).page
        }
    }

    private func start(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let theme = try Self.theme(visit)
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                try ActionWork(writer, visit, origins).start(theme, on: id, visit.fields)
                return "/plan/\(id)"
            }
            return .redirect(link, saying: TemplateTexts(language: visit.language).startedNow)
        } form: {
            try await startPage(visit, $0)
        }
    }
}
