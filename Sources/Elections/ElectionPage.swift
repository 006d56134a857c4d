import Design
import Journal
import Kernel
import Law
import Markup
import Organisation
import Web

/// An election as it stands: what one can do now, who stands, how many have voted, and what came of it.
struct ElectionPage {
    /// More people than this are found by writing a name.
    static let mostToChooseFrom = 200

    let visit: Visit
    let picture: ElectionPicture
    /// Who may be proposed, where they are few enough to choose from.
    let people: [(id: PersonID, name: String)]
    var problems = Problems.none

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var ballotText: BallotTexts { BallotTexts(language: visit.language) }
    private var organiserText: OrganiserTexts { OrganiserTexts(language: visit.language) }
    private var election: Election { picture.election }
    private var parts: ElectionParts { ElectionParts(visit: visit, picture: picture) }
    private var name: String { picture.body.name.in(visit.language) }

    var page: Page {
        Page(
            title: text.election(in: name), section: "organisation", topics: [.election(election.id)],
            content: """
                \(Breadcrumbs([(name, "/bodies/\(election.body)"), (text.elections, "/bodies/\(election.body)/elections")], language: visit.language))
                <div class="stack" data-live-part="head">\(PageHeader(text.election(in: name), about: badge, actions: actions))\(steps)\(state)</div>
                <div class="columns"><div class="stack">
                \(forms)
                <div class="stack" data-live-part="people">\(outcome)</div></div>
                <div class="stack">\(Sheet(text.facts) { parts.facts })\(rules)\(organiser)</div></div>
                """)
    }

    private var badge: HTML { "\(Badge(text.name(of: picture.phase), ElectionRow.tone(of: picture.phase)))" }

    private var actions: HTML? {
        if picture.mayVoteNow {
            return Button(ballotText.voteNow, to: "/elections/\(election.id)/ballot", .primary).html
        }
        var buttons: [Button] = []
        if election.state.isOver, election.state != .cancelled {
            buttons.append(Button(text.protocolName, to: "/elections/\(election.id)/protocol"))
        }
        if picture.looksAfter, election.state != .cancelled {
            buttons.append(Button(organiserText.bigScreen, to: "/elections/\(election.id)/screen"))
        }
        return buttons.isEmpty ? nil : "<div class=\"actions\">\(buttons.map(\.html))</div>"
    }

    private var steps: HTML {
        let current: Int? =
            switch picture.phase {
            case .coming, .nominating: 0
            case .waiting, .voting, .counting: 1
            case .decided, .uncontested: 3
            case .unfilled, .cancelled: nil
            }
        guard let current else { return .nothing }
        return Steps([text.nominations, text.voting, text.result], current: current, language: visit.language).html
    }

    private var state: HTML {
        switch picture.phase {
        case .coming: return Banner(text.next(election, .coming, today: visit.today)).html
        case .nominating: return .nothing
        case .waiting: return Banner(text.waitingHow).html
        case .voting: return turnout
        case .counting: return "\(Banner(text.countingHow, .late))\(turnout)"
        case .decided: return turnout
        case .uncontested:
            let elected = picture.candidates.count { $0.outcome == .elected }
            return Banner(text.uncontestedHow(elected: elected, seats: election.seats), .ok).html
        case .unfilled:
            return Sheet(text.unfilledTitle) {
                """
                \(each: visit.house.law.elections(on: visit.today).nobody, { "<p>\($0.words.in(visit.language)) \(parts.source($0))</p>" })\
                \(picture.encouraged.map { "<p class=\"meta\">\(organiserText.encouragedAgain($0.long(in: visit.language)))</p>" as HTML })
                """
            }.html
        case .cancelled:
            return Banner(.late) {
                """
                <p>\(election.reason.map(text.reason))</p>\
                \(election.reasonInWords.map { "<p><b>\(organiserText.becauseOf)</b> \($0)</p>" as HTML })
                """
            }.html
        }
    }

    private var turnout: HTML {
        let own: HTML =
            picture.hasVoted
            ? Banner(.ok) { "<b>\(ballotText.youHaveVoted)</b><p>\(ballotText.youHaveVotedHow)</p>" }.html : .nothing
        return """
            \(own)<ul class="figures">\(parts.turnoutFigure.map { "<li>\($0)</li>" as HTML })\
            <li>\(Figure(String(picture.electorate), text.entitled))</li></ul>\
            \(parts.turnoutNote.map { "<p class=\"meta\">\($0)</p>" as HTML })
            """
    }

    private var outcome: HTML {
        switch picture.phase {
        case .decided:
            return
                "\(Sheet(text.result, isPadded: false) { parts.result })\(parts.mandates)\(parts.lotSheet)\(candidates)"
        case .voting, .counting: return "\(candidates)\(fingerprint)"
        case .unfilled, .cancelled: return .nothing
        case .uncontested: return "\(parts.mandates)\(candidates)"
        case .coming, .nominating, .waiting: return candidates
        }
    }

