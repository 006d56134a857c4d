import Access
import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// What every form of an agreement has around it: its name, where one is, and the way back.
struct StepFrame {
    let visit: Visit
    /// Nothing while it is not begun.
    let agreement: Agreement?
    let step: AgreementStep

    func page(_ content: HTML) -> Page {
        let (text, language) = (AgreementTexts(language: visit.language), visit.language)
        let name = agreement?.name.in(language) ?? text.begin
        let crumbs: [(String, Link)] =
            [(text.agreements, "/agreements")]
            + (agreement.map { [($0.name.in(language), "/agreements/\($0.id)" as Link)] } ?? [])
        let steps = AgreementStep.allCases
        return Page(
            title: "\(text.name(step)): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs(crumbs, language: language))
                \(PageHeader(text.name(step), about: name))
                \(Steps(steps.map(text.name), current: steps.firstIndex(of: step) ?? 0, language: language))
                <p>\(text.about(step))</p>
                \(content)
                """)
    }
}

/// Which two committees, from when on, and what the joint committee is called.
struct BasicsPage {
    let visit: Visit
    let agreement: Agreement?
    let committees: [Body]
    let cooperations: [Body]
    var problems = Problems.none
    var clash: EditClash?
    /// Who saved meanwhile.
    var other: String?

    private var text: AgreementTexts { AgreementTexts(language: visit.language) }
    private var language: Language { visit.language }

    var page: Page {
        let frame = StepFrame(visit: visit, agreement: agreement, step: .basics)
        guard !committees.isEmpty, !cooperations.isEmpty else {
            return frame.page(
                EmptyState(
                    text.begin, text.noCandidates,
                    firstStep: visit.viewer.isAdministrator
                        ? Button(OrganisationTexts(language: language).newBody, to: "/bodies/new") : nil
                ).html)
        }
        return frame.page(
            """
            \(clash.map { clash in
                Meanwhile(other, clashes: clash.theirs.sorted { $0.key < $1.key }.map { (label($0.key), readable($0.key, $0.value)) }, language: language)
            })
            <div class="columns"><div>\(form)</div>\(SourcedRules(text.law, visit.house.law.committees(on: visit.today).joint.map(\.sourced), isOpen: true, language: language))</div>
            """)
    }

    private var fields: Fields {
        if let clash { return clash.fields }
        if visit.method == .post { return visit.fields }
        return agreement.map { Fields($0.written) } ?? visit.fields
    }

    private var form: HTML {
        let link: Link = agreement.map { "/agreements/\($0.id)/basics" } ?? "/agreements"
        let form = Form(to: link, csrf: nil, fields: fields, problems: problems, language: language)
        func choices(_ bodies: [Body]) -> [Choice] { bodies.map { Choice($0.id.text, $0.name.in(language)) } }
        return form.html { form in
            """
            \(visit.seal)\(agreement.map { Meanwhile.carried($0.written, form) })
            \(form.field("committee", label("committee"), .select(choices(committees))))
            \(form.field("cooperation", label("cooperation"), .select(choices(cooperations))))
            \(form.field("name_da", label("name_da"), .text(limit: 200)))
            \(form.field("name_en", label("name_en"), .text(limit: 200), isRequired: false))
            <div class="pair">\(form.field("day", label("day"), .day(), hint: text.dayHint))
            \(form.field("review_on", label("review_on"), .day(), hint: text.reviewHint, isRequired: false))</div>
            <div class="actions">\(Button(text.saveAndOn, .primary))\(Button(text.back, to: agreement.map { "/agreements/\($0.id)" } ?? "/agreements", .quiet))</div>
            """
        }
    }

    private func label(_ name: String) -> String {
        switch name {
        case "committee": text.committee
        case "cooperation": text.cooperation
        case "name_da": text.nameDanish
        case "name_en": text.nameEnglish
        case "day": text.day
        default: text.review
        }
    }

    private func readable(_ name: String, _ value: String) -> String {
        (committees + cooperations).first { $0.id.text == value }?.name.in(language) ?? value
    }
}

extension Agreement {
    /// As the form of its basics shows it, by field.
    var written: [String: String] {
        [
            "committee": committee.text, "cooperation": cooperation.text, "day": day.text, "name_da": name.danish,
            "name_en": name.english, "review_on": reviewOn?.text ?? "",
        ]
    }
}

/// The texts, ticks and files of one step.
struct TextsPage {
    let visit: Visit
    let picture: AgreementPicture
    let step: AgreementStep
    var problems = Problems.none
    var clash: EditClash?

    private var text: AgreementTexts { AgreementTexts(language: visit.language) }
    private var language: Language { visit.language }
    private var sections: [Template.Section] { Template.companyAgreement.sections(of: step) }
    private var id: ID<Agreement> { picture.agreement.id }

    /// As the form shows them, by field.
    static func written(_ texts: [String: Agreement.Entry], _ sections: [Template.Section]) -> [String: String] {
        var written: [String: String] = [:]
        for section in sections {
            written["text-\(section.key)"] = texts[section.key]?.text ?? ""
            if section.need == .tick {
                written["tick-\(section.key)"] = texts[section.key]?.isTicked == true ? "on" : ""
            }
        }
        return written
    }

    var page: Page {
        let current = Self.written(picture.texts, sections)
        let fields = clash?.fields ?? (visit.method == .post ? visit.fields : Fields(current))
        let form = Form(
            to: AgreementPage.link(step, of: id), csrf: nil, fields: fields, problems: problems, hasFiles: true,
            language: language)
        return StepFrame(visit: visit, agreement: picture.agreement, step: step).page(
            """
            \(clash.map { clash in
                Meanwhile(picture.editor, clashes: clash.theirs.sorted { $0.key < $1.key }.map { (label($0.key), readable($0.key, $0.value)) }, language: language)
            })
            <div class="columns"><div>\(form.html { form in
                """
                \(visit.seal)\(Meanwhile.carried(current, form))\(each: sections, { question($0, form) })
                <div class="actions">\(Button(text.saveAndOn, .primary, name: "go", value: "on"))\(Button(text.save, .plain, name: "go", value: "stay"))</div>
                """
            })</div><div class="stack">\(files)\(SourcedRules(text.law, visit.house.law.committees(on: visit.today).joint.map(\.sourced), language: language))</div></div>
            """)
    }

    private func question(_ section: Template.Section, _ form: Form) -> HTML {
        let tick: HTML? =
            section.need == .tick ? form.field("tick-\(section.key)", text.settled, .tick, isRequired: false).html : nil
        let file: HTML? =
            section.need == .tick
            ? form.field("file-\(section.key)", text.file, .files(accepts: "*/*"), isRequired: false).html : nil
        return """
            <section class="stack"><h2>\(section.title.in(language))</h2>
            \(form.field("text-\(section.key)", text.text, .lines(rows: 5, limit: Agreement.textLimit), hint: section.help.in(language), isRequired: section.need == .text))
            \(file)\(tick)</section>
            """
    }

    private var files: HTML {
        let own = picture.files.filter { file in sections.contains { $0.key == file.section } }
        guard !own.isEmpty else { return .nothing }
        return Sheet(text.files) {
            """
            <ul class="stack">\(each: own, { one in
                """
                <li class="row"><span><a href="/agreements/\(id)/files/\(one.file.id)">\(one.file.name)</a> \
                <small class="meta">\(sections.first { $0.key == one.section }?.title.in(language))</small></span>\
                \(PostButton(text.removeFile, to: "/agreements/\(id)/files/\(one.file.id)/removal", csrf: visit.csrf, .quiet))</li>
                """
            })</ul>
            """
        }.html
    }

    private func label(_ name: String) -> String {
        let section = sections.first { name.hasSuffix("-" + $0.key) }
        return section?.title.in(language) ?? name
    }

    private func readable(_ name: String, _ value: String) -> String {
        name.hasPrefix("tick-") ? (value.isEmpty ? "–" : text.settled) : value
    }
}
