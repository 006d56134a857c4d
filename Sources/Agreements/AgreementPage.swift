import Design
import Files
import Kernel
import Law
import Markup
import Organisation
import Web

/// An agreement as everybody reads it; a draft with its steps and what is still missing.
struct AgreementPage {
    let visit: Visit
    let picture: AgreementPicture
    var problems = Problems.none

    private var text: AgreementTexts { AgreementTexts(language: visit.language) }
    private var language: Language { visit.language }
    private var agreement: Agreement { picture.agreement }

    var page: Page {
        let name = agreement.name.in(language)
        return Page(
            title: name, section: "organisation", topics: [.agreements, .rights],
            content: """
                \(Breadcrumbs([(text.agreements, "/agreements")], language: language))
                \(PageHeader(name, about: about, actions: actions))
                \(when: agreement.state == .draft, draft, else: read)
                """)
    }

    private var about: String {
        let parts = "\(picture.committee.name.in(language)) + \(picture.cooperation.name.in(language))"
        return "\(text.state(of: agreement, on: visit.today)) · \(parts)"
    }

    private var actions: HTML {
        """
        \(Button(text.paper, to: "/agreements/\(agreement.id)/paper"))
        \(when: picture.mayChange && agreement.state == .concluded, Button(text.reverse, to: "/agreements/\(agreement.id)/reversal").html)
        """
    }

    private var draft: HTML {
        let missing = Agreement.missing(picture.texts, files: Set(picture.files.map(\.section)))
        return """
            <p>\(text.draftAbout) \(picture.editor.map(text.lastEdited))</p>
            <div class="columns"><div class="stack">
            \(TaskRows(AgreementStep.allCases.map { step in
                TaskRow(
                    text.name(step), to: Self.link(step, of: agreement.id), detail: text.about(step),
                    badge: badge(step, missing))
            }))
            </div><div class="stack">\(SourcedRules(text.law, visit.house.law.committees(on: visit.today).joint.map(\.sourced), isOpen: true, language: language))
            <div class="actions">\(PostButton(text.discard, to: "/agreements/\(agreement.id)/discard", csrf: visit.csrf, .quiet))</div></div></div>
            """
    }

    private func badge(_ step: AgreementStep, _ missing: [Agreement.Missing]) -> Badge? {
        switch step {
        case .basics: agreement.reviewOn == nil ? Badge(text.missing, .soon) : Badge(text.settled, .ok)
        case .agreements, .contents, .effects:
            missing.contains { $0.step == step.rawValue } ? Badge(text.missing, .soon) : Badge(text.settled, .ok)
        case .preview: nil
        }
    }

    static func link(_ step: AgreementStep, of id: ID<Agreement>) -> Link {
        switch step {
        case .basics: "/agreements/\(id)/basics"
        case .agreements, .contents, .effects: "/agreements/\(id)/texts/\(step.rawValue)"
        case .preview: "/agreements/\(id)/preview"
        }
    }

    private var read: HTML {
        """
        <div class="columns"><div class="stack">\(AgreementSections(picture: picture, language: language))</div>
        <div class="stack">\(Sheet(text.agreement) { AgreementFacts(visit: visit, picture: picture).html })
        \(when: picture.mayChange && agreement.state == .concluded, review)
        \(SourcedRules(text.law, visit.house.law.committees(on: visit.today).joint.map(\.sourced), language: language))</div></div>
        """
    }

    private var review: HTML {
        let form = Form(
            to: "/agreements/\(agreement.id)/review", csrf: nil, fields: visit.fields, problems: problems,
            language: language)
        return Sheet(text.reviewDone) {
            form.html { form in
                "\(visit.seal)\(form.field("review_on", text.nextReview, .day(earliest: visit.today)))\(Button(text.save, .plain))"
            }
        }.html
    }
}

/// The facts of an agreement.
struct AgreementFacts {
    let visit: Visit
    let picture: AgreementPicture

    var html: HTML {
        let (text, language) = (AgreementTexts(language: visit.language), visit.language)
        let agreement = picture.agreement
        func link(_ body: Body) -> HTML { "<a href=\"/bodies/\(body.id)\">\(body.name.in(language))</a>" }
        var facts: [(String, HTML)] = [
            (text.madeOf, "\(link(picture.committee)), \(link(picture.cooperation))"),
            (text.from, "\(agreement.day.long(in: language))"),
        ]
        if let joint = picture.joint { facts.insert((text.name, link(joint)), at: 0) }
        if let review = agreement.reviewOn { facts.append((text.review, "\(review.long(in: language))")) }
        if let name = picture.concluder, let at = agreement.concludedAt {
            facts.append((text.madeBy, "\(name), \(at.day.long(in: language))"))
        }
        if let end = agreement.end {
            facts.append((text.ended, "\(end.day.long(in: language)): \(end.reason)"))
        }
        return Facts(facts).html
    }
}

/// All that stands in an agreement, section by section.
struct AgreementSections: Pattern {
    let picture: AgreementPicture
    let language: Language

    var html: HTML {
        let text = AgreementTexts(language: language)
        return HTML(each: Template.companyAgreement.sections) { section in
            let entry = picture.texts[section.key] ?? .init()
            let files = picture.files(of: section.key)
            guard section.need != .none || !entry.text.isEmpty || !files.isEmpty else { return .nothing }
            return """
                <section class="stack tight"><h2>\(section.title.in(language))</h2>
                \(when: entry.text.isEmpty && files.isEmpty, "<p class=\"meta\">\(text.notWritten)</p>")
                \(when: !entry.text.isEmpty, "<p class=\"lines\">\(entry.text)</p>")
                \(FileList(files, of: picture.agreement.id))</section>
                """
        }
    }
}

/// The files of a section, to be fetched.
struct FileList: Pattern {
    let files: [StoredFile]
    let agreement: ID<Agreement>

    init(_ files: [StoredFile], of agreement: ID<Agreement>) {
        self.files = files
        self.agreement = agreement
    }

    var html: HTML {
        guard !files.isEmpty else { return .nothing }
        return """
            <ul class="stack tight">\(each: files, { "<li><a href=\"/agreements/\(agreement)/files/\($0.id)\">\($0.name)</a></li>" })</ul>
            """
    }
}

/// An agreement on paper, with room for signatures.
struct AgreementPaper {
    let visit: Visit
    let picture: AgreementPicture

    var page: Page {
        let (text, language) = (AgreementTexts(language: visit.language), visit.language)
        let title = "\(Template.companyAgreement.name.in(language)): \(picture.agreement.name.in(language))"
        return Page(
            title: title, surroundings: .paper(.a4), scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/agreements/\(picture.agreement.id)").html)
                <article class="stack"><h1>\(title)</h1><p class="meta">\(text.state(of: picture.agreement, on: visit.today))</p>\
                \(AgreementFacts(visit: visit, picture: picture).html)\
                \(AgreementSections(picture: picture, language: language))
                <section class="signing"><h2>\(text.signature)</h2><dl class="facts">\(each: 0..<3, { "<dt>\(text.signs($0))</dt><dd>____________________________</dd>" })</dl></section></article>
                """)
    }
}
