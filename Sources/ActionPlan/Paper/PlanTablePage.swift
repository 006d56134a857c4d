import Design
import Journal
import Kernel
import Markup
import Organisation
import Web

/// A plan as a table: on the screen, and on sheets of A4 across.
struct PlanTablePage {
    let view: PlanTableView

    private var visit: Visit { view.visit }
    private var language: Language { visit.language }
    private var text: PlanTableTexts { PlanTableTexts(language: language) }
    private var words: ListTexts { ListTexts(language: language) }

    var page: Page {
        Page(
            title: "\(text.table): \(view.title)", section: "plan", topics: topics, madeFrom: topics, isWide: true,
            content: """
                \(crumbs)\(PageHeader(view.title, about: text.about, actions: actions))\(forms)\(bar)\
                <div data-live-part="table" class="stack">\(cut)\(when: view.isEmpty, "\(nothing)", else: "\(view.table)")</div>
                """)
    }

    var paper: Page {
        let date = visit.today.long(in: language)
        return Page(
            title: "\(view.title): \(text.name(view.form))", surroundings: .paper(.a4Landscape), section: "plan",
            scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: link(to: .screen, view.form), others: otherForms).html)\
                <article class="plan-sheet"><header class="row"><h1>\(view.title)</h1><span class="push meta">\
                \(counted) · \(date)</span></header><p class="meta">\(narrowed)</p>\(cut)\
                \(when: view.isEmpty, "<p>\(text.nothing)</p>", else: "\(view.table)")</article>
                """)
    }

    private var topics: [Topic] {
        switch view.place {
        case .plan(let plan, _, _): [.board(of: plan.body.id)]
        case .list: [.plans]
        }
    }

    private var counted: String { ActionTexts(language: language).count(view.count) }

    private var crumbs: Breadcrumbs {
        switch view.place {
        case .plan(let plan, _, _):
            Breadcrumbs([(plan.body.name.in(language), "/plan/\(plan.body.id)")], language: language)
        case .list:
            Breadcrumbs(
                [(words.title, ("/actions" as Link).with(ActionFilter.query(visit.fields)))], language: language)
        }
    }

    private var actions: HTML {
        let icon = visit.house.assets.icon(.download)
        return """
            \(Button(text.paper, to: link(to: .paper, view.form)))\
            \(Button("CSV", to: link(to: .file, view.form), icon: icon))
            """
    }

    private var forms: Tabs {
        Tabs(
            text.forms,
            PlanForm.allCases.map { form in
                Tabs.Tab(text.name(form), to: link(to: .screen, form), isCurrent: form == view.form)
            })
    }

    private var otherForms: HTML {
        HTML(each: PlanForm.allCases.filter { $0 != view.form }) {
            Button(text.name($0), to: link(to: .paper, $0), .quiet).html
        }
    }

    private enum Target {
        case screen, paper, file
    }

    /// The same actions elsewhere or in another form.
    private func link(to target: Target, _ form: PlanForm) -> Link {
        let query = [("form", form.rawValue)] + ActionFilter.query(visit.fields, except: ["body"])
        switch view.place {
        case .plan(let plan, _, _):
            let body = plan.body.id
            return switch target {
            case .screen: ("/plan/\(body)/table" as Link).with(query)
            case .paper: ("/plan/\(body)/table/print" as Link).with(query)
            case .file: ("/plan/\(body)/table.csv" as Link).with(query)
            }
        case .list:
            let whole = query + [("body", visit.fields["body"])]
            return switch target {
            case .screen: ("/actions/table" as Link).with(whole)
            case .paper: ("/actions/table/print" as Link).with(whole)
            case .file: ("/actions/table.csv" as Link).with(whole)
            }
        }
    }

    private var cut: HTML? {
        view.isCut ? "<p class=\"meta\">\(text.first(PlanTableView.most))</p>" : nil
    }

    private var nothing: EmptyState {
        EmptyState(text.nothing, text.nothingAbout, icon: visit.house.assets.icon(.list, isLarge: true))
    }

    /// A plan is narrowed down here; the list, where it is.
    private var bar: FilterBar? {
        guard case .plan(let plan, let themes, let units) = view.place else { return nil }
        let form = Form(to: "/plan", csrf: nil, fields: visit.fields, language: language)
        let titles = [Choice("", text.allThemes)] + themes.map { Choice($0.title, $0.title) }
        let stages = [Choice("", text.open), Choice("all", words.everything)]
        return FilterBar(
            to: "/plan/\(plan.body.id)/table",
            fields: [
                form.field("stage", ActionTexts(language: language).stage, .select(stages)),
                form.field("theme", ActionTexts(language: language).theme, .select(titles)),
                form.field("unit", words.unit, .select([Choice("", words.allUnits)] + units.choicesInTree(language))),
            ], kept: [("form", view.form.rawValue)],
            isNarrowed: ["stage", "theme", "unit"].contains { !visit.fields[$0].isEmpty }, language: language)
    }

    /// What the sheet shows of the plan, in words: paper has no filter to look at.
    private var narrowed: String {
        var parts = [text.name(view.form)]
        parts.append(visit.fields["stage"] == "all" ? words.everything : text.open)
        if case .plan(_, _, let units) = view.place,
            let unit = units.first(where: { $0.id.text == visit.fields["unit"] })
        {
            parts.append(unit.name.in(language))
        }
        if !visit.fields["theme"].isEmpty { parts.append(visit.fields["theme"]) }
        return parts.joined(separator: " · ")
    }
}
