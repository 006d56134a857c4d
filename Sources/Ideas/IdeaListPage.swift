import ActionPlan
import Design
import Kernel
import Markup
import Organisation
import Web

/// All ideas of a plan: what waits first.
struct IdeaListPage {
    let visit: Visit
    let body: Body
    let filter: IdeaFilter
    let list: IdeaList
    let units: [UnitID: Words]
    let people: [PersonID: String]

    private var text: IdeaTexts { IdeaTexts(language: visit.language) }
    private var path: Link { "/plan/\(body.id)/ideas" }
    private var isNarrowed: Bool { filter.state != nil }

    var page: Page {
        let name = body.name.in(visit.language)
        return Page(
            title: "\(text.ideas): \(name)", section: "plan", topics: [.board(of: body.id)],
            content: """
                \(Breadcrumbs([(name, "/plan/\(body.id)")], language: visit.language))\
                \(PageHeader(text.ideas, about: text.ideasAbout, actions: actions))\
                \(when: isNarrowed || !list.ideas.isEmpty, "\(filters)")\
                <div data-live-part="ideas">\(when: list.ideas.isEmpty, "\(empty)", else: rows)\
                \(Pager(previous: nil, next: list.next.map(next), language: visit.language))</div>
                """)
    }

    private var actions: HTML {
        """
        \(Button(text.myIdeas, to: "/ideas/mine", .quiet))\
        \(Button(text.haveAnIdea, to: new, .primary))
        """
    }

    private var new: Link { Ideas.newIdeaLink(body: body.id) }

    private func next(_ place: String) -> Link { path.with(filter.query + [("after", place)]) }

    private var filters: FilterBar {
        let states = [Choice("", text.all)] + IdeaState.allCases.map { Choice($0.name, text.name($0)) }
        let orders = IdeaFilter.Order.allCases.map { Choice($0.rawValue, text.name($0)) }
        return FilterBar(
            to: path,
            fields: [
                Field(
                    "state", text.state, .select(states), value: filter.state?.name ?? "", language: visit.language),
                Field("sort", text.order, .select(orders), value: filter.order.rawValue, language: visit.language),
            ], isNarrowed: isNarrowed, language: visit.language)
    }

    private var rows: HTML {
        "<h2 class=\"unseen\">\(text.ideas)</h2>\(Sheet(isPadded: false) { "\(TaskRows(list.ideas.map(row)))" })"
    }

    private func row(_ idea: Idea) -> TaskRow {
        let giver = text.giver(idea.giver, name: idea.giver.person.flatMap { people[$0] })
        let about = [text.support(idea.supports), units[idea.unit]?.in(visit.language), giver]
        return TaskRow(
            idea.what, to: "/ideas/\(idea.id)", detail: about.compactMap { $0 }.joined(separator: " · "),
            badge: text.badge(idea.state), when: idea.given.short(in: visit.language, today: visit.today))
    }

    private var empty: EmptyState {
        isNarrowed
            ? EmptyState(text.noneFound, text.noneFoundHelp)
            : EmptyState(text.noIdeas, text.noIdeasHelp, firstStep: Button(text.haveAnIdea, to: new))
    }
}

/// What the viewer gave under his or her own name.
struct MyIdeasPage {
    let visit: Visit
    let ideas: [Idea]

    private var text: IdeaTexts { IdeaTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.myIdeas, section: "plan",
            content: """
                \(PageHeader(text.myIdeas, about: text.myIdeasAbout, actions: Button(text.haveAnIdea, to: Ideas.newIdeaLink(), .primary).html))\
                \(when: ideas.isEmpty, "\(empty)", else: rows)
                """)
    }

    private var empty: EmptyState { EmptyState(text.noneMine, text.noneMineHelp) }

    private var rows: HTML {
        "<h2 class=\"unseen\">\(text.myIdeas)</h2>\(Sheet(isPadded: false) { "\(TaskRows(ideas.map(row)))" })"
    }

    private func row(_ idea: Idea) -> TaskRow {
        TaskRow(
            idea.what, to: "/ideas/\(idea.id)", detail: text.support(idea.supports), badge: text.badge(idea.state),
            when: idea.given.short(in: visit.language, today: visit.today))
    }
}
