import Design
import Kernel
import Markup
import Organisation
import Web

/// The ballot: choose, and put it in the box.
struct BallotPage {
    let visit: Visit
    let picture: ElectionPicture
    var problems = Problems.none

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var ballot: BallotTexts { BallotTexts(language: visit.language) }

    var page: Page {
        let name = picture.body.name.in(visit.language)
        let id = picture.election.id
        return Page(
            title: "\(ballot.ballot): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs([(text.election(in: name), "/elections/\(id)")], language: visit.language))
                \(PageHeader(ballot.ballot, about: name))
                \(Sheet { "\(form)" })
                \(ElectionParts(visit: visit, picture: picture).secrecy)
                """)
    }

    /// No key by which a second sending is known: it would be kept, and name the voter. A second ballot finds the first.
    private var form: HTML {
        let seats = picture.election.seats
        return Form(
            to: "/elections/\(picture.election.id)/ballot", csrf: visit.csrf, fields: visit.fields, problems: problems,
            language: visit.language
        ).html { form in
            """
            \(form.field("choice", ballot.choose(seats), seats == 1 ? .list(choices) : .ticks(choices), hint: ballot.once))
            <div class="actions">\(Button(ballot.putIn, .primary, isFull: true))</div>
            """
        }
    }

    private var choices: [Choice] {
        picture.ballot.map { candidate in
            Choice(String(candidate.number ?? 0), picture.name(of: candidate), detail: excerpt(candidate.presentation))
        } + [Choice(Ballot.blank, ballot.blank)]
    }

    private func excerpt(_ presentation: String) -> String? {
        let line = presentation.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !line.isEmpty else { return nil }
        return line.count <= 120 ? line : "\(line.prefix(118).trimmingSuffix(while: \.isWhitespace)) …"
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isLeftOut(last) { rest.removeLast() }
        return rest
    }
}
