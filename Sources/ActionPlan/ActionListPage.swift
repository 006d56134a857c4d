import Design
import Journal
import Kernel
import Markup
import Organisation
import Web

/// The actions within reach as a list: narrowed, ordered, grouped, exported, changed many at once.
struct ActionListPage {
    let visit: Visit
    let filter: ActionFilter
    let list: ActionList
    let count: Int
    /// The plans that the list can be narrowed down to.
    let bodies: [(id: BodyID, name: Words)]
    /// The units that it can be narrowed down to, each with all under it.
    let units: [Choice]
    /// Who may be made responsible for many at once; nobody where the viewer may change nothing here.
    let people: [Choice]
    /// What the reader has saved.
    let saved: [SavedList]
    var problems = Problems.none

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }
    private var words: ListTexts { ListTexts(language: language) }
    private var fields: Fields { visit.fields }
    private var mayChange: Bool { !people.isEmpty }

    var page: Page {
        Page(
            title: words.title, section: "plan", topics: filter.body.map { [.board(of: $0)] } ?? [],
            madeFrom: problems.isEmpty ? [.plans, .savedLists(of: visit.viewer.person)] : nil, isWide: true,
            scripts: ["js/list.js"], shortcuts: shortcuts,
            content: """
                \(PageHeader(words.title, about: counted, actions: actions))\
                \(SavedListBar(lists: saved, fields: fields, language: language))\(bar)<div data-live-part="list" class="stack">\(when: list.actions.isEmpty, nothing, else: rows)</div>
                """)
    }

    private var shortcuts: [Shortcut] {
        let words = ShortcutTexts(language: language)
        let change = [Shortcut("x", words.tickRow), Shortcut("e", words.editRow)]
        return [
            Shortcut("j", words.nextRow), Shortcut("k", words.previousRow),
        ] + (mayChange ? change : []) + [Shortcut("f", words.narrow, to: ".filters select")]
    }

    private var counted: HTML {
        let told = count > ActionList.countLimit ? words.more(than: ActionList.countLimit) : text.count(count)
        return "<span data-live-part=\"count\">\(told)</span>"
    }

    private var actions: HTML {
        let plan = filter.body.map { "/plan/\($0)" as Link } ?? "/plan"
        let query = ActionFilter.query(fields)
        return """
            \(Button(text.board, to: plan))\
            \(Button(PlanTableTexts(language: language).table, to: ("/actions/table" as Link).with(query)))\
            \(Button("CSV", to: ("/actions.csv" as Link).with(query), icon: visit.house.assets.icon(.download)))\
            \(Button("XLSX", to: ("/actions.xlsx" as Link).with(query), icon: visit.house.assets.icon(.download)))
            """
    }

    private var bar: FilterBar {
        let form = Form(to: "/actions", csrf: nil, fields: fields, language: language)
        let plans = [Choice("", words.allPlans)] + bodies.map { Choice($0.id.text, $0.name.in(language)) }
        let stages =
            [Choice("", words.allOpen)] + Stage.allCases.map { Choice($0.rawValue, text.name($0)) }
            + [Choice("all", words.everything)]
        let kinds = [Choice("", words.allKinds)] + HazardKind.allCases.map { Choice($0.rawValue, text.name($0)) }
        let orders = ActionFilter.Order.allCases.map { Choice($0.rawValue, words.name($0)) }
        let groups =
            [Choice("", words.notGrouped)] + ActionFilter.Grouping.allCases.map { Choice($0.rawValue, words.name($0)) }
        var sorted = fields
        sorted["sort"] = filter.order.rawValue
        let order = Form(to: "/actions", csrf: nil, fields: sorted, language: language)
        return FilterBar(
            to: "/actions", search: fields["q"],
            fields: [
                form.field("body", words.plan, .select(plans)),
                form.field(
                    "unit", words.unit, .select([Choice("", words.allUnits)] + units)),
                form.field("stage", text.stage, .select(stages)),
                form.field("kind", text.kind, .select(kinds)), form.field("theme", text.theme, .text(.search)),
                order.field("sort", words.order, .select(orders)),
                form.field("group", words.grouping, .select(groups)), form.field("mine", words.mine, .tick),
                form.field("overdue", text.isOverdue, .tick), form.field("hold", words.onHold, .tick),
            ], kept: fields["below"].isEmpty ? [] : [("below", fields["below"])],
            isNarrowed: ActionFilter.query(fields).contains { !$0.value.isEmpty }, language: language)
    }

    private var nothing: HTML {
        EmptyState(words.nothing, words.nothingAbout, icon: visit.house.assets.icon(.list, isLarge: true)).html
    }

    private var rows: HTML {
        guard mayChange else { return "\(tables)\(pager)" }
        return """
            <form class="stack" method="post" action="/actions/bulk" novalidate>\(visit.seal)\
            \(ProblemSummary(problems, idPrefix: "bulk-", language: language))\(tables)\(pager)\(bulk)</form>
            """
    }

    private var pager: Pager {
        let query = ActionFilter.query(fields)
        return Pager(
            previous: list.previous.map { ("/actions" as Link).with(query + [("before", $0)]) },
            next: list.next.map { ("/actions" as Link).with(query + [("after", $0)]) }, language: language)
    }

    private var tables: HTML {
        guard let grouping = filter.grouping else { return table(words.title, list.actions, isCaptionSeen: false).html }
        var groups: [(title: String, actions: [ListedAction])] = []
        for action in list.actions {
            let title = group(of: action, by: grouping)
            if groups.last?.title == title {
                groups[groups.count - 1].actions.append(action)
            } else {
                groups.append((title, [action]))
            }
        }
        return HTML(each: groups) { table($0.title, $0.actions, isCaptionSeen: true).html }
    }

    private func group(of action: ListedAction, by grouping: ActionFilter.Grouping) -> String {
        switch grouping {
        case .theme: action.themeTitle ?? text.noTheme
        case .person: action.name ?? ""
        case .unit: list.units[action.unit]?.in(language) ?? ""
        case .kind: action.kind.map(text.name) ?? words.noKind
        }
    }

    private func table(_ caption: String, _ actions: [ListedAction], isCaptionSeen: Bool) -> DataTable {
        let query = ActionFilter.query(fields, except: ["sort"])
        func column(_ title: String, _ order: ActionFilter.Order) -> DataTable.Column {
            DataTable.Column(
                title, sort: ("/actions" as Link).with(query + [("sort", order.rawValue)]),
                order: filter.grouping == nil && filter.order == order
                    ? (order == .changed ? .descending : .ascending) : nil)
        }
        return DataTable(
            caption, isCaptionSeen: isCaptionSeen,
            columns: [
                column(text.what, .title), .init(text.responsible), column(text.due, .due), .init(text.stage),
                .init(text.theme), .init(words.plan), column(words.changed, .changed),
            ],
            rows: actions.map(row))
    }

    private func row(_ action: ListedAction) -> DataTable.Row {
        let link: Link = "/actions/\(action.id)"
        let title: HTML = "<a href=\"\(link)\">\(action.what)</a>"
        let named: HTML = """
            <label class="tick"><input type="checkbox" name="ids" value="\(action.id.text)">\
            <span class="unseen">\(words.choose(action.what))</span></label>
            """
        return DataTable.Row([
            mayChange ? "<div class=\"row nowrap\">\(named)<span>\(title)</span></div>" : title,
            "\(action.name)",
            "<span><span class=\"keep\">\(action.due.short(in: language, today: visit.today))</span> \(state(of: action))</span>",
            "<span class=\"keep\">\(text.name(action.stage))</span>",
            "\(action.themeTitle)",
            "\(list.bodies[action.body]?.in(language))",
            "<span class=\"keep\">\(action.changedAt.day.short(in: language, today: visit.today))</span>",
        ])
    }

    private func state(of action: ListedAction) -> Badge? {
        if action.answerBy.map({ $0 < visit.today }) == true {
            return Badge(LeaderTexts(language: language).isMissing, .late)
        }
        if action.isOverdue(on: visit.today) { return Badge(text.isOverdue, .late) }
        return action.lookAgainOn.map { _ in Badge(words.onHold, .soon) }
    }

    private var bulk: Disclosure {
        let stages = [Choice("", words.unchanged)] + Stage.open.map { Choice($0.rawValue, text.name($0)) }
        let form = Form(
            to: "/actions/bulk", csrf: nil, fields: visit.method == .post ? fields : Fields(), problems: problems,
            idPrefix: "bulk-", language: language)
        return Disclosure(words.bulk, isOpen: !problems.isEmpty) {
            """
            <p class="meta">\(words.bulkAbout)</p><div class="pair">\
            \(form.field("new_stage", text.stage, .select(stages), isRequired: false))\
            \(form.field("new_responsible", text.responsible, .select([Choice("", words.unchanged)] + people), isRequired: false))\
            </div>\(form.field("new_due", text.due, .day(earliest: visit.today), isRequired: false))\
            <div class="actions">\(Button(words.change))</div>
            """
        }
    }
}
