import Access
import Design
import Kernel
import Markup
import Organisation
import Web

/// A person's own mandates, each with its page.
struct HandoverListPage {
    let visit: Visit
    let mandates: [Mandate]
    let names: [ID<Mandate>: Words]

    var page: Page {
        let (text, words) = (HandoverTexts(language: visit.language), OrganisationTexts(language: visit.language))
        let rows = mandates.map { mandate in
            TaskRow(
                names[mandate.id]?.in(visit.language) ?? "–", to: "/handovers/\(mandate.id)",
                detail: words.name(mandate.role), badge: badge(mandate, text),
                when: text.from(mandate.starts.short(in: visit.language, today: visit.today)))
        }
        return Page(
            title: text.title,
            content: """
                \(Breadcrumbs([(text.account, "/account")], language: visit.language))
                \(PageHeader(text.title, about: text.about))
                \(when: mandates.isEmpty, EmptyState(text.none, text.noneHow).html,
                    else: Sheet(isPadded: false) { TaskRows(rows).html }.html)
                """)
    }

    private func badge(_ mandate: Mandate, _ text: HandoverTexts) -> Badge {
        if HandoverRules.isOver(mandate, on: visit.today) { return Badge(text.over) }
        return mandate.starts > visit.today ? Badge(text.coming, .soon) : Badge(text.begun, .ok)
    }
}

/// Three lines from one to the next.
struct HandoverWordsPage {
    let visit: Visit
    let mandate: Mandate
    let name: Words?
    let words: String
    let problems: Problems

    var page: Page {
        let (text, roles) = (HandoverTexts(language: visit.language), OrganisationTexts(language: visit.language))
        let fields = visit.method == .get ? Fields(["words": words]) : visit.fields
        let form = Form(
            to: "/handovers/\(mandate.id)/words", csrf: nil, fields: fields, problems: problems,
            language: visit.language)
        return Page(
            title: text.write,
            content: """
                \(Breadcrumbs([(text.account, "/account"), (text.title, "/handovers")], language: visit.language))
                \(PageHeader(text.write, about: "\(roles.name(mandate.role)) · \(name?.in(visit.language) ?? "")" as String))
                <p>\(text.writeHow)</p>
                <div class="narrow">\(form.html { form in
                    """
                    \(visit.seal)\(form.field("words", text.lines, .lines(rows: 4, limit: HandoverRules.limit), hint: text.linesHint, isRequired: false))
                    \(Button(text.keep, .primary))
                    """
                })</div>
                """)
    }
}
