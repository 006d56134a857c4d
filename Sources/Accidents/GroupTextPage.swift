import Design
import Kernel
import Markup
import Web

/// Where somebody who sees all of an accident makes the event ready for the group: begun with the words covered that look
/// like names, and changed as he or she likes.
struct GroupTextPage {
    let visit: Visit
    let picture: AccidentPicture
    let record: AccidentRecord
    let names: [String]
    let problems: Problems

    private var language: Language { visit.language }
    private var forms: FormTexts { FormTexts(language: language) }
    private var text: GroupTextTexts { GroupTextTexts(language: language) }

    /// Words of the record that look like names.
    private var likely: [String] {
        let event = record.event
        var known: Set<String> = []
        return [event.place, event.course, event.agent].flatMap { NamesInText.likely(in: $0, knowing: names) }
            .filter { known.insert($0).inserted }
    }

    var page: Page {
        let accident = AccidentTexts(language: language)
        let steps: [(String, Link)] = [
            (accident.reports, "/reports"), (accident.report, "/reports/\(picture.report.id)"),
            (accident.accident, "/reports/\(picture.report.id)/accident"),
        ]
        return Page(
            title: text.forGroup, section: "reports",
            content: """
                \(Breadcrumbs(steps, language: language))\(PageHeader(text.forGroup, about: text.about))\
                \(Sheet(text.written) { "<p class=\"lines\">\(record.event.course)</p>\(found)" })\
                \(Sheet { form })
                """)
    }

    private var found: HTML {
        likely.isEmpty
            ? "<p class=\"meta\">\(text.noNames)</p>"
            : "<p>\(text.found)</p><ul>\(each: likely, { "<li>\($0)</li>" })</ul>"
    }

    private var form: HTML {
        Form(
            to: "/reports/\(picture.report.id)/accident/group", csrf: nil,
            fields: problems.isEmpty ? begun : visit.fields, problems: problems, language: language
        ).html { form in
            """
            \(visit.seal)\
            \(form.field("place", forms.place, .text(limit: AccidentDetails.lineLimit), isRequired: false))\
            \(form.field("course", forms.course, .lines(rows: 6, limit: AccidentDetails.courseLimit), hint: text.courseHint))\
            \(form.field("agent", forms.agent, .text(limit: AccidentDetails.lineLimit), isRequired: false))\
            \(form.field("read", text.read, .tick, isRequired: false))\
            <div class="actions">\(Button(text.show))</div>
            """
        }
    }

    /// What the group reads already, else what the authority gets with the likely names covered.
    private var begun: Fields {
        let event = record.event
        func covered(_ text: String) -> String { NamesInText.covered(text, likely) }
        return Fields([
            "place": picture.shown?.place ?? covered(event.place),
            "course": picture.shown?.course ?? covered(event.course),
            "agent": picture.shown?.agent ?? covered(event.agent),
        ])
    }
}

/// On the accident's page, whether the group can read of the event, for those who make it ready.
struct GroupTextPart: Pattern {
    let visit: Visit
    let picture: AccidentPicture

    private var text: GroupTextTexts { GroupTextTexts(language: visit.language) }

    var html: HTML {
        Sheet(text.forGroup) {
            """
            <div class="stack" data-live-part="group-text">\(state)</div>\
            <div class="actions">\(Button(picture.shown == nil ? text.makeReady : text.change,
                to: "/reports/\(picture.report.id)/accident/group", .plain))</div>
            """
        }.html
    }

    private var state: HTML {
        guard let shown = picture.shown else { return "<p>\(text.notReady)</p>" }
        let day = shown.day.short(in: visit.language, today: visit.today)
        return """
            <p class="lines">\(shown.course)</p><p class="meta">\(text.readThrough(by: picture.names[shown.by] ?? "–", day))</p>
            """
    }
}

struct GroupTextTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var forGroup: String { say("Det, gruppen kan læse om hændelsen", "What the group can read of the event") }
    var about: String {
        say(
            "Gruppen skal kunne lære af ulykken uden at læse, hvem det var. Ret teksten, så ingen er nævnt ved navn.",
            "The group shall learn from the accident without reading who it was. Change the text so that nobody is named."
        )
    }
    var written: String { say("Sådan står der i anmeldelsen", "As it stands in the notification") }
    var found: String { say("Disse ord ligner navne:", "These words look like names:") }
    var noNames: String {
        say("Ingen ord ligner navne. Læs selv efter.", "No word looks like a name. Read it yourself.")
    }
    var courseHint: String {
        say(
            "▇▇▇ står for det, der er dækket. Skriv gerne »en kollega« i stedet.",
            "▇▇▇ stands for what is covered. “A colleague” may read better.")
    }
    var read: String {
        say("Jeg har læst teksten. Ingen kan kendes i den.", "I have read the text. Nobody can be recognised in it.")
    }
    var show: String { say("Vis den til gruppen", "Show it to the group") }
    var saved: String {
        say("Gruppen kan læse det, når ulykken er anmeldt.", "The group can read it once the accident is notified.")
    }
    var notReady: String {
        say(
            "Hændelsen er dækket for gruppen, til nogen har læst den igennem for navne.",
            "The event is blacked out for the group until somebody has read it through for names.")
    }
    var makeReady: String { say("Gør den klar til gruppen", "Make it ready for the group") }
    var change: String { say("Ret det", "Change it") }
    func readThrough(by name: String, _ day: String) -> String {
        say("Læst igennem af \(name) \(day)", "Read through by \(name) \(day)")
    }
}
