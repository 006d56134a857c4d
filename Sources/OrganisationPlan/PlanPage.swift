import Design
import Kernel
import Markup
import Organisation
import Web

/// The organisation plan as a list, for everybody who is signed in.
struct PlanPage {
    let visit: Visit
    let asOf: AsOf
    let view: ChartView
    let plan: Plan
    let reached: [PersonID: Reachable]

    private var text: PlanTexts { PlanTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private static let plan: Link = "/organisation/plan"

    var page: Page {
        let name = plan.root?.name.in(visit.language)
        return Page(
            title: name.map(text.planOf) ?? text.plan, section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs(crumbs, language: visit.language))
                \(asOf.banner(backTo: view.link(Self.plan)))
                \(PageHeader(name.map(text.planOf) ?? text.plan, about: text.version(plan.version, on: plan.day), actions: actions))
                <p>\(text.knownToAll) \(text.versionHow)</p>
                \(when: !plan.isWhole, Banner(text.shownTo(plan.tree.units.count)).html)
                \(when: plan.tree.units.isEmpty, EmptyState(text.empty, text.emptyHow).html, else: content)
                \(asOf.chooser(to: Self.plan))
                """)
    }

    private var crumbs: [(title: String, link: Link)] {
        [(words.organisation, asOf.link("/organisation"))]
            + (plan.root == nil ? [] : [(text.plan, view.changed { $0.unit = nil }.link(Self.plan))])
            + plan.line.dropLast().map { unit in
                (unit.name.in(visit.language), view.changed { $0.unit = unit.id }.link(Self.plan))
            }
    }

    private var actions: HTML {
        """
        \(Button(text.asChart, to: view.link("/organisation/chart")))
        \(Button(text.printIt, to: view.link("/organisation/plan/print")))
        \(Button(text.csv, to: view.link("/organisation/plan.csv")))
        \(Button(text.xlsx, to: view.link("/organisation/plan.xlsx")))
        """
    }

    private var content: HTML {
        let below = plan.tree.hidden.keys.filter { $0 != plan.cutTop }.sorted()
        let names = Dictionary(plan.tree.units.map { ($0.id, $0.name) }) { first, _ in first }
        return """
            \(plan.cutTop.map { "<p><a href=\"\(asOf.link("/units/\($0)"))\">\(text.allBelow)</a></p>" })\
            \(when: !below.isEmpty, """
                <details class="disclosure"><summary>\(text.partsBelow)</summary><ul class="body stack tight">\
                \(each: below, { unit in
                    "<li><a href=\"\(view.changed { $0.unit = unit }.link(Self.plan))\">\(names[unit]?.in(visit.language))</a></li>"
                })</ul></details>
                """)
            \(when: plan.entries.isEmpty, "<p>\(text.nobodyHere)</p>", else: table)
            """
    }

    private var table: HTML {
        """
        <p class="meta">\(text.counts(people: plan.people, vacancies: plan.vacancies, units: plan.tree.units.count))</p>
        \(PlanTable(plan: plan, asOf: asOf, reached: reached, language: visit.language))
        """
    }
}
