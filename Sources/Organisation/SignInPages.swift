import Design
import Kernel
import Markup
import Web

struct SignInPage {
    let visit: Visit
    /// What was typed before the session ended, to be sent after signing in.
    var kept = ""
    var problems = Problems.none

    private var text: SignInTexts { SignInTexts(language: visit.language) }

    var page: Page {
        let form = Form(
            to: "/signin", csrf: nil, fields: visit.fields, problems: problems, language: visit.language)
        return Page(
            title: text.title, surroundings: .plain,
            content: """
                \(form.html { form in
                    """
                    \(form.hidden("to", visit.fields["to"]))\(when: !kept.isEmpty, form.hidden("kept", kept))
                    \(form.field("email", text.email, .text(.email, completes: "username")))
                    \(form.field("password", text.password, .text(.password, completes: "current-password")))
                    \(form.field("stay", text.stay, .tick, isRequired: false))
                    \(Button(text.title, .primary, isFull: true))
                    """
                })
                <section class="stack tight"><h2>\(text.report)</h2><p class="meta">\(text.reportHow)</p>
                <p><a href="/follow">\(text.follow)</a></p></section>
                """)
    }
}

/// After signing in again: what was typed, one press from being sent.
struct KeptFormPage {
    let language: Language
    let to: Link
    let kept: String
    let proof: String

    private var text: SignInTexts { SignInTexts(language: language) }

    var page: Page {
        Page(
            title: text.again, surroundings: .plain,
            content: """
                <p>\(text.againHow)</p>
                <form method="post" action="\(to)" class="stack">
                <input type="hidden" name="csrf" value="\(proof)">
                \(KeptFields.inputs(KeptFields.fields(kept), without: ["csrf"]))
                \(Button(text.send, .primary, isFull: true))
                </form>
                """)
    }
}

struct WelcomePage {
    let visit: Visit
    let person: Person
    var problems = Problems.none

    private var text: SignInTexts { SignInTexts(language: visit.language) }

    var page: Page {
        let form = Form(
            to: "/welcome/\(visit.parameters["secret"] ?? "")", csrf: nil, problems: problems, language: visit.language)
        return Page(
            title: text.choosePassword, surroundings: .plain,
            content: """
                <p>\(text.welcome(person.name))</p>
                \(form.html { form in
                    """
                    <input type="hidden" name="email" autocomplete="username" value="\(person.email ?? "")">
                    \(form.field("password", text.password, .text(.password, completes: "new-password"), hint: text.passwordHint))
                    \(form.field("again", text.passwordAgain, .text(.password, completes: "new-password")))
                    \(Button(text.save, .primary, isFull: true))
                    """
                })
                """)
    }
}

struct AccountPage {
    let visit: Visit
    let person: Person
    let unit: Unit?
    let problems: Problems

    private var text: SignInTexts { SignInTexts(language: visit.language) }
    private var roles: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        Page(
            title: text.account,
            content: """
                \(PageHeader(text.account, actions: """
                    \(when: !visit.viewer.mandates.isEmpty || !visit.viewer.offices.isEmpty, "\(Button(text.handovers, to: "/handovers")) \(Button(text.time, to: "/time"))")
                    \(Button(text.mails, to: "/account/mail"))
                    \(Button(CalendarTexts(language: visit.language).title, to: "/account/calendar"))
                    """))
                <div class="columns">
                <div class="stack">\(Sheet(text.yourMandates) { mandates })\(Sheet(text.yourData) { knowledge })</div>
                <div class="stack">\(Sheet(text.changePassword) { passwordForm })
                \(Sheet(text.everywhere) {
                    """
                    <p>\(text.everywhereHow)</p>\(PostButton(text.everywhere, to: "/sign-out/everywhere", csrf: visit.csrf))
                    """
                })</div>
                </div>
                """)
    }

    private var mandates: HTML {
        guard !visit.viewer.mandates.isEmpty else { return "<p>\(text.noMandates)</p>" }
        return """
            <ul class="stack">\(each: visit.viewer.mandates, { mandate in
                "<li><a href=\"/bodies/\(mandate.body)\">\(mandate.bodyName.in(visit.language))</a>: \(roles.name(mandate.role))</li>"
            })</ul>
            """
    }

    private var knowledge: HTML {
        """
        <dl class="facts"><dt>\(text.name)</dt><dd>\(person.name)</dd><dt>\(text.email)</dt><dd>\(person.email ?? "–")</dd>
        <dt>\(text.phone)</dt><dd>\(person.phone.isEmpty ? "–" : person.phone)</dd>
        <dt>\(text.unit)</dt><dd>\(unit?.name.in(visit.language) ?? "–")</dd></dl>
        <p class="meta">\(text.dataFrom)</p>
        \(Button(PersonTexts(language: visit.language).contact, to: "/account/contact"))
        """
    }

    private var passwordForm: HTML {
        Form(to: "/account/password", csrf: visit.csrf, problems: problems, language: visit.language).html { form in
            """
            \(form.field("current", text.currentPassword, .text(.password, completes: "current-password")))
            \(form.field("password", text.newPassword, .text(.password, completes: "new-password"), hint: text.passwordHint))
            \(form.field("again", text.passwordAgain, .text(.password, completes: "new-password")))
            \(Button(text.changePassword))
            """
        }
    }
}
