import ActionPlan
import Design
import Kernel
import Markup
import Web

/// Offering the check to the group: with or without names, and who is asked besides.
struct StartPage {
    let visit: Visit
    let action: Action
    /// The one that runs already.
    let open: StuckCheck?
    /// How many are asked in any case.
    let asked: Int
    let colleagues: [(id: PersonID, name: String)]
    let problems: Problems

    private var text: StuckTexts { StuckTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.startTitle(action.agreed.what), section: "plan",
            content: """
                \(Breadcrumbs([(action.agreed.what, "/actions/\(action.id)")], language: visit.language))\
                \(PageHeader(text.startTitle(action.agreed.what), about: text.startAbout))\
                <div class="narrow">\(open.map(running) ?? form)</div>
                """)
    }

    private func running(_ check: StuckCheck) -> HTML {
        EmptyState(
            text.runsAlready, text.runsAlreadyAbout, firstStep: Button(text.isRunning, to: "/checks/\(check.id)")
        )
        .html
    }

    private var form: HTML {
        let forms = CheckForm.allCases.map { Choice($0.rawValue, text.name($0), detail: text.detail($0)) }
        let people = colleagues.map { Choice($0.id.text, $0.name) }
        let isChosen = !visit.fields.all("invited").filter { !$0.isEmpty }.isEmpty
        return Form(
            to: "/actions/\(action.id)/checks", csrf: nil, fields: visit.fields, problems: problems,
            language: visit.language
        ).html { form in
            let invited = form.field("invited", text.invite, .ticks(people), hint: text.inviteHint, isRequired: false)
            return """
                \(visit.seal)\(form.field("form", text.form, .list(forms), hint: text.formHint))\
                <p class="meta">\(text.areAsked(asked))</p>\
                \(when: !people.isEmpty, "\(Disclosure(text.inviteMore, isOpen: isChosen || problems["invited"] != nil) { invited.html })")\
                <div class="actions">\(Button(text.begin))</div>
                """
        }
    }
}
