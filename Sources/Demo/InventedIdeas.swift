import ActionPlan
import Ideas
import Kernel

/// What people at an invented university would like to see done, who supports it and what their group said.
struct InventedIdeas {
    typealias Given = (idea: Idea, supporters: Set<PersonID>)

    let dice: Dice
    let today: Day

    /// What lies in the group's parking lot, and what it put away: each group has some of them.
    func ideas(of area: InventedUniversity.Area) -> [Given] {
        let start = dice.below(Self.wishes.count)
        return (0..<(3 + dice.below(4))).map { number in
            let wish = Self.wishes[(start + number) % Self.wishes.count]
            let given = today - 2 - dice.below(120)
            let state: IdeaState = dice.one(of: [.waiting, .waiting, .waiting, .parked, .declined])
            return idea(wish.what, wish.why, state, given: given, reason: reason(for: state, wish), of: area)
        }
    }

    /// The idea behind an action of the plan, as it stands today.
    func idea(behind action: Action, of area: InventedUniversity.Area) -> Given {
        let state: IdeaState = action.isOpen ? .takenUp : .done
        let made = action.createdAt.day
        return idea(
            action.agreed.what, action.agreed.why, state, given: made - 3 - dice.below(20), decided: made,
            action: action.id, id: action.origin.map { IdeaID($0.id) }, of: area)
    }

    /// Where an action came from that somebody once had the idea to.
    func origin() -> Origin { Origin(kind: "idea", id: dice.identities.random(Idea.self).text) }

    private func idea(
        _ what: String, _ why: String, _ state: IdeaState, given: Day, decided: Day? = nil, reason: String = "",
        action: ActionID? = nil, id: IdeaID? = nil, of area: InventedUniversity.Area
    ) -> Given {
        let giver: IdeaGiver = dice.falls(40) ? .anonymous : .person(dice.one(of: area.everybody))
        let many = Set((0..<dice.below(9)).map { _ in dice.one(of: area.everybody) })
        let decision = Idea.Decision(
            decided ?? min(today - 1, given + 1 + dice.below(14)), by: dice.one(of: area.members), because: reason)
        let idea = Idea(
            id: id ?? dice.identities.random(), body: area.group, unit: dice.one(of: area.sections), what: what,
            why: why, given: given, giver: giver, state: state, decision: state == .waiting ? nil : decision,
            action: action)
        return (idea, many.subtracting([giver.person].compactMap { $0 }))
    }

    private func reason(for state: IdeaState, _ wish: (what: String, why: String, no: String)) -> String {
        switch state {
        case .declined: wish.no
        case .parked:
            dice.one(of: ["Vi ser på den igen efter eksamen.", "God idé. Der mangler en, der vil tage den.", ""])
        case .waiting, .takenUp, .done: ""
        }
    }

    private static let wishes = [
        (
            what: "Gåmøder om fredagen", why: "Vi sidder nok. To kan sagtens tale, mens de går om søen.",
            no: "I må gerne allerede i dag. Der skal ikke en indsats til."
        ),
        (
            what: "En stille time før frokost", why: "Ingen møder og ingen spørgsmål mellem 11 og 12.",
            no: "Skranken kan ikke lukke. Vi prøver døre, der kan lukkes, i stedet."
        ),
        (
            what: "Vand med brus på gangen", why: "Så henter vi ikke flasker i bilen.",
            no: "Det er ikke arbejdsmiljø. Spørg personaleforeningen."
        ),
        (
            what: "Et rum til at hvile ryggen", why: "Ti minutter på gulvet redder en hel eftermiddag.",
            no: "Alle rum er i brug til august. Idéen er gemt til ombygningen."
        ),
        (
            what: "Vise hinanden stinkskabene på rundtur", why: "De andre etager har løst det, vi slås med.",
            no: "Rundturen findes den første mandag i måneden. Tag med."
        ),
        (
            what: "Færre mails efter klokken 17", why: "Man ser dem alligevel og sover dårligere.",
            no: "Udvalget arbejder med det for hele instituttet, så vi gør det ikke to gange."
        ),
        (
            what: "Lås på cykelskuret", why: "Tre cykler er væk siden maj.",
            no: "Driften har bestilt den. Den kommer i næste måned."
        ),
        (
            what: "Ny kollega får en makker den første måned", why: "Jeg vidste ikke, hvem jeg kunne spørge.",
            no: "Det står allerede i planen for nye. Vi minder lederne om det."
        ),
        (
            what: "Et skilt på døren, når forsøget kører", why: "Folk går ind midt i det hele.",
            no: "Lampen over døren viser det. Vi hænger en seddel op om, hvad den betyder."
        ),
        (
            what: "Lån et hæve-sænke-bord, før du bestiller", why: "Halvdelen bruger det aldrig.",
            no: "Bordene er købt. Spørg igen til næste budget."
        ),
        (
            what: "Frokost uden telefon om torsdagen", why: "Vi taler ikke sammen længere.",
            no: "Det kan ingen beslutte for andre. Sæt en kurv på bordet, og se."
        ),
        (
            what: "Kaffe med dem fra rengøringen", why: "De ser alt det, vi går forbi.",
            no: "Det gør vi nu hver onsdag klokken 8. Tak for idéen."
        ),
    ]
}
