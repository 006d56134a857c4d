import Design
import Kernel
import Markup
import Web

/// Where those who handle a report say how bad it was, and how bad it could have become.
struct SeverityPart {
    let visit: Visit
    let report: Report
    let problems: Problems

    private var text: ReportTexts { ReportTexts(language: visit.language) }
    private var action: Link { "/reports/\(report.id)/severity" }
    private var isThis: Bool { !problems.isEmpty && visit.address == action.text }

    var html: HTML {
        Disclosure(report.severity == .unrated ? text.rate : text.rateAgain, isOpen: isThis) {
            Form(
                to: action, csrf: nil, fields: isThis ? visit.fields : report.severity.fields,
                problems: isThis ? problems : .none, idPrefix: "severity-", language: visit.language
            ).html { form in
                """
                \(visit.seal)\(form.field("was", text.howBad, .select(levels), isRequired: false))\
                \(form.field("could", text.howBadPossibly, .select(levels), hint: text.howBadPossiblyHint, isRequired: false))\
                \(Button(text.save, .plain))
                """
            }
        }.html
    }

    private var levels: [Choice] {
        [Choice("", text.notRated)] + Harm.allCases.map { Choice($0.name, text.explained($0)) }
    }
}

extension ReportSeverity {
    /// For the page of a report; nothing of what nobody has rated.
    func facts(in language: Language) -> [(name: String, value: HTML)] {
        let text = ReportTexts(language: language)
        return [(text.howBad, was), (text.howBadPossibly, could)].compactMap { name, harm in
            harm.map { (name, "\(text.explained($0))") }
        }
    }

    /// In a list, on one line.
    public func told(in language: Language) -> String? {
        let text = ReportTexts(language: language)
        if let could, could > was ?? .none { return text.couldHaveBeen(could) }
        return (was ?? could).map(text.name(of:))
    }
}
