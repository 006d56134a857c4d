import Access
import ActionPlan
import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// One matter that was handed up: what is asked, the way it went, and what the body above answers.
struct HandingPage {
    let visit: Visit
    let seen: SeenHanding
    let problems: Problems
    let way: HandingWay
    /// To whom it can be handed further.
    let above: [Body]
    /// Where the action above is to be done, where the body above looks after that unit.
    let unit: UnitID?

    init(visit: Visit, seen: SeenHanding, problems: Problems, _ reader: Reader) throws {
        (self.visit, self.seen, self.problems) = (visit, seen, problems)
        way = try HandingWay(of: seen.action.id, visit, reader)
        let isAnswered = seen.handing.state != .open || !seen.mayAnswer
        above =
            isAnswered
            ? [] : try HandingStore(reader).above(seen.to, action: seen.action, passing: seen.handing, on: visit.today)
        let area = Reach(bodies: [], roots: Set(seen.to.units), on: visit.today)
        unit = try area.includes(seen.action.agreed.unit, reader) ? seen.action.agreed.unit : nil
    }

    private var language: Language { visit.language }
    private var text: HandingTexts { HandingTexts(language: language) }
    private var handing: Handing { seen.handing }

    var page: Page {
        let answers = seen.mayAnswer && handing.state == .open
        let steps: [(String, Link)] =
            seen.mayAnswer
            ? [
                (seen.to.name.in(language), "/plan/\(handing.to)" as Link),
                (text.handedUp, "/plan/\(handing.to)/handed" as Link),
            ]
            : [(seen.action.agreed.what, "/actions/\(handing.action)" as Link)]
        return Page(
            title: handing.what, section: "plan", topics: [.handing(handing.id)],
            content: """
                \(Breadcrumbs(steps, language: language))\
                \(PageHeader(handing.what, about: "\(text.badge(handing.state)) \(text.from(seen.from.name.in(language)))" as HTML))\
                <div class="columns"><div class="stack loose">\(asked)\(when: answers, answering)</div>\
                <div class="stack loose" data-live-part="way">\(way.sheet)</div></div>
                """)
    }

    private var asked: Sheet {
        Sheet(seen.mayAnswer ? text.theyAsk : text.asked) {
            """
            <p class="lines">\(handing.asked)</p><div><h3>\(seen.mayAnswer ? text.theyCannot : text.why)</h3><p class="lines">\(handing.why)</p></div>\
            \(when: seen.below != nil, "<p><a href=\"\("/actions/\(handing.action)" as Link)\">\(text.theirAction)</a></p>")\
            \(when: seen.mayWithdraw, "<div class=\"row no-print\">\(PostButton(text.withdraw, to: "/handings/\(handing.id)/withdrawal", csrf: visit.csrf, .quiet))</div>")
            """
        }
    }

    // MARK: The answer

    private var answering: HTML {
        Sheet(text.yourAnswer) {
            """
            <div class="row">\(Button(text.takeOn, to: taking, .primary))</div>\
            \(Disclosure(text.sendBack, isOpen: isSent("reason") && !isSent("to")) { back })\
            \(when: !above.isEmpty, "\(Disclosure(text.passOn, isOpen: isSent("to")) { further.html })")
            """
        }.html
    }

    /// The form of the action above. Whoever may not read the one below names the handing as where it came from.
    private var taking: Link {
        let origin =
            seen.below == nil
            ? Origin(kind: HandingUp.originKind, id: handing.id.text)
            : Origin(kind: "action", id: handing.action.text)
        return ActionPlan.newActionLink(body: handing.to, unit: unit, what: handing.what, origin: origin)
    }

    private func isSent(_ name: String) -> Bool { visit.method == .post && visit.fields.has(name) }

    private var back: HTML {
        Form(
            to: "/handings/\(handing.id)/return", csrf: nil, fields: isSent("to") ? Fields() : visit.fields,
            problems: isSent("to") ? .none : problems, idPrefix: "back-", draft: "return-\(handing.id)",
            language: language
        ).html { form in
            """
            \(visit.seal)\(form.field("reason", text.reason, .lines(limit: Handing.textLimit)))\
            \(form.field("advice", text.advice, .lines(limit: Handing.textLimit), hint: text.adviceHint, isRequired: false))\
            <div class="actions">\(Button(text.sendItBack, .plain))</div>
            """
        }
    }

    private var further: HandingQuestions {
        var fields = isSent("to") ? visit.fields : Fields()
        if !fields.has("what") { fields["what"] = handing.what }
        if !fields.has("asked") { fields["asked"] = handing.asked }
        if !fields.has("to"), let first = above.first { fields["to"] = first.id.text }
        return HandingQuestions(
            visit: visit, above: above, fields: fields, problems: isSent("to") ? problems : .none,
            to: "/handings/\(handing.id)/passing", submit: text.passItOn, prefix: "on-")
    }
}

/// What was handed up to a body: what waits first.
struct HandedPage {
    let visit: Visit
    let body: Body
    let handed: [Handing]
    let groups: [BodyID: Words]

    private var text: HandingTexts { HandingTexts(language: visit.language) }

    var page: Page {
        let name = body.name.in(visit.language)
        let title = text.handedTo(name)
        return Page(
            title: title, section: "plan", topics: [.board(of: body.id)],
            content: """
                \(Breadcrumbs([(name, "/plan/\(body.id)")], language: visit.language))\
                \(PageHeader(title, about: text.handedAbout))\
                <div data-live-part="handed">\(when: handed.isEmpty, empty, else: rows)</div>
                """)
    }

    private var empty: HTML { EmptyState(text.nothingHanded, text.nothingHandedAbout).html }

    private var rows: HTML {
        "<h2 class=\"unseen\">\(text.handedUp)</h2>\(Sheet(isPadded: false) { "\(TaskRows(handed.map(row)))" })"
    }

    private func row(_ handing: Handing) -> TaskRow {
        TaskRow(
            handing.what, to: handing.link, detail: text.from(groups[handing.from]?.in(visit.language) ?? ""),
            badge: text.badge(handing.state), when: handing.at.day.short(in: visit.language, today: visit.today),
            distance: handing.at.day.distance(from: visit.today, in: visit.language))
    }
}
