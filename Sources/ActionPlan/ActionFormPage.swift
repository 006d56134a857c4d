import Design
import Kernel
import Markup
import Organisation
import Web

/// The form of an action: new, to be changed, or changed by two at once.
struct ActionFormPage {
    let visit: Visit
    let body: Body
    let choices: FormChoices
    let action: Link
    let back: Link
    let title: String
    var fields: Fields
    var problems = Problems.none
    /// What somebody else wrote meanwhile, by field.
    var others: [String: String] = [:]
    /// The version that the form was made from; nothing where the action is new.
    var version: Int?
    /// As it was when the form was made, so that two editions can be told apart later.
    var before: [String: String] = [:]

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }

    var page: Page {
        Page(
            title: title, section: "plan",
            content: """
                \(Breadcrumbs([(body.name.in(language), "/plan/\(body.id)")], language: language))\
                \(PageHeader(title))\
                \(when: !others.isEmpty, "\(warning)")\
                <div class="narrow">\(form.html(questions))</div>
                """)
    }

    private var warning: Banner {
        Banner(
            text.say(
                "En anden gemte imens. Det, du skrev, står i felterne. Det, den anden skrev, står ved siden af. Vælg, og gem.",
                "Somebody else saved meanwhile. What you wrote is in the fields, what the other wrote beside them. Choose, then save."
            ), .late)
    }

    private var form: Form {
        Form(
            to: action, csrf: nil, fields: fields, problems: problems,
            draft: version == nil ? "new-action" : nil, language: language)
    }

    private func questions(_ form: Form) -> HTML {
        """
        \(visit.seal)\(version.map { form.hidden("version", String($0)) })\
        \(when: !fields["origin"].isEmpty, form.hidden("origin", fields["origin"]))\(form.hidden("body", body.id.text))\
        \(each: before.sorted { $0.key < $1.key }, { form.hidden("was_" + $0.key, $0.value) })\
        \(form.field("what", text.what, .text(limit: Agreement.whatLimit), hint: text.whatHint))\(other("what"))\
        \(form.field("why", text.why, .lines(limit: Agreement.textLimit), isRequired: false))\(other("why"))\
        \(form.field("how", text.how, .lines(limit: Agreement.textLimit), isRequired: false))\(other("how"))\
        <div class="pair">\(form.field("responsible", text.responsible, .select(choices.peopleChoices)))\
        \(form.field("due", text.due, .day(), hint: text.dueHint))</div>\(other("responsible"))\(other("due"))\
        <div class="pair">\(form.field("unit", text.unit, .select(choices.units(in: language))))\
        \(form.field("theme", text.theme, .select(choices.themes(text)), isRequired: false))</div>\
        \(other("unit"))\(other("theme"))\
        \(Disclosure(text.partners, isOpen: !fields.all("partners").isEmpty || others["partners"] != nil) {
            "\(form.field("partners", text.partners, .ticks(choices.peopleChoices), isRequired: false))\(other("partners"))"
        })\
        \(form.field("follow_up", text.followUp, .lines(rows: 2, limit: Agreement.textLimit), isRequired: false))\
        \(other("follow_up"))\
        <div class="pair">\(form.field("follow_up_on", text.followUpOn, .day(), isRequired: false))\
        \(form.field("kind", text.kind, .select(kinds), isRequired: false))</div>\(other("follow_up_on"))\(other("kind"))\
        \(form.field("difficulty", text.difficulty, .list(difficulties)))\(other("difficulty"))\
        <div class="actions">\(Button(text.save))\(Button(text.say("Fortryd", "Cancel"), to: back, .quiet))</div>
        """
    }

    /// What the other one wrote in the field, with a tick that lets it stand.
    private func other(_ name: String) -> HTML? {
        others[name].map { value in
            let shown = value.isEmpty ? text.say("(tomt)", "(nothing)") : readable(name, value)
            return """
                <div class="banner"><div class="stack tight"><b>\(text.say("Den anden skrev:", "The other wrote:"))</b>\
                <p class="lines">\(shown)</p><label class="tick"><input type="checkbox" name="theirs_\(name)" value="on">\
                <span>\(text.say("Brug den andens", "Use the other’s"))<span class="unseen">: \(text.field(name))</span>\
                </span></label></div></div>
                """
        }
    }

    private func readable(_ name: String, _ value: String) -> String {
        switch name {
        case "responsible", "partners":
            value.split(separator: " ").map { id in choices.people.first { $0.id.text == id }?.name ?? String(id) }
                .joined(separator: ", ")
        case "unit": choices.units.first { $0.id.text == value }?.name.in(language) ?? value
        case "theme": choices.themes.first { $0.id.text == value }?.title ?? value
        case "kind": HazardKind(rawValue: value).map(text.name) ?? value
        case "difficulty": Difficulty(rawValue: value).map(text.name) ?? value
        case "due", "follow_up_on": Day(value)?.long(in: language) ?? value
        default: value
        }
    }

    private var kinds: [Choice] {
        [Choice("", text.notChosen)] + HazardKind.allCases.map { Choice($0.rawValue, text.name($0)) }
    }

    private var difficulties: [Choice] {
        Difficulty.allCases.map { Choice($0.rawValue, text.name($0)) }
    }
}

extension Fields {
    /// An action as its form shows it.
    init(_ agreed: Agreement) {
        var texts = agreed.described.mapValues { [$0] }
        texts["partners"] = agreed.partners.sorted().map(\.text)
        self.init(texts)
    }
}
