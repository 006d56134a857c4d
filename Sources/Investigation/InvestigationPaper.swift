import Design
import Drawing
import Kernel
import Markup
import Organisation
import Reports
import Web

/// An investigation as one report on paper. Who reported is not on it.
struct InvestigationPaper {
    let visit: Visit
    let picture: InvestigationPicture

    private var text: InvestigationTexts { InvestigationTexts(language: visit.language) }
    private var causes: CausesPart { CausesPart(visit: visit, picture: picture) }
    private var parts: InvestigationParts { InvestigationParts(picture: picture, visit: visit) }
    private var report: Report { picture.report }

    var page: Page {
        let title = "\(text.investigation): \(Reports.name(of: report.kind).in(visit.language))"
        return Page(
            title: title, surroundings: .paper(.a4), section: "reports", scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/reports/\(report.id)/investigation").html)\
                <article class="stack plan"><header class="stack tight"><h1>\(title)</h1><p class="meta">\(about)</p></header>\
                \(when: report.isConfidential, "<p><b>\(text.confidential)</b></p>")\
                <p class="lines">\(report.what)</p>\
                \(part(text.participants, parts.participants))\
                \(when: !picture.lacking.isEmpty, "<p><b>\(text.lacking(picture.lacking))</b></p>")\
                \(part(text.timeline, steps))\
                \(part(causes.text.causes, causes.isEmpty ? parts.nothing(causes.text.noCauses) : drawings))\
                \(part(text.barriers, barriers))\(part(text.actions, actions))\
                \(part(text.conclusion, parts.conclusion))</article>
                """)
    }

    private var about: String {
        [
            picture.seen.unit?.name.in(visit.language), report.place, parts.day(report.happened ?? report.reported),
            parts.begun,
        ].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func part(_ title: String, _ content: HTML) -> HTML {
        "<section class=\"stack tight\"><h2>\(title)</h2>\(content)</section>"
    }

    private var steps: HTML {
        guard !picture.steps.isEmpty else { return parts.nothing(text.noSteps) }
        return Timeline(picture.steps.map { .init($0.time, what: "<p class=\"lines\">\($0.what)</p>") }).html
    }

    private var drawings: HTML {
        """
        <div class="drawing chain-drawing">\(causes.chains.svg)</div>\
        <div class="drawing">\(causes.fishbone.svg)</div>\(causes.byBone)
        """
    }

    private var barriers: HTML {
        guard !picture.barriers.isEmpty else { return parts.nothing(text.noBarriers) }
        return """
            <ul>\(each: picture.barriers, { "<li><b>\(text.name($0.state)):</b> \($0.what)</li>" })</ul>
            """
    }

    private var actions: HTML {
        picture.actions.isEmpty ? parts.nothing(text.noActions) : parts.list(picture.actions)
    }
}
