import Accidents
import Kernel
import Reports

/// Who was away after an accident of earlier years, and what had gone wrong.
extension InventedReports {
    /// Nothing where nobody was hurt, or was back the next day.
    func absence(after report: Report, among members: [PersonID]) -> AccidentRecord? {
        guard report.kind == .accident, dice.falls(60) else { return nil }
        let happened = report.happened ?? report.reported
        // Mostly some days, and now and then months.
        let days = dice.falls(10) ? 30 + dice.below(60) : 1 + dice.below(12)
        let (cause, place) = (
            dice.one(of: ["52", "52", "51", "44", "42", "71", "71", "32", "22", "63"]),
            dice.one(of: ["042", "042", "041", "041"])
        )
        return AccidentRecord(
            report: report.id, unit: report.unit, happened: happened,
            event: AccidentEvent(place: report.place, course: report.what),
            codes: [.deviation: cause, .workingEnvironment: place],
            absences: [Absence(happened + 1, happened + days)],
            sendings: [
                Sending(
                    id: dice.identities.random(), to: .authority, day: happened + 7,
                    receipt: "\(happened.year)-\(dice.below(900) + 100)",
                    by: dice.one(of: members))
            ])
    }
}
