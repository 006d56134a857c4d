import ActionPlan
import Design
import Kernel
import Markup
import Web

/// The eleven questions, for each alone: nobody sees others' answers before they are compared.
struct CheckPage {
    let visit: Visit
    let seen: SeenCheck
    /// What the viewer has answered so far.
    let own: CheckAnswers?
    let problems: Problems

    private var text: StuckTexts { StuckTexts(language: visit.language) }
    private var check: StuckCheck { seen.check }
    private var what: String { seen.action.agreed.what }

    var page: Page {
        Page(
            title: text.checkTitle(what), section: "plan", topics: [.check(check.id)],
            content: """
                \(Breadcrumbs([(what, "/actions/\(seen.action.id)")], language: visit.language))\
                \(PageHeader(text.checkTitle(what), about: text.checkAbout))\
                <div class="narrow stack loose">\(Banner(check.isNamed ? text.isNamed : text.isUnnamed))\
                <div data-live-part="count">\(count)</div>\(when: seen.isOpen && seen.isAsked, form)</div>
                """)
    }

    /// How many have answered, and what whoever leads the check can do. Never who, nor what.
    private var count: HTML {
        guard seen.isOpen else { return EmptyState(text.isOver, text.isOverAbout).html }
        let isEnough = seen.answered >= check.leastAnswers
        let fault = problems[""].map {
            "<p class=\"error\" role=\"alert\">\($0.explained(in: visit.language))</p>" as HTML
        }
        return Sheet {
            """
            <p><b>\(text.answered(seen.answered, of: seen.people.count))</b></p>\(fault)\
            \(when: !isEnough, "<p class=\"meta\">\(text.compareFrom(check.leastAnswers))</p>")\
            \(when: seen.mayLead, "<div class=\"row no-print\">\(buttons(isEnough))</div>")
            """
        }.html
    }

    private func buttons(_ isEnough: Bool) -> HTML {
        let compare = PostButton(text.compare, to: "/checks/\(check.id)/comparison", csrf: visit.csrf, .primary)
        return """
            \(when: isEnough, "\(compare)")\
            \(PostButton(text.end, to: "/checks/\(check.id)/ending", csrf: visit.csrf, .quiet))
            """
    }

    private var form: HTML {
        let wasSent = visit.method == .post && visit.fields.has(CheckAnswers.name(of: 1)) || !problems.isEmpty
        let fields = wasSent ? visit.fields : own?.fields ?? Fields()
        // Nothing of it stays in the browser: others may sit there after.
        return Form(
            to: "/checks/\(check.id)", csrf: visit.csrf, fields: fields,
            problems: problems[""] == nil ? problems : .none, language: visit.language
        ).html { form in
            """
            \(each: ElevenQuestions.numbers, { question($0, form, fields) })\
            <p class="meta">\(text.mayChange)</p>\
            <div class="actions">\(Button(own == nil ? text.saveAnswers : text.changeAnswers))</div>
            """
        }
    }

    private func question(_ number: Int, _ form: Form, _ fields: Fields) -> HTML {
        guard let question = ElevenQuestions.question(number) else { return .nothing }
        let replies = Verdict.allCases.map { Choice($0.rawValue, text.name($0)) }
        let line = form.field(
            CheckAnswers.lineName(of: number), text.line, .text(limit: CheckAnswers.lineLimit), isRequired: false)
        let isWritten = !fields[CheckAnswers.lineName(of: number)].isEmpty
        return """
            <div class="stack tight">\(form.field(
                CheckAnswers.name(of: number), "\(number). \(question.title.in(visit.language))", .scale(replies),
                hint: question.detail.in(visit.language)))\
            \(Disclosure(text.writeALine(number), isOpen: isWritten) { line.html })</div>
            """
    }
}
