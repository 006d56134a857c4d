import Access
import Design
import Kernel
import Markup
import Web

/// Merging in two steps: which and when, then everything that would happen, and only then the button.
struct MergerPage {
    let visit: Visit
    let unit: Unit
    /// Nothing until it is chosen.
    let merger: Merger?
    let problems: Problems

    private var text: ChangeTexts { ChangeTexts(language: visit.language) }
    private var names: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var language: Language { visit.language }
    private var here: Link { "/units/\(unit.id)/merger" }

    var page: Page {
        let name = unit.name.in(language)
        return Page(
            title: "\(text.merge): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(names.organisation, "/organisation"), (name, "/units/\(unit.id)"),
                    (text.history, "/units/\(unit.id)/changes")], language: language))
                \(merger.map(preview) ?? choice)
                """)
    }

    private var choice: HTML {
        let summary = ProblemSummary(
            problems, labels: ["into": text.into, "day": text.from], idPrefix: "", language: language)
        func field(_ name: String, _ label: String, _ control: Control, hint: String) -> Field {
            Field(
                name, label, control, value: visit.fields[name], hint: hint, problem: problems[name], language: language
            )
        }
        return """
            \(PageHeader(text.merge, about: "\(unit.name.in(language)) · \(unit.code)" as String))
            <p>\(text.mergeHow)</p>
            <form class="form" method="get" action="\(here)" novalidate>\(summary)
            \(field("into", text.into, .text(limit: 200), hint: names.unitHint))
            \(field("day", text.from, .day(), hint: text.fromHint))
            \(Button(text.look, .primary))</form>
            """
    }

    private func preview(_ merger: Merger) -> HTML {
        let (name, other) = (merger.unit.name.in(language), merger.into.name.in(language))
        let form = Form(to: here, csrf: nil, fields: fields(merger), problems: problems, language: language)
        return """
            \(PageHeader(text.preview(name, other, merger.day), about: text.nothingDone))
            \(form.html { form in
                """
                \(visit.seal)\(form.hidden("into", merger.into.code))\(form.hidden("day", merger.day.text))
                \(form.hidden("seen", merger.seen))
                <ul class="stack tight"><li>\(text.closing(name, merger.day - 1))</li><li>\(text.moving(merger.people))</li>
                <li>\(text.children(merger.children.map { $0.name.in(language) }))</li>
                \(when: !merger.offices.isEmpty, "<li>\(text.officesEnd(merger.offices.map(said)))</li>")</ul>
                \(merger.bodies.map { fate($0, merger, form) })
                \(Sheet(text.dutiesTitle) { duties(merger) })
                <p class="meta">\(text.proximity)</p>
                \(form.field("reason", text.reason, .lines(rows: 3, limit: 2000), hint: text.reasonHint))
                <div class="row">\(Button(text.carryOut, .primary))\(Button(text.back, to: here, .quiet))</div>
                """
            })
            """
    }

    private func fields(_ merger: Merger) -> Fields {
        var fields = visit.fields
        for affected in merger.bodies where !fields.has("fate-\(affected.body.id)") {
            fields["fate-\(affected.body.id)"] = affected.fates[0].rawValue
        }
        return fields
    }

    private func fate(_ affected: Merger.Affected, _ merger: Merger, _ form: Form) -> HTML {
        let seats = affected.seats.map(said)
        let choices = affected.fates.map { fate in
            Choice(
                fate.rawValue, text.name(fate, into: merger.into.name.in(language)), detail: text.detail(fate, seats))
        }
        return form.field("fate-\(affected.body.id)", affected.body.name.in(language), .list(choices)).html
    }

    private func said(_ seat: Seat) -> String { "\(seat.name) (\(names.name(seat.mandate.role)))" }

    /// As the suggested fates would have it.
    private func duties(_ merger: Merger) -> HTML {
        let fates = Dictionary(uniqueKeysWithValues: merger.bodies.map { ($0.body.id, $0.fates[0]) })
        let chosen = merger.fates(visit.fields) ?? fates
        let duties = merger.duties(chosen, of: ID("preview"), visit.house.identities)
        guard !duties.isEmpty else { return "<p>\(text.noDuties)</p>" }
        let places = Dictionary(
            (merger.receiving + merger.bodies.map(\.body)).map { ($0.id, $0.name.in(language)) }
        ) { first, _ in first }
        return """
            <p class="meta">\(text.dutiesHow)</p><ul class="stack tight">\(each: duties, { duty in
                "<li><b>\(text.name(duty.kind, names.name(duty.role)))</b> <small>\(duty.place.bodyID.flatMap { places[$0] } ?? merger.into.name.in(language))</small></li>"
            })</ul>
            """
    }
}

extension Merger {
    /// What somebody looked at, so short that it can travel in a form.
    var seen: String { SecretHash(of: gist).text }
}
