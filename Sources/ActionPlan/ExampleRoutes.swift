import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Looking for what others did, and letting others look.
struct ExampleRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/examples", for: .member, list)
        routes.get("/examples/:id", for: .member, show)
        routes.get("/actions/:id/example", for: .signedIn) { .page(try await form($0, Problems.none)) }
        routes.post("/actions/:id/example", for: .signedIn, share)
        routes.post("/actions/:id/example/withdrawal", for: .signedIn, withdraw)
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let origins = origins
        return .page(
            try await visit.read { reader in
                let filter = ExampleFilter(visit.fields)
                let found = try ExampleStore(reader).page(filter, on: visit.today, most: ExamplesPage.pageSize + 1)
                let shown = Array(found.prefix(ExamplesPage.pageSize))
                let common = try visit.kept { try CommonKinds(on: visit.today, reader) }
                return ExamplesPage(
                    visit: visit, filter: filter,
                    examples: try SeenExample.all(
                        shown, for: visit.viewer, common: common.kinds, origins, on: visit.today, reader),
                    next: found.count > shown.count ? shown.last.map { "\($0.year)~\($0.id)" } : nil,
                    body: try Self.plan(visit, reader)
                ).page
            })
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let id: ID<Example> = try visit.id()
        let origins = origins
        return .page(
            try await visit.read { reader in
                let common = try visit.kept { try CommonKinds(on: visit.today, reader) }
                let found = try ExampleStore(reader).find(id).map { [$0] } ?? []
                let seen = try SeenExample.all(
                    found, for: visit.viewer, common: common.kinds, origins, on: visit.today, reader)
                guard let one = seen.first else { throw Refusal.notFound }
                let text = ExampleTexts(language: visit.language)
                let card = ExampleCard(seen: one, body: try Self.plan(visit, reader), language: visit.language)
                return Page(
                    title: one.example.title, section: "plan",
                    content: """
                        \(Breadcrumbs([(text.title, "/examples")], language: visit.language))\
                        \(PageHeader(one.example.title, about: text.about))\(card)
                        """)
            })
    }

    /// The plan from which somebody came to look, else the one that he or she works on most.
    private static func plan(_ visit: Visit, _ reader: Reader) throws -> BodyID? {
        let asked = visit.fields["body"].trimmed
        guard !asked.isEmpty, let plan = try? SeenPlan(BodyID(asked), for: visit.viewer, reader), plan.standing.mayWork
        else { return visit.viewer.mainBody?.body }
        return plan.body.id
    }

    private func share(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.orAgain {
            try await visit.write { try ActionWork($0, visit, origins).share(id, visit.fields) }
            return .redirect("/actions/\(id)", saying: ExampleTexts(language: visit.language).sharedNow)
        } form: {
            try await form(visit, $0)
        }
    }

    private func withdraw(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        try await visit.write { try ActionWork($0, visit, origins).withdrawExample(of: id) }
        return .redirect("/actions/\(id)", saying: ExampleTexts(language: visit.language).withdrawnNow)
    }

    private func form(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.read { reader in
            let (action, made) = try ActionWork.toShare(id, by: visit.viewer, reader)
            let sharing = try ActionWork.sharing(of: action, origins, reader)
            let text = ExampleTexts(language: visit.language)
            var fields = visit.fields
            if !fields.has("title_for_others"), !sharing.needsOwnWords {
                fields["title_for_others"] = action.agreed.what
            }
            let form = Form(
                to: "/actions/\(id)/example", csrf: visit.csrf, fields: fields, problems: problems,
                language: visit.language)
            let crumbs = Breadcrumbs([(action.agreed.what, "/actions/\(id)")], language: visit.language)
            let answers = [(text.done, made.closure.done), (text.learned, made.closure.learned)].filter {
                !$0.1.isEmpty
            }
            return Page(
                title: "\(text.share): \(action.agreed.what)", section: "plan",
                content: """
                    \(crumbs)\(PageHeader(text.share, about: text.shareHint))<div class="narrow stack">\
                    \(Sheet { "\(each: answers, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })" })\
                    \(form.html { form in
                        """
                        \(form.field("title_for_others", text.titleForOthers, .text(limit: Agreement.whatLimit), hint: text.titleHint))\
                        <p class="meta">\(text.fewAbout)</p><div class="actions">\(Button(text.share))</div>
                        """
                    })</div>
                    """)
        }
    }
}
