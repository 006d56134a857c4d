import Kernel

/// What somebody chose for an action that is to come again.
struct RecurrenceChoice: Equatable {
    let rhythm: Rhythm
    let isByDay: Bool
    let ends: Day?

    init(_ fields: Fields, on today: Day) throws(Problems) {
        var reading = Reading(fields)
        let name: Rhythm.Name = reading.choice("rhythm", otherwise: .months)
        switch name {
        case .weeks: rhythm = .weeks(reading.every(most: Rhythm.mostWeeks))
        case .months: rhythm = .months(reading.every(most: Rhythm.mostMonths))
        case .yearly: rhythm = reading.yearly()
        }
        let trigger: Trigger = reading.choice("made", otherwise: .closing)
        isByDay = trigger == .day
        ends = reading.optionalDay("ends")
        if let ends, ends <= today { reading.note(RecurrenceProblem.endsTooSoon, at: "ends") }
        try reading.finish()
    }

    /// When the next is made.
    enum Trigger: String, CaseIterable {
        case closing, day
    }
}

extension Reading {
    fileprivate mutating func every(most: Int) -> Int {
        let text = fields["every"].trimmed
        guard !text.isEmpty else {
            note(FieldProblem.missing, at: "every")
            return 1
        }
        guard let number = Int(text), (1...most).contains(number) else {
            note(RecurrenceProblem.outOfRange(most: most), at: "every")
            return 1
        }
        return number
    }

    /// A date that some year has.
    fileprivate mutating func yearly() -> Rhythm {
        let (month, day) = (Int(fields["month"].trimmed) ?? 0, Int(fields["date"].trimmed) ?? 0)
        if Day(year: 2024, month: month, day: day) == nil { note(RecurrenceProblem.noSuchDate, at: "date") }
        return .yearly(month: month, day: day)
    }
}

enum RecurrenceProblem: Problem, Equatable {
    case outOfRange(most: Int)
    case noSuchDate
    case endsTooSoon

    func explained(in language: Language) -> String {
        switch self {
        case .outOfRange(let most):
            language.pick(da: "Skriv et helt tal fra 1 til \(most).", en: "Write a whole number from 1 to \(most).")
        case .noSuchDate:
            language.pick(da: "Den dato findes ikke i noget år.", en: "No year has that date.")
        case .endsTooSoon:
            language.pick(da: "Vælg en dag efter i dag.", en: "Choose a day after today.")
        }
    }
}
