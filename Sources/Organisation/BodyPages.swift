import Access
import Design
import Kernel
import Markup
import Web

struct BodiesPage {
    let visit: Visit
    let asOf: AsOf
    /// One more than is shown, where there are more.
    let bodies: [Body]

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private static let shown = 100

    var page: Page {
        let next = bodies.count > Self.shown ? bodies[Self.shown - 1] : nil
        let link = next.map { asOf.link("/bodies").with([("name", $0.name.danish), ("after", $0.id.text)]) }
        let add = visit.viewer.isAdministrator && asOf.isToday ? Button(text.newBody, to: "/bodies/new", .primary) : nil
        return Page(
            title: text.bodies, section: "organisation",
            content: """
                \(Breadcrumbs([(text.organisation, asOf.link("/organisation"))], language: visit.language))
                \(asOf.banner(backTo: "/bodies"))
                \(PageHeader(text.bodies, about: asOf.about(), actions: add?.html))
                \(when: bodies.isEmpty, EmptyState(text.noBodies, text.noBodiesHow, firstStep: add).html, else: table)
                \(Pager(previous: nil, next: link, language: visit.language))
                \(asOf.chooser(to: "/bodies"))
                """)
    }

    private var table: HTML {
        DataTable(
            text.bodies, isCaptionSeen: false, columns: [.init(text.name), .init(text.kind)],
            rows: bodies.prefix(Self.shown).map { body in
                .init([
                    "<a href=\"\(asOf.link("/bodies/\(body.id)"))\">\(body.name.in(visit.language))</a>",
                    "\(text.name(body.kind))",
                ])
            }
        ).html
    }
}

struct NewBodyPage {
    let visit: Visit
    var problems = Problems.none

    var page: Page {
        let text = OrganisationTexts(language: visit.language)
        let form = Form(
            to: "/bodies", csrf: nil, fields: visit.fields, problems: problems, language: visit.language)
        let kinds = BodyKind.allCases.map { Choice($0.rawValue, text.name($0)) }
        return Page(
            title: text.newBody, section: "organisation",
            content: """
                \(PageHeader(text.newBody, about: text.noBodiesHow))
                \(form.html { form in
                    """
                    \(visit.seal)
                    \(form.field("kind", text.kind, .select(kinds)))
                    \(form.field("name_da", text.nameDanish, .text(limit: 200)))
                    \(form.field("name_en", text.nameEnglish, .text(limit: 200), isRequired: false))
                    \(form.field("units", text.covers, .text(limit: 400), hint: text.coversHint))
                    \(Button(text.create, .primary))
                    """
                })
                """)
    }
}
