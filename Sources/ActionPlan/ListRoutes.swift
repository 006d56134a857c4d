import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The list of actions, its exports, and changing many at once.
struct ListRoutes {
    let origins: Origins

    func add(to routes: inout Routes) {
        routes.get("/actions", for: .signedIn) { .page(try await page($0)) }
        routes.get("/actions.csv", for: .signedIn) { .file(try await ActionExport(visit: $0).csv()) }
        routes.get("/actions.xlsx", for: .signedIn) { .file(try await ActionExport(visit: $0).workbook()) }
        routes.post("/actions/bulk", for: .member, changeMany)
        routes.get("/actions/bulk/:id", for: .member, changed)
        routes.post("/actions/bulk/:id/undoing", for: .member, undo)
    }

    private func page(_ visit: Visit, _ problems: Problems = .none) async throws -> Page {
        try await visit.read { reader in
            let filter = ActionFilter(visit.fields)
            let viewer = visit.viewer
            let seen = try BodyStore(reader).named(viewer.reads.bodies, on: visit.today)
            let asked = filter.body.flatMap { try? SeenPlan($0, for: viewer, reader).body }
            let bodies = seen + [asked].compactMap { $0 }.filter { one in !seen.contains { $0.id == one.id } }
            return ActionListPage(
                visit: visit, filter: filter, list: try ActionList(filter, for: viewer, on: visit.today, reader),
                count: try ActionList.count(filter, for: viewer, on: visit.today, reader),
                bodies: bodies.map { ($0.id, $0.name) }, people: try people(filter, asked, visit, reader),
                problems: problems
            ).page
        }
    }

    /// Those of the plan that is shown, else of the viewer's own; nobody where the viewer works on neither.
    private func people(
        _ filter: ActionFilter, _ asked: Body?, _ visit: Visit, _ reader: Reader
    ) throws -> [Choice] {
        let own = try visit.viewer.mainBody.flatMap { try BodyStore(reader).find($0.body) }
        guard let body = asked ?? own, try PlanStanding(visit.viewer, in: body, reader).mayWork else { return [] }
        return try FormChoices(body, naming: [], on: visit.today, reader).peopleChoices
    }

    private func changeMany(_ visit: Visit) async throws -> Answer {
        let origins = origins
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                "/actions/bulk/\(try ActionWork(writer, visit, origins).changeMany(visit.fields))"
            }
            return .redirect(link)
        } form: {
            try await page(visit, $0)
        }
    }

    private func changed(_ visit: Visit) async throws -> Answer {
        let id: ID<MadeBulkEdit> = try visit.id()
        let words = ListTexts(language: visit.language)
        let (edit, actions) = try await visit.read { reader in
            guard let edit = try MadeBulkEdit.find(id, reader), edit.person == visit.viewer.person else {
                throw Refusal.notFound
            }
            let actions = try edit.items.compactMap { try ActionStore(reader).find($0.action) }.filter {
                try Standing(visit.viewer, in: $0, reader).mayRead
            }
            return (edit, actions)
        }
        let title = edit.isUndone ? words.undone : words.changed(edit.items.count)
        let undo = PostButton(words.undo, to: "/actions/bulk/\(id)/undoing", csrf: visit.csrf, .primary)
        let buttons: HTML = "\(when: !edit.isUndone, "\(undo)")\(Button(words.toTheList, to: "/actions"))"
        let lines = HTML(each: actions) { action in
            "<li><a href=\"\("/actions/\(action.id)" as Link)\">\(action.agreed.what)</a></li>"
        }
        return .page(
            title, section: "plan",
            "\(PageHeader(title, actions: buttons))\(Sheet { "<ul class=\"stack\">\(lines)</ul>" })")
    }

    private func undo(_ visit: Visit) async throws -> Answer {
        let id: ID<MadeBulkEdit> = try visit.id()
        let origins = origins
        let (restored, all) = try await visit.write { writer in
            let all = try MadeBulkEdit.find(id, writer.reader)?.items.count ?? 0
            return (try ActionWork(writer, visit, origins).undoMany(id), all)
        }
        let words = ListTexts(language: visit.language)
        return .redirect("/actions/bulk/\(id)", saying: words.restored(restored, of: all))
    }
}
