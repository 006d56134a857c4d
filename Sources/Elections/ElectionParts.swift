import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// Pieces that the election's page and its protocol share.
struct ElectionParts {
    let visit: Visit
    let picture: ElectionPicture

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var ballotText: BallotTexts { BallotTexts(language: visit.language) }
    private var hall: HallTexts { HallTexts(language: visit.language) }
    private var election: Election { picture.election }

    var facts: HTML {
        let dates = election.dates
        var facts: [(name: String, value: HTML)] = [
            (text.occasion, "\(text.name(of: election.occasion))"),
            (text.franchise, "\(text.name(of: election.franchise))"),
            (text.seats, "\(election.seats)"),
        ]
        if election.deputies > 0 { facts.append((text.deputies, "\(election.deputies)")) }
        facts += [
            (text.nominations, "\(text.range(dates.nominations, today: visit.today))"),
            (text.voting, "\(text.range(dates.voting, today: visit.today))"),
            (text.term, "\(text.range(dates.term, today: visit.today))"),
        ]
        if !election.agreement.isEmpty { facts.append((text.agreement, "\(election.agreement)")) }
        facts.append((text.calledBy, "\(picture.names[election.calledBy])"))
        return """
            \(Facts(facts))\(when: !election.note.isEmpty, "<p class=\"lines\">\(election.note)</p>")
            """
    }

    /// How many have voted, as far as it may be told.
    var turnoutFigure: Figure? {
        switch picture.turnout {
        case .hidden: nil
        case .atLeast(let count): Figure(hall.atLeast(count), text.turnout)
        case .exact(let count): Figure(String(count), text.turnout)
        }
    }

    var turnoutNote: String? {
        switch picture.turnout {
        case .hidden: hall.hiddenTurnout
        case .atLeast: hall.steppedTurnout
        case .exact: nil
        }
    }

    /// What the election gave, with the days on which it begins and ends.
    var mandates: HTML {
        guard !picture.mandates.isEmpty else { return .nothing }
        let organiser = OrganiserTexts(language: visit.language)
        let roles = OrganisationTexts(language: visit.language)
        let rows = picture.mandates.map { mandate in
            DataTable.Row([
                "\(picture.names[mandate.person])", "\(roles.name(mandate.role))",
                "<span class=\"keep\">\(mandate.starts.short(in: visit.language, today: visit.today))</span>",
                """
                <span class="keep">\(mandate.ends.map { $0.short(in: visit.language, today: visit.today) } ?? text.noEnd)</span>
                """,
            ])
        }
        let link: HTML = "<a href=\"/bodies/\(election.body)/seats\">\(organiser.allSeats)</a>"
        return Sheet(organiser.mandates, aside: link, isPadded: false) {
            DataTable(
                organiser.mandates, isCaptionSeen: false,
                columns: [.init(text.name), .init(organiser.role), .init(organiser.since), .init(organiser.until)],
                rows: rows
            ).html
        }.html
    }

    var result: HTML {
        DataTable(
            text.result, isCaptionSeen: false,
            columns: [.init(text.name), .init(text.votes, isNumber: true), .init(text.outcome)],
            rows: picture.candidates.filter { $0.number != nil }.map { candidate in
                .init([
                    "\(picture.name(of: candidate))", "\(candidate.votes ?? 0)",
                    candidate.outcome == .notElected
                        ? "\(text.name(of: .notElected))"
                        : "\(candidate.outcome.map { Badge(text.name(of: $0), .ok) })",
                ])
            } + [
                .init(["\(text.blankBallots)", "\(election.blank ?? 0)", ""]),
                .init(["<b>\(text.castBallots)</b>", "<b>\(election.voted)</b>", ""]),
            ]
        ).html
    }

    /// The candidates between whom the lot decided, where it did.
    var tied: [[Int]] {
        picture.lot?.tied(at: [election.seats, election.seats + election.deputies]) ?? []
    }

    var lotSheet: HTML {
        tied.isEmpty
            ? Disclosure(ballotText.lot) { lotWords }.html : Sheet(ballotText.lot) { lotWords }.html
    }

    var lotWords: HTML {
        guard let lot = picture.lot else { return .nothing }
        guard !tied.isEmpty else { return "<p>\(ballotText.lotNotNeeded)</p>\(commitment(lot))" }
        return """
            \(each: tied, { "<p>\(ballotText.lotDecided(names(of: $0)))</p>" })\(commitment(lot))\
            <p>\(ballotText.lotHow)</p><p class="meta">\(ballotText.lotCommand)</p>\
            \(each: tied.flatMap { $0 }, { draw(of: $0, lot) })
            """
    }

    private func commitment(_ lot: Lot) -> HTML {
        Facts([
            (ballotText.fingerprint, "<code>\(election.lotFingerprint)</code>"),
            (ballotText.secret, "<code>\(lot.secret)</code>"),
        ]).html
    }

    private func draw(of number: Int, _ lot: Lot) -> HTML {
        """
        <h3>\(name(of: number))</h3>\(Facts([
            (ballotText.textToDraw, "<code>\(lot.text(of: number))</code>"),
            (ballotText.draw, "<code>\(lot.draw(of: number))</code>"),
        ]))
        """
    }

    func names(of numbers: [Int]) -> String {
        let names = numbers.map(name)
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        let conjunction = visit.language.pick(da: "og", en: "and")
        return "\(names.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
    }

    func name(of number: Int) -> String {
        picture.candidates.first { $0.number == number }.map(picture.name) ?? ""
    }

    var secrecy: Disclosure {
        Disclosure(ballotText.secrecy) { "\(each: ballotText.secrecyLines, { "<p>\($0)</p>" })" }
    }

    func source(_ rule: LawRule) -> HTML { LawSource(rule, language: visit.language).html }
}
