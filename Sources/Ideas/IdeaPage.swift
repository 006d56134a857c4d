import ActionPlan
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// One idea: what it is, who stands behind it, and what became of it.
struct IdeaPage {
    let visit: Visit
    let seen: SeenIdea
    let problems: Problems
    let unit: Words?
    let support: IdeaSupport?
    let helpers: [PersonID]
    let names: [PersonID: String]
    /// What it became.
    let action: Action?
    let closure: Closure?

    init(visit: Visit, seen: SeenIdea, problems: Problems, _ reader: Reader) throws {
        self.visit = visit
        self.seen = seen
        self.problems = problems
        let (idea, store) = (seen.idea, IdeaStore(reader))
        unit = try UnitStore(reader).names(of: [idea.unit], on: visit.today)[idea.unit]
        support = try store.support(of: idea.id, by: visit.viewer.person)
        helpers = try store.helpers(of: idea.id)
        names = try PersonStore(reader).names(
            of: Set(helpers).union([idea.giver.person, idea.decision?.person].compactMap { $0 }))
        action = try idea.action.flatMap { try ActionStore(reader).find($0) }
        let closures = try action.map { try ActionStore(reader).closures(of: $0.id) } ?? []
        closure = closures.first { $0.reopenedAt == nil }?.closure
    }

    private var language: Language { visit.language }
    private var text: IdeaTexts { IdeaTexts(language: language) }
    private var idea: Idea { seen.idea }

    var page: Page {
        let name = seen.body.name.in(language)
        let steps: [(String, Link)] = [
            (name, "/plan/\(idea.body)"), (text.ideas, "/plan/\(idea.body)/ideas"),
        ]
        return Page(
            title: idea.what, section: "plan", topics: [.idea(idea.id)],
            content: """
                \(Breadcrumbs(steps, language: language))\
                <div data-live-part="idea-head">\(PageHeader(idea.what, about: "\(text.badge(idea.state)) \(text.support(idea.supports))" as HTML))</div>\
                <div class="columns"><div class="stack loose">\(words)<div data-live-part="answer">\(answer)</div>\(decide)</div>\
                <div class="stack loose">\(standing)<div data-live-part="facts">\(facts)</div></div></div>
                """)
    }

    private var words: Sheet {
        Sheet(text.theIdea) {
            idea.why.isEmpty ? "<p class=\"meta\">\(text.noWhy)</p>" : "<p class=\"lines\">\(idea.why)</p>"
        }
    }

    private var facts: Sheet {
        let giver = text.giver(idea.giver, name: idea.giver.person.flatMap { names[$0] })
        var facts: [(name: String, value: HTML)] = [
            (text.givenBy, "\(giver)"), (text.given, "\(idea.given.short(in: language, today: visit.today))"),
            (text.unit, "\(unit?.in(language))"),
        ]
        if !helpers.isEmpty {
            facts.append((text.wouldHelp, "\(helpers.compactMap { names[$0] }.sorted().joined(separator: ", "))"))
        }
        return Sheet { Facts(facts).html }
    }

    /// What became of it, for whoever gave it, supports it or passes by.
    private var answer: HTML {
        guard let decision = idea.decision else { return .nothing }
        let day = decision.day.short(in: language, today: visit.today)
        let who = decision.person.flatMap { names[$0] }
        return Sheet(text.answer, aside: "\([who, day].compactMap { $0 }.joined(separator: " · "))") {
            """
            <p><b>\(text.told(idea.state))</b></p>\
            \(when: !decision.reason.isEmpty, "<p class=\"lines\">\(decision.reason)</p>")\
            \(action.map { "<p><a href=\"\("/actions/\($0.id)" as Link)\">\($0.agreed.what)</a></p>" as HTML })\
            \(closure.map(outcome))
            """
        }.html
    }

    private func outcome(_ closure: Closure) -> HTML {
        "<p class=\"lines\">\(closure.done)</p><p>\(text.name(closure.effect))</p>"
    }

    // MARK: Standing behind it

