import ActionPlan
import Design
import Kernel
import Law
import Markup
import Web

/// What help is sought, from whom, by whom and by when.
struct HelpFormPage {
    let visit: Visit
    let action: Action
    let seekers: [(id: PersonID, name: String)]
    let problems: Problems

    private var text: HandingTexts { HandingTexts(language: visit.language) }

    var page: Page {
        let law = visit.house.law.help(on: visit.today)
        let what = action.agreed.what
        return Page(
            title: text.seekTitle(what), section: "plan",
            content: """
                \(Breadcrumbs([(what, "/actions/\(action.id)")], language: visit.language))\
                \(PageHeader(text.seekTitle(what), about: text.seekPageAbout))\
                <div class="narrow stack loose">\(LawLine(rule: law.duty, language: visit.language))\(form)\
                \(LawNotes(title: text.whoIsAuthorised, rules: [law.advisers], language: visit.language))</div>
                """)
    }

    private var form: HTML {
        var fields = visit.fields
        if !fields.has("seeker"), seekers.contains(where: { $0.id == visit.viewer.person }) {
            fields["seeker"] = visit.viewer.person.text
        }
        if !fields.has("by") { fields["by"] = (visit.today + 30).text }
        return Form(
            to: "/actions/\(action.id)/expert-help", csrf: nil, fields: fields, problems: problems,
            draft: "help-\(action.id)", language: visit.language
        ).html { form in
            """
            \(visit.seal)\(form.field("need", text.need, .lines(limit: ExpertHelp.textLimit)))\
            \(form.field("source", text.source, .list(ExpertHelp.Source.allCases.map { Choice($0.rawValue, text.name($0)) })))\
            \(form.field("whom", text.whom, .text(limit: ExpertHelp.whomLimit), isRequired: false))\
            <div class="pair">\(form.field("seeker", text.seeker, .select(seekers.map { Choice($0.id.text, $0.name) })))\
            \(form.field("by", text.by, .day(earliest: visit.today)))</div>\
            <div class="actions">\(Button(text.seek))</div>
            """
        }
    }
}

/// One search for help, and how it ended.
struct HelpPage {
    let visit: Visit
    let seen: SeenHelp
    let names: [PersonID: String]
    let problems: Problems

    private var language: Language { visit.language }
    private var text: HandingTexts { HandingTexts(language: language) }
    private var help: ExpertHelp { seen.help }

    var page: Page {
        let what = seen.action.agreed.what
        let crumbs = seen.isReader ? Breadcrumbs([(what, "/actions/\(help.action)")], language: language) : nil
        let law = visit.house.law.help(on: visit.today)
        return Page(
            title: text.helpTitle(what), section: seen.isReader ? "plan" : "today", topics: [.action(help.action)],
            content: """
                \(crumbs)\(PageHeader(text.helpTitle(what), about: text.badge(help, visit.today).html))\
                <div class="narrow stack loose"><div data-live-part="help">\(facts)</div>\
                \(when: help.state != .found, "\(LawLine(rule: law.duty, language: language))")\
                \(when: help.state == .sought && seen.maySettle, form)\
                \(when: help.state == .notFound && seen.isReader, "\(Button(text.cannotSolve, to: "/actions/\(help.action)/unsolved"))")</div>
                """)
    }

    private var facts: Sheet {
        var facts: [(name: String, value: HTML)] = [
            (text.source, "\(text.name(help.source))"), (text.seeker, "\(names[help.seeker])"),
            (text.by, "\(help.by.long(in: language))"),
        ]
        if !help.whom.isEmpty { facts.insert((text.whom, "\(help.whom)"), at: 1) }
        if !help.result.isEmpty {
            facts.append((help.state == .found ? text.foundWith : text.notFoundWhy, "\(help.result)"))
        }
        return Sheet(text.need) { "<p class=\"lines\">\(help.need)</p>\(Facts(facts))" }
    }

    private var form: HTML {
        let states = [Choice("found", text.isFound), Choice("not_found", text.isNotFound)]
        return Sheet(text.howDidItGo) {
            Form(
                to: "/expert-help/\(help.id)", csrf: nil, fields: visit.fields, problems: problems,
                draft: "help-\(help.id)", language: language
            ).html { form in
                """
                \(visit.seal)\(form.field("state", text.isThereHelp, .list(states)))\
                \(form.field("result", text.result, .lines(limit: ExpertHelp.textLimit)))\
                <div class="actions">\(Button(text.save))</div>
                """
            }
        }.html
    }
}
