import Design
import Kernel
import Markup
import Organisation
import Web

/// The themes of a plan, to be named, put in order and closed.
struct ThemesPage {
    let visit: Visit
    let body: Body
    let themes: [Theme]
    /// The theme whose new name has a problem; nothing where it is the one to be added.
    let renaming: ThemeID?
    let problems: Problems

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }
    private var open: [Theme] { themes.filter { $0.closedOn == nil } }
    private var closed: [Theme] { themes.filter { $0.closedOn != nil } }

    var page: Page {
        Page(
            title: text.themes, section: "plan",
            content: """
                \(Breadcrumbs([("\(text.plan): \(body.name.in(language))", "/plan/\(body.id)")], language: language))\
                \(PageHeader(text.themes, about: about))\
                <div class="narrow stack loose">\(Sheet(text.say("Nyt tema", "New theme")) { adding })\
                \(open.map(row))\(when: !closed.isEmpty, "\(closedThemes)")</div>
                """)
    }

    private var about: String {
        text.say(
            "Temaerne er tavlens rækker: det, I arbejder med i en periode.",
            "The themes are the rows of the board: what you work on for a while.")
    }

    private var adding: HTML {
        Form(
            to: "/plan/\(body.id)/themes", csrf: nil, fields: renaming == nil ? visit.fields : Fields(),
            problems: renaming == nil ? problems : .none, language: language
        ).html { form in
            """
            \(visit.seal)\(form.field("title", text.say("Hvad handler det om?", "What is it about?"), .text(limit: Theme.titleLimit)))\
            <div class="actions">\(Button(text.say("Tilføj", "Add")))</div>
            """
        }
    }

    private func row(_ theme: Theme) -> Sheet {
        Sheet {
            """
            \(renamingForm(theme))<div class="actions">\(place(theme, "up", text.say("Flyt op", "Move up")))\
            \(place(theme, "down", text.say("Flyt ned", "Move down")))\
            \(PostButton(text.say("Luk tema", "Close theme"), to: "/themes/\(theme.id)/closure", csrf: visit.csrf))</div>
            """
        }
    }

    private func renamingForm(_ theme: Theme) -> HTML {
        var fields = Fields(["title": theme.title])
        if renaming == theme.id { fields = visit.fields }
        return Form(
            to: "/themes/\(theme.id)", csrf: visit.csrf, fields: fields,
            problems: renaming == theme.id ? problems : .none, idPrefix: "\(theme.id)-", language: language
        ).html { form in
            """
            \(form.field("title", text.theme, .text(limit: Theme.titleLimit)))\
            <div class="actions">\(Button(text.say("Omdøb", "Rename"), .plain))</div>
            """
        }
    }

    private func place(_ theme: Theme, _ way: String, _ title: String) -> PostButton? {
        guard (way == "up" ? open.first : open.last)?.id != theme.id else { return nil }
        return PostButton(
            title, to: "/themes/\(theme.id)/place", csrf: visit.csrf, .quiet, hidden: [("way", way)])
    }

    private var closedThemes: Sheet {
        Sheet(text.say("Lukkede temaer", "Closed themes")) {
            HTML(each: closed) { theme in
                """
                <div class="row"><span>\(theme.title)</span><span class="push">\
                \(PostButton(text.say("Åbn igen", "Reopen"), to: "/themes/\(theme.id)/reopening", csrf: visit.csrf))\
                </span></div>
                """
            }
        }
    }
}
