import Design
import Kernel
import Markup
import Organisation
import Web

/// All agreements on joint committees, with the day on which each is looked at again; above them the drafts of those who
/// may write them.
struct AgreementListPage {
    let visit: Visit
    let agreements: [Agreement]
    let drafts: [Agreement]
    let bodies: [BodyID: Words]
    /// Leads to the next ones.
    let next: Link?
    let mayBegin: Bool

    private var text: AgreementTexts { AgreementTexts(language: visit.language) }
    private var language: Language { visit.language }

    var page: Page {
        let begin = mayBegin ? Button(text.begin, to: "/agreements/new", .primary) : nil
        return Page(
            title: text.agreements, section: "organisation", topics: [.agreements, .rights],
            content: """
                \(Breadcrumbs([(OrganisationTexts(language: language).organisation, "/organisation")], language: language))
                \(PageHeader(text.agreements, about: text.about, actions: """
                    \(Button(text.templates, to: "/templates")) \(begin?.html)
                    """))
                \(when: !drafts.isEmpty, Sheet(text.drafts, isPadded: false) { table(drafts, text.drafts) }.html)
                \(when: agreements.isEmpty, EmptyState(text.none, text.noneHow, firstStep: begin).html, else: table(agreements, text.agreements))
                \(Pager(previous: nil, next: next, language: language))
                """)
    }

    private func table(_ agreements: [Agreement], _ caption: String) -> HTML {
        DataTable(
            caption, isCaptionSeen: false,
            columns: [
                .init(text.name), .init(text.madeOf), .init(text.from), .init(text.review), .init(text.state),
            ],
            rows: agreements.map { agreement in
                let parts = [agreement.committee, agreement.cooperation].compactMap { bodies[$0]?.in(language) }
                return .init([
                    "<a href=\"/agreements/\(agreement.id)\">\(agreement.name.in(language))</a>",
                    "\(parts.joined(separator: ", "))", "\(agreement.day.short(in: language, today: visit.today))",
                    review(agreement), "\(Badge(text.state(of: agreement, on: visit.today)))",
                ])
            }
        ).html
    }

    private func review(_ agreement: Agreement) -> HTML {
        guard let day = agreement.reviewOn else { return "–" }
        let isLate = agreement.state == .concluded && day < visit.today
        return "\(day.short(in: language, today: visit.today))\(when: isLate, " \(Badge(text.overdue, .late))")"
    }
}