    private var candidates: HTML {
        Sheet(text.candidates) {
            if picture.hidesCandidates { return "<p class=\"meta\">\(text.notOnRegister) \(text.candidatesLater)</p>" }
            if picture.candidates.isEmpty { return "<p class=\"meta\">\(text.noCandidates)</p>" }
            return "\(each: picture.candidates, candidate)"
        }.html
    }

    private func candidate(_ candidate: Candidate) -> HTML {
        """
        <div class="stack tight">\(PersonName(picture.name(of: candidate), detail: candidate.outcome.map(text.name)))\
        \(when: candidate.presentation.isEmpty, "<p class=\"meta\">\(text.noPresentation)</p>",
          else: "<p class=\"lines\">\(candidate.presentation)</p>")</div>
        """
    }

    private var fingerprint: HTML {
        guard let fingerprint = election.lotFingerprint else { return .nothing }
        return Disclosure(ballotText.lot) {
            "<p>\(ballotText.lotAhead)</p><p><code>\(fingerprint)</code></p>"
        }.html
    }

    private var rules: HTML {
        let law = visit.house.law.elections(on: visit.today)
        return """
            \(LawNotes(title: text.whoMayVote, rules: law.voters, language: visit.language))\
            \(LawNotes(title: text.whoMayStand, rules: law.candidates, language: visit.language))\
            \(when: election.deputies > 0, LawNotes(title: text.deputies, rules: law.deputies, language: visit.language).html)\
            \(when: picture.phase == .voting, "\(parts.secrecy)")
            """
    }

    private var organiser: HTML {
        guard picture.looksAfter, !election.state.isOver else { return .nothing }
        guard picture.isOrganiser else {
            return Sheet(text.register) { "<p>\(OrganiserTexts.standsOneself.in(visit.language))</p>" }.html
        }
        return Sheet(text.register) {
            """
            <p>\(text.canVote(picture.electorate))</p>
            <div class="actions">\(Button(text.register, to: "/elections/\(election.id)/register"))\
            \(when: election.mayBeRedated(in: picture.phase), Button(organiserText.changeDates, to: "/elections/\(election.id)/dates").html)\
            \(Button(text.callOff, to: "/elections/\(election.id)/cancellation", .danger))</div>
            """
        }.html
    }
}

extension ElectionPage {
    /// What a voter can do while candidates are found. Not live: nobody's typing is to be disturbed.
    private var forms: HTML {
        guard picture.phase == .nominating, picture.isVoter || picture.own != nil else {
            return problems.isEmpty ? .nothing : ProblemSummary(problems, language: visit.language).html
        }
        return "\(ownForm)\(when: picture.isVoter, proposal)"
    }

    private var isProposing: Bool { visit.address.hasSuffix("/nominations") }

    private var ownForm: HTML {
        switch picture.own?.answer {
        case .asked:
            Sheet(text.youAreAsked) {
                "<p>\(text.youAreAskedHow)</p>\(standing(text.yes))\(leave(text.no, to: "/elections/\(election.id)/refusal"))"
            }.html
        case .stands:
            Sheet(text.youStand) {
                "\(standing(text.save))\(leave(text.withdraw, to: "/elections/\(election.id)/withdrawal"))"
            }.html
        case .declined, .withdrawn, nil:
            Sheet(text.stand) { standing(text.stand) }.html
        }
    }

    private func standing(_ button: String) -> HTML {
        var fields = isProposing ? Fields() : visit.fields
        if !fields.has("presentation") { fields["presentation"] = picture.own?.presentation ?? "" }
        return Form(
            to: "/elections/\(election.id)/candidacy", csrf: visit.csrf, fields: fields,
            problems: isProposing ? .none : problems, language: visit.language
        ).html { form in
            """
            \(when: picture.looksAfter && picture.own?.answer != .stands, "<p>\(organiserText.standingHow)</p>")\
            \(form.field("presentation", text.presentation, .lines(rows: 4, limit: Candidate.presentationLimit), hint: text.standHow, isRequired: false))\
            <div class="actions">\(Button(button, .primary))</div>
            """
        }
    }

    private func leave(_ title: String, to link: Link) -> HTML {
        PostButton(title, to: link, csrf: visit.csrf, .quiet).html
    }

    private var proposal: HTML {
        let choices = people.filter { $0.id != visit.viewer.person }.map { Choice($0.id.text, $0.name) }
        return Sheet(text.propose) {
            Form(
                to: "/elections/\(election.id)/nominations", csrf: visit.csrf,
                fields: isProposing ? visit.fields : Fields(), problems: isProposing ? problems : .none,
                language: visit.language
            ).html { form in
                let field =
                    choices.isEmpty
                    ? form.field("person", text.colleague, .text(limit: 200), hint: text.colleagueHint)
                    : form.field("person", text.colleague, .select(choices))
                return """
                    <p class="meta">\(text.proposeHow)</p>\(field)<div class="actions">\(Button(text.propose, .plain))</div>
                    """
            }
        }.html
    }
}
