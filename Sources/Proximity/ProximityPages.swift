import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// What lacks documentation, with the button that writes it, and what is written: of a unit, or of all within reach.
struct ProximityPage {
    let visit: Visit
    /// Nothing where it is the page of everything within reach.
    let unit: Unit?
    let matters: [ProximityMatter]
    let records: [ProximityRecord]
    /// Units by name, those of changes too.
    let names: [UnitID: Words]
    /// Where each matter is written.
    let places: [UnitID]
    let mayWrite: Bool
    /// The change whose reason was refused.
    var refused: (id: ID<OrganisationChange>, problems: Problems)?

    private var text: ProximityTexts { ProximityTexts(language: visit.language) }
    private var language: Language { visit.language }

    var page: Page {
        let crumbs: [(String, Link)] =
            [(OrganisationTexts(language: language).organisation, "/organisation" as Link)]
            + (unit.map { [($0.name.in(language), "/units/\($0.id)" as Link)] } ?? [])
        let write = mayWrite ? unit.map { Button(text.newRecord, to: "/units/\($0.id)/proximity/new", .primary) } : nil
        return Page(
            title: unit.map { text.title($0.name.in(language)) } ?? text.proximity, section: "organisation",
            topics: [.proximity, .rights],
            content: """
                \(Breadcrumbs(crumbs, language: language))
                \(PageHeader(unit.map { text.title($0.name.in(language)) } ?? text.proximity, about: text.about, actions: write?.html))
                <div class="columns"><div class="stack">
                \(when: mayWrite, Sheet(text.missing, isPadded: matters.isEmpty) { waiting }.html)
                \(Sheet(text.records, isPadded: records.isEmpty) { written })
                </div>\(SourcedRules(text.law, visit.house.law.committees(on: visit.today).proximity.map(\.sourced), isOpen: true, language: language))</div>
                """)
    }

    private var waiting: HTML {
        guard !matters.isEmpty else { return "<p>\(text.nothingMissing)</p>" }
        return TaskRows(zip(matters, places).map(row)).html
    }

    private func row(_ matter: ProximityMatter, _ place: UnitID) -> TaskRow {
        let name = names[place]?.in(language) ?? ""
        let day = matter.since.short(in: language, today: visit.today)
        let isComing = matter.since > visit.today
        switch matter {
        case .establishment:
            return TaskRow(
                text.established(name), detail: text.since(day), badge: Badge(text.lacking, .late),
                action: Button(text.write, to: "/units/\(place)/proximity/new?occasion=establishment", .primary).html)
        case .change(let change):
            let write: Link = "/units/\(place)/proximity/new?change=\(change.id)"
            return TaskRow(
                change.told(in: language, names), detail: isComing ? "\(text.coming) \(day)" : text.since(day),
                badge: isComing ? Badge(text.coming, .soon) : Badge(text.lacking, .late),
                action: """
                    <div class="stack"><div class="actions">\(Button(text.write, to: write, .primary))</div>\(answer(change))</div>
                    """)
        }
    }

    private func answer(_ change: OrganisationChange) -> HTML {
        let own = refused.flatMap { $0.id == change.id ? $0.problems : nil }
        let form = Form(
            to: "/proximity/changes/\(change.id)/answer", csrf: nil, fields: own == nil ? Fields() : visit.fields,
            problems: own ?? .none, idPrefix: "\(change.id)-", language: language)
        return Disclosure(text.notLarger, isOpen: own != nil) {
            form.html { form in
                """
                \(visit.seal)\(unit.map { form.hidden("from", $0.id.text) })
                \(form.field("reason", text.reason, .lines(rows: 2, limit: 2000), hint: text.notLargerHow))
                \(Button(text.notLarger, .plain))
                """
            }
        }.html
    }

    private var written: HTML {
        guard !records.isEmpty else { return "<p>\(text.none) \(text.noneHow)</p>" }
        return DataTable(
            text.records, isCaptionSeen: false,
            columns: [.init(text.unit), .init(text.day), .init(text.occasion), .init(text.conclusion)],
            rows: records.map { record in
                .init([
                    "<a href=\"/proximity/\(record.id)\">\(names[record.unit]?.in(language))</a>",
                    "\(record.day.short(in: language, today: visit.today))", "\(text.name(record.occasion))",
                    "\(text.people(record.groups, record.members))",
                ])
            }
        ).html
    }
}
