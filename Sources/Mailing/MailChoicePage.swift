import Design
import Kernel
import Markup
import Notices
import Web

struct MailChoicePage {
    let visit: Visit
    /// Where mails would go; nothing where there is no usable address.
    let address: String?
    let rhythm: MailRhythm
    var problems = Problems.none

    private var text: MailTexts { MailTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.title,
            content: """
                \(Breadcrumbs([(text.account, "/account")], language: visit.language))
                \(PageHeader(text.title, about: text.how))
                \(content)
                """)
    }

    private var content: HTML {
        guard visit.house.mail != nil else { return EmptyState(text.noServer, text.noServerHow).html }
        guard let address else { return EmptyState(text.noAddress, text.noAddressHow).html }
        let fields = visit.method == .post ? visit.fields : Fields(["rhythm": rhythm.rawValue])
        let form = Form(
            to: "/account/mail", csrf: visit.csrf, fields: fields, problems: problems, language: visit.language)
        let choices = MailRhythm.allCases.map { Choice($0.rawValue, text.name($0), detail: text.about($0)) }
        return """
            <p>\(text.address(address))</p>
            \(form.html { form in
                "\(form.field("rhythm", text.rhythm, .list(choices)))\(Button(text.save, .primary))"
            })
            """
    }
}
