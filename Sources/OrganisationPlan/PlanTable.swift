import Design
import Kernel
import Markup
import Organisation

/// Everybody who holds something, row by row.
struct PlanTable: Pattern {
    let plan: Plan
    let asOf: AsOf
    /// How people are reached; no such column where nothing is given.
    let reached: [PersonID: Reachable]?
    let language: Language

    private var text: PlanTexts { PlanTexts(language: language) }
    private var words: OrganisationTexts { OrganisationTexts(language: language) }

    var html: HTML {
        let columns = [text.unit, text.body, text.role, text.name] + (reached == nil ? [] : [text.email])
        return DataTable(
            text.plan, isCaptionSeen: false, columns: columns.map { .init($0) }, rows: plan.entries.map(row)
        ).html
    }

    private func row(_ entry: Plan.Entry) -> DataTable.Row {
        let email = entry.seat.flatMap { reached?[$0.mandate.person]?.email }
        let cells: [HTML] = [
            "<a href=\"\(asOf.link("/units/\(entry.unit.id)"))\">\(entry.unit.name.in(language))</a>",
            entry.body.map { "<a href=\"\(asOf.link("/bodies/\($0.id)"))\">\($0.name.in(language))</a>" }
                ?? "<small class=\"meta\">\(text.officeOfUnit)</small>",
            "\(words.name(entry.role))",
            entry.seat.map { PersonName($0.name).html } ?? Badge(text.vacant, .late).html,
        ]
        return .init(cells + (reached == nil ? [] : [mail(email)]))
    }

    private func mail(_ email: String?) -> HTML {
        guard let email, let link = Link(outside: "mailto:\(email)") else { return .nothing }
        return "<a href=\"\(link)\">\(email)</a>"
    }
}
