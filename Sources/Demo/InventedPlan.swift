import ActionPlan
import Journal
import Kernel

/// The plans of the groups over some years: what was agreed, how far it came, what it helped.
struct InventedPlan {
    let university: InventedUniversity
    let dice: Dice
    let today: Day

    /// The themes that every group's board has.
    func themes(of area: InventedUniversity.Area) -> [Theme] {
        InventedMatter.themes.enumerated().map { place, title in
            Theme(id: dice.identities.random(), body: area.group, title: title, place: place)
        }
    }

    /// One more action on the group's plan, as it stands today, and how it was closed where it was.
    func action(
        number: Int, of area: InventedUniversity.Area, themes: [Theme], origin: Origin? = nil
    ) -> (Action, Closure?) {
        let matter = matter(number, of: area)
        let made = Moment(milliseconds: (today.number - 1 - age(number)) * 86_400_000 + (7 + dice.below(9)) * 3_600_000)
        let stage = stage(madeOn: made.day)
        let due = stage == .closed ? made.day + 30 + dice.below(90) : today + dice.below(60) - 12
        let responsible = dice.falls(70) ? dice.one(of: area.members) : dice.one(of: area.everybody)
        let partners = dice.falls(40) ? Set([dice.one(of: area.everybody)]).subtracting([responsible]) : []
        let closing = stage == .closed ? min(today - 1, due + dice.below(20)) : nil
        let action = Action(
            id: dice.identities.ordered(at: made), body: area.group,
            agreed: Agreement(
                what: matter.what, why: matter.why, how: matter.how, unit: dice.one(of: area.sections),
                responsible: responsible, partners: partners, due: due, followUp: dice.one(of: Self.followUps),
                followUpOn: due + 30, theme: themes.first { $0.title == matter.theme }?.id, kind: matter.kind,
                difficulty: dice.falls(25) ? .complex : .simple),
            origin: origin, stage: stage, rank: number, hold: stage == .started && dice.falls(15) ? hold : nil,
            closedOn: closing,
            createdBy: isRecent(made.day) ? area.members.first : responsible, createdAt: made,
            changedAt: closing.map { Moment(milliseconds: $0.number * 86_400_000 + 36_000_000) } ?? made)
        return (action, closing == nil ? nil : closure(of: matter))
    }

    /// The same action, made because another had not helped, or not enough.
    func next(_ action: Action, after other: ActionID) -> Action {
        guard action.origin == nil else { return action }
        return Action(
            id: action.id, body: action.body, agreed: action.agreed,
            origin: Origin(kind: "action", id: other.text), stage: action.stage, rank: action.rank, hold: action.hold,
            closedOn: action.closedOn, createdBy: action.createdBy, createdAt: action.createdAt,
            changedAt: action.changedAt)
    }

    /// Of what was agreed lately the one who is responsible hears by a notice, since another put it on the plan.
    private func isRecent(_ day: Day) -> Bool { today - day < 40 }

    private var hold: Hold {
        Hold(
            reason: dice.one(of: [
                "Venter på penge til næste år.", "Byggeriet skal være færdigt først.", "Vi mangler en leverandør.",
            ]),
            lookAgainOn: today + 20 + dice.below(60))
    }

    /// The older, the rarer: most of a plan is this year's.
    private func age(_ number: Int) -> Int {
        dice.falls(45) ? dice.below(150) : 150 + dice.below(1000)
    }

    private func stage(madeOn day: Day) -> Stage {
        if today - day > 240 { return dice.falls(96) ? .closed : .followUp }
        return dice.one(of: [.started, .started, .underWay, .underWay, .atGoal, .followUp, .closed])
    }

    /// Every group begins somewhere else among the matters and walks them at its own pace, so that no two plans are
    /// alike, and none tells the same twice before it has told everything. As many are no multiple of any pace.
    private func matter(_ number: Int, of area: InventedUniversity.Area) -> InventedMatter {
        let all = InventedMatter.all
        let mark = area.group.text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xFFFF }
        let pace = Self.paces[mark % Self.paces.count]
        return all[(mark + number * pace) % all.count]
    }

    private static let paces = [1, 5, 7, 11, 13, 17, 19, 23, 29, 31]

    private static let followUps = [
        "Vi spørger på næste møde.", "Vi tæller igen om tre måneder.", "Måling før og efter.",
        "Spørg dem, der står der hver dag.", "Ser på det ved næste rundering.", "To spørgsmål på teammødet.",
    ]

    /// What was said on the way, by whom and when: something on every third action.
    func comments(on action: Action, of area: InventedUniversity.Area) -> [(text: String, by: PersonID, at: Moment)] {
        guard dice.falls(35) else { return [] }
        let last = (action.closedOn ?? today).number
        let first = action.createdAt.day.number
        let days = (0...dice.below(3)).map { _ in first + dice.below(max(1, last - first)) }.sorted()
        return days.map { day in
            let by = dice.falls(50) ? action.agreed.responsible : dice.one(of: area.everybody)
            let minutes = 8 * 60 + dice.below(480)
            return (
                dice.one(of: InventedMatter.comments), by, Moment(milliseconds: day * 86_400_000 + minutes * 60_000)
            )
        }
    }

    private func closure(of matter: InventedMatter) -> Closure {
        let effect: Effect = dice.falls(62) ? .yes : dice.falls(65) ? .partly : .no
        let turn =
            switch effect {
            case .yes: ""
            case .partly: dice.one(of: ["Det hjælper, når vi husker det. ", "Godt på vej, ikke i mål. "])
            case .no: dice.one(of: ["Vi løste det forkerte problem. ", "Det faldt hen efter en måned. "])
            }
        return Closure(planned: matter.how, done: matter.done, effect: effect, learned: turn + matter.learned)
    }
}
