import Design
import Kernel
import Markup
import Web

/// Until when a report is kept longer than others, and why.
struct HoldPage {
    let visit: Visit
    let report: Report
    /// As it is now.
    let hold: ReportHold?
    var problems = Problems.none

    private var text: HoldTexts { HoldTexts(language: visit.language) }

    var page: Page {
        let reports = ReportTexts(language: visit.language)
        let name = report.isConfidential ? reports.confidentialReport : reports.name(of: report.kind)
        return Page(
            title: text.keepLonger, section: "reports",
            content: """
                \(Breadcrumbs([(reports.reports, "/reports"), (name, "/reports/\(report.id)")], language: visit.language))
                \(PageHeader(text.keepLonger, about: text.about))
                \(Sheet { form })
                """)
    }

    private var form: HTML {
        let known = hold.map { Fields(["until": $0.until.text, "reason": $0.reason]) } ?? Fields()
        return Form(
            to: "/reports/\(report.id)/hold", csrf: visit.csrf, fields: problems.isEmpty ? known : visit.fields,
            problems: problems, language: visit.language
        ).html { form in
            """
            \(form.field("until", text.until, .day(earliest: visit.today + 1), hint: text.untilHint))
            \(form.field("reason", text.reason, .lines(rows: 3, limit: ReportHold.reasonLimit), hint: text.reasonHint))
            \(Button(text.save, .primary))
            """
        }
    }
}
