import Design
import Drawing
import Kernel
import Markup
import Organisation
import Web

/// The organisation drawn, on the screen.
struct ChartPage {
    let visit: Visit
    let asOf: AsOf
    let view: ChartView
    let plan: Plan
    let search: PlanSearch

    private var text: PlanTexts { PlanTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private static let chart: Link = "/organisation/chart"

    var page: Page {
        let name = plan.root?.name.in(visit.language)
        return Page(
            title: name.map(text.chartOf) ?? text.chart, section: "organisation", isWide: true,
            scripts: ["js/chart.js"],
            content: """
                \(Breadcrumbs(crumbs, language: visit.language))
                \(asOf.banner(backTo: view.link(Self.chart)))
                \(PageHeader(name ?? text.chart, about: asOf.about(about)))
                \(when: plan.tree.units.isEmpty, EmptyState(text.empty, text.emptyHow).html, else: drawn)
                """)
    }

    private var about: String {
        let counts = text.counts(people: plan.people, vacancies: plan.vacancies, units: plan.tree.units.count)
        return plan.root == nil ? counts : "\(text.chart) · \(counts)"
    }

    private var crumbs: [(title: String, link: Link)] {
        [(words.organisation, asOf.link("/organisation"))]
            + (plan.root == nil ? [] : [(text.chart, view.changed { $0.unit = nil }.link(Self.chart))])
            + plan.line.dropLast().map { unit in
                (unit.name.in(visit.language), view.changed { $0.unit = unit.id }.link(Self.chart))
            }
    }

    private var papers: HTML {
        let page = view.link("/organisation/chart/print")
        return """
            <details class="disclosure"><summary>\(text.printOrPDF)</summary><ul class="body stack tight">\
            \(each: ["a3", "a4"], { paper in
                "<li><a href=\"\(page.with([("paper", paper)]))\">\(paper.uppercased())</a></li>"
            })</ul></details>
            """
    }

    private var drawn: HTML {
        """
        \(FilterBar(
            to: Self.chart, search: view.search, kept: view.kept, isNarrowed: search.isAsked, language: visit.language))
        \(when: search.isAsked, FoundInPlan(search: search, plan: plan, view: view, asOf: asOf, language: visit.language).html)
        \(when: !plan.isWhole, Banner(text.shownTo(plan.tree.units.count)).html)
        \(tools)
        <p class="meta chart-more">\(text.moreToTheRight)</p>
        <div class="chart-frame" data-chart role="region" aria-label="\(text.drawing)" tabindex="0">\(svg)</div>
        <p class="meta needs-script">\(text.keys)</p>
        <details class="disclosure"><summary>\(text.legend)</summary><div class="body stack">\(legend)</div></details>
        <details class="disclosure"><summary>\(text.sameAsTable)</summary>\
        \(PlanTable(plan: plan, asOf: asOf, reached: nil, language: visit.language))</details>
        \(asOf.chooser(to: Self.chart))
        """
    }

    /// Screens are moved downward rather than sideways.
    private var svg: HTML {
        let chart = PlanChart(
            plan: plan, search: search, language: visit.language,
            links: { place in
                switch place {
                case .unit(let unit): asOf.link("/units/\(unit)")
                case .body(let body): asOf.link("/bodies/\(body)")
                }
            },
            partLink: { unit in
                // The part below a top that is cut is this one: its page has them all.
                plan.cutTop == unit
                    ? asOf.link("/units/\(unit)") : view.changed { ($0.unit, $0.levels) = (unit, nil) }.link(Self.chart)
            })
        return chart.chart.svg(shape: 0.8, scale: view.zoom.map { .percent($0) } ?? .fitting)
    }

    private var tools: HTML {
        """
        <div class="chart-tools no-print">
        <nav class="row tight" aria-label="\(text.size)">\(zoom(text.smaller, "−", view.zoomed(larger: false), "out"))\
        \(zoom(text.larger, "+", view.zoomed(larger: true), "in"))\(zoom(text.fit, text.fit, nil, "fit"))</nav>
        <nav class="row tight" aria-label="\(text.howMuch)">\(each: levels, level)</nav>
        \(when: parts.count > 1, """
            <details class="disclosure"><summary>\(text.partsBelow)</summary><ul class="body stack tight">\
            \(when: plan.root != nil, "<li><a href=\"\(view.changed { $0.unit = nil }.link(Self.chart))\">\(text.whole)</a></li>")\
            \(each: parts, { part in
                "<li><a href=\"\(view.changed { $0.unit = part.id }.link(Self.chart))\">\(part.name.in(visit.language))</a></li>"
            })\(plan.cutTop.map { "<li><a href=\"\(asOf.link("/units/\($0)"))\">\(text.allBelow)</a></li>" })</ul></details>
            """)
        \(papers)<a class="button small" href="\(view.link("/organisation/plan"))">\(text.asPlan)</a></div>
        """
    }

    /// Those directly below the top.
    private var parts: [Unit] {
        plan.tree.tops.count == 1
            ? plan.tree.tops.flatMap(plan.tree.children) : plan.tree.units.filter { $0.parent == nil }
    }

    private func zoom(_ name: String, _ sign: String, _ zoom: Int?, _ way: String) -> HTML {
        """
        <a class="button small" href="\(view.changed { $0.zoom = zoom }.link(Self.chart))" data-zoom="\(way)" \
        aria-label="\(name)">\(sign)</a>
        """
    }

    private var levels: [Int?] { Array(1...ChartView.mostLevels) + [nil] }

    private func level(_ levels: Int?) -> HTML {
        """
        <a class="button small" href="\(view.changed { $0.levels = levels }.link(Self.chart))"\
        \(when: view.levels == levels, " aria-current=\"true\"")>\(text.levels(levels))</a>
        """
    }

    private var legend: HTML {
        let roles = Set(plan.entries.map(\.role)).sorted { text.short($0) < text.short($1) }
        let pairs = roles.map { (text.short($0), words.name($0)) }.filter { $0.0 != $0.1 }
        return """
            <p>\(text.legendVacant)</p>\
            <dl class="facts">\(each: pairs, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" })</dl>
            """
    }
}
