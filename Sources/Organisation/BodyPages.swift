import Access
import Design
import Kernel
import Markup
import Web

struct BodiesPage {
    let visit: Visit
    /// One more than is shown, where there are more.
    let bodies: [Body]

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private static let shown = 100

    var page: Page {
        let next = bodies.count > Self.shown ? bodies[Self.shown - 1] : nil
        let link = next.map { ("/bodies" as Link).with([("name", $0.name.danish), ("after", $0.id.text)]) }
        let add = visit.viewer.isAdministrator ? Button(text.newBody, to: "/bodies/new", .primary) : nil
        return Page(
            title: text.bodies, section: "organisation",
            content: """
                \(Breadcrumbs([(text.organisation, "/organisation")], language: visit.language))
                \(PageHeader(text.bodies, actions: add?.html))
                \(when: bodies.isEmpty, EmptyState(text.noBodies, text.noBodiesHow, firstStep: add).html, else: table)
                \(Pager(previous: nil, next: link, language: visit.language))
                """)
    }

    private var table: HTML {
        DataTable(
            text.bodies, isCaptionSeen: false, columns: [.init(text.name), .init(text.kind)],
            rows: bodies.prefix(Self.shown).map { body in
                .init(["<a href=\"/bodies/\(body.id)\">\(body.name.in(visit.language))</a>", "\(text.name(body.kind))"])
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

/// Who sits in a body, who did, and the form that gives a seat.
struct SeatsPage {
    let visit: Visit
    let body: Body
    let seats: [Seat]
    let former: [Seat]
    let mayChange: Bool
    let problems: Problems

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = body.name.in(visit.language)
        return Page(
            title: "\(text.members): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(text.organisation, "/organisation"), (name, "/bodies/\(body.id)")], language: visit.language))
                \(PageHeader(text.members, about: "\(name) · \(text.name(body.kind))" as String))
                <div class="columns">
                <div class="stack">\(Sheet(text.members) { members })
                \(when: !former.isEmpty, Sheet(text.formerMembers) { list(former) }.html)</div>
                \(when: mayChange, Sheet(text.seat) { seatForm }.html)
                </div>
                """)
    }

    private var members: HTML {
        seats.isEmpty ? "<p>\(text.noMembers)</p>" : list(seats)
    }

    private func list(_ seats: [Seat]) -> HTML {
        """
        <ul class="stack">\(each: seats, { seat in
            "<li class=\"row\">\(PersonName(seat.name, detail: detail(seat.mandate)))\(when: mayEnd(seat), end(seat))</li>"
        })</ul>
        """
    }

    private func detail(_ mandate: Mandate) -> String {
        let language = visit.language
        let from = mandate.starts.short(in: language, today: visit.today)
        let to = mandate.ends.map { " – \($0.short(in: language, today: visit.today))" } ?? ""
        return "\(text.name(mandate.role)), \(text.name(mandate.origin)), \(text.starts.lowercased()) \(from)\(to)"
    }

    private func mayEnd(_ seat: Seat) -> Bool {
        mayChange && (seat.mandate.ends.map { $0 > visit.today } ?? true)
    }

    private func end(_ seat: Seat) -> HTML {
        PostButton(text.endMandate, to: "/mandates/\(seat.mandate.id)/end", csrf: visit.csrf, .quiet).html
    }

    private var seatForm: HTML {
        let form = Form(
            to: "/bodies/\(body.id)/seats", csrf: nil, fields: visit.fields, problems: problems,
            language: visit.language)
        let roles = Role.allCases.map { Choice($0.rawValue, text.name($0)) }
        let origins = Mandate.Origin.allCases.map { Choice($0.rawValue, text.name($0)) }
        return form.html { form in
            """
            \(visit.seal)
            \(form.field("email", text.person, .text(.email), hint: text.personEmailHint))
            \(form.field("role", text.role, .select(roles)))
            \(form.field("origin", text.how, .select(origins)))
            \(form.field("starts", text.starts, .day(), isRequired: false))
            \(form.field("ends", text.ends, .day(), isRequired: false))
            \(Button(text.seat, .primary))
            """
        }
    }
}
