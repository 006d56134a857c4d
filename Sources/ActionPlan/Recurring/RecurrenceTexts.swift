import Kernel

/// What is said of actions that come again.
struct RecurrenceTexts {
    let language: Language

    private func say(_ danish: String, _ english: String) -> String { language.pick(da: danish, en: english) }

    var title: String { say("Kommer igen", "Comes again") }
    var question: String { say("Skal den komme igen?", "Shall it come again?") }
    var about: String {
        say(
            "Så lægger planen selv den næste op med samme aftale: en brandøvelse, førstehjælpskassen, en runde for ryggen.",
            "Then the plan puts the next one up by itself with the same agreement: a fire drill, the first-aid box, a round for the back."
        )
    }
    var howOften: String { say("Hvor tit?", "How often?") }
    var every: String { say("Hvor mange uger eller måneder imellem?", "How many weeks or months between?") }
    var everyHint: String { say("6 måneder er hvert halve år.", "6 months is twice a year.") }
    var date: String { say("Dag i måneden", "Day of the month") }
    var month: String { say("Måned", "Month") }
    var dateHint: String { say("Kun når den kommer hvert år på en dato.", "Only where it comes each year on a date.") }
    var made: String { say("Hvornår lægges den næste op?", "When is the next one put up?") }
    var ends: String { say("Slutter det en dag?", "Does it end one day?") }
    var endsHint: String {
        say("Tom: den kommer, til nogen stopper den.", "Empty: it comes until somebody stops it.")
    }
    var save: String { say("Lad den komme igen", "Let it come again") }
    var change: String { say("Ret rytmen", "Change the rhythm") }
    var stop: String { say("Stop", "Stop") }
    var savedNow: String { say("Indsatsen kommer igen.", "The action comes again.") }
    var stoppedNow: String { say("Den kommer ikke igen.", "It does not come again.") }
    var earlier: String { say("Tidligere", "Earlier") }
    var latest: String { say("Den nyeste", "The latest") }
    var again: String { say("Lad den komme igen alligevel", "Let it come again after all") }

    func name(_ name: Rhythm.Name) -> String {
        switch name {
        case .weeks: say("Med nogle ugers mellemrum", "Every so many weeks")
        case .months: say("Med nogle måneders mellemrum", "Every so many months")
        case .yearly: say("Hvert år på en dato", "Every year on a date")
        }
    }

    func name(_ trigger: RecurrenceChoice.Trigger) -> String {
        switch trigger {
        case .closing: say("Når denne afsluttes", "When this one is closed")
        case .day: say("På dagen, også hvis denne ikke er afsluttet", "On its day, also where this one is not closed")
        }
    }

    /// `hver 6. måned`, `every 6 months`.
    func often(_ rhythm: Rhythm) -> String {
        switch rhythm {
        case .weeks(1): return say("hver uge", "every week")
        case .weeks(let weeks): return say("hver \(weeks). uge", "every \(weeks) weeks")
        case .months(1): return say("hver måned", "every month")
        case .months(let months): return say("hver \(months). måned", "every \(months) months")
        case .yearly(let month, let date):
            let day = Day(year: 2024, month: month, day: date)
            let told = day.map { $0.short(in: language, today: $0) } ?? ""
            return say("hvert år den \(told)", "every year on \(told)")
        }
    }

    func comes(_ recurrence: Recurrence, _ today: Day) -> String {
        let often = often(recurrence.rhythm)
        let how = recurrence.isByDay ? say("på dagen", "on its day") : say("når den afsluttes", "when it is closed")
        let until = recurrence.ends.map { $0.short(in: language, today: today) }
        return say("Kommer igen \(often), \(how)", "Comes again \(often), \(how)")
            + (until.map { say(", til og med \($0)", ", until \($0)") } ?? "") + "."
    }

    func stopped(_ stop: Recurrence.Stop, _ today: Day) -> String {
        let day = stop.day.short(in: language, today: today)
        return switch stop.reason {
        case .stopped: say("Kommer ikke igen: stoppet \(day)", "Does not come again: stopped \(day)")
        case .ended: say("Kommer ikke igen: tiden er gået", "Does not come again: its time has passed")
        case .closed: say("Kommer ikke igen: gruppen er nedlagt", "Does not come again: the group is closed")
        case .nobody:
            say(
                "Kommer ikke igen: der er ingen i gruppen at give den til",
                "Does not come again: there is nobody in the group to give it to")
        }
    }

    func nextOn(_ day: Day) -> String {
        say("Den næste får frist \(day.long(in: language)).", "The next one is due on \(day.long(in: language)).")
    }

    func givenInstead(of name: String) -> String {
        say("Givet videre, fordi \(name) ikke er her mere.", "Handed on, since \(name) is no longer here.")
    }

    func month(_ number: Int) -> String {
        let names = language.pick(
            da: "januar februar marts april maj juni juli august september oktober november december",
            en: "January February March April May June July August September October November December")
        return String(names.split(separator: " ")[number - 1])
    }
}
