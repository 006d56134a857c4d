import Access
import ActionPlan
import Design
import Elections
import Kernel
import Law
import Markup
import Organisation
import Reports
import Web

/// Open matters, people, history, duties with dates and the first ninety days, for one who takes over.
struct HandoverPage {
    let visit: Visit
    let handover: Handover

    private var text: HandoverTexts { HandoverTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var mandate: Mandate { handover.mandate }

    var page: Page {
        let name = handover.name.in(visit.language)
        return Page(
            title: "\(text.title): \(name)",
            content: """
                \(Breadcrumbs([(text.account, "/account"), (text.title, "/handovers")], language: visit.language))
                \(PageHeader(name, about: "\(words.name(mandate.role)) · \(text.from(mandate.starts.long(in: visit.language)))" as String,
                    actions: actions))
                \(when: mandate.starts > visit.today, Banner(text.notYet(mandate.starts.long(in: visit.language))).html)
                \(each: handover.words, { said in
                    Sheet(text.saidBy(said.name)) { "<p class=\"lines\">\(said.words.words)</p>" }.html
                })
                <div class="columns"><div class="stack">
                \(Sheet(text.open) { open })
                \(Sheet(text.duties) { duties })
                \(Sheet(text.history) { history })</div>
                <div class="stack">\(Sheet(text.firstDays) { firstDays })
                \(Sheet(text.people) { people })</div></div>
                """)
    }

    private var actions: HTML? {
        guard HandoverRules.mayHandOver(mandate, on: visit.today) else { return nil }
        return Button(text.write, to: "/handovers/\(mandate.id)/words").html
    }

    private func day(_ day: Day) -> String { day.short(in: visit.language, today: visit.today) }

    private var open: HTML {
        let seen: HTML = handover.seesPlan ? plan : "<p class=\"meta\">\(text.planLater)</p>"
        return """
            \(seen)
            \(when: !handover.reports.isEmpty, "<h3>\(text.reports)</h3>\(reports)")
            \(handover.elections.map(election))
            \(when: !handover.duties.isEmpty, "<h3>\(text.seats)</h3>\(seats)")
            """
    }

    private var plan: HTML {
        guard !handover.actions.isEmpty else { return "<p>\(text.noActions)</p>" }
        return """
            <h3>\(text.actions)</h3>\(overdue)
            <ul class="stack tight">\(each: handover.actions, { action in
                "<li><a href=\"/actions/\(action.id)\">\(action.what)</a> <small class=\"meta\">\(day(action.due))</small></li>"
            })</ul>\(planLink)
            """
    }

    /// Leads to them all where there are more than stand here.
    private var overdue: HTML? {
        guard handover.overdue > 0 else { return nil }
        let words = text.overdue(handover.overdue)
        let shown = handover.actions.filter { $0.due < visit.today }.count
        guard handover.overdue > shown else { return "<p>\(Badge(words, .late))</p>" }
        let link: Link =
            switch mandate.place {
            case .body(let body): "/actions?body=\(body)&overdue=on"
            case .unit(let unit): "/actions?unit=\(unit)&overdue=on"
            }
        return "<p><a class=\"state late\" href=\"\(link)\">\(words)</a></p>"
    }

    private var planLink: HTML? {
        mandate.body.map { "<p><a href=\"/plan/\($0)\">\(text.wholePlan)</a></p>" }
    }

    private var reports: HTML {
        """
        <ul class="stack tight">\(each: handover.reports, { report in
            "<li><a href=\"/reports/\(report.id)\">\(Reports.name(of: report.kind).in(visit.language))</a> <small class=\"meta\">\(day(report.reported))</small></li>"
        })</ul>
        """
    }

    private func election(_ election: Election) -> HTML {
        let ends = election.dates.voting.upperBound.long(in: visit.language)
        return "<h3>\(text.elections)</h3><p><a href=\"/elections/\(election.id)\">\(text.election(ends))</a></p>"
    }

    private var seats: HTML {
        """
        <ul class="stack tight">\(each: handover.duties, { duty in
            "<li><a href=\"/duties\">\(words.name(duty.role))</a> <small class=\"meta\">\(text.from(day(duty.day)))</small></li>"
        })</ul>
        """
    }

    private var duties: HTML {
        let all = HandoverDuty.of(mandate, handover.kind, visit.house.law.members(on: visit.today))
        guard !all.isEmpty else { return "<p>\(text.noDuties)</p>" }
        return """
            <ul class="stack">\(each: all, { duty in
                """
                <li>\(duty.day.map { "<b>\(text.by($0.long(in: visit.language)))</b> " } as HTML?)\(duty.rule.words.in(visit.language)) \
                \(LawSource(duty.rule, language: visit.language))</li>
                """
            })</ul>
            """
    }

    private var history: HTML {
        let changes = handover.changes.map { change in
            "\(day(change.day)): \(text.told(change.kind))\(change.reason.isEmpty ? "" : " (\(change.reason))")"
        }
        return """
            \(when: !handover.closed.isEmpty, """
                <h3>\(text.closed)</h3><ul class="stack tight">\(each: handover.closed, { action in
                    "<li><a href=\"/actions/\(action.id)\">\(action.agreed.what)</a> <small class=\"meta\">\(action.closedOn.map(day))</small></li>"
                })</ul>
                """)
            \(when: !handover.former.isEmpty, """
                <h3>\(text.before)</h3><ul class="stack tight">\(each: handover.former, { seat in
                    "<li>\(PersonName(seat.name, detail: "\(words.name(seat.mandate.role)), \(text.until(seat.mandate.ends.map(day) ?? ""))"))</li>"
                })</ul>
                """)
            \(when: !changes.isEmpty, "<h3>\(text.changes)</h3><ul class=\"stack tight\">\(each: changes, { "<li>\($0)</li>" })</ul>")
            \(when: handover.closed.isEmpty && handover.former.isEmpty && changes.isEmpty, "<p class=\"meta\">\(text.noHistory)</p>")
            """
    }

    private var people: HTML {
        guard !handover.contacts.isEmpty else { return "<p class=\"meta\">\(text.nobody)</p>" }
        return """
            <ul class="stack">\(each: handover.contacts, { contact in
                """
                <li>\(PersonName(contact.seat.name, detail: words.name(contact.seat.mandate.role)))\
                <p class="meta">\([contact.email ?? "", contact.phone].filter { !$0.isEmpty }.joined(separator: " · "))</p></li>
                """
            })</ul>
            """
    }

    private var firstDays: HTML {
        guard !HandoverRules.isNew(mandate, on: visit.today) else { return steps }
        return "<p class=\"meta\">\(text.daysAreOver)</p>\(Disclosure(text.showSteps) { steps })"
    }

    private var steps: HTML {
        let steps = HandoverStep.of(mandate.role)
        let done = steps.filter { handover.ticks[$0.name] != nil }.count
        return """
            <p class="meta">\(text.done(done, of: steps.count))</p>
            <ol class="stack tight">\(each: steps, step)</ol>
            """
    }

    private func step(_ step: HandoverStep) -> HTML {
        let (ticked, words) = (handover.ticks[step.name], step.words.in(visit.language))
        let linked: HTML = link(step.link).map { "<a href=\"\($0)\">\(words)</a>" } ?? "\(words)"
        let last = mandate.starts + step.within
        return """
            <li class="row nowrap tick-line">\(tickBox(step, words, isTicked: ticked != nil))<span>\(linked) \
            <small class="meta">\(ticked.map { text.doneOn(day($0)) } ?? text.within(day(last)))</small></span></li>
            """
    }

    /// A box to tick that sends at once, small enough to stand beside the words on a phone.
    private func tickBox(_ step: HandoverStep, _ words: String, isTicked: Bool) -> HTML {
        """
        <form class="inline" method="post" action="/handovers/\(mandate.id)/steps">\
        <input type="hidden" name="csrf" value="\(visit.csrf)"><input type="hidden" name="step" value="\(step.name)">\
        \(when: !isTicked, "<input type=\"hidden\" name=\"done\" value=\"on\">")\
        <button class="button square tick-box" aria-pressed="\(isTicked ? "true" : "false")" \
        aria-label="\(text.isDone(words))">\(when: isTicked, "✓")</button></form>
        """
    }

    private func link(_ place: HandoverStep.Place) -> Link? {
        switch place {
        case .none, .course: nil
        case .plan: mandate.body.map { "/plan/\($0)" } ?? "/plan"
        case .reports: "/reports"
        case .time: "/time"
        case .seats:
            mandate.body.map { "/bodies/\($0)/seats" } ?? handover.units.first.map { "/units/\($0.id)/offices" }
        case .unit: handover.units.first.map { "/units/\($0.id)" }
        }
    }
}
