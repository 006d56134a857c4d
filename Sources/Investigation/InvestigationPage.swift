import ActionPlan
import Design
import Journal
import Kernel
import Markup
import Organisation
import Reports
import Storage
import Web

/// An investigation, from who takes part to what was concluded. What others write shows by itself, beside the forms, so that
/// nobody loses what he or she is typing.
struct InvestigationPage {
    let visit: Visit
    let picture: InvestigationPicture
    var problems = Problems.none
    /// Where somebody else wrote in the same field meanwhile.
    var clash: EditClash?

    private var text: InvestigationTexts { InvestigationTexts(language: language) }
    private var language: Language { visit.language }
    private var report: Report { picture.report }
    private var investigation: Investigation { picture.investigation }
    private var isOpen: Bool { investigation.isOpen }
    /// What was refused because it was closed meanwhile stands in its form all the same.
    private var takesMore: Bool { isOpen || !problems.isEmpty || clash != nil }
    private var forms: InvestigationForms {
        InvestigationForms(visit: visit, picture: picture, problems: problems, clash: clash)
    }
    private var parts: InvestigationParts { InvestigationParts(picture: picture, visit: visit) }

    var page: Page {
        let kind = Reports.name(of: report.kind).in(language)
        return Page(
            title: "\(text.investigation): \(kind)", section: "reports",
            topics: [.report(report.id)] + picture.actions.map { .action($0.id) },
            content: """
                \(Breadcrumbs([(text.reports, "/reports"), (kind, "/reports/\(report.id)")], language: language))\
                <div class="stack" data-live-part="investigation-head">\(head)\(lacking)</div>\
                \(forms.problemsOfNone)\(when: report.isConfidential, "\(Banner(text.confidential))")\
                \(theReport)\
                \(section(text.participants, "participants", parts.participants, forms.participants))\
                \(section(text.timeline, "steps", steps, forms.step))\
                \(section(causes.text.causes, "causes", causes.list, forms.cause))\
                <div class="stack loose" data-live-part="drawings">\(causes.drawings)</div>\
                \(section(text.barriers, "barriers", barriers, forms.barrier))\
                <div class="stack loose" data-live-part="other-actions">\(otherActions)</div>\
                \(section(text.conclusion, "conclusion", parts.conclusion, forms.conclusion))\
                <div class="stack loose" data-live-part="similar">\(similar)</div>
                """)
    }

    private var head: PageHeader {
        PageHeader(
            text.investigation,
            about: "\(parts.badge) \(picture.seen.unit?.name.in(language)) · \(parts.begun)" as HTML,
            actions: """
                \(Button(text.paper, to: "/reports/\(report.id)/investigation/paper" as Link, .quiet))\
                \(when: isOpen, Button(text.close, to: "/reports/\(report.id)/investigation/closure" as Link, .primary).html,
                    else: PostButton(text.reopen, to: "/reports/\(report.id)/investigation/reopening" as Link, csrf: visit.csrf).html)
                """)
    }

    /// Said plainly as long as it is so, also of one that is closed.
    private var lacking: HTML {
        guard !picture.lacking.isEmpty else { return .nothing }
        return Banner(.soon) {
            "<p><b>\(text.lacking(picture.lacking))</b></p><p>\(text.why) <small class=\"meta\">\(text.law)</small></p>"
        }.html
    }

    private var theReport: Sheet {
        let link: HTML = "<a href=\"\("/reports/\(report.id)" as Link)\">\(text.toReport)</a>"
        return Sheet(text.report, aside: link) {
            """
            <p class="lines">\(report.what)</p>\
            \(when: !report.place.isEmpty, "<p class=\"meta\">\(text.placeFact): \(report.place)</p>")
            """
        }
    }

    /// - Parameters:
    ///   - name: of the live part, and where the address leads to.
    ///   - form: which stays as it is while others write.
    private func section(_ title: String, _ name: String, _ shown: HTML, _ form: HTML) -> HTML {
        """
        <div id="\(name)">\(Sheet(title) {
            "<div class=\"stack\" data-live-part=\"\(name)\">\(shown)</div>\(when: takesMore, form)"
        })</div>
        """
    }

    private var causes: CausesPart { CausesPart(visit: visit, picture: picture) }

    private var steps: HTML {
        guard !picture.steps.isEmpty else { return parts.nothing(text.noSteps) }
        let last = picture.steps.count - 1
        return Timeline(
            picture.steps.enumerated().map { index, step in
                Timeline.Event(
                    step.time,
                    what: """
                        <p class="lines">\(step.what)</p>\(when: isOpen, """
                            <div class="row">\(forms.editLink(step, text.edit))\
                            \(when: index > 0, mover(step, "up", text.up(step.what)))\
                            \(when: index < last, mover(step, "down", text.down(step.what)))</div>
                            """)
                        """)
            }
        ).html
    }

    private func mover(_ step: EventStep, _ way: String, _ label: String) -> HTML {
        """
        <form class="inline" method="post" action="\(Link.to(step.id, of: report.id, then: "place"))">\
        <input type="hidden" name="csrf" value="\(visit.csrf)">\
        <button class="button quiet" name="way" value="\(way)" aria-label="\(label)">\(way == "up" ? "↑" : "↓")</button></form>
        """
    }

    private var barriers: HTML {
        guard !picture.barriers.isEmpty else { return parts.nothing(text.noBarriers) }
        return """
            <ul class="stack">\(each: picture.barriers, { barrier in
                """
                <li class="stack tight"><div class="row">\(parts.badge(barrier.state)) <span>\(barrier.what)</span></div>\
                \(parts.actions(mending: barrier.id.text))\
                \(when: isOpen, """
                    <div class="row">\(forms.editLink(barrier, text.edit))\
                    \(when: barrier.state.isToMend, forms.action(from: barrier))</div>
                    """)</li>
                """
            })</ul>
            """
    }

    private var otherActions: HTML {
        guard !picture.actions.isEmpty, isOpen || !picture.otherActions.isEmpty else { return .nothing }
        return Sheet(text.otherActions) {
            """
            \(when: picture.otherActions.isEmpty, parts.nothing(text.noOtherActions), else: parts.list(picture.otherActions))\
            \(when: isOpen, Disclosure(text.lay) { HTML(each: picture.actions) { forms.laying($0) } }.html)
            """
        }.html
    }

    private var similar: Sheet {
        Sheet(text.similar) {
            """
            <p class="meta">\(text.similarAbout)</p>\
            \(when: picture.similar.isEmpty, "<p>\(text.noSimilar)</p>", else: "<ul class=\"stack tight\">\(each: picture.similar, line)</ul>")
            """
        }
    }

    private func line(_ similar: SimilarReport) -> HTML {
        let report = similar.report
        let facts: [String?] = [
            Reports.name(of: report.kind).in(language), picture.places[report.unit]?.in(language), report.place,
            report.reported.short(in: language, today: visit.today),
            similar.likenesses.map { text.name($0) }.joined(separator: ", "),
        ]
        let told = facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
        return """
            <li><a href="\("/reports/\(report.id)" as Link)">\(parts.short(report.what))</a><br><small class="meta">\(told)</small></li>
            """
    }
}
