import Design
import Kernel
import Markup
import Organisation
import Web

/// The displays of a plan: what they show to whom, which there are, and a new one.
struct ScreensPage {
    let visit: Visit
    let body: Body
    let screens: [BoardScreen]
    let names: [PersonID: String]
    let problems: Problems

    private var language: Language { visit.language }
    private var text: ScreenTexts { ScreenTexts(language: language) }

    var page: Page {
        Page(
            title: text.screens, section: "plan", topics: [.meetings(of: body.id)],
            content: """
                \(Self.crumbs(body.id, body.name.in(language), language))\(PageHeader(text.screens, about: text.about))\
                <div data-live-part="screens">\(list)</div><div class="narrow">\(new)</div>
                """)
    }

    static func crumbs(_ id: BodyID, _ name: String, _ language: Language) -> Breadcrumbs {
        let text = MeetingTexts(language: language)
        return Breadcrumbs([(name, "/plan/\(id)"), (text.meetings, "/plan/\(id)/meetings")], language: language)
    }

    private var list: HTML {
        guard !screens.isEmpty else { return Sheet(text.yours) { "<p class=\"meta\">\(text.none)</p>" }.html }
        let rows = screens.map { screen in
            let made = text.made(
                screen.made.short(in: language, today: visit.today), by: names[screen.madeBy] ?? "")
            let names = screen.showsNames ? text.showsNames : text.hidesNames
            let end = screen.withdrawn.map { text.withdrawn($0.short(in: language, today: visit.today)) }
            return TaskRow(
                screen.name, detail: "\(made). \(names).",
                badge: end == nil ? Badge(text.isOn, .ok) : Badge(text.isOff),
                when: end,
                action: screen.withdrawn != nil
                    ? nil
                    : PostButton(
                        text.withdraw, to: "/plan/\(body.id)/screens/\(screen.id)/withdrawal", csrf: visit.csrf
                    ).html)
        }
        return Sheet(text.yours, isPadded: false) { TaskRows(rows).html }.html
    }

    private var new: HTML {
        var fields = visit.fields
        if !fields.has("language") { fields["language"] = language.rawValue }
        let languages = Language.allCases.map { Choice($0.rawValue, text.name($0)) }
        let form = Form(
            to: "/plan/\(body.id)/screens", csrf: nil, fields: fields, problems: problems, language: language)
        return Sheet(text.newScreen) {
            form.html { form in
                """
                \(visit.seal)\(form.field("name", text.name, .text(limit: BoardScreen.nameLimit), hint: text.nameHint))\
                \(form.field("language", text.inWhichLanguage, .list(languages)))\
                \(form.field("names", text.mayShowNames, .tick, hint: text.mayShowNamesHint, isRequired: false))\
                <div class="actions">\(Button(text.makeLink))</div>
                """
            }
        }.html
    }
}

/// The link of a display, shown this once.
struct NewScreenPage {
    let visit: Visit
    let screen: BoardScreen
    let code: ScreenCode

    private var text: ScreenTexts { ScreenTexts(language: visit.language) }

    var page: Page {
        let address = "\(visit.house.settings.publicAddress)/screen/\(code.text)"
        return Page(
            title: text.linkOf(screen.name), section: "plan",
            content: """
                \(PageHeader(text.linkOf(screen.name), about: text.linkAbout))\
                \(Sheet { "<p class=\"address\"><code>\(address)</code></p><p class=\"meta\">\(text.linkOnce)</p>" })\
                <div class="actions">\(Button(text.toScreens, to: "/plan/\(screen.body)/screens", .primary))</div>
                """)
    }
}
