import Design
import Kernel
import Markup
import Reports
import Storage
import Web

/// What the page of a report says of its investigation, to those who handle it.
enum ReportSheet {
    /// How it stands, where it was begun; the offer to begin it, where the report is closed already.
    static func part(of seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        let text = InvestigationTexts(language: visit.language)
        guard let picture = try InvestigationPicture(of: seen, for: visit.viewer, on: visit.today, reader) else {
            guard seen.report.stage == .closed else { return nil }
            return try begin(seen, visit, reader).map { button in
                Sheet(text.investigation) {
                    "<p>\(text.notBegun). \(text.why)</p><div class=\"actions\">\(button)</div>"
                }
                .html
            }
        }
        let parts = InvestigationParts(picture: picture, visit: visit)
        let link = Button(text.open, to: "/reports/\(seen.report.id)/investigation")
        return Sheet(text.investigation, aside: "\(parts.badge)") {
            """
            <p class="meta">\(parts.begun)</p>\
            \(when: !picture.lacking.isEmpty, "<p>\(text.lacking(picture.lacking))</p>")\
            \(when: !picture.investigation.conclusion.isEmpty, "<p class=\"lines\">\(picture.investigation.conclusion)</p>")\
            <div class="actions">\(link)</div>
            """
        }.html
    }

    /// The button with which it is begun.
    static func begin(_ seen: SeenReport, _ visit: Visit, _ reader: Reader) throws -> HTML? {
        guard Investigation.isFor(seen.report.kind), try InvestigationStore(reader).find(seen.report.id) == nil else {
            return nil
        }
        return PostButton(
            InvestigationTexts(language: visit.language).begin, to: "/reports/\(seen.report.id)/investigation",
            csrf: visit.csrf
        ).html
    }
}
