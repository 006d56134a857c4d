import Kernel

extension Judgement {
    /// Later than this nobody remembers what it was like before.
    static let mostYears = 5

    /// - Parameter again: when to ask once more, where it lasted in part.
    init(_ fields: Fields, again: Day) throws(Problems) {
        var reading = Reading(fields)
        let lasted = reading.choice("lasted", otherwise: Lasting.no)
        let seen = reading.text("seen", limit: Agreement.textLimit)
        let severity = reading.severity()
        try reading.finish()
        self.init(lasted: lasted, seen: seen, severity: severity, again: again)
    }
}

extension Severity {
    init(_ fields: Fields) throws(Problems) {
        var reading = Reading(fields)
        let severity = reading.severity()
        if severity == nil { reading.note(FieldProblem.missing, at: "severity") }
        try reading.finish()
        self = severity ?? .strain
    }
}

extension Reading {
    /// Nothing where nobody rated it.
    mutating func severity() -> Severity? {
        let text = fields["severity"].trimmed
        guard !text.isEmpty else { return nil }
        let severity = Int(text).flatMap(Severity.init(rawValue:))
        if severity == nil { note(FieldProblem.notAChoice, at: "severity") }
        return severity
    }

    /// When to ask whether it lasted: after the day of the closing, within a few years.
    mutating func judgeOn(_ today: Day) -> Day? {
        guard let day = optionalDay("judge_on") else { return nil }
        if day <= today { note(PlanProblem.judgedTooSoon, at: "judge_on") }
        if day > today.later(months: 12 * Judgement.mostYears) {
            note(PlanProblem.judgedTooLate(years: Judgement.mostYears), at: "judge_on")
        }
        return day
    }
}
