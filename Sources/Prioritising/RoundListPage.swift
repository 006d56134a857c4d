import Design
import Kernel
import Markup
import Organisation
import Web

/// All rounds of a plan, latest first.
struct RoundListPage {
    let visit: Visit
    let seen: SeenPriorities
    let rounds: [PriorityRound]
    let cards: [RoundID: Int]

    private var text: PriorityTexts { PriorityTexts(language: visit.language) }
    private var body: Body { seen.body }

    var page: Page {
        let name = body.name.in(visit.language)
        return Page(
            title: "\(text.rounds): \(name)", section: "plan", topics: [.board(of: body.id)],
            content: """
                \(Breadcrumbs([(name, "/plan/\(body.id)")], language: visit.language))\
                \(PageHeader(text.rounds, about: text.roundsAbout, actions: actions))\
                <div data-live-part="rounds">\(when: rounds.isEmpty, "\(empty)", else: rows)</div>
                """)
    }

    private var actions: HTML {
        """
        \(Button(text.enterCode, to: "/prioritise", .quiet))\
        \(when: seen.mayLead, "\(Button(text.newRound, to: new, .primary))")
        """
    }

    private var new: Link { "/plan/\(body.id)/priorities/new" }

    private var empty: EmptyState {
        EmptyState(text.noRounds, text.noRoundsHelp, firstStep: seen.mayLead ? Button(text.newRound, to: new) : nil)
    }

    private var rows: HTML {
        "<h2 class=\"unseen\">\(text.rounds)</h2>\(Sheet(isPadded: false) { "\(TaskRows(rounds.map(row)))" })"
    }

    private func row(_ round: PriorityRound) -> TaskRow {
        let people = round.step.isShown ? text.people(round.people) : text.name(round.audience)
        return TaskRow(
            round.title, to: "/priorities/\(round.id)",
            detail: "\(text.cards(cards[round.id] ?? 0)) · \(people)",
            badge: Badge(text.name(round.step), round.step == .closed ? .plain : .soon),
            when: round.started.short(in: visit.language, today: visit.today))
    }
}
