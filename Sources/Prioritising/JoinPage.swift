import Design
import Kernel
import Markup
import Web

/// Where somebody types the code that stands on the wall.
struct JoinPage {
    let visit: Visit
    let problems: Problems

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.join, section: "plan",
            content: """
                \(PageHeader(text.join, about: text.joinAbout))<div class="narrow">\(form)</div>
                """)
    }

    private var form: HTML {
        Form(to: "/prioritise", csrf: visit.csrf, fields: visit.fields, problems: problems, language: visit.language)
            .html { form in
                """
                \(form.field("code", text.code, .text(limit: PriorityRound.codeLength)))\
                \(Button(text.find, .primary, isFull: true))
                """
            }
    }
}
