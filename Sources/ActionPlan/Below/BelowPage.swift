import Design
import Journal
import Kernel
import Markup
import Organisation
import Web

/// The plans below a committee, or all within reach, seen as one.
struct BelowPage {
    enum Content {
        case table(BelowTable)
        case board(BelowBoard)
    }

    let visit: Visit
    let scope: BelowScope
    let view: BelowView
    let content: Content

    private var language: Language { visit.language }
    private var text: BelowTexts { BelowTexts(language: language) }
    private var words: ActionTexts { ActionTexts(language: language) }

    /// Without what stands for a page of the list, such as which view of the plans it is.
    static func link(_ above: Body?) -> Link { above.map { "/plan/\($0.id)/below" as Link } ?? "/plans" }

    private var here: Link { Self.link(scope.above) }
    private var title: String { scope.above.map { text.title($0.name.in(language)) } ?? text.allTitle }

    /// Not live: it would be made anew with every move on any plan.
    var page: Page {
        Page(
            title: title, section: "plan", madeFrom: view == .origin ? nil : [.plans], isWide: true,
            content: """
                \(crumbs)\(PageHeader(title, about: text.about, actions: actions))\(tabs)\
                \(when: scope.isPart, "<p class=\"meta\">\(text.part)</p>")\
                <div class="stack">\(body)</div>
                """)
    }

    private var crumbs: Breadcrumbs? {
        scope.above.map { Breadcrumbs([($0.name.in(language), "/plan/\($0.id)")], language: language) }
    }

    private var actions: HTML? {
        guard case .table = content else { return nil }
        let file: Link = scope.above.map { "/plan/\($0.id)/below.csv" as Link } ?? "/plans.csv"
        return "\(Button("CSV", to: file, icon: visit.house.assets.icon(.download)))"
    }

    private var tabs: Tabs {
        Tabs(
            text.views,
            BelowView.allCases.map { one in
                Tabs.Tab(text.name(one), to: here.with([("by", one.rawValue)]), isCurrent: one == view)
            })
    }

    private var body: HTML {
        switch content {
        case .table(let table):
            guard !table.shown.isEmpty else { return nothing(text.nothing, text.nothingAbout) }
            return """
                \(Sheet(text.drawing) { overview(table) })\(Sheet(text.numbers, isPadded: false) { table.table.html })\
                \(pager(table.next))
                """
        case .board(let board):
            guard !board.rows.isEmpty else { return nothing(text.noNotes, text.noNotesAbout) }
            return """
                <p class="meta">\(text.boardAbout)\(when: board.isCut, " \(text.fullest(BelowBoard.mostRows))")</p>\
                \(BelowBoardTable(board: board, view: view, scope: scope, visit: visit))
                """
        }
    }

    private func overview(_ table: BelowTable) -> HTML {
        let total = table.total
        return """
            <div class="figure-pair">\(table.drawing.map { "<div class=\"drawing\">\($0)</div>" as HTML })\
            <div class="figures">\(Figure(String(total.open), text.open))\(Figure(String(total.overdue), text.overdue))\
            \(Figure(String(total.onHold), text.onHold))\(Figure(String(total.closedLately), text.closedLately))</div></div>
            """
    }

    private func pager(_ next: BodyID?) -> Pager {
        Pager(
            previous: visit.fields["after"].isEmpty ? nil : here.with([("by", view.rawValue)]),
            next: next.map { here.with([("by", view.rawValue), ("after", $0.text)]) }, language: language)
    }

    private func nothing(_ title: String, _ about: String) -> HTML {
        EmptyState(title, about, icon: visit.house.assets.icon(.kanban, isLarge: true)).html
    }
}
