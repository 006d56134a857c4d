import ActionPlan
import Journal
import Kernel

/// What the groups asked their leaders for, and what those said.
struct InventedDecisions {
    let dice: Dice
    let today: Day
    /// Who leads each group.
    let leaders: [BodyID: PersonID]

    init(_ university: InventedUniversity, _ dice: Dice, on today: Day) {
        self.dice = dice
        self.today = today
        let held = university.mandates.filter { $0.role == .leader && $0.isHeld(on: today) }
        leaders = Dictionary(held.compactMap { one in one.body.map { ($0, one.person) } }) { first, _ in first }
    }

    /// Of some open actions something was asked; most of it has been answered.
    func changes(for action: Action, of area: InventedUniversity.Area) -> [(change: Change, deed: Deed)] {
        guard action.isOpen, action.hold == nil, let leader = leaders[action.body], dice.falls(12),
            let asker = area.members.first(where: { $0 != leader })
        else { return [] }
        let asked = min(today - 1, action.createdAt.day + 2 + dice.below(20))
        let answerBy = asked + 10 + dice.below(20)
        let wish = dice.one(of: Wish.allCases)
        let asking = deed(by: asker, on: asked)
        let request = LeaderRequest(
            id: asking.identities.ordered(at: asking.moment), action: action.id, body: action.body, wish: wish,
            text: text(wish), leader: leader, answerBy: answerBy, askedBy: asker, askedAt: asking.moment)
        let change = request.asked(about: action, by: Words(da: "Gruppen", en: "The group"), asking)
        let answered = asked + 3 + dice.below(9)
        guard answered < today, dice.falls(today - answerBy > 12 ? 100 : 60) else { return [(change, asking)] }
        let decision = dice.one(of: [LeaderAnswer.Decision.yes, .yes, .partly, .no])
        let answer = LeaderAnswer(decision: decision, reason: reason(decision), from: answered + 7 + dice.below(90))
        let answering = deed(by: leader, on: answered)
        return [(change, asking), (request.answered(answer, about: action, concerned: [asker], answering), answering)]
    }

    private func deed(by person: PersonID, on day: Day) -> Deed {
        Deed(
            by: person, at: Moment(milliseconds: day.number * 86_400_000 + (7 * 60 + dice.below(480)) * 60_000),
            identities: dice.identities)
    }

    private func text(_ wish: Wish) -> String {
        switch wish {
        case .time:
            dice.one(of: [
                "To timer om ugen til den, der holder øje, til og med påske.",
                "En formiddag for hele holdet, uden undervisning og uden telefon.",
            ])
        case .money:
            dice.one(of: ["6.500 kroner. Tilbuddet er vedhæftet.", "Omkring 12.000 kroner, helst inden jul."])
        case .layout:
            dice.one(of: [
                "At reolen må flyttes ud på gangen, så der er plads til to.",
                "At de to kontorer bytter, så støjen kommer væk fra skranken.",
            ])
        }
    }

    private func reason(_ decision: LeaderAnswer.Decision) -> String {
        switch decision {
        case .yes: dice.one(of: ["Det er billigere end en sygemelding.", "Rigtigt set. Gå i gang."])
        case .partly: dice.one(of: ["Halvdelen i år, resten af næste års penge.", "Ja til den ene gang, så ser vi."])
        case .no:
            dice.one(of: ["Pengene er brugt i år. Kom igen i januar.", "Vi flytter til sommer. Tag det med der."])
        }
    }
}
