import Design
import Journal
import Kernel
import Markup
import Web

/// A plan in numbers: each figure as a sentence, a drawing and a table.
struct FiguresPage {
    let visit: Visit
    let plan: SeenPlan
    let figures: PlanFigures

    private var language: Language { visit.language }
    private var text: FigureTexts { FigureTexts(language: language) }

    var drawn: DrawnFigures {
        DrawnFigures(figures: figures, body: plan.body.id, language: language, today: visit.today)
    }

    /// Made anew each time: what an action came from may become confidential without the plan changing.
    var page: Page {
        let name = plan.body.name.in(language)
        return Page(
            title: text.title(name), section: "plan", topics: [.board(of: plan.body.id)],
            content: """
                \(Breadcrumbs([(name, "/plan/\(plan.body.id)")], language: language))\
                \(PageHeader(text.title(name), about: text.about))\
                <div class="stack loose" data-live-part="figures">\(when: figures.isEmpty, "\(nothing)", else: sheets)</div>
                """)
    }

    private var nothing: EmptyState {
        EmptyState(text.nothing, text.nothingAbout, icon: visit.house.assets.icon(.kanban, isLarge: true))
    }

    private var sheets: HTML {
        let file: Link = "/plan/\(plan.body.id)/figures.csv"
        return HTML(each: drawn.all) { figure in
            figure.sheet(csv: file.with([("figure", figure.name.rawValue)]), text).html
        }
    }
}
