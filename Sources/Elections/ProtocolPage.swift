import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// What is filed of an election: a sheet of A4.
struct ProtocolPage {
    let visit: Visit
    let picture: ElectionPicture

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var ballot: BallotTexts { BallotTexts(language: visit.language) }
    private var election: Election { picture.election }
    private var parts: ElectionParts { ElectionParts(visit: visit, picture: picture) }

    var page: Page {
        let title = ballot.protocolTitle(picture.body.name.in(visit.language))
        return Page(
            title: title, surroundings: .paper(.a4), scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: "/elections/\(election.id)").html)
                <article class="stack"><h1>\(title)</h1><p class="meta">\(text.name(of: picture.phase))\
                \(election.ended.map { " · \($0.long(in: visit.language))" as HTML })</p>\(parts.facts)\(outcome)\(seen)</article>
                """)
    }

    private var outcome: HTML {
        switch election.state {
        case .decided:
            let days = election.dates.voting
            return """
                <h2>\(text.result)</h2><p>\(ballot.held(days.lowerBound.long(in: visit.language), days.upperBound.long(in: visit.language))) \
                \(ballot.howElected) \(text.of(election.voted, picture.electorate)) \(text.turnout).</p>\(parts.result)\
                <h2>\(ballot.lot)</h2>\(parts.lotWords)
                """
        case .uncontested:
            let elected = picture.candidates.filter { $0.outcome == .elected }
            return """
                <h2>\(text.result)</h2><p>\(text.uncontestedHow(elected: elected.count, seats: election.seats))</p>\
                <ul>\(each: elected, { "<li>\(picture.name(of: $0))</li>" })</ul>
                """
        case .unfilled:
            let rules = visit.house.law.elections(on: visit.today).nobody
            return """
                <h2>\(text.result)</h2><p>\(text.name(of: .unfilled)).</p>\
                \(each: rules, { "<p>\($0.words.in(visit.language)) \(parts.source($0))</p>" })
                """
        case .cancelled: return "<p>\(election.reason.map(text.reason))</p>"
        case .called, .voting: return .nothing
        }
    }

    private var seen: HTML {
        """
        <section class="signing"><h2>\(ballot.signatures)</h2><dl class="facts"><dt>\(ballot.signature)</dt><dd>____________________________</dd>\
        <dt>\(ballot.signature)</dt><dd>____________________________</dd></dl></section>
        """
    }
}
