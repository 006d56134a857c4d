import Design
import Kernel
import Markup
import Web

/// That a confidential report lies unopened, as its deputy sees it: not a word of what it says.
struct StandInPage {
    let visit: Visit
    let lying: LyingCase

    var page: Page {
        let text = ConfidenceTexts(language: visit.language)
        let reports = ReportTexts(language: visit.language)
        let day = lying.reported.short(in: visit.language, today: visit.today)
        return Page(
            title: reports.confidentialReport, section: "reports", topics: [.cases(of: visit.viewer.person)],
            content: """
                \(Breadcrumbs([(reports.reports, "/reports")], language: visit.language))
                \(PageHeader(reports.confidentialReport, about: "\(reports.reported) \(day)"))
                \(Sheet {
                    """
                    <p>\(text.lies)</p><p class="meta">\(text.standInAbout)</p>\
                    <div class="actions">\(PostButton(
                        text.standIn, to: "/reports/\(lying.id)/stand-in", csrf: visit.csrf, .primary))</div>
                    """
                })
                """)
    }
}

extension LyingCase {
    /// As it stands among what waits.
    public func row(in unit: Words?, _ visit: Visit) -> TaskRow {
        let text = ConfidenceTexts(language: visit.language)
        return TaskRow(
            ReportTexts(language: visit.language).confidentialReport, to: "/reports/\(id)",
            detail: [unit?.in(visit.language), text.nobodyOpened].compactMap { $0 }.joined(separator: " · "),
            badge: Badge(text.lie, .late), when: reported.short(in: visit.language, today: visit.today),
            distance: reported.distance(from: visit.today, in: visit.language))
    }
}
