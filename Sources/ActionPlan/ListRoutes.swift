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
            let near = try visit.kept { try NearbyPlans(visit, reader) }
            let asked = filter.body.flatMap { try? SeenPlan($0, for: viewer, reader).body }
            let bodies =
                near.bodies + [asked].compactMap { $0 }.filter { one in !near.bodies.contains { $0.id == one.id } }
            let known = Dictionary(bodies.map { ($0.id, $0.name) }) { one, _ in one }
            let list = try ActionList(filter, for: viewer, on: visit.today, detail: .page, bodies: known, reader)
            return ActionListPage(
                visit: visit, filter: filter, list: list, count: list.count,
                bodies: bodies.map { ($0.id, $0.name) },
                units: try units(filter, asked, near, visit, reader),
                people: try people(asked, list, visit, reader),
                saved: try SavedListStore(reader).all(of: viewer.person),
                problems: problems
            ).page
        }
    }

    /// Those of the plan that is asked for or all nearby, and the one that the list is narrowed down to, wherever it lies.
    private func units(
        _ filter: ActionFilter, _ asked: Body?, _ near: NearbyPlans, _ visit: Visit, _ reader: Reader
    ) throws -> [Choice] {
        let store = UnitStore(reader)
        let units =
            try asked.map { try store.nearestTop($0.units, on: visit.today).choicesInTree(visit.language) }
            ?? near.units
        guard let unit = filter.unit, !units.contains(where: { $0.value == unit.text }),
            let found = try store.find(unit, on: visit.today)
        else { return units }
        return units + [found].choicesInTree(visit.language)
    }

    /// Whom many actions can be given to at once: those of the plan that is shown, and of many plans those who are on
    /// the page; nobody where the viewer does not work on it.
    private func people(_ asked: Body?, _ list: ActionList, _ visit: Visit, _ reader: Reader) throws -> [Choice] {
        guard let asked else {
            guard visit.viewer.isMember else { return [] }
            let people = Dictionary(list.actions.map { ($0.responsible, $0.name ?? "") }) { one, _ in one }
            return people.sorted { $0.value < $1.value }.map { Choice($0.key.text, $0.value) }
        }
        guard try PlanStanding(visit.viewer, in: asked, reader).mayWork else { return [] }
        return try FormChoices(asked, naming: [], on: visit.today, reader).peopleChoices
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

/// The plans and units within reach, to narrow a list down to.
private struct NearbyPlans: Sendable {
    let bodies: [Body]
    let units: [Choice]

    init(_ visit: Visit, _ reader: Reader) throws {
        bodies = try BodyStore(reader).named(visit.viewer.reads.bodies, on: visit.today)
        units = try UnitStore(reader).nearestTop(visit.viewer.reads.roots.sorted(), on: visit.today)
            .choicesInTree(visit.language)
    }
}