    private var standing: HTML {
        guard !visit.viewer.isGiver(of: idea) else {
            return Sheet(text.yourIdea) { "<p class=\"meta\">\(text.yourIdeaAbout)</p>" }.html
        }
        guard idea.isOpen || support != nil else { return .nothing }
        return Sheet(text.support) {
            """
            <p>\(text.told(support))</p><div class="actions">\(when: idea.isOpen, offers)\
            \(when: support != nil, "\(withdrawal)")</div>
            """
        }.html
    }

    private var supportPath: Link { "/ideas/\(idea.id)/support" }

    /// To whoever decides, deciding is what the page is for.
    private var weight: Button.Weight { seen.mayDecide ? .plain : .primary }

    private var offers: HTML {
        """
        \(when: support == nil, "\(PostButton(text.supportIt, to: supportPath, csrf: visit.csrf, weight))")\
        \(when: support != .helping, "\(PostButton(text.supportAndHelp, to: supportPath, csrf: visit.csrf, hidden: [("helps", "on")]))")
        """
    }

    private var withdrawal: PostButton {
        PostButton(text.withdraw, to: "/ideas/\(idea.id)/support/withdrawal", csrf: visit.csrf, .quiet)
    }

    // MARK: Deciding

    private var decide: HTML {
        guard seen.mayDecide else { return .nothing }
        return Sheet(text.decide) {
            """
            \(overtaken)<div class="actions">\(when: idea.state != .takenUp, "\(takeUp)")\
            \(when: idea.state != .waiting, "\(reopening)")</div>\
            \(when: idea.isOpen, "\(declining)\(parking)")
            """
        }.html
    }

    /// That somebody else decided, said where there is no form left to say it in.
    private var overtaken: HTML {
        guard !problems.isEmpty, !idea.isOpen else { return .nothing }
        let typed = visit.fields["reason"].trimmed
        return """
            \(ProblemSummary(problems, language: language))\
            \(when: !typed.isEmpty, "<div><h3>\(text.youWrote)</h3><p class=\"lines\">\(typed)</p></div>")
            """
    }

    private var takeUp: Button {
        var link = ActionPlan.newActionLink(
            body: idea.body, unit: idea.unit, what: idea.what,
            origin: Origin(kind: Ideas.originKind, id: idea.id.text))
        for helper in helpers { link = link.with([("partners", helper.text)]) }
        return Button(text.takeUp, to: link, .primary)
    }

    private var reopening: PostButton {
        PostButton(
            text.reopen, to: "/ideas/\(idea.id)/reopening", csrf: visit.csrf,
            hidden: [("version", String(idea.version))])
    }

    private var parking: Disclosure {
        let path: Link = "/ideas/\(idea.id)/parking"
        return Disclosure(text.park, isOpen: isReturned(from: path)) {
            form(to: path, "parking-", text.parkIt, hint: text.parkHint, isRequired: false)
        }
    }

    private var declining: Disclosure {
        let path: Link = "/ideas/\(idea.id)/declining"
        return Disclosure(text.decline, isOpen: isReturned(from: path)) {
            form(to: path, "declining-", text.declineIt, hint: text.declineHint, isRequired: true) { form in
                form.field("erase", text.erase, .tick, hint: text.eraseHint).html
            }
        }
    }

    private func form(
        to path: Link, _ prefix: String, _ button: String, hint: String, isRequired: Bool,
        more: (Form) -> HTML = { _ in .nothing }
    ) -> HTML {
        let isThis = isReturned(from: path)
        return Form(
            to: path, csrf: nil, fields: isThis ? visit.fields : Fields(), problems: isThis ? problems : .none,
            idPrefix: prefix, language: language
        ).html { form in
            """
            \(visit.seal)\(form.hidden("version", String(idea.version)))\
            \(form.field("reason", text.reason, .lines(rows: 3, limit: IdeaDecision.reasonLimit), hint: hint,
                isRequired: isRequired))\(more(form))\
            \(Button(button, .plain))
            """
        }
    }

    private func isReturned(from path: Link) -> Bool { !problems.isEmpty && visit.address == path.text }
}
