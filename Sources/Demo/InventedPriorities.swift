import ActionPlan
import Ideas
import Kernel
import Prioritising
import Storage

/// What groups at an invented university have prioritised together, and what some of them are about to.
struct InventedPriorities {
    let dice: Dice
    let today: Day

    /// Each group has been through a round; every third, the first among them, has one where all place alone just now.
    func rounds(of area: InventedUniversity.Area, number: Int, _ reader: Reader) throws -> [PriorityFill.Round] {
        let actions = try ActionStore(reader).open(of: area.group, most: 6).map { PriorityCard.About.action($0.id) }
        let ideas = try IdeaStore(reader).open(of: area.group, where: "1 = 1", most: 6).map {
            PriorityCard.About.idea($0.id)
        }
        let before = actions.prefix(4) + ideas.prefix(2) + [.own("Ro til fordybelse"), .own("Luften i mødelokalerne")]
        let past = round(
            "Det vigtigste efter APV", before.map { $0 }, .closed, of: area, started: today - 40 - dice.below(60))
        guard number.isMultiple(of: 3) else { return [past] }
        let now = ideas + actions.suffix(3) + [.own("Et fast punkt om trivsel på mødet")]
        return [past, round("Idéerne fra foråret", now, .placing, of: area, started: today)]
    }

    private func round(
        _ title: String, _ cards: [PriorityCard.About], _ step: RoundStep, of area: InventedUniversity.Area,
        started: Day
    ) -> PriorityFill.Round {
        let people = 7 + dice.below(12)
        let round = PriorityRound(
            id: dice.identities.random(), body: area.group, title: title, audience: .everyone,
            code: dice.identities.code(letters: PriorityRound.codeLength), step: step, started: started,
            closed: step == .closed ? started : nil, people: step.isShown ? people : 0)
        let laid = cards.enumerated().map { index, about -> PriorityFill.Card in
            let centre = placement()
            let isPlaced = step.isShown
            return PriorityFill.Card(
                card: PriorityCard(
                    id: dice.identities.random(), place: index + 1, about: about, proposal: near(centre),
                    agreed: isPlaced ? centre : nil),
                placements: isPlaced ? (0..<people).map { _ in near(centre) } : [])
        }
        return PriorityFill.Round(round: round, cards: laid)
    }

    private func placement() -> Placement {
        Placement(
            effect: dice.one(of: [.less, .more, .more, .most]), reach: dice.one(of: Grade.allCases),
            hands: dice.one(of: [.own, .own, .influence, .others]))
    }

    /// Most people see it nearly as the others do.
    private func near(_ centre: Placement) -> Placement {
        Placement(
            effect: near(centre.effect), reach: near(centre.reach),
            hands: dice.falls(75) ? centre.hands : dice.one(of: Hands.allCases))
    }

    private func near(_ grade: Grade) -> Grade {
        Grade(rawValue: grade.rawValue + dice.one(of: [-1, 0, 0, 0, 1])) ?? grade
    }
}
