import ActionPlan
import Kernel

/// What was seen of closed actions when some time had passed, and how bad the problem was before and after.
struct InventedLasting {
    let dice: Dice
    let today: Day

    /// Some months after the closing it is asked; where that is long ago most have answered.
    func asked(after day: Day) -> Day { day + 90 + dice.below(12) }

    /// How bad the problem was before, where somebody rated it.
    var before: Severity? {
        dice.falls(30) ? dice.one(of: [.strain, .strain, .serious, .serious, .dangerous, .nuisance]) : nil
    }

    /// How bad it is now: better the better it went.
    func after(_ before: Severity?, _ effect: Effect) -> Severity? {
        guard let before else { return nil }
        let better =
            switch effect {
            case .yes: 2 + dice.below(2)
            case .partly: 1
            case .no: 0
            }
        return Severity(rawValue: max(1, before.rawValue - better))
    }

    /// What was answered on the day, of a closure that had an effect; nothing where nobody has answered yet.
    func judgement(of closure: Closure, asked day: Day) -> (judgement: Judgement, on: Day)? {
        let answered = day + dice.below(9)
        guard closure.effect != .no, answered < today, dice.falls(today - day > 25 ? 100 : 50) else { return nil }
        let lasted: Lasting = dice.falls(70) ? .yes : dice.falls(60) ? .partly : .no
        let severity = closure.severity.flatMap { now in
            Severity(rawValue: lasted == .no ? min(5, now.rawValue + 1) : now.rawValue)
        }
        // Of most that lasted in part it has been asked again, and answered, long since.
        let again = answered + 90 > today ? answered + 90 : today + 10 + dice.below(80)
        return (Judgement(lasted: lasted, seen: seen(lasted), severity: severity, again: again), answered)
    }

    /// What the group lets others see of it; nothing where it did not work, or the group keeps it to itself.
    func example(of action: Action, _ closure: Closure, closedOn day: Day) -> Example? {
        guard closure.effect == .yes, dice.falls(40) else { return nil }
        return Example(
            id: dice.identities.random(), action: action.id, title: action.agreed.what, done: closure.done,
            learned: closure.learned, kind: action.agreed.kind, lasted: false, year: day.year)
    }

    private func seen(_ lasted: Lasting) -> String {
        switch lasted {
        case .yes:
            dice.one(of: [
                "Ingen har nævnt det siden.", "Det er blevet en vane.", "De nye tror, det altid har været sådan.",
                "Vi talte efter: ingen gange siden nytår.", "Det står der stadig, og det bliver brugt.",
            ])
        case .partly:
            dice.one(of: [
                "Dagholdet gør det, aftenholdet ikke.", "Det holder, når der er travlt, men ikke i ferien.",
                "To af tre steder.", "De gamle husker det. De nye har ikke hørt om det.",
            ])
        case .no:
            dice.one(of: [
                "Efter sommerferien var alt som før.", "Den, der holdt øje, er flyttet.",
                "Det blev lagt væk, da vi fik nye borde.",
            ])
        }
    }
}
