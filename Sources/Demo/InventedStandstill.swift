import ActionPlan
import HandingUp
import Journal
import Kernel
import StuckActions

/// What came to a standstill in some groups: looked at with the eleven questions, or handed up to the committee above.
struct InventedStandstill {
    typealias Step = (change: Change, deed: Deed)

    let university: InventedUniversity
    let dice: Dice
    let today: Day

    /// So many groups have some of it: the first ones, in which a newcomer signs in.
    static let groups = 6

    func steps(of area: InventedUniversity.Area, number: Int) -> [Step] {
        guard let first = area.members.first, let last = area.members.last else { return [] }
        let people = area.members + area.everybody.filter { !area.members.contains($0) }.prefix(2)
        return compared(area, people, by: first) + running(area, people, by: last) + handed(area, number, by: first)
    }

    /// Answered without names, and what the group then did about it.
    private func compared(_ area: InventedUniversity.Area, _ people: [PersonID], by person: PersonID) -> [Step] {
        let start = deed(by: person, on: today - 62)
        let (action, made) = action(
            "Vikarer, der kender laboratoriet", "Nye står alene de første dage.", area, on: today - 140, by: person)
        guard people.count > 2 else { return [made] }
        let fill = CheckFill(
            action, isNamed: false, people: people,
            replies: ["yyypynpyypy", "yyynynnypyy", "yyyyynpypny"],
            lines: [6: "Vi har aldrig fået timer til det.", 7: "Jeg troede, det var HR."])
        let end = deed(by: person, on: today - 58)
        let steps = fill.steps(
            start: start, compared: end, outcome: "Vi beder lederen om to timer om ugen, og én holder i det.")
        return [made] + steps.map { ($0.change, $0.deed) }
    }

    /// Two have answered, the others not yet.
    private func running(_ area: InventedUniversity.Area, _ people: [PersonID], by person: PersonID) -> [Step] {
        let (action, made) = action(
            "Lys over bedene i væksthuset", "Man ser ikke slangerne.", area, on: today - 95, by: person)
        let fill = CheckFill(
            action, isNamed: true, people: people, replies: ["ypynynyyypy", "yyynnnpyypy"],
            lines: [4: "Lederen har ikke svaret siden marts."])
        return [made] + fill.steps(start: deed(by: person, on: today - 3)).map { ($0.change, $0.deed) }
    }

    /// Every second committee has taken it on, the others are to answer.
    private func handed(_ area: InventedUniversity.Area, _ number: Int, by person: PersonID) -> [Step] {
        guard let group = university.bodies.first(where: { $0.id == area.group }), let above = group.parent else {
            return []
        }
        let members = university.mandates.filter { $0.body == above && $0.role.givesRights && $0.isHeld(on: today) }
            .map(\.person)
        guard let chair = members.first else { return [] }
        let matter = Self.matters[number % Self.matters.count]
        let (action, made) = action(matter.what, matter.why, area, on: today - 55, by: person)
        let handing = deed(by: person, on: today - 20)
        let fill = HandingFill(
            action, to: above, asked: matter.asked,
            why: "Det koster mere, end vi må bruge, og det går ud over flere end os.", from: group.name, handing)
        var steps: [Step] = [made, (fill.handed(telling: Set(members)), handing)]
        guard number.isMultiple(of: 2) else { return steps }
        let taking = deed(by: chair, on: today - 9)
        let (taken, adopted) = self.action(
            matter.above, "En af grupperne kan ikke løse det selv.", area, on: today - 9, by: chair, body: above,
            origin: Origin(kind: "action", id: action.id.text))
        let help = HandingFill.help(
            for: taken, matter.help, by: chair, until: today + 24, taking)
        steps += [adopted, (fill.taken(as: taken.id, taking), taking), (help, taking)]
        return steps
    }

    /// What each group hands up, and what its committee makes of it.
    private static let matters = [
        (
            what: "Udsugningen når ikke øverste etage", why: "Det lugter til klokken ti.",
            asked: "Et anlæg til hele huset.", above: "Ny udsugning i hele huset",
            help: "Måling af luften på alle etager."
        ),
        (
            what: "Vagtplanen giver for korte nætter", why: "Fire sover under seks timer.",
            asked: "En regel for alle afdelinger.", above: "Fælles regler for vagter",
            help: "Gennemgang af vagtplanerne."
        ),
        (
            what: "Gangen er for smal til vognene", why: "To har fået hånden i klemme.",
            asked: "At varerne kommer ind ad porten.", above: "Varer ind ad porten i alle bygninger",
            help: "En plan for kørsel i kælderen."
        ),
        (
            what: "Skrivebordene står for tæt", why: "Man hører alt, hvad naboen siger.", asked: "Et rum mere.",
            above: "Plads til stille arbejde", help: "Måling af lyd i storrummene."
        ),
        (
            what: "Gæster går forbi sikkerhedsdøren", why: "Den står åben, når der er undervisning.",
            asked: "Nye låse i hele bygningen.", above: "Låse, der passer til undervisningen",
            help: "Gennemgang af døre og flugtveje."
        ),
        (
            what: "Ingen hviler mellem eksamenerne", why: "Ni dage i træk er for meget.",
            asked: "En anden eksamensplan.", above: "Eksamener med hviledage", help: "Spørgeskema om trivsel."
        ),
    ]

    private func action(
        _ what: String, _ why: String, _ area: InventedUniversity.Area, on day: Day, by person: PersonID,
        body: BodyID? = nil, origin: Origin? = nil
    ) -> (Action, Step) {
        let made = deed(by: person, on: day)
        let action = Action(
            id: made.identities.ordered(at: made.moment), body: body ?? area.group,
            agreed: Agreement(
                what: what, why: why, unit: area.sections.first ?? UnitID(""), responsible: person,
                due: today + 20 + dice.below(60), kind: .organisational),
            origin: origin, stage: .underWay, rank: 500_000 + dice.below(1000), createdBy: person,
            createdAt: made.moment, changedAt: made.moment)
        return (action, (action.created(made), made))
    }

    private func deed(by person: PersonID, on day: Day) -> Deed {
        Deed(
            by: person, at: Moment(milliseconds: day.number * 86_400_000 + (7 * 60 + dice.below(480)) * 60_000),
            identities: dice.identities)
    }
}
