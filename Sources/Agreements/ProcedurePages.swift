import Design
import Kernel
import Markup
import Organisation
import Web

/// A version of a body's rules of procedure, and all others that there were.
struct ProcedurePage {
    let visit: Visit
    let body: Body
    /// The one that is shown; nothing where none has been decided.
    let shown: Procedure?
    let texts: [String: String]
    let versions: [Procedure]
    let current: Procedure?
    let mayWrite: Bool
    let hasDraft: Bool

    private var text: ProcedureTexts { ProcedureTexts(language: visit.language) }
    private var language: Language { visit.language }

    var page: Page {
        let name = body.name.in(language)
        let write =
            mayWrite ? Button(hasDraft ? text.goOn : text.write, to: "/bodies/\(body.id)/rules/draft", .primary) : nil
        return Page(
            title: "\(text.rules): \(name)", section: "organisation", topics: [.agreements, .rights],
            content: """
                \(Breadcrumbs(
                    [(OrganisationTexts(language: language).organisation, "/organisation"), (name, "/bodies/\(body.id)")],
                    language: language))
                \(PageHeader(text.rules, about: about, actions: """
                    \(shown.map { Button(text.paper, to: "/bodies/\(body.id)/rules/\($0.number)/paper").html }) \
                    \(when: shown != nil, write?.html ?? .nothing)
                    """))
                \(when: shown == nil, EmptyState(text.none, text.noneHow, firstStep: write).html, else: content)
                """)
    }

    private var about: String {
        let name = body.name.in(language)
        guard let shown else { return name }
        return "\(name) · \(text.version(shown.number)) · \(state(shown))"
    }

    private func state(_ version: Procedure) -> String {
        if version.id == current?.id { return text.current }
        return (version.decision?.starts ?? .latest) > visit.today ? text.coming : text.former
    }

    private var content: HTML {
        """
        <div class="columns"><div class="stack">\(shown.flatMap(\.decision).map(decided))\(ProcedureSections(texts: texts, language: language))</div>
        \(Sheet(text.history) {
            """
            <ul class="stack">\(each: versions, { version in
                """
                <li><a href="/bodies/\(body.id)/rules/\(version.number)">\(text.version(version.number))</a> \
                \(Badge(state(version)))\(version.decision.map { "<small class=\"meta\">\(told($0))</small>" })</li>
                """
            })</ul>
            """
        })</div>
        """
    }

    private func decided(_ decision: Procedure.Decision) -> HTML { "<p class=\"meta\">\(told(decision))</p>" }

    private func told(_ decision: Procedure.Decision) -> String {
        let from = text.holdsFrom(decision.starts.long(in: language))
        return "\(text.decided(decision.by, decision.day.long(in: language))), \(from)"
    }
}

/// All that stands in rules of procedure, section by section; empty ones are left out.
struct ProcedureSections: Pattern {
    let texts: [String: String]
    let language: Language

    var html: HTML {
        HTML(each: Template.rulesOfProcedure.sections) { section in
            guard let text = texts[section.key], !text.isEmpty else { return .nothing }
            return """
                <section class="stack tight"><h2>\(section.title.in(language))</h2><p class="lines">\(text)</p></section>
                """
        }
    }
}

/// The template filled in, and below it the form that says it was decided.
struct ProcedureDraftPage {
    let visit: Visit
    let body: Body
    /// What stands in the draft now, or in the version from which a new one begins.
    let texts: [String: String]
    let hasDraft: Bool
    /// Who saved last.
    let editor: String?
    var problems = Problems.none
    var adoptionProblems = Problems.none
    var clash: EditClash?

    private var text: ProcedureTexts { ProcedureTexts(language: visit.language) }
    private var language: Language { visit.language }

    var page: Page {
        let name = body.name.in(language)
        return Page(
            title: "\(text.draft): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs([(name, "/bodies/\(body.id)"), (text.rules, "/bodies/\(body.id)/rules")], language: language))
                \(PageHeader(text.draft, about: name))
                <p>\(Template.rulesOfProcedure.about.in(language)) \(text.draftAbout)</p>
                \(clash.map { clash in
                    Meanwhile(editor, clashes: clash.theirs.sorted { $0.key < $1.key }.map { (label($0.key), $0.value) }, language: language)
                })
                <div class="columns"><div>\(form)</div><div class="stack">\(Sheet(text.adopt) { hasDraft ? adoption : "<p>\(text.adoptHow)</p>" })
                \(when: hasDraft, PostButton(text.discard, to: "/bodies/\(body.id)/rules/discard", csrf: visit.csrf, .quiet).html)</div></div>
                """)
    }

    private var form: HTML {
        let written = Procedure.written(texts)
        let isSent = visit.method == .post && adoptionProblems.isEmpty
        let form = Form(
            to: "/bodies/\(body.id)/rules/draft", csrf: nil,
            fields: clash?.fields ?? (isSent ? visit.fields : Fields(written)), problems: problems, language: language)
        return form.html { form in
            """
            \(visit.seal)\(Meanwhile.carried(written, form))
            \(each: Template.rulesOfProcedure.sections, { section in
                form.field(
                    "text-\(section.key)", section.title.in(language), .lines(rows: 4, limit: Procedure.textLimit),
                    hint: section.help.in(language), isRequired: section.need == .text).html
            })
            <div class="actions">\(Button(text.save, .primary))\(Button(text.back, to: "/bodies/\(body.id)/rules", .quiet))</div>
            """
        }
    }

    private var adoption: HTML {
        let fields = adoptionProblems.isEmpty ? Fields() : visit.fields
        let form = Form(
            to: "/bodies/\(body.id)/rules/adoption", csrf: nil, fields: fields, problems: adoptionProblems,
            idPrefix: "adoption-", language: language)
        return form.html { form in
            """
            <p class="meta">\(text.adoptHow)</p>\(visit.seal)
            \(form.field("decided_by", text.decidedBy, .text(limit: 400), hint: text.decidedByHint))
            \(form.field("decided_on", text.decidedOn, .day(latest: visit.today)))
            \(form.field("starts", text.starts, .day(), isRequired: false))
            \(Button(text.adopt, .plain))
            """
        }
    }

    private func label(_ name: String) -> String {
        Template.rulesOfProcedure.sections.first { "text-\($0.key)" == name }?.title.in(language) ?? name
    }
}

/// Rules of procedure on paper.
struct ProcedurePaper {
    let visit: Visit
    let body: Body
    let version: Procedure
    let texts: [String: String]

    var page: Page {
        let (text, language) = (ProcedureTexts(language: visit.language), visit.language)
        let title = "\(text.rules): \(body.name.in(language))"
        let decision = version.decision.map { decision in
            "\(text.decided(decision.by, decision.day.long(in: language))), \(text.holdsFrom(decision.starts.long(in: language)))"
        }
        return Page(
            title: title, surroundings: .paper(.a4), scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/bodies/\(body.id)/rules/\(version.number)").html)
                <article class="stack"><h1>\(title)</h1><p class="meta">\(text.version(version.number)) · \(decision ?? "")</p>\
                \(ProcedureSections(texts: texts, language: language))</article>
                """)
    }
}
