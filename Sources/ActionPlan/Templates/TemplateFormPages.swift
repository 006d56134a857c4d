import Design
import Kernel
import Markup
import Organisation
import Web

/// What of an action is kept for others to begin with.
struct KeepTemplatePage {
    let visit: Visit
    let action: Action
    /// May keep it for the whole organisation.
    let mayShare: Bool
    let problems: Problems

    private var language: Language { visit.language }
    private var text: TemplateTexts { TemplateTexts(language: language) }
    private var words: ActionTexts { ActionTexts(language: language) }

    var page: Page {
        Page(
            title: "\(text.keep): \(action.agreed.what)", section: "plan",
            content: """
                \(Breadcrumbs([(action.agreed.what, "/actions/\(action.id)")], language: language))\
                \(PageHeader(text.keep, about: text.keepAbout))<div class="narrow">\(form.html(questions))</div>
                """)
    }

    private var form: Form {
        let fields = visit.method == .post ? visit.fields : Fields(action.agreed)
        return Form(
            to: "/actions/\(action.id)/template", csrf: nil, fields: fields, problems: problems, language: language)
    }

    private func questions(_ form: Form) -> HTML {
        let kinds = [Choice("", words.notChosen)] + HazardKind.allCases.map { Choice($0.rawValue, words.name($0)) }
        let difficulties = Difficulty.allCases.map { Choice($0.rawValue, words.name($0)) }
        return """
            \(visit.seal)\(form.field("what", words.what, .text(limit: Agreement.whatLimit), hint: words.whatHint))\
            \(form.field("why", words.why, .lines(limit: Agreement.textLimit), isRequired: false))\
            \(form.field("how", words.how, .lines(limit: Agreement.textLimit), isRequired: false))\
            \(form.field("follow_up", words.followUp, .lines(rows: 2, limit: Agreement.textLimit), isRequired: false))\
            \(form.field("kind", words.kind, .select(kinds), isRequired: false))\
            \(form.field("difficulty", words.difficulty, .list(difficulties)))\
            \(when: mayShare, "\(form.field("everywhere", text.forAll, .tick, hint: text.forAllHint, isRequired: false))")\
            <div class="actions">\(Button(text.keep))</div>
            """
    }
}

/// A theme with its usual actions, put on the board at once.
struct StartThemePage {
    let visit: Visit
    let body: Body
    let theme: CommonTheme
    let people: [Choice]
    let problems: Problems

    private var language: Language { visit.language }
    private var text: TemplateTexts { TemplateTexts(language: language) }
    private var words: ActionTexts { ActionTexts(language: language) }

    var page: Page {
        let title = text.starting(theme.title.in(language))
        return Page(
            title: title, section: "plan",
            content: """
                \(Breadcrumbs([(body.name.in(language), "/plan/\(body.id)")], language: language))\
                \(PageHeader(title, about: text.startAbout))<div class="narrow">\(form.html(questions))</div>
                """)
    }

    private var form: Form {
        var fields = visit.fields
        if visit.method == .get {
            fields["title"] = String(theme.title.in(language).prefix(Theme.titleLimit))
            fields["responsible"] = visit.viewer.person.text
            for action in theme.actions { fields.append(action.key, to: "actions") }
        }
        return Form(
            to: "/plan/\(body.id)/themes/start", csrf: nil, fields: fields, problems: problems, language: language)
    }

    private func questions(_ form: Form) -> HTML {
        let actions = theme.actions.map { Choice($0.key, $0.what.in(language)) }
        return """
            \(visit.seal)\(form.hidden("from", theme.key))\
            \(form.field("title", text.themeTitle, .text(limit: Theme.titleLimit)))\
            \(form.field("actions", text.actions, .ticks(actions)))\
            <div class="pair">\(form.field("responsible", words.responsible, .select(people)))\
            \(form.field("due", words.due, .day(earliest: visit.today), hint: words.dueHint))</div>\
            <div class="actions">\(Button(text.startIt))</div>
            """
    }
}
