import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// Who may vote, and who was put on or struck by hand.
struct RegisterPage {
    let visit: Visit
    let picture: ElectionPicture
    let voters: [(id: PersonID, name: String)]
    let corrections: [PersonID: Correction]
    let names: [PersonID: String]
    var problems = Problems.none

    private static let shown = 1000

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }

    var page: Page {
        let name = picture.body.name.in(visit.language)
        return Page(
            title: "\(text.register): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs([(text.election(in: name), "/elections/\(picture.election.id)")], language: visit.language))
                \(PageHeader(text.register, about: "\(text.canVote(voters.count)) \(text.registerAbout)" as String))
                <div class="columns"><div class="stack">\(Sheet(text.register) { list })\(corrected)</div>
                <div class="stack">\(Sheet(text.correct) { "<p class=\"meta\">\(text.knownLeaders)</p>\(form)" })\
                \(LawNotes(title: text.whoMayVote, rules: visit.house.law.elections(on: visit.today).voters, language: visit.language))</div></div>
                """)
    }

    private var list: HTML {
        guard !voters.isEmpty else { return "<p>\(text.nobodyOnRegister)</p>" }
        return """
            <ul class="stack tight">\(each: voters.prefix(Self.shown), { "<li>\($0.name)</li>" })\
            \(when: voters.count > Self.shown, "<li>… \(text.of(Self.shown, voters.count))</li>")</ul>
            """
    }

    private var corrected: HTML {
        guard !corrections.isEmpty else { return .nothing }
        let rows = corrections.sorted { (names[$0.key] ?? "", $0.key) < (names[$1.key] ?? "", $1.key) }
        return DataTable(
            text.corrections, columns: [.init(text.name), .init(text.correct), .init(text.whyCorrected)],
            rows: rows.map { person, correction in
                .init([
                    "\(names[person])", "\(correction.votes ? text.added : text.struck)", "\(correction.reason)",
                ])
            }
        ).html
    }

    private var form: HTML {
        let isVoting = picture.election.state == .voting
        let choices = [Choice("yes", text.putOn)] + (isVoting ? [] : [Choice("no", text.strike)])
        return Form(
            to: "/elections/\(picture.election.id)/register", csrf: visit.csrf, fields: visit.fields,
            problems: problems, language: visit.language
        ).html { form in
            """
            \(form.field("email", text.email, .text(.email)))\
            \(form.field("votes", text.mayVote, .list(choices)))\
            \(form.field("reason", text.whyCorrected, .text(limit: Correction.reasonLimit), hint: text.whyCorrectedHint))\
            <div class="actions">\(Button(text.correct, .primary))</div>
            """
        }
    }
}
