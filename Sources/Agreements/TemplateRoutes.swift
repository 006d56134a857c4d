import Design
import Kernel
import Markup
import Organisation
import Web

/// The documents to fill in that come along, each in the browser and empty on paper.
struct TemplateRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/templates", for: .signedIn) { visit in
            let (viewer, today) = (visit.viewer, visit.today)
            let mayBegin = try await visit.read { try !viewer.arranged(on: today, $0).isNothing }
            return .page(Self.list(visit, mayBegin: mayBegin))
        }
        routes.get("/templates/:key/paper", for: .signedIn) { visit in
            guard let template = Template.named(visit.parameters["key"] ?? "") else { throw Refusal.notFound }
            return .page(BlankPaper(visit: visit, template: template).page)
        }
    }

    private static func list(_ visit: Visit, mayBegin: Bool) -> Page {
        let (text, language) = (AgreementTexts(language: visit.language), visit.language)
        return Page(
            title: text.templates, section: "organisation",
            content: """
                \(Breadcrumbs([(text.agreements, "/agreements")], language: language))
                \(PageHeader(text.templates, about: text.templatesAbout))
                <div class="columns even">\(each: Template.all, { template in
                    Sheet(template.name.in(language)) {
                        """
                        <p>\(template.about.in(language))</p><ul>\(each: template.sections, { "<li>\($0.title.in(language))</li>" })</ul>
                        <p class="meta">\(text.fillIn(template.key))</p>
                        <div class="actions">\(Button(text.blank, to: "/templates/\(template.key)/paper"))\
                        \(when: mayBegin && template.key == Template.companyAgreement.key,
                            Button(text.begin, to: "/agreements/new").html)</div>
                        """
                    }.html
                })</div>
                """)
    }
}

/// A template with nothing in it: its questions, and lines to write on.
struct BlankPaper {
    let visit: Visit
    let template: Template

    var page: Page {
        let (text, language) = (AgreementTexts(language: visit.language), visit.language)
        return Page(
            title: template.name.in(language), surroundings: .paper(.a4), scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/templates").html)
                <article class="stack"><h1>\(template.name.in(language))</h1><p>\(template.about.in(language))</p>\
                \(each: template.sections, { section in
                    """
                    <section class="stack tight"><h2>\(section.title.in(language))</h2><p class="meta">\(section.help.in(language))</p>\
                    \(each: 0..<3, { _ in "<div class=\"writing\"></div>" })</section>
                    """
                })
                <section class="signing"><h2>\(text.signature)</h2><dl class="facts">\(each: 0..<3, { "<dt>\(text.signs($0))</dt><dd>____________________________</dd>" })</dl></section></article>
                """)
    }
}
