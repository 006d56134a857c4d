import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// Two closed the same action: what the first one wrote stands, and what the second one wrote is kept in sight, to be
/// sent as a comment.
struct ClosedMeanwhilePage {
    let visit: Visit
    let action: Action
    let made: MadeClosure?
    /// Who was first.
    let name: String

    static func page(of id: ActionID, _ visit: Visit) async throws -> Page {
        try await visit.read { reader in
            let action = try SeenAction.worked(id, by: visit.viewer, reader).action
            let made = try ActionStore(reader).closures(of: id).first { $0.reopenedAt == nil }
            let name = try made?.person.flatMap { try PersonStore(reader).name(of: $0) } ?? ""
            return ClosedMeanwhilePage(visit: visit, action: action, made: made, name: name).page
        }
    }

    private var text: ClosureTexts { ClosureTexts(language: visit.language) }
    private var words: ActionTexts { ActionTexts(language: visit.language) }

    private var page: Page {
        Page(
            title: text.closedMeanwhile, section: "plan",
            content: """
                \(Breadcrumbs([(action.agreed.what, "/actions/\(action.id)")], language: visit.language))\
                \(PageHeader(text.closedMeanwhile, about: text.closedMeanwhileAbout))<div class="columns">\
                \(theirs)\(mine)</div>
                """)
    }

    private var theirs: Sheet {
        let closure = made?.closure
        let answers = [
            (text.planned, closure?.planned ?? ""), (text.done, closure?.done ?? ""),
            (text.effect, closure.map { words.name($0.effect) } ?? ""), (text.learned, closure?.learned ?? ""),
        ]
        return Sheet(words.theirText(name.isEmpty ? .unknown : .named(name))) {
            "\(each: answers.filter { !$0.1.isEmpty }, { "<div><h3>\($0.0)</h3><p class=\"lines\">\($0.1)</p></div>" })"
        }
    }

    private var mine: Sheet {
        let effect = Effect(rawValue: visit.fields["effect"]).map { words.name($0) } ?? ""
        let answers = [
            (text.done, visit.fields["done"].trimmed), (text.effect, effect),
            (text.learned, visit.fields["learned"].trimmed),
        ].filter { !$0.1.isEmpty }
        var fields = Fields()
        fields["comment"] = answers.map { "\($0.0)\n\($0.1)" }.joined(separator: "\n\n")
        let form = Form(
            to: "/actions/\(action.id)/comments", csrf: visit.csrf, fields: fields, language: visit.language)
        return Sheet(words.yourText) {
            form.html { form in
                """
                \(form.field("comment", words.comment, .lines(rows: 8, limit: Agreement.textLimit)))\
                <div class="actions">\(Button(text.sendAsComment))</div>
                """
            }
        }
    }
}
