import Access
import Kernel
import Organisation

/// How long the task took somebody in a week or a month.
struct TimeUsed: Sendable, Equatable {
    let person: PersonID
    let mandate: ID<Mandate>
    let period: TimePeriod
    let minutes: Int

    /// As somebody wrote it; nothing for the hours takes the figure back.
    /// - Parameters:
    ///   - held: the mandates for which the person may write.
    /// - Throws: all problems with what was written.
    static func written(_ fields: Fields, by person: PersonID, held: [Mandate], on day: Day) throws(Problems) -> (
        mandate: ID<Mandate>, period: TimePeriod, minutes: Int?
    ) {
        var reading = Reading(fields)
        let mandate = held.first { $0.id.text == fields["mandate"] } ?? (held.count == 1 ? held[0] : nil)
        if mandate == nil { reading.note(FieldProblem.notAChoice, at: "mandate") }
        let period = TimePeriod(fields["period"])
        if period == nil || !(TimePeriod.remembered(on: day).contains { $0 == period }) {
            reading.note(FieldProblem.notAChoice, at: "period")
        }
        let text = fields["hours"].trimmed
        let minutes = Self.minutes(text)
        let most = if case .week = period { 168 * 60 } else { 744 * 60 }
        if !text.isEmpty {
            if let minutes, minutes > most { reading.note(TimeProblem.moreThanThereAre, at: "hours") }
            if minutes == nil { reading.note(TimeProblem.notHours, at: "hours") }
        }
        try reading.finish()
        guard let mandate, let period else { throw Problems(FieldProblem.notAChoice, at: "period") }
        return (mandate.id, period, minutes)
    }

    /// `3`, `3,5`, `3.25` or `3:15` as minutes.
    static func minutes(_ text: String) -> Int? {
        let parts = text.split(omittingEmptySubsequences: false) { ",.:".contains($0) }
        guard text.utf8.count <= 6, (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hours = Int(parts[0])
        else { return nil }
        guard parts.count == 2, let rest = Int(parts[1]) else { return hours * 60 }
        if text.contains(":") { return parts[1].utf8.count == 2 && rest < 60 ? hours * 60 + rest : nil }
        guard parts[1].utf8.count <= 2 else { return nil }
        return hours * 60 + (parts[1].utf8.count == 1 ? rest * 6 : rest * 60 / 100)
    }

    /// Minutes a week in a month, by what was written of it: the month's own figure, else the mean of its weeks.
    static func weekly(_ written: [TimePeriod: Int], in month: Month) -> Int? {
        if let whole = written[.month(month)] { return whole * 7 / month.days }
        let weeks = month.periods.dropFirst().compactMap { written[$0] }
        return weeks.isEmpty ? nil : weeks.reduce(0, +) / weeks.count
    }
}

enum TimeProblem: Problem, Equatable {
    case notHours
    case moreThanThereAre

    func explained(in language: Language) -> String {
        switch self {
        case .notHours: language.pick(da: "Skriv timer, f.eks. 3 eller 3,5.", en: "Write hours, such as 3 or 3.5.")
        case .moreThanThereAre:
            language.pick(da: "Så mange timer er der ikke.", en: "There are not that many hours.")
        }
    }
}
