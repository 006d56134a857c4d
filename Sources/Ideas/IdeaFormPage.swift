import Design
import Kernel
import Markup
import Organisation
import Web

/// Where somebody says what could be better.
struct IdeaFormPage {
    let visit: Visit
    let asked: AskedPlace
    let place: IdeaPlace
    var problems = Problems.none

    private var text: IdeaTexts { IdeaTexts(language: visit.language) }
    private var isAtLink: Bool { asked.secret != nil }

    var page: Page {
        Page(
            title: text.formTitle, surroundings: isAtLink ? .plain : .app, section: "plan", madeFrom: [],
            content: """
                \(when: isAtLink, DoorTabs(visit: visit).html)\
                \(when: !isAtLink, heading)\
                <p class="meta">\(place.unit.name.in(visit.language)) · \(text.laidAt(place.body.name.in(visit.language)))</p>\
                <div class="narrow">\(form)</div>
                """)
    }

    private var heading: HTML {
        """
        \(Breadcrumbs([(place.body.name.in(visit.language), "/plan/\(place.body.id)")], language: visit.language))\
        \(PageHeader(text.formTitle))
        """
    }

    private var form: HTML {
        Form(to: asked.door, csrf: nil, fields: fields, problems: problems, language: visit.language).html { form in
            """
            \(visit.seal)\(when: !asked.body.isEmpty, form.hidden("body", asked.body))\
            \(when: !asked.unit.isEmpty, form.hidden("unit", asked.unit))\
            \(form.field("what", text.what, .text(limit: NewIdea.whatLimit), hint: text.whatHint))\
            \(form.field("why", text.why, .lines(rows: 4, limit: NewIdea.whyLimit), isRequired: false))\
            \(form.field("anonymous", text.anonymous, .tick, hint: text.anonymousHint))\
            \(when: !visit.viewer.isSomebody, guest(form))\
            \(Button(text.give, .primary, isFull: true))
            """
        }
    }

    private func guest(_ form: Form) -> HTML {
        """
        <div class="stack guest">\(form.field("name", text.yourName, .text(limit: NewIdea.nameLimit, completes: "name"),
            hint: text.nameHint, isRequired: false))</div>
        """
    }

    /// A visitor begins without a name; whoever has signed in, with it.
    private var fields: Fields {
        guard visit.method == .get else { return visit.fields }
        var fields = Fields()
        if !visit.viewer.isSomebody { fields["anonymous"] = "on" }
        return fields
    }
}
