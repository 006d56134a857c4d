import Design
import Documents
import Kernel
import Markup
import Organisation
import Web

/// An election on a big screen: what people can do now and until when, where, who stands, and what came of it. It says
/// nothing that the election's page does not say; never who has voted, and no votes before the count.
struct ScreenPage {
    let visit: Visit
    let picture: ElectionPicture

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var ballotText: BallotTexts { BallotTexts(language: visit.language) }
    private var hall: HallTexts { HallTexts(language: visit.language) }
    private var election: Election { picture.election }
    private var dates: Election.Dates { election.dates }
    private var parts: ElectionParts { ElectionParts(visit: visit, picture: picture) }

    func page() throws(QRCodeProblem) -> Page {
        let code = try QRCode(text: address).svg(label: address)
        let name = picture.body.name.in(visit.language)
        return Page(
            title: text.election(in: name), surroundings: .screen, topics: [.election(election.id)],
            content: """
                <div class="stack loose" data-live-part="hall"><header><h1>\(text.election(in: name))</h1>\
                <p class="now">\(now)</p></header>\(days)\(people)</div>\
                <aside><div class="scan">\(code)</div><p>\(election.state.isOver ? hall.seeResult : hall.scan)</p>\
                <p class="address">\(shortAddress)</p>\
                <p class="back no-print"><a href="/elections/\(election.id)">\(hall.back)</a></p></aside>
                """)
    }

    private var address: String { "\(visit.house.settings.publicAddress)/e/\(ShortAddress.of(election.id))" }
    private var shortAddress: String { String(address.drop { $0 != "/" }.dropFirst(2)) }

    private func said(_ day: Day) -> String { hall.unbroken(day.long(in: visit.language)) }

    private var now: String {
        switch picture.phase {
        case .coming: hall.comes(said(dates.nominations.lowerBound))
        case .nominating: hall.stand(by: said(dates.nominations.upperBound))
        case .waiting: hall.votingFrom(said(dates.voting.lowerBound))
        case .voting: hall.vote(by: said(dates.voting.upperBound))
        case .counting: hall.counting
        case .decided: hall.decided
        case .uncontested, .unfilled, .cancelled: text.name(of: picture.phase)
        }
    }

    private var days: HTML {
        guard !election.state.isOver else { return .nothing }
        let days = [(text.nominations, dates.nominations), (text.voting, dates.voting)].map { title, days in
            (name: title, value: "\(hall.unbroken(text.range(days, today: visit.today)))" as HTML)
        }
        return """
            \(Facts(days + [(hall.seats(election.seats), "\(hall.term(short(dates.term.lowerBound), short(dates.term.upperBound)))")]))\(turnout)
            """
    }

    private func short(_ day: Day) -> String { hall.unbroken(day.short(in: visit.language, today: visit.today)) }

    private var turnout: HTML {
        guard picture.phase == .voting || picture.phase == .counting else { return .nothing }
        return """
            <div class="figures">\(parts.turnoutFigure.map(\.html))\(Figure(String(picture.electorate), text.entitled))</div>\
            \(parts.turnoutNote.map { "<p class=\"meta\">\($0)</p>" as HTML })
            """
    }

    private var people: HTML {
        switch picture.phase {
        case .coming, .cancelled: return .nothing
        // In a hall leaders look on, too.
        case .nominating: return "<p class=\"meta\">\(hall.candidatesLater)</p>"
        case .waiting, .voting, .counting:
            return """
                <section><h2>\(text.candidates)</h2><ul class="names">\
                \(each: picture.candidates, { "<li><b>\(picture.name(of: $0))</b></li>" })</ul></section>
                """
        case .decided: return "\(result)\(lot)"
        case .uncontested:
            let elected = picture.candidates.filter { $0.outcome == .elected }
            return """
                <p>\(text.uncontestedHow(elected: elected.count, seats: election.seats))</p><ul class="names">\
                \(each: elected, { "<li class=\"won\"><b>\(picture.name(of: $0))</b></li>" })</ul>
                """
        case .unfilled:
            let nobody = visit.house.law.elections(on: visit.today).nobody
            return "\(each: nobody, { "<p>\($0.words.in(visit.language))</p>" })"
        }
    }

    private var result: HTML {
        """
        <ol class="names result">\(each: picture.candidates.filter { $0.number != nil }, line)</ol>\
        <p>\(hall.turnout(election.voted, of: picture.electorate, blank: election.blank ?? 0)) \
        \(hall.term(short(dates.term.lowerBound), short(dates.term.upperBound))).</p>
        """
    }

    private func line(_ candidate: Candidate) -> HTML {
        let outcome = candidate.outcome.flatMap { $0 == .notElected ? nil : text.name(of: $0) }
        return """
            <li\(when: candidate.outcome == .elected, " class=\"won\"")><b>\(picture.name(of: candidate))</b> \
            <span>\(hall.votes(candidate.votes ?? 0))</span>\(outcome.map { " \(Badge($0, .ok))" as HTML })</li>
            """
    }

    /// Where the lot decided: its secret, and what was drawn for whom.
    private var lot: HTML {
        guard let lot = picture.lot, !parts.tied.isEmpty else { return .nothing }
        let draws = parts.tied.flatMap { $0 }.map { number in
            (name: parts.name(of: number), value: "<code>\(lot.draw(of: number))</code>" as HTML)
        }
        return """
            <section class="lot"><h2>\(ballotText.lot)</h2>\(each: parts.tied, { "<p>\(ballotText.lotDecided(parts.names(of: $0)))</p>" })\
            \(Facts([
                (ballotText.fingerprint, "<code>\(election.lotFingerprint)</code>"),
                (ballotText.secret, "<code>\(lot.secret)</code>"),
            ] + draws))<p class="meta">\(hall.drawHow)</p></section>
            """
    }
}
