import ActionPlan
import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// "We cannot solve this ourselves": the two ways on, and what the law says.
struct UnsolvedPage {
    let visit: Visit
    let action: Action
    let mayHandUp: Bool

    private var text: HandingTexts { HandingTexts(language: visit.language) }

    var page: Page {
        let what = action.agreed.what
        let law = visit.house.law.help(on: visit.today)
        return Page(
            title: text.cannotSolve, section: "plan",
            content: """
                \(Breadcrumbs([(what, "/actions/\(action.id)")], language: visit.language))\
                \(PageHeader(text.cannotSolve, about: text.cannotSolveAbout))\
                <div class="narrow stack loose"><div class="tiles">\
                \(when: mayHandUp, tile(text.handUp, text.handUpAbout, "/actions/\(action.id)/handings/new"))\
                \(tile(text.seekHelp, text.seekHelpAbout, "/actions/\(action.id)/expert-help/new"))</div>\
                \(when: !mayHandUp, "<p class=\"meta\">\(text.nobodyAbove)</p>")\
                \(LawLine(rule: law.duty, language: visit.language))</div>
                """)
    }

    private func tile(_ title: String, _ about: String, _ link: Link) -> HTML {
        "<a class=\"sheet tile\" href=\"\(link)\"><h2>\(title)</h2><p class=\"meta\">\(about)</p></a>"
    }
}

/// One rule of the law in full, with its source.
struct LawLine: Pattern {
    let rule: LawRule
    let language: Language

    var html: HTML {
        Banner(rule.isToBeChecked ? .soon : .plain) {
            "<p>\(rule.words.in(language))</p><p>\(LawSource(rule, language: language))</p>"
        }.html
    }
}

/// What is handed up, to whom and why.
struct HandingFormPage {
    let visit: Visit
    let action: Action
    let above: [Body]
    let problems: Problems

    private var text: HandingTexts { HandingTexts(language: visit.language) }

    var page: Page {
        let what = action.agreed.what
        var fields = visit.fields
        if !fields.has("what") { fields["what"] = what }
        if !fields.has("to"), let first = above.first { fields["to"] = first.id.text }
        let questions = HandingQuestions(
            visit: visit, above: above, fields: fields, problems: problems, to: "/actions/\(action.id)/handings",
            submit: text.handItUp, prefix: "")
        return Page(
            title: text.handUpTitle(what), section: "plan",
            content: """
                \(Breadcrumbs([(what, "/actions/\(action.id)")], language: visit.language))\
                \(PageHeader(text.handUpTitle(what), about: text.handUpPageAbout))\
                <div class="narrow">\(when: above.isEmpty, "\(EmptyState(text.nobodyAboveTitle, text.nobodyAbove))", else: questions.html)</div>
                """)
    }
}

/// The questions of who hands up, at first and further.
struct HandingQuestions: Pattern {
    let visit: Visit
    let above: [Body]
    let fields: Fields
    let problems: Problems
    let to: Link
    let submit: String
    let prefix: String

    private var text: HandingTexts { HandingTexts(language: visit.language) }

    var html: HTML {
        Form(
            to: to, csrf: nil, fields: fields, problems: problems, idPrefix: prefix, draft: "handing \(to.text)",
            language: visit.language
        ).html { form in
            """
            \(visit.seal)\
            \(form.field("to", text.toWhom, .select(above.map { Choice($0.id.text, $0.name.in(visit.language)) })))\
            \(form.field("what", text.what, .text(limit: Handing.whatLimit), hint: text.whatHint))\
            \(form.field("asked", text.asked, .lines(limit: Handing.textLimit)))\
            \(form.field("why", text.why, .lines(limit: Handing.textLimit)))\
            <div class="actions">\(Button(submit))</div>
            """
        }
    }
}
