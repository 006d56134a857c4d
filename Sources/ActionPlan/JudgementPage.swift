import Design
import Kernel
import Markup
import Web

/// The one question about a closed action, some time after.
struct JudgementPage {
    let visit: Visit
    let action: Action
    let closure: MadeClosure?
    let problems: Problems

    private var text: LastingTexts { LastingTexts(language: visit.language) }

    var page: Page {
        let crumbs = Breadcrumbs([(action.agreed.what, "/actions/\(action.id)")], language: visit.language)
        return Page(
            title: text.title(action.agreed.what), section: "plan",
            content: """
                \(crumbs)\(PageHeader(text.title(action.agreed.what), about: text.about))\
                <div class="narrow stack">\(closure.map(told))\(form)</div>
                """)
    }

    private func told(_ made: MadeClosure) -> Sheet {
        let words = ClosureTexts(language: visit.language)
        let answers = [
            (words.done, made.closure.done),
            (words.effect, ActionTexts(language: visit.language).name(made.closure.effect)),
            (words.learned, made.closure.learned),
        ]
        return Sheet(words.closing, aside: "\(made.at.day.long(in: visit.language))") {
            "\(each: answers.filter { !$0.1.isEmpty }, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })"
        }
    }

    private var form: HTML {
        let lasting = Lasting.allCases.map { Choice($0.rawValue, text.name($0), detail: text.detail($0)) }
        let version = visit.method == .post ? visit.fields["version"] : String(action.version)
        return Form(
            to: "/actions/\(action.id)/judgement", csrf: nil, fields: visit.fields, problems: problems,
            draft: "judgement-\(action.id)", language: visit.language
        ).html { form in
            """
            \(visit.seal)\(form.hidden("version", version))\
            \(form.field("lasted", text.lasted, .cards(lasting)))\
            \(form.field("seen", text.seen, .lines(limit: Agreement.textLimit), hint: text.seenHint))\
            \(form.field("severity", text.severityNow, .scale(text.severities), hint: text.severityHint, isRequired: false))\
            <div class="actions">\(Button(text.answer))</div>
            """
        }
    }
}
