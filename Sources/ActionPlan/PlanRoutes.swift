import Access
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// The plans: which there are, and each as a board and on paper.
struct PlanRoutes {
    let guests: PlanGuests

    func add(to routes: inout Routes) {
        routes.get("/plan", for: .signedIn, plans)
        routes.get("/plan/:body", for: .signedIn, board)
        routes.get("/plan/:body/print", for: .signedIn, paper)
    }

    /// Leads to the plan that the viewer works on most; to whoever works on none, it lists those within reach.
    private func plans(_ visit: Visit) async throws -> Answer {
        if let main = visit.viewer.mainBody { return .redirect("/plan/\(main.body)") }
        let text = ActionTexts(language: visit.language)
        let bodies = try await visit.read { try BodyStore($0).named(visit.viewer.reads.bodies, on: visit.today) }
        guard let first = bodies.first else {
            let empty = EmptyState(
                text.noPlans, text.noPlansAbout, icon: visit.house.assets.icon(.kanban, isLarge: true))
            return .page(text.plans, section: "plan", "\(PageHeader(text.plans))\(empty)")
        }
        guard bodies.count > 1 else { return .redirect("/plan/\(first.id)") }
        let tiles = HTML(each: bodies) { body in
            "<a class=\"sheet tile\" href=\"\("/plan/\(body.id)" as Link)\"><h2>\(body.name.in(visit.language))</h2></a>"
        }
        return .page(
            text.plans, section: "plan",
            "\(PageHeader(text.plans, about: text.plansAbout))<div class=\"tiles\">\(tiles)</div>")
    }

    private func board(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        return .page(
            try await visit.read { reader in
                try BoardPage(visit, of: id, guests: guests, reader).page
            })
    }

    private func paper(_ visit: Visit) async throws -> Answer {
        let id: BodyID = try visit.id("body")
        let paper: Page.Paper = visit.fields["paper"] == "a4" ? .a4Landscape : .a3Landscape
        return .page(
            try await visit.read { reader in
                let board = try BoardPage(visit, of: id, guests: guests, isOnPaper: true, reader)
                return BoardOnPaper(board: board, paper: paper).page
            })
    }
}
