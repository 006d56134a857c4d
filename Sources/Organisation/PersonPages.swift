import Access
import Design
import Journal
import Kernel
import Markup
import Storage
import Web

/// A person: how to get hold of him or her, what he or she holds, and for the administrator what was changed when.
struct PersonPage {
    let visit: Visit
    let asOf: AsOf
    let sight: PersonSight
    /// Latest first; empty for whoever is no administrator.
    let history: [JournalLine]
    let names: [PersonID: String]

    private var text: PersonTexts { PersonTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var person: Person { sight.person }

    var page: Page {
        Page(
            title: person.name, section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs(
                    [(words.organisation, asOf.link("/organisation")), (words.people, asOf.link("/people"))],
                    language: visit.language))
                \(asOf.banner(backTo: "/people/\(person.id)"))
                \(PageHeader(person.name, about: asOf.about(about), actions: asOf.isToday ? actions : nil))
                \(when: !person.isHere(on: asOf.day), gone)
                <div class="columns"><div class="stack">\(Sheet(text.facts) { facts })
                \(Sheet(text.mandates) { mandates })</div>
                <div class="stack">\(when: !history.isEmpty, Sheet(text.history) { Timeline(events).html }.html)
                \(asOf.chooser(to: "/people/\(person.id)"))</div></div>
                """)
    }

    private var about: String {
        [text.name(person.kind), person.title, sight.unit?.name.in(visit.language) ?? ""].filter { !$0.isEmpty }
            .joined(separator: " · ")
    }

    private var actions: HTML {
        let link = ("/actions" as Link).with([("responsible", person.id.text)])
        return """
            \(Button(text.actions, to: link))
            \(when: visit.viewer.isAdministrator, """
                \(Button(text.edit, to: "/people/\(person.id)/edit")) \(Button(text.leaving, to: "/people/\(person.id)/leaving"))
                """)
            """
    }

    private var gone: HTML {
        Banner(.soon) { "<p><b>\(text.isGone)</b></p><p>\(text.isGoneHow)</p>" }.html
    }

    private var facts: HTML {
        let day = { (day: Day) in day.short(in: visit.language, today: visit.today) }
        var facts: [(name: String, value: HTML)] = [
            (words.email, "\(person.email ?? "–")"), (words.phone, "\(person.phone.isEmpty ? "–" : person.phone)"),
            (text.languageLabel, "\(text.name(person.language))"),
            (
                words.unit,
                sight.unit.map { "<a href=\"\(asOf.link("/units/\($0.id)"))\">\($0.name.in(visit.language))</a>" }
                    ?? "–"
            ),
        ]
        if visit.viewer.isAdministrator { facts.append((text.number, "\(person.externalID ?? "–")")) }
        facts.append((text.first, "\(day(person.starts))"))
        if let ends = person.ends { facts.append((words.leavesToday, "\(day(ends))")) }
        return Facts(facts).html
    }

    private var mandates: HTML {
        guard !sight.mandates.isEmpty else { return "<p class=\"meta\">\(text.noMandates)</p>" }
        return """
            <ul class="stack tight">\(each: sight.mandates.reversed(), { mandate in
                "<li><a href=\"\(asOf.link(mandate.place.link))\">\(sight.places[mandate.place]?.in(visit.language) ?? "–")</a>: \(words.name(mandate.role)) <small class=\"meta\">\(period(mandate))</small></li>"
            })</ul>
            """
    }

    private func period(_ mandate: Mandate) -> String {
        let from = mandate.starts.short(in: visit.language, today: visit.today)
        return "\(from) – \(mandate.ends.map { $0.short(in: visit.language, today: visit.today) } ?? "")".trimmed
    }

    private var events: [Timeline.Event] {
        history.map { line in
            let when = line.day?.short(in: visit.language, today: visit.today) ?? line.at
            let who = line.person.flatMap { names[$0] } ?? "–"
            let parts = PersonField.allCases.map(\.rawValue) + ["ends"]
            let changed = parts.filter { line.before[$0] != nil || line.after[$0] != nil && line.verb != "added" }
            return Timeline.Event(
                when, .plain,
                what: """
                    \(who): \(JournalTexts(language: visit.language).verb(line.verb))\
                    <dl class="facts">\(each: changed, { name in
                        "<dt>\(text.field(name))</dt><dd><del>\(line.before[name] ?? "")</del> <ins>\(line.after[name] ?? "")</ins></dd>"
                    })</dl>
                    """)
        }
    }
}

/// The form of a person: all of it for the administrator, phone and language for oneself.
struct PersonFormPage {
    let visit: Visit
    let person: Person
    let unit: Unit?
    let writable: [PersonField]
    let action: Link
    let back: Link
    let problems: Problems
    /// Where somebody else saved meanwhile.
    let merging: PersonMerging?

    private var text: PersonTexts { PersonTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let form = Form(to: action, csrf: nil, fields: fields, problems: problems, language: visit.language)
        return Page(
            title: "\(text.edit): \(person.name)", section: writable == PersonField.own ? nil : "organisation",
            content: """
                \(PageHeader(text.edit, about: person.name))
                \(when: merging != nil, Banner(text.savedMeanwhile, .late).html)
                <div class="narrow">\(form.html(questions))</div>
                """)
    }

    private var current: [String: String] { person.described(unit: unit?.code) }

    private var fields: Fields {
        if let merging { return merging.fields }
        return visit.method == .get ? Fields(current) : visit.fields
    }

    private func questions(_ form: Form) -> HTML {
        """
        \(visit.seal)\(each: writable, { field in
            """
            \(form.hidden("was_" + field.rawValue, was(field.rawValue)))\(question(field, form))\(beside(field.rawValue))
            """
        })
        <div class="actions">\(Button(text.save, .primary))\(Button(text.cancel, to: back, .quiet))</div>
        """
    }

    /// As it was when the form was made; anew where the viewer has now seen what the other one wrote.
    private func was(_ name: String) -> String {
        merging == nil && visit.fields.has("was_" + name) ? visit.fields["was_" + name] : current[name] ?? ""
    }

    private func question(_ field: PersonField, _ form: Form) -> HTML {
        let name = field.rawValue
        switch field {
        case .name: return form.field(name, words.name, .text(limit: 200)).html
        case .email: return form.field(name, words.email, .text(.email, limit: 200), isRequired: false).html
        case .phone: return form.field(name, words.phone, .text(limit: 40), isRequired: false).html
        case .language:
            let choices = Language.allCases.map { Choice($0.rawValue, text.name($0)) }
            return form.field(name, text.languageLabel, .select(choices)).html
        case .kind:
            let choices = Person.Kind.allCases.map { Choice($0.rawValue, text.name($0)) }
            return form.field(name, words.kind, .select(choices)).html
        case .unit:
            return form.field(name, words.unit, .text(limit: 40), hint: text.unitHint, isRequired: false).html
        case .title: return form.field(name, words.title, .text(limit: 200), isRequired: false).html
        case .externalID:
            return form.field(name, text.number, .text(limit: 100), hint: text.numberHint, isRequired: false).html
        }
    }

    private func beside(_ name: String) -> HTML? {
        merging?.clashes[name].map { theirs in
            Banner(.late) { "<p>\(text.theirs(theirs))</p>" }.html
        }
    }
}

/// Asks once, with what ends.
struct LeavingPage {
    let visit: Visit
    let sight: PersonSight
    let problems: Problems

    private var text: PersonTexts { PersonTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let person = sight.person
        let held = sight.mandates.filter { ($0.ends ?? .latest) >= visit.today }
        let fields = visit.method == .get ? Fields(["day": (person.ends ?? visit.today).text]) : visit.fields
        let form = Form(
            to: "/people/\(person.id)/leaving", csrf: nil, fields: fields, problems: problems, language: visit.language)
        return Page(
            title: "\(text.leaving): \(person.name)", section: "organisation",
            content: """
                \(Breadcrumbs(
                    [(words.people, "/people"), (person.name, "/people/\(person.id)")], language: visit.language))
                \(PageHeader(text.leaving, about: person.name))
                <p>\(text.leavingHow)</p>
                \(when: !held.isEmpty, """
                    <p>\(text.theseEnd)</p><ul class="stack tight">\(each: held, { mandate in
                        "<li>\(sight.places[mandate.place]?.in(visit.language) ?? "–"): \(words.name(mandate.role))</li>"
                    })</ul>
                    """)
                \(form.html { form in
                    """
                    \(visit.seal)\(form.field("day", words.leavesToday, .day()))
                    <div class="actions">\(Button(text.setLastDay, .danger))\
                    \(Button(text.cancel, to: "/people/\(person.id)", .quiet))</div>
                    """
                })
                """)
    }
}
