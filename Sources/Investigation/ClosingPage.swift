import Design
import Kernel
import Markup
import Reports
import Web

/// Where an investigation is closed: what it came to, and what whoever reported reads of it.
struct ClosingPage {
    let visit: Visit
    let picture: InvestigationPicture
    var problems = Problems.none

    private var text: InvestigationTexts { InvestigationTexts(language: visit.language) }
    private var report: Report { picture.report }
    private var back: Link { "/reports/\(report.id)/investigation" }

    var page: Page {
        let kind = Reports.name(of: report.kind).in(visit.language)
        let parts = InvestigationParts(picture: picture, visit: visit)
        return Page(
            title: text.close, section: "reports",
            content: """
                \(Breadcrumbs([(text.reports, "/reports"), (kind, "/reports/\(report.id)"), (text.investigation, back)], language: visit.language))\
                \(PageHeader(text.close))\(lacking)<div class="narrow stack">\
                \(Sheet(text.conclusion) { "\(parts.conclusion)\(when: picture.investigation.conclusion.isEmpty, toConclusion)" })\
                \(form)</div>
                """)
    }

    private var lacking: Banner? {
        picture.lacking.isEmpty ? nil : Banner("\(text.lacking(picture.lacking)) \(text.why)", .soon)
    }

    private var toConclusion: HTML {
        let link: Link = "/reports/\(report.id)/investigation#conclusion"
        return "<p><a href=\"\(link)\">\(text.explain(.noConclusion))</a></p>"
    }

    private var form: HTML {
        var fields = visit.method == .post ? visit.fields : Fields()
        if visit.method == .get { fields["way"] = defaultWay.rawValue }
        return Form(
            to: "/reports/\(report.id)/investigation/closure", csrf: nil, fields: fields, problems: problems,
            language: visit.language
        ).html { form in
            """
            \(visit.seal)\(when: picture.tree.isEmpty, form.field("cause_unknown", text.causeUnknown, .tick).html)\
            \(form.field("feedback", text.feedback, .lines(rows: 5, limit: ReportMessage.limit), hint: text.feedbackHint))\
            \(when: report.stage != .closed, form.field("way", text.way, .list(ways), hint: text.hint(openActions)).html)\
            <div class="actions">\(Button(text.closeIt))\(Button(text.cancel, to: back, .quiet))</div>
            """
        }
    }

    private var openActions: Int { picture.actions.count { $0.isOpen } }

    /// As long as something is being done about it, the report ends with what came of that.
    private var defaultWay: InvestigationEnding.Way { openActions > 0 ? .message : .outcome }

    private var ways: [Choice] {
        InvestigationEnding.Way.allCases.map { Choice($0.rawValue, text.name($0)) }
    }
}
