import Design
import Drawing
import Kernel
import Markup
import Organisation
import Web

/// The chart made for paper: on one sheet where letters stay readable, else each part on its own.
struct ChartOnPaper {
    let visit: Visit
    let view: ChartView
    let plan: Plan
    let paper: Page.Paper
    /// Each part on a sheet of its own, also where all would find room on one.
    let isInParts: Bool

    private var text: PlanTexts { PlanTexts(language: visit.language) }

    /// What a drawing may take, in millimetres; above it stands a heading.
    private var room: (width: Int, height: Int) { paper == .a3Landscape ? (400, 255) : (180, 228) }
    /// In points; less nobody reads.
    private static let smallest = 4.8

    var page: Page {
        let name = plan.root?.name.in(visit.language)
        let title = name.map(text.chartOf) ?? text.chart
        let other = paper == .a3Landscape ? "a4" : "a3"
        let swap = Button(
            text.paper(other.uppercased()), to: view.link("/organisation/chart/print").with([("paper", other)]), .quiet)
        return Page(
            title: "\(title) (\(paper.rawValue.uppercased()))", surroundings: .paper(paper), section: "organisation",
            scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: view.link("/organisation/chart"), others: "\(swap)\(partsSwap)").html)
                \(each: sheets.enumerated(), { place, chart in sheet(chart, title: title, isFirst: place == 0) })
                """)
    }

    private var partsSwap: Button {
        Button(
            isInParts ? text.oneSheet : text.eachPart,
            to: view.link("/organisation/chart/print").with([
                ("paper", paper.rawValue), ("parts", isInParts ? "" : "1"),
            ]), .quiet)
    }

    private var sheets: [OrganisationChart] {
        let drawing = PlanChart(plan: plan, search: nil, language: visit.language)
        guard !plan.tree.units.isEmpty else { return [] }
        let (width, height) = room
        guard !isInParts else { return drawing.parts }
        let letters = drawing.chart.letters(shape: Double(width) / Double(height), width: width, height: height)
        return letters >= Self.smallest ? [drawing.chart] : drawing.parts
    }

    private func sheet(_ chart: OrganisationChart, title: String, isFirst: Bool) -> HTML {
        let (width, height) = room
        let heading: HTML = isFirst ? "<h1>\(title)</h1>" : "<h2>\(chart.name)</h2>"
        return """
            <section class="chart-sheet" role="region" aria-label="\(chart.name)" tabindex="0"><header>\(heading)<p class="meta">\(text.version(plan.version, on: plan.day)) \
            \(text.legendVacant)</p></header>\
            \(chart.svg(shape: Double(width) / Double(height), scale: .paper(width: width, height: height)))</section>
            """
    }
}

/// The plan made for paper: unit by unit.
struct PlanOnPaper {
    /// Units; a larger plan is taken as a file, or part by part.
    static let most = 800

    let visit: Visit
    let view: ChartView
    let plan: Plan
    let reached: [PersonID: Reachable]

    private var text: PlanTexts { PlanTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let title = plan.root.map { text.planOf($0.name.in(visit.language)) } ?? text.plan
        return Page(
            title: "\(title) (A4)", surroundings: .paper(.a4), section: "organisation", scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: view.link("/organisation/plan")).html)
                <article class="plan"><h1>\(title)</h1><p class="meta">\(text.version(plan.version, on: plan.day)) \
                \(text.counts(people: plan.people, vacancies: plan.vacancies, units: plan.tree.units.count)).</p>\
                \(when: !plan.isWhole, "<p>\(text.shownTo(plan.tree.units.count))</p>")\
                \(when: plan.entries.isEmpty, "<p>\(text.nobodyHere)</p>", else: table)</article>
                """)
    }

    private var table: HTML {
        let groups = Dictionary(grouping: plan.entries) { $0.unit.id }
        return """
            <table class="table"><caption class="unseen">\(text.plan)</caption><thead><tr><th scope="col">\(text.body)</th>\
            <th scope="col">\(text.role)</th><th scope="col">\(text.name)</th><th scope="col">\(text.email)</th></tr></thead>\
            \(each: PlanRules.depthFirst(plan.tree.units), { unit, _ in
                rows(unit, groups[unit.id] ?? [])
            })</table>
            """
    }

    private func rows(_ unit: Unit, _ entries: [Plan.Entry]) -> HTML {
        guard !entries.isEmpty else { return .nothing }
        return """
            <tbody><tr class="group"><th scope="rowgroup" colspan="4">\(unit.name.in(visit.language)) \
            <small>\(unit.code)</small></th></tr>\(each: entries, row)</tbody>
            """
    }

    private func row(_ entry: Plan.Entry) -> HTML {
        let email = entry.seat.flatMap { reached[$0.mandate.person]?.email }
        return """
            <tr><td>\(entry.body.map { $0.name.in(visit.language) } ?? text.officeOfUnit)</td>\
            <td>\(words.name(entry.role))</td><td>\(entry.seat?.name ?? text.vacant)</td><td class="email">\(email)</td></tr>
            """
    }
}
