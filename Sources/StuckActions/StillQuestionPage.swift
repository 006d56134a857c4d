import ActionPlan
import Design
import Kernel
import Markup
import Web

/// The one question to whoever is responsible for an action that has not moved.
struct StillQuestionPage {
    let visit: Visit
    let seen: SeenAction
    /// The day on which something last happened to it.
    let since: Day?
    let problems: Problems

    private var text: StuckTexts { StuckTexts(language: visit.language) }

    var page: Page {
        let what = seen.action.agreed.what
        let about = since.map { text.stillSince($0.long(in: visit.language)) }
        return Page(
            title: text.moves(what), section: "plan",
            content: """
                \(Breadcrumbs([(what, "/actions/\(seen.action.id)")], language: visit.language))\
                \(PageHeader(text.moves(what), about: about))<div class="narrow">\(form)</div>
                """)
    }

    private var form: HTML {
        var fields = visit.fields
        if !fields.has("look_again_on") { fields["look_again_on"] = (visit.today + 28).text }
        let answers = MovingAnswer.Kind.allCases.map {
            Choice($0.rawValue, text.name($0), detail: text.detail($0, mayClose: seen.standing.mayWork))
        }
        return Form(
            to: "/actions/\(seen.action.id)/still", csrf: nil, fields: fields, problems: problems,
            draft: "still-\(seen.action.id)", language: visit.language
        ).html { form in
            """
            \(visit.seal)\(form.field("answer", text.doesItMove, .list(answers)))\
            \(form.field("said", text.said, .lines(limit: MovingAnswer.textLimit), hint: text.saidHint, isRequired: false))\
            \(form.field("look_again_on", text.lookAgainOn, .day(earliest: visit.today), hint: text.lookAgainHint, isRequired: false))\
            <div class="actions">\(Button(text.send))</div>
            """
        }
    }
}
