import ActionPlan
import Journal
import Kernel

/// What comes again on every plan of an invented university: the last one is closed, the next one is on the board.
struct InventedRounds {
    let dice: Dice
    let today: Day

    /// What a group's plan has of them, in the order in which it happened.
    func changes(on area: InventedUniversity.Area) -> [(Change, Deed)] {
        let round = dice.one(of: Self.rounds)
        let person = area.members.first ?? dice.one(of: area.everybody)
        let made = today - 140 - dice.below(60)
        let closed = made + 20 + dice.below(20)
        var due = closed + 183
        if !due.isWorkingDay { due = due + (8 - due.weekday) }
        let agreed = Agreement(
            what: round.what, why: round.why, how: round.how, unit: dice.one(of: area.sections), responsible: person,
            due: closed, followUp: round.followUp, kind: round.kind)
        let first = Action(
            id: dice.identities.ordered(at: at(made)), body: area.group, agreed: agreed, rank: 1 << 20,
            createdBy: person, createdAt: at(made), changedAt: at(made))
        let chain = Recurrence(id: dice.identities.ordered(at: at(made)), of: first, .months(6))
        let closure = Closure(planned: round.how, done: round.done, effect: .yes, learned: round.learned)
        var again = agreed
        again.due = due
        let next = Action(
            id: dice.identities.ordered(at: at(closed)), body: area.group, agreed: again,
            origin: Origin(kind: "action", id: first.id.text), rank: 1 << 21, createdBy: person,
            createdAt: at(closed), changedAt: at(closed))
        let (begin, end) = (deed(by: person, on: made), deed(by: person, on: closed))
        return [
            (first.created(begin), begin), (chain.set(on: first), begin),
            (first.closed(closure, id: dice.identities.ordered(at: at(closed)), concerned: [], end), end),
            (chain.cameAgain(as: next, after: first, on: due, end), end),
        ]
    }

    /// What two groups have kept for all to begin with.
    func templates(of areas: [InventedUniversity.Area]) -> [(Change, Deed)] {
        zip(areas, Self.kept).map { area, text in
            let template = ActionTemplate(
                id: dice.identities.random(), body: area.group, isEverywhere: true, text: text)
            return (template.kept(by: area.group), deed(by: area.members.first, on: today - 40))
        }
    }

    private func at(_ day: Day) -> Moment { Moment(milliseconds: day.number * 86_400_000 + 36_000_000) }

    private func deed(by person: PersonID?, on day: Day) -> Deed {
        Deed(by: person, at: at(day), identities: dice.identities)
    }

    private static let rounds = [
        (
            what: "Brandøvelse", why: "Vejen ud skal sidde i benene.", how: "Alle går ud, vi tager tid og tæller.",
            followUp: "Er det, vi skrev op, rettet?", kind: HazardKind.accident,
            done: "Ude på fire minutter. To gik tilbage efter jakker.", learned: "Sig det om jakkerne først."
        ),
        (
            what: "Førstehjælpskassen fyldes op", why: "Den er altid tom, når nogen skal bruge den.",
            how: "Tæl efter listen i låget.", followUp: "Se i kassen efter et kvartal.", kind: .accident,
            done: "Plaster, øjenskyl og forbinding er købt.", learned: "Øjenskyl har en sidste dato."
        ),
        (
            what: "Runde for ryggen", why: "Borde flyttes, og nye kommer til.",
            how: "Ét spørgsmål til hver, to timer i alt.",
            followUp: "Sammenlign med sidste runde.", kind: .ergonomic, done: "Fire skærme er hævet, to stole byttet.",
            learned: "Gå runden om eftermiddagen, når det gør ondt."
        ),
    ]

    private static let kept = [
        TemplateText(
            what: "Nøglekort, der virker om aftenen", why: "Ingen skal stå alene uden for en låst dør.",
            how: "Prøv hver dør efter klokken 18, og meld dem, der ikke åbner.", followUp: "Samme runde om en måned.",
            kind: .accident, difficulty: .simple),
        TemplateText(
            what: "Eksamensperioden uden overarbejde", why: "De samme seks uger trækker alle ned hvert halvår.",
            how: "Læg rettetiden i skemaet, før eksamen sættes, og aftal, hvad der venter imens.",
            followUp: "Tæl timerne før og efter.", kind: .psychological, difficulty: .complex),
    ]
}
