import Accidents
import Kernel
import Organisation
import Reports

/// What one report counts as: no word of it, and nobody's name.
struct Incident: Sendable, Equatable {
    let report: ID<Report>
    let unit: UnitID
    let kind: ReportKind
    let isConfidential: Bool
    /// The day on which it happened; the one on which it was reported where that was not said.
    let day: Day
    let reported: Day
    let circumstances: Circumstances
    /// Calendar days away beyond the day of the event.
    var lostDays = 0
    var isDeath = false
    /// Somebody is away still, with or without a day of return: the lost days grow.
    var isOpen = false
    /// ESAW's code of what departed from the usual, and of where it was; empty where nobody chose one.
    var deviation = ""
    var environment = ""
    /// Of somebody else whom the same event struck: an injury, and no report.
    var isFurther = false

    /// An accident with at least one day away (LTI). Whether it had to be notified is another question, by other rules.
    var isLostTime: Bool { lostDays >= 1 }
}

extension Incident {
    /// - Parameter day: how far lost days are counted.
    init(_ fact: ReportFact, _ accident: AccidentRecord?, on day: Day) {
        report = fact.id
        unit = fact.unit
        kind = fact.kind
        isConfidential = fact.isConfidential
        reported = fact.reported
        circumstances = fact.circumstances
        isFurther = fact.isFurther
        self.day = accident?.happened ?? fact.happened ?? fact.reported
        guard let accident else { return }
        lostDays = accident.lostDays(until: day)
        isDeath = accident.isDeath
        isOpen = accident.absences.contains { absence in absence.last.map { $0 > day } ?? true }
        deviation = accident.deviation ?? ""
        environment = accident.environment ?? ""
    }
}
