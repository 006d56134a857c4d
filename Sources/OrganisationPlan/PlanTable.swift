import Design
import Kernel
import Markup
import Organisation

/// Everybody who holds something, row by row below the unit.
struct PlanTable: Pattern {
    let plan: Plan
    let asOf: AsOf
    /// How people are reached; no such column where nothing is given.
    let reached: [PersonID: Reachable]?
    let language: Language

    private var text: PlanTexts { PlanTexts(language: language) }
    private var words: OrganisationTexts { OrganisationTexts(language: language) }

    private var columns: [String] {
        [text.body, text.role, text.name] + (reached == nil ? [] : [text.email])
    }

    var html: HTML {
        let groups = Dictionary(grouping: plan.entries) { $0.unit.id }
        return """
            <div class="roster">\(each: PlanRules.depthFirst(plan.tree.units), { unit, _ in
                part(unit, groups[unit.id] ?? [])
            })</div>
            """
    }

    /// A unit that opens and shuts: on a phone they are shut from the beginning, and all of them can be seen.
    private func part(_ unit: Unit, _ entries: [Plan.Entry]) -> HTML {
        guard !entries.isEmpty else { return .nothing }
        let name = unit.name.in(language)
        return """
            <details open data-shut-on-phone><summary><b>\(name)</b> <small class="meta">\(entries.count)</small></summary>\
            <p><a href="\(asOf.link("/units/\(unit.id)"))">\(text.toUnit) <span class="unseen">\(name)</span></a></p>\
            <div class="table-frame" role="region" aria-label="\(name) (\(unit.code))" tabindex="0"><table class="table cards">\
            <caption class="unseen">\(name)</caption><thead><tr>\(each: columns, { "<th scope=\"col\">\($0)</th>" })\
            </tr></thead><tbody>\(each: entries, row)</tbody></table></div></details>
            """
    }

    private func row(_ entry: Plan.Entry) -> HTML {
        let body: HTML =
            entry.body.map { "<a href=\"\(asOf.link("/bodies/\($0.id)"))\">\($0.name.in(language))</a>" }
            ?? "<small class=\"meta\">\(text.officeOfUnit)</small>"
        return """
            <tr><th scope="row">\(body)</th><td data-label="\(text.role)">\(words.name(entry.role))</td>\
            <td data-label="\(text.name)">\
            \(entry.seat.map { PersonName($0.name).html } ?? Badge(text.vacant, .late).html)</td>\
            \(when: reached != nil, """
                <td class="email" data-label="\(text.email)">\(mail(entry))</td>
                """)</tr>
            """
    }

    private func mail(_ entry: Plan.Entry) -> HTML {
        guard let email = entry.seat.flatMap({ reached?[$0.mandate.person]?.email }),
            let link = Link(outside: "mailto:\(email)")
        else { return .nothing }
        return "<a href=\"\(link)\">\(email)</a>"
    }
}
