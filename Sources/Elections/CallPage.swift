import Design
import Kernel
import Law
import Markup
import Organisation
import Web

/// The form that calls an election.
struct CallPage {
    let visit: Visit
    let ground: CallingGround
    var problems = Problems.none

    private var text: ElectionTexts { ElectionTexts(language: visit.language) }
    private var law: ElectionLaw { visit.house.law.elections(on: visit.today) }
    private var organiser: OrganiserTexts { OrganiserTexts(language: visit.language) }
    private var name: String { ground.body.name.in(visit.language) }

    var page: Page {
        Page(
            title: "\(text.callOne): \(name)", section: "organisation",
            content: """
                \(Breadcrumbs([(name, "/bodies/\(ground.body.id)"), (text.elections, "/bodies/\(ground.body.id)/elections")], language: visit.language))
                \(PageHeader(text.callOne, about: name))
                <div class="columns"><div class="stack"><p>\(text.callAbout)</p>\(form)</div>\(rules)</div>
                """)
    }

    private var form: HTML {
        Form(
            to: "/bodies/\(ground.body.id)/elections", csrf: nil, fields: fields, problems: problems,
            language: visit.language
        ).html { form in
            """
            \(visit.seal)
            \(form.field("occasion", text.occasion, .select(Election.Occasion.allCases.map { Choice($0.rawValue, text.name(of: $0)) })))
            \(when: ground.body.kind != .group, "\(franchise(form))\(Banner(organiser.committee(ground.groups)))")
            \(when: !ground.sitting.isEmpty, follows(form))
            <div class="pair">\(form.field("seats", text.seats, .number(least: 1, most: CalledElection.mostSeats)))
            \(form.field("deputies", text.deputies, .number(least: 0, most: CalledElection.mostSeats), hint: text.deputiesHint))</div>
            <div class="pair">\(form.field("nominations_open", text.nominationsOpen, .day(earliest: visit.today)))
            \(form.field("nominations_end", text.nominationsEnd, .day(earliest: visit.today)))</div>
            <div class="pair">\(form.field("voting_starts", text.votingStarts, .day(earliest: visit.today)))
            \(form.field("voting_ends", text.votingEnds, .day(earliest: visit.today)))</div>
            <div class="pair">\(form.field("term_starts", text.termStarts, .day(earliest: visit.today)))
            \(form.field("term", text.termLength, .select(TermLength.allCases.map { Choice($0.rawValue, text.name(of: $0)) })))</div>
            \(form.field("agreement", text.agreement, .text(limit: 400), hint: text.agreementHint, isRequired: false))
            \(form.field("note", text.note, .lines(limit: CalledElection.noteLimit), isRequired: false))
            <div class="actions">\(Button(text.call, .primary))</div>
            """
        }
    }

    private func franchise(_ form: Form) -> HTML {
        form.field(
            "franchise", text.franchise,
            .select(
                ground.franchises.map {
                    Choice($0.rawValue, "\(text.name(of: $0)) (\(ground.electorate[$0, default: 0]))")
                })
        ).html
    }

    private func follows(_ form: Form) -> HTML {
        let choices = ground.sitting.map { seat in
            Choice(
                seat.mandate.id.text, seat.name,
                detail: side(seat)
                    + (seat.mandate.ends.map { text.until($0.short(in: visit.language, today: visit.today)) }
                        ?? text.noEnd))
        }
        return form.field("follows", text.follows, .ticks(choices), hint: text.followsHint, isRequired: false).html
    }

    /// In a committee two sides elect.
    private func side(_ seat: Seat) -> String {
        ground.body.kind == .group
            ? "" : "\(OrganisationTexts(language: visit.language).name(seat.mandate.role)), "
    }

    /// What is usual, until something is typed: two weeks to find candidates and a week to vote.
    private var fields: Fields {
        guard visit.method == .get else { return visit.fields }
        let today = visit.today
        let franchise: Franchise =
            Franchise(rawValue: visit.fields["franchise"])
            ?? (ground.groups > CallingGround.groupsThatAllSit ? .representatives : .employees)
        let sitting = ground.sitting(franchise)
        let ends = sitting.compactMap(\.mandate.ends).max()
        // Where a term runs out, the new one begins the day after, if there is time to elect before.
        let termStarts = max(ends.map { $0 + 1 } ?? today + 29, today + 29)
        let usual: [String: [String]] = [
            "occasion": [(sitting.isEmpty ? Election.Occasion.vacant : .termEnds).rawValue],
            "franchise": [franchise.rawValue],
            "seats": [String(max(franchise == .employees ? 1 : CallingGround.seatsOfASide, sitting.count))],
            "deputies": ["0"], "nominations_open": [today.text], "nominations_end": [(today + 14).text],
            "voting_starts": [(today + 17).text], "voting_ends": [(today + 24).text], "term_starts": [termStarts.text],
            "term": [TermLength.two.rawValue], "follows": sitting.map(\.mandate.id.text),
        ]
        // A page that leads here may know who votes, and for how many seats.
        let known = ["franchise", "seats"].filter { !visit.fields[$0].isEmpty }
        return Fields(usual.merging(known.map { ($0, [visit.fields[$0]]) }) { _, given in given })
    }

    private var rules: HTML {
        let franchise: Franchise = Franchise(rawValue: visit.fields["franchise"]) ?? .employees
        return Sheet(text.register) {
            """
            <p>\(text.canVote(ground.electorate[franchise, default: 0]))</p><p class="meta">\(text.knownLeaders)</p>
            \(LawNotes(title: text.whoMayVote, rules: law.voters, language: visit.language))
            \(LawNotes(title: text.whoMayStand, rules: law.candidates, language: visit.language))
            \(LawNotes(title: text.howLong, rules: law.term, language: visit.language))
            \(LawNotes(title: text.deputies, rules: law.deputies, language: visit.language))
            """
        }.html
    }
}
