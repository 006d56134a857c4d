import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Asking a leader for a decision, and answering.
struct LeaderRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/actions/:id/requests/new", for: .signedIn) { .page(try await askPage($0, Problems.none)) }
        routes.post("/actions/:id/requests", for: .signedIn, ask)
        routes.get("/requests/:id", for: .signedIn) { .page(try await page($0, Problems.none)) }
        routes.post("/requests/:id/answer", for: .signedIn, answer)
        routes.post("/requests/:id/withdrawal", for: .signedIn, withdraw)
    }

    private func ask(_ visit: Visit) async throws -> Answer {
        let id: ActionID = try visit.id()
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                _ = try ActionWork(writer, visit, origins).ask(id, visit.fields)
                return "/actions/\(id)"
            }
            return .redirect(link, saying: LeaderTexts(language: visit.language).askedNow)
        } form: {
            try await askPage(visit, $0)
        }
    }

    private func answer(_ visit: Visit) async throws -> Answer {
        let id: RequestID = try visit.id()
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                _ = try ActionWork(writer, visit, origins).answer(id, visit.fields)
                return "/requests/\(id)"
            }
            return .redirect(link, saying: LeaderTexts(language: visit.language).answeredNow)
        } form: {
            try await page(visit, $0)
        }
    }

    private func withdraw(_ visit: Visit) async throws -> Answer {
        let id: RequestID = try visit.id()
        let origins = origins
        let request = try await visit.write { try ActionWork($0, visit, origins).withdraw(id) }
        return .redirect("/actions/\(request.action)", saying: LeaderTexts(language: visit.language).withdrawnNow)
    }

    private func askPage(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: ActionID = try visit.id()
        let (action, leaders) = try await visit.read { reader in
            let action = try ActionWork.toAskAbout(id, by: visit.viewer, reader)
            return (action, try ActionWork.whoMayBeAsked(about: action, by: visit.viewer, on: visit.today, reader))
        }
        let text = LeaderTexts(language: visit.language)
        let crumbs = Breadcrumbs([(action.agreed.what, "/actions/\(id)")], language: visit.language)
        var fields = visit.fields
        if !fields.has("leader"), let first = leaders.first { fields["leader"] = first.id.text }
        let form = Form(
            to: "/actions/\(id)/requests", csrf: nil, fields: fields, problems: problems, draft: "request-\(id)",
            language: visit.language)
        let questions = form.html { form in
            """
            \(visit.seal)\(form.field("wish", text.wish, .cards(Wish.allCases.map { Choice($0.rawValue, text.name($0)) })))\
            \(form.field("text", text.text, .lines(limit: LeaderRequest.textLimit)))\
            <div class="pair">\(form.field("leader", text.leader, .select(leaders.map { Choice($0.id.text, $0.name) })))\
            \(form.field("answer_by", text.answerBy, .day(earliest: visit.today)))</div>\
            <div class="actions">\(Button(text.send))</div>
            """
        }
        let nobody = EmptyState(text.nobody, text.nobodyAbout)
        return Page(
            title: text.ask(action.agreed.what), section: "plan",
            content: """
                \(crumbs)\(PageHeader(text.ask(action.agreed.what), about: text.askAbout))\
                <div class="narrow">\(when: leaders.isEmpty, "\(nobody)", else: questions)</div>
                """)
    }

    private func page(_ visit: Visit, _ problems: Problems) async throws -> Page {
        let id: RequestID = try visit.id()
        return try await visit.read { reader in
            let seen = try SeenRequest(id, for: visit.viewer, on: visit.today, reader)
            let people = Set([seen.request.leader] + [seen.request.askedBy].compactMap { $0 })
            return RequestPage(
                visit: visit, seen: seen, names: try PersonStore(reader).names(of: people),
                group: try BodyStore(reader).find(seen.request.body, on: visit.today)?.name, problems: problems
            ).page
        }
    }
}
