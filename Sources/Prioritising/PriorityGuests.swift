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

    static let onBoard: PlanGuests.OnBoard = { body, visit, asking in
        let open = asking.rows(RoundStore.open(of: body, most: mostLines))
        return { plan, reader in
            let text = PriorityTexts(language: visit.language)
            guard let priorities = try SeenPriorities.of(plan, for: visit.viewer, reader) else { return BoardGuest() }
            let tab = Tabs.Tab(text.prioritise, to: "/plan/\(body)/priorities")
            guard !open.rows.isEmpty else { return BoardGuest(tabs: [tab]) }
            let lines = try open.rows.map { round in
                line(on: round, try SeenRound(round, of: priorities, for: visit.viewer, reader), text)
            }
            return BoardGuest(above: HTML(each: lines) { $0 }, tabs: [tab])
        }
    }

    private static func line(on round: PriorityRound, _ seen: SeenRound, _ text: PriorityTexts) -> HTML {
        let way = round.step == .placing && seen.mayPlace ? text.placeCards : text.look
        return Banner(.soon) {
            """
            <p><b>\(text.inProgress(round.title))</b> · \(text.name(round.step)) \
            <a href="\("/priorities/\(round.id)" as Link)">\(way)<span class="unseen">: \(round.title)</span></a></p>
            """
        }.html
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
