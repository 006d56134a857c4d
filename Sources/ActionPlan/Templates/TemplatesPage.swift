import Design
import Kernel
import Markup
import Organisation
import Web

/// The templates that a new action on the plan can begin as.
struct TemplatesPage {
    let visit: Visit
    let body: Body
    /// The group's own and the organisation's own, with whether the viewer may take it away.
    let kept: [(template: ActionTemplate, mayRemove: Bool)]
    let words: [String]
    let kind: HazardKind?

    private var language: Language { visit.language }
    private var text: TemplateTexts { TemplateTexts(language: language) }
    private var actions: ActionTexts { ActionTexts(language: language) }

    var page: Page {
        let groups = [
            (text.own, kept.filter { !$0.template.isEverywhere }),
            (text.everywhere, kept.filter(\.template.isEverywhere)),
        ].map { title, all in (title, all.filter { $0.template.isFound(by: words, kind: kind) }) }
        let themes = CommonTheme.all.map { theme in
            (theme, theme.actions.map { $0.template(in: language) }.filter { $0.isFound(by: words, kind: kind) })
        }
        let isEmpty = groups.allSatisfy(\.1.isEmpty) && themes.allSatisfy(\.1.isEmpty)
        return Page(
            title: text.title, section: "plan",
            content: """
                \(Breadcrumbs([(body.name.in(language), "/plan/\(body.id)")], language: language))\
                \(PageHeader(text.title, about: text.about))\(bar)<div class="stack loose">\
                \(each: groups.filter { !$0.1.isEmpty }, { title, all in own(title, all).html })\
                \(each: themes.filter { !$0.1.isEmpty }, { theme, all in common(theme, all).html })\
                \(when: isEmpty, nothing)</div>
                """)
    }

    private var bar: FilterBar {
        let form = Form(to: "/action-templates", csrf: nil, fields: visit.fields, language: language)
        let kinds = [Choice("", text.allKinds)] + HazardKind.allCases.map { Choice($0.rawValue, actions.name($0)) }
        return FilterBar(
            to: ("/action-templates" as Link).with([("body", body.id.text)]), search: visit.fields["q"],
            searchTitle: text.search, fields: [form.field("kind", actions.kind, .select(kinds))],
            kept: [("body", body.id.text)], isNarrowed: !words.isEmpty || kind != nil, language: language)
    }

    private var nothing: HTML {
        EmptyState(text.none, text.noneAbout, icon: visit.house.assets.icon(.list, isLarge: true)).html
    }

    private func own(_ title: String, _ all: [(template: ActionTemplate, mayRemove: Bool)]) -> Sheet {
        Sheet(title) { "<ul class=\"stack\">\(each: all, { line($0.template, mayRemove: $0.mayRemove) })</ul>" }
    }

    private func common(_ theme: CommonTheme, _ all: [ActionTemplate]) -> Sheet {
        let link = ("/plan/\(body.id)/themes/start" as Link).with([("from", theme.key)])
        let start: HTML? = all.count == theme.actions.count ? "<a href=\"\(link)\">\(text.start(all.count))</a>" : nil
        return Sheet(theme.title.in(language), aside: start) {
            "<ul class=\"stack\">\(each: all, { line($0, mayRemove: false) })</ul>"
        }
    }

    private func line(_ template: ActionTemplate, mayRemove: Bool) -> HTML {
        let kind = template.text.kind.map { Badge(actions.name($0)) }
        let use = ("/actions/new" as Link).with([("body", body.id.text), ("template", template.id.text)])
        let remove = PostButton(
            text.remove, to: "/action-templates/\(template.id)/removal", csrf: visit.csrf, .quiet,
            hidden: [("body", body.id.text)])
        return """
            <li class="stack tight"><div><b>\(template.text.what)</b> \(kind)</div>\
            \(when: !template.text.why.isEmpty, "<p class=\"meta lines\">\(template.text.why)</p>")\
            <div class="row"><a class="button" href="\(use)">\(text.use)<span class="unseen">: \(template.text.what)</span></a>\
            \(when: mayRemove, "\(remove)")</div></li>
            """
    }
}
