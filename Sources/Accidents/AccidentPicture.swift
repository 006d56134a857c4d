import Access
import Kernel
import Law
import Organisation
import Reports
import Storage
import Web

/// An accident with all that its pages show to this viewer.
struct AccidentPicture: Sendable {
    let report: Report
    let unit: Words
    let record: AccidentRecord?
    let rule: NotificationRule
    let standing: DutyStanding
    let eyes: AccidentEyes
    /// All whom the event struck and whose reports the viewer handles, this one among them.
    let people: [StruckPerson]
    /// What the group may read of the event.
    let shown: GroupText?
    /// Of those who wrote down what was sent.
    let names: [PersonID: String]

    /// Nothing for reports of what strikes nobody.
    init?(of seen: SeenReport, for viewer: Viewer, by book: LawBook, on day: Day, _ reader: Reader) throws {
        record = try AccidentStore(reader).record(of: seen.report.id)
        rule = try NotificationRule(book, on: day, reader)
        guard let standing = DutyStanding(of: record, seen.report, by: rule, on: day) else { return nil }
        self.standing = standing
        report = seen.report
        unit = seen.unit?.name ?? Words(da: "", en: "")
        eyes = try AccidentEyes.of(viewer, on: seen.report, group: seen.body, on: day, reader)
        people = try StruckPerson.all(of: report, eyes, for: viewer, on: day, reader)
        shown = record == nil ? nil : try GroupTextStore(reader).find(of: seen.report.id)
        names = try PersonStore(reader).names(
            of: Set((record?.sendings.map(\.by) ?? []) + [shown?.by].compactMap { $0 }))
    }

    var mayWrite: Bool { eyes == .whole && report.kind.mayBeAccident }
    /// Whoever does not see all of it sees the sheet once it was sent.
    var showsSheet: Bool { record.map { eyes == .whole || !$0.sendings.isEmpty } ?? false }
    /// Others are to see it who may not read who was hurt: of a confidential report nobody is.
    var hasGroup: Bool { !report.isConfidential }
    var happened: Day? { record?.happened ?? report.happened }
    /// What the form begins with.
    var begun: AccidentRecord? { record ?? happened.map { AccidentRecord(from: report, happened: $0) } }
}
