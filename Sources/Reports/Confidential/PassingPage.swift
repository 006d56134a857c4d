import Design
import Kernel
import Markup
import Web

/// To whom a confidential report is handed, and why.
struct PassingPage {
    let visit: Visit
    let report: Report
    let successors: [Confidant]
    let names: [PersonID: String]
    var problems = Problems.none

    private var text: ConfidenceTexts { ConfidenceTexts(language: visit.language) }

    var page: Page {
        let link: Link = "/reports/\(report.id)"
        let reports = ReportTexts(language: visit.language)
        return Page(
            title: text.handOn, section: "reports",
            content: """
                \(Breadcrumbs(
                    [(reports.reports, "/reports"), (reports.confidentialReport, link)], language: visit.language))
                \(PageHeader(text.handOn, about: text.handOnAbout))
                \(when: successors.isEmpty, EmptyState(
                    text.nobodyToHandTo, text.nobodyToHandToHelp,
                    firstStep: Button(text.whoReads, to: "/units/\(report.unit)/handlers")).html, else: form)
                """)
    }

    private var form: HTML {
        Form(
            to: "/reports/\(report.id)/handover", csrf: nil, fields: problems.isEmpty ? Fields() : visit.fields,
            problems: problems, language: visit.language
        ).html { form in
            """
            \(visit.seal)
            \(form.field("to", text.to, .list(choices)))
            \(form.field("reason", text.reason, .lines(rows: 3, limit: ReportMessage.limit), hint: text.reasonHint))
            \(form.field("stay", text.stay, .tick, hint: text.stayHint, isRequired: false))
            \(Button(text.handOnNow, .primary))
            """
        }
    }

    private var choices: [Choice] {
        successors.map { Choice($0.person.text, names[$0.person] ?? "", detail: text.standing($0.standing)) }
    }
}
