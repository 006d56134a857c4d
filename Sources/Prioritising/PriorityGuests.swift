import ActionPlan
import Design
import Ideas
import Kernel
import Markup
import Organisation
import Storage
import Web

/// What the plan's own pages show of rounds.
enum PriorityGuests {
    /// A board with more open rounds than these has other worries.
    private static let mostLines = 3

    static let onBoard: PlanGuests.OnBoard = { plan, visit, reader in
        let text = PriorityTexts(language: visit.language)
        guard let priorities = try SeenPriorities.of(plan, for: visit.viewer, reader) else { return BoardGuest() }
        let open = try RoundStore(reader).open(of: plan.body.id, most: mostLines)
        let tab = Tabs.Tab(text.prioritise, to: "/plan/\(plan.body.id)/priorities")
        guard !open.isEmpty else { return BoardGuest(tabs: [tab]) }
        let lines = try open.map { round -> HTML in
            let seen = try SeenRound(round, of: priorities, for: visit.viewer, reader)
            let way = round.step == .placing && seen.mayPlace ? text.placeCards : text.look
            return Banner(.soon) {
                """
                <p><b>\(text.inProgress(round.title))</b> · \(text.name(round.step)) \
                <a href="\("/priorities/\(round.id)" as Link)">\(way)<span class="unseen">: \(round.title)</span></a></p>
                """
            }.html
        }
        return BoardGuest(above: HTML(each: lines) { $0 }, tabs: [tab])
    }

    static let onAction: PlanGuests.OnAction = { seen, visit, reader in
        let text = PriorityTexts(language: visit.language)
        let store = RoundStore(reader)
        let idea = try IdeaStore(reader).find(behind: seen.action.id)
        guard
            let (round, card) = try store.agreed(about: seen.action.id.text, kind: "action")
                ?? idea.flatMap({ try store.agreed(about: $0.id.text, kind: "idea") }),
            try SeenPriorities.includes(round.body, for: visit.viewer, reader)
        else { return nil }
        let agreed = try store.judged(round).filter { $0.agreed != nil }
        guard let one = agreed.first(where: { $0.card.id == card }), let placement = one.agreed,
            let rank = agreed.ranks()[one.place]
        else { return nil }
        return Sheet(text.priority) {
            """
            <p><b>\(text.onAction(rank, of: agreed.count))</b> · \(text.words(placement))</p>\
            <p class="meta"><a href="\("/priorities/\(round.id)" as Link)">\(round.title)</a> · \
            \(round.started.short(in: visit.language, today: visit.today))</p>
            """
        }.html
    }
}
