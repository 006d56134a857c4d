import Access
import Journal
import Kernel
import Markup
import Storage
import Web

/// The rows of a board: added, renamed, put in order, closed and opened again.
struct ThemeRoutes {
    func add(to routes: inout Routes) {
        routes.get("/plan/:body/themes", for: .signedIn, show)
        routes.post("/plan/:body/themes", for: .signedIn, add)
        routes.post("/themes/:id", for: .signedIn, rename)
        routes.post("/themes/:id/place", for: .signedIn, move)
        routes.post("/themes/:id/closure", for: .signedIn) { try await change($0) { $0.closed(on: $1.today) } }
        routes.post("/themes/:id/reopening", for: .signedIn, reopen)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        .page(try await page(of: try visit.id("body"), visit))
    }

    private func page(
        of body: BodyID, _ visit: Visit, renaming: ThemeID? = nil, _ problems: Problems = .none
    ) async throws -> Page {
        try await visit.read { reader in
            let plan = try SeenPlan.worked(body, by: visit.viewer, reader)
            let themes = try BoardStore(reader).themes(of: body)
            return ThemesPage(
                visit: visit, body: plan.body, themes: themes, renaming: renaming, problems: problems
            ).page
        }
    }

    private func add(_ visit: Visit) async throws -> Answer {
        let body: BodyID = try visit.id("body")
        return try await visit.orAgain {
            let link = try await visit.once { writer in
                _ = try SeenPlan.worked(body, by: visit.viewer, writer.reader)
                let themes = try BoardStore(writer.reader).openThemes(of: body)
                let title = try Theme.title(visit.fields)
                try room(beside: themes)
                let theme = Theme(
                    id: visit.house.identities.ordered(at: visit.moment), body: body, title: title,
                    place: (themes.map(\.place).max() ?? -1) + 1)
                try writer.apply(theme.added(), visit.deed)
                return "/plan/\(body)/themes"
            }
            return .redirect(link, saying: ActionTexts(language: visit.language).saved)
        } form: {
            try await page(of: body, visit, $0)
        }
    }

    private func room(beside themes: [Theme]) throws {
        guard themes.count < Theme.most else {
            throw Problems(PlanProblem.tooManyThemes(limit: Theme.most), at: "title")
        }
    }

    private func rename(_ visit: Visit) async throws -> Answer {
        let theme = try await theme(visit)
        return try await visit.orAgain {
            let title = try Theme.title(visit.fields)
            return try await change(visit) { theme, _ in theme.renamed(title) }
        } form: {
            try await page(of: theme.body, visit, renaming: theme.id, $0)
        }
    }

    private func reopen(_ visit: Visit) async throws -> Answer {
        let theme = try await theme(visit)
        let open = try await visit.read { try BoardStore($0).openThemes(of: theme.body) }
        try room(beside: open)
        return try await change(visit) { theme, _ in theme.reopened() }
    }

    /// One place up or down.
    private func move(_ visit: Visit) async throws -> Answer {
        let id: ThemeID = try visit.id()
        let isUp = visit.fields["way"] == "up"
        return try await written(visit) { writer in
            let theme = try Self.worked(id, visit, writer.reader)
            var themes = try BoardStore(writer.reader).openThemes(of: theme.body)
            guard let place = themes.firstIndex(where: { $0.id == id }) else { return theme }
            let target = place + (isUp ? -1 : 1)
            guard themes.indices.contains(target) else { return theme }
            themes.swapAt(place, target)
            try writer.apply(Theme.ordered(themes, moved: theme), visit.deed)
            return theme
        }
    }

    private func change(
        _ visit: Visit, _ made: @escaping @Sendable (Theme, Visit) -> Change
    ) async throws -> Answer {
        let id: ThemeID = try visit.id()
        return try await written(visit) { writer in
            let theme = try Self.worked(id, visit, writer.reader)
            try writer.apply(made(theme, visit), visit.deed)
            return theme
        }
    }

    private func written(
        _ visit: Visit, _ write: @escaping @Sendable (Writer) throws -> Theme
    ) async throws -> Answer {
        let theme = try await visit.write(write)
        return .redirect("/plan/\(theme.body)/themes", saying: ActionTexts(language: visit.language).saved)
    }

    private func theme(_ visit: Visit) async throws -> Theme {
        let id: ThemeID = try visit.id()
        return try await visit.read { try Self.worked(id, visit, $0) }
    }

    private static func worked(_ id: ThemeID, _ visit: Visit, _ reader: Reader) throws -> Theme {
        guard let theme = try BoardStore(reader).theme(id) else { throw Refusal.notFound }
        _ = try SeenPlan.worked(theme.body, by: visit.viewer, reader)
        return theme
    }
}
