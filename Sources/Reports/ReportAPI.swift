import Kernel
import Organisation
import Storage
import Web

/// Reports for programs.
enum ReportAPI {
    static func add(to routes: inout Routes) {
        routes.api(.get, "/reports", listShape) { try await list($0) }
        routes.api(.get, "/reports/:id", oneShape) { try await one($0) }
        routes.api(.post, "/reports", newShape) { try await report($0) }
    }

    private static let object = AnswerShape.object(
        name: "Report",
        [
            ("id", .text), ("kind", .text), ("stage", .text), ("unit", .text), ("what", .text), ("place", .text),
            ("happened", .optionalText), ("reported", .text), ("closed", .optionalText), ("outcome", .text),
            ("anonymous", .flag), ("affected", .text), ("setting", .text), ("outside_hours", .flag),
            ("severity", .optionalText), ("possible_severity", .optionalText), ("first_report", .optionalText),
        ])

    private static let listShape = APIShape(
        "Reports that you handle, those that wait first", scope: .readReports,
        fields: [
            FieldShape("kind", .choice(ReportKind.allCases.map(\.rawValue)), "Only this kind"),
            FieldShape("stage", .choice(ReportStage.allCases.map(\.name)), "Only this stage"),
            FieldShape("unit", .id, "Only this unit and those under it"),
            FieldShape(
                "severity", .choice(Harm.allCases.map(\.name)),
                "Only those rated at least so, as it was or could have become; nothing confidential"),
            FieldShape(
                "order", .choice(ReportStore.Order.allCases.map(\.rawValue)),
                "`worst` puts the most serious first, of those rated"),
            FieldShape("q", .text(limit: 100), "Only those with this text"),
            FieldShape("after", .text(limit: 100), "`next` of the page before"),
        ],
        answer: .object(name: "Reports", [("reports", .list(object)), ("next", .optionalText)]))

    private static let oneShape = APIShape("A report that you handle", scope: .readReports, answer: object)

    private static let newShape = APIShape(
        "Reports something; answers with the code to follow it by", scope: .writeReports,
        fields: [
            FieldShape("kind", .choice(ReportKind.allCases.map(\.rawValue)), required: true, "What it is about"),
            FieldShape("what", .text(limit: NewReport.whatLimit), required: true, "What was seen"),
            FieldShape("place", .text(limit: NewReport.placeLimit), "Where"),
            FieldShape("happened", .day, "When it happened; not in the future"),
            FieldShape("unit", .id, "The unit; the token's owner's own where it is left out, who must then have one"),
            FieldShape(
                "affected", .choice(Affected.allCases.map(\.rawValue)), "Whom it struck; an employee unless said"),
            FieldShape("setting", .choice(WorkSetting.allCases.map(\.rawValue)), "Where the work was done"),
            FieldShape("outside-hours", .flag, "It was outside working hours"),
            FieldShape("kept-from", .ids, "People who may not read it, where its kind is confidential"),
            FieldShape("anonymous", .flag, "Keeps nothing of the token's owner"),
            FieldShape("code", .text(limit: 40), "16 letters made by the sender; sending the same again reports once"),
        ],
        answer: .object(name: "Received", [("code", .text)]))

    private static func list(_ visit: Visit) async throws -> Answer {
        let (viewer, day, filter) = (visit.viewer, visit.today, ReportStore.Filter(visit.fields))
        let place = ReportStore.Place(visit.fields["after"])
        let reports = try await visit.read {
            try ReportStore($0).page(for: viewer, filter, after: place, on: day, most: 101)
        }
        let shown = Array(reports.prefix(100))
        try await visit.keepReading(of: shown)
        let next = reports.count > 100 ? shown.last.map { ReportStore.Place(of: $0, in: filter.order).text } : nil
        return .json(["reports": .list(shown.map(json)), "next": JSON(next)])
    }

    private static func one(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        let (viewer, day) = (visit.viewer, visit.today)
        guard let report = try await visit.read({ try ReportStore($0).find(id, for: viewer, on: day) }) else {
            throw Refusal.notFound
        }
        try await visit.keepReading(of: [report])
        return .json(json(report))
    }

    private static func report(_ visit: Visit) async throws -> Answer {
        try await visit.orAgain {
            let code = ReportCode(typed: visit.fields["code"]) ?? .new(visit.house.identities)
            // A program has no page on which to look: what names no unit would reach whoever reads for everybody.
            guard visit.viewer.home != nil || !visit.fields["unit"].trimmed.isEmpty else {
                throw Problems(ReportProblem.whichUnit, at: "unit")
            }
            guard try await ReportIntake(visit: visit, asked: AskedUnit(visit), code: code).take() != nil else {
                throw Problems(FieldProblem.unknown, at: "unit")
            }
            return .json(["code": .text(code.text)], status: 200)
        } form: { problems in
            throw problems
        }
    }

    private static func json(_ report: Report) -> JSON {
        [
            "id": .text(report.id.text), "kind": .text(report.kind.rawValue), "stage": .text(report.stage.name),
            "unit": .text(report.unit.text), "what": .text(report.what), "place": .text(report.place),
            "happened": JSON(report.happened?.text), "reported": .text(report.reported.text),
            "closed": JSON(report.closed?.text), "outcome": .text(report.outcome),
            "anonymous": .flag(report.isAnonymous), "affected": .text(report.circumstances.affected.rawValue),
            "setting": .text(report.circumstances.setting.rawValue),
            "outside_hours": .flag(report.circumstances.isOutsideHours),
            "severity": JSON(report.severity.was?.name), "possible_severity": JSON(report.severity.could?.name),
            "first_report": JSON(report.first?.text),
        ]
    }
}
