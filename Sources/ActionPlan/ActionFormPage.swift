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
    /// What was searched for among everybody, and who was found.
    var search: PeopleSearch?
    /// It is filled in after an example.
    var isCopied = false
    /// It is filled in from a template.
    var isFromTemplate = false
    /// Who else is here, where that is told.
    var presence: PresenceLine?
    /// Who saved meanwhile, where somebody did.
    var other: OtherEditor?
    /// What somebody else wrote where the viewer wrote too, by field.
    var clashes: [String: String] = [:]
    /// What stood where only somebody else wrote, by field.
    var taken: [String: String] = [:]
    /// The version that the form was made from; nothing where the action is new.
    var version: Int?
    /// As it was when the form was made, so that two editions can be told apart later.
    var before: [String: String] = [:]

    private var language: Language { visit.language }
    private var text: ActionTexts { ActionTexts(language: language) }

    var page: Page {
        Page(
            title: title, section: "plan", topics: presence?.topics ?? [],
            scripts: presence == nil ? [] : ["js/presence.js"],
            content: """
                \(Breadcrumbs([(body.name.in(language), "/plan/\(body.id)")], language: language))\
                \(PageHeader(title))\(presence?.html)\(others)\
                \(other.map { Banner(text.saved(by: $0, mustChoose: !clashes.isEmpty), .late) })\
                <div class="narrow">\(form.html(questions))</div>
                """)
    }

    /// The way to what others did, or that this is after what they did.
    private var others: HTML? {
        guard version == nil, visit.viewer.isMember else { return nil }
        let words = ExampleTexts(language: language)
        let templates = TemplateTexts(language: language)
        if isCopied { return Banner(words.copied).html }
        if isFromTemplate { return Banner(templates.begun).html }
        let link = ("/examples" as Link).with([("body", body.id.text)])
        let start = ("/action-templates" as Link).with([("body", body.id.text)])
        return """
            <p class="row"><a href="\(start)">\(templates.choose)</a> <a href="\(link)">\(words.seeOthers)</a></p>
            """
    }

    private var form: Form {
        Form(
            to: action, csrf: nil, fields: fields, problems: problems,
            draft: version == nil ? "new-action" : nil, language: language)
    }

    private func questions(_ form: Form) -> HTML {
        """
        \(Self.firstButton)\(visit.seal)\(version.map { form.hidden("version", String($0)) })\
        \(when: !fields["origin"].isEmpty, form.hidden("origin", fields["origin"]))\(form.hidden("body", body.id.text))\
        \(each: before.sorted { $0.key < $1.key }, { form.hidden("was_" + $0.key, $0.value) })\
        \(form.field("what", text.what, .text(limit: Agreement.whatLimit), hint: text.whatHint))\(beside("what", form))\
        \(form.field("why", text.why, .lines(limit: Agreement.textLimit), isRequired: false))\(beside("why", form))\
        \(form.field("how", text.how, .lines(limit: Agreement.textLimit), isRequired: false))\(beside("how", form))\
        <div class="pair">\(form.field("responsible", text.responsible, .select(choices.peopleChoices)))\
        \(form.field("due", text.due, .day(), hint: text.dueHint))</div>\
        \(beside("responsible", form))\(beside("due", form))\
        \(Disclosure(text.partners, isOpen: isAboutPartners) {
            "\(form.field("partners", text.partners, .ticks(choices.peopleChoices), isRequired: false))\(beside("partners", form))"
        })\(PeopleSearchField(fields: fields, search: search, text: text))\
        <div class="pair">\(form.field("unit", text.unit, .select(choices.units(in: language))))\
        \(form.field("theme", text.theme, .select(choices.themes(text)), isRequired: false))</div>\
        \(beside("unit", form))\(beside("theme", form))\
        \(form.field("follow_up", text.followUp, .lines(rows: 2, limit: Agreement.textLimit), isRequired: false))\
        \(beside("follow_up", form))\
        <div class="pair">\(form.field("follow_up_on", text.followUpOn, .day(), isRequired: false))\
        \(form.field("kind", text.kind, .select(kinds), isRequired: false))</div>\
        \(beside("follow_up_on", form))\(beside("kind", form))\
        \(form.field("difficulty", text.difficulty, .list(difficulties)))\(beside("difficulty", form))\
        <div class="actions">\(Button(text.save))\(Button(text.say("Fortryd", "Cancel"), to: back, .quiet))</div>
        """
    }

    /// Enter in a field presses the form's first button: it shall save, not search.
    private static let firstButton: HTML = "<button class=\"unseen\" tabindex=\"-1\" aria-hidden=\"true\"></button>"

    private var isAboutPartners: Bool {
        !fields.all("partners").isEmpty || clashes["partners"] != nil || taken["partners"] != nil
    }

    /// Where somebody else saved meanwhile: both texts to choose between, or what stood before the other's.
    private func beside(_ name: String, _ form: Form) -> HTML? {
        if let theirs = clashes[name] {
            let mine = name == "partners" ? fields.all(name).joined(separator: " ") : fields[name]
            let choices = [
                Choice(Pick.mine.rawValue, text.yourText, detail: readable(name, mine)),
                Choice(
                    Pick.theirs.rawValue, text.theirText(other ?? .unknown), detail: readable(name, theirs)),
            ]
            return """
                \(form.hidden("clash_" + name, "on"))\
                \(form.field("pick_" + name, text.bothWrote(text.field(name)), .cards(choices), hint: text.yourTextHint))
                """
        }
        return taken[name].map { old in
            "\(Banner { "<p class=\"lines\">\(text.changed(by: other ?? .unknown, from: readable(name, old)))</p>" })"
        }
    }

    private func readable(_ name: String, _ value: String) -> String {
        guard !value.isEmpty else { return text.nothingWritten }
        return switch name {
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
