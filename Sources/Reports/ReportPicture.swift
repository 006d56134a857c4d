import ActionPlan
import Kernel
import Organisation
import Storage

/// A report with all that its page shows.
struct ReportPicture: Sendable {
    let report: Report
    let unit: Unit?
    let messages: [ReportMessage]
    let photoCount: Int
    /// Who opened it on which day; only of a confidential one.
    let readings: [ReportReading]
    /// Who handles it, how it went from one to another and from whom it is kept; only of a confidential one.
    let trust: CaseTrust
    /// By whose decision it is kept longer than others.
    let hold: ReportHold?
    /// The names of those who read and wrote, and of the reporter where there is one.
    let names: [PersonID: String]
    /// Whose plan an action would stand on.
    let body: BodyID?
    /// What was made of it so far.
    let actions: [Action]

    init(of report: Report, on day: Day, _ reader: Reader) throws {
        let store = ReportStore(reader)
        let messages = try store.messages(of: report.id)
        readings = report.isConfidential ? try store.readings(of: report.id) : []
        trust = try CaseTrust(of: report, reader)
        hold = try store.hold(of: report.id, on: day)
        let people =
            messages.compactMap(\.author.person) + readings.map(\.person) + trust.people
            + [report.seenBy, report.sender.person, hold?.by].compactMap { $0 }
        self.report = report
        self.messages = messages
        unit = try UnitStore(reader).find(report.unit, on: day)
        body = try BodyStore(reader).group(covering: report.unit, on: day)?.id
        actions = try ActionStore(reader).actions(from: Origin(kind: "report", id: report.id.text))
        photoCount = try store.photoCount(of: report.id)
        names = try PersonStore(reader).names(of: Set(people))
    }

    var seen: SeenReport { SeenReport(report, unit: unit, body: body) }
}
