import ActionPlan
import Journal
import Kernel
import Organisation

/// What the journal would tell of the years before: notes that moved over the boards, and people who signed in.
struct InventedPast {
    let dice: Dice
    let today: Day

    /// The moves that brought the action to where it is, at equal pauses, each by somebody of the group.
    func moves(of action: Action, in area: InventedUniversity.Area) -> [JournalFill.Line] {
        let way = Array(Stage.allCases.prefix { $0 != action.stage }) + [action.stage]
        let steps = way.filter { $0 != .closed }
        let end = action.closedOn ?? today
        let pause = max(1, (end - action.createdAt.day) / (steps.count + 1)) * 86_400_000
        return zip(steps, steps.dropFirst()).enumerated().map { place, step in
            let moment = Moment(milliseconds: action.createdAt.milliseconds + (place + 1) * pause)
            return JournalFill.Line(
                action.moveEntry(from: step.0, to: step.1), by: dice.one(of: area.members), at: moment)
        }
    }

    /// One of the people, on a day of the last year, between seven and four.
    func signIn(among people: [Person]) -> JournalFill.Line {
        let person = dice.one(of: people).id
        let day = today - (1 + dice.below(365))
        let moment = Moment(milliseconds: day.number * 86_400_000 + (7 * 3600 + dice.below(9 * 3600)) * 1000)
        return JournalFill.Line(SignIn.beganEntry(of: person), by: person, at: moment)
    }
}
