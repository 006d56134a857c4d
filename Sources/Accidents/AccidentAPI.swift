import Kernel
import Reports
import Storage
import Web

/// Accidents for programs: the same rules and stores as the pages. Never a name, a job or a day away: a program needs the
/// deadline and the codes.
enum AccidentAPI {
    private static let pageSize = 100

    static func add(to routes: inout Routes) {
        routes.api(.get, "/accidents", listShape) { try await list($0) }
        routes.api(.get, "/reports/:id/accident", oneShape) { try await one($0) }
        routes.api(.post, "/reports/:id/absences", absenceShape) { try await away($0) }
    }

    private static let object = AnswerShape.object(
        name: "Accident",
        [
            ("report", .text), ("unit", .text), ("happened", .optionalText), ("duty", .text),
            ("deadline", .optionalText),
            ("state", .text), ("sent", .optionalText), ("receipt", .optionalText), ("lost_days", .optionalNumber),
            ("type_of_injury", .optionalText), ("body_part", .optionalText), ("deviation", .optionalText),
            ("contact_mode", .optionalText), ("specific_activity", .optionalText),
            ("working_environment", .optionalText), ("workstation", .optionalText),
        ])

    private static let listShape = APIShape(
        "Accidents that you handle, those to be notified first; nothing confidential", scope: .readReports,
        fields: [
            FieldShape("state", .choice(RegisterFilter.Part.allCases.map(\.rawValue)), "Only these"),
            FieldShape("unit", .id, "Only this unit and those under it"),
            FieldShape("after", .text(limit: 100), "`next` of the page before"),
        ],
        answer: .object(name: "Accidents", [("accidents", .list(object)), ("next", .optionalText)]))

    private static let oneShape = APIShape(
        "What is known of the accident that a report is about, and whether it must be notified", scope: .readReports,
        answer: object)

    private static let absenceShape = APIShape(
        "Adds an absence; the same once more changes nothing", scope: .writeReports,
        fields: [
            FieldShape("first", .day, required: true, "The first day away"),
            FieldShape("last", .day, "The last; left out while somebody is still away"),
            FieldShape("reduced", .flag, "Reduced hours or other tasks"),
            FieldShape("happened", .day, "The day of the accident, where the report does not say it"),
        ], answer: object)

    private static func list(_ visit: Visit) async throws -> Answer {
        let (viewer, day, law, filter) = (visit.viewer, visit.today, visit.house.law, RegisterFilter(visit.fields))
        let after = visit.fields["after"]
        let register = try await visit.read { reader in
            try AccidentRegister(
                for: viewer, filter, after: after, by: law, on: day, most: pageSize, isOpen: true, reader)
        }
        let list = register.accidents.map {
            json($0.report, $0.record, $0.standing, lostDays: nil)
        }
        return .json(["accidents": .list(list), "next": JSON(register.next)])
    }

    private static func one(_ visit: Visit) async throws -> Answer {
        .json(json(try await AccidentRoutes.picture(visit), on: visit.today))
    }

    private static func away(_ visit: Visit) async throws -> Answer {
        let id: ID<Report> = try visit.id()
        _ = try await SeenReport.find(visit)
        return try await visit.orAgain {
            try await visit.write { try AccidentWork($0, visit).addAbsence(id, visit.fields) }
            return .json(json(try await AccidentRoutes.picture(visit), on: visit.today))
        } form: {
            throw $0
        }
    }

    private static func json(_ picture: AccidentPicture, on day: Day) -> JSON {
        let lost = picture.eyes == .whole ? picture.record?.lostDays(until: day) : nil
        return json(picture.report, picture.record, picture.standing, lostDays: lost)
    }

    private static func json(
        _ report: Report, _ record: AccidentRecord?, _ standing: DutyStanding, lostDays: Int?
    ) -> JSON {
        var object: [String: JSON] = [
            "report": .text(report.id.text), "unit": .text(report.unit.text),
            "happened": JSON((record?.happened ?? report.happened)?.text), "duty": .text(standing.duty.name),
            "deadline": JSON((standing.next?.deadline ?? standing.duty.deadline)?.text),
            "state": .text((standing.next?.state ?? standing.state).name),
            "sent": JSON(record?.sendings.first?.day.text),
            "receipt": JSON(record?.sendings.first?.receipt), "lost_days": lostDays.map(JSON.number) ?? .null,
        ]
        for variable in EsawVariable.allCases { object[variable.rawValue] = JSON(record?.codes[variable]) }
        return .object(object)
    }
}

extension NotificationDuty {
    /// The name it has for programs.
    var name: String {
        switch self {
        case .none: "none"
        case .possible: "possible"
        case .notify: "notify"
        case .insurerOnly: "insurer_only"
        case .notByEmployer: "not_by_employer"
        }
    }
}

extension DeadlineState {
    /// The name it has for programs.
    var name: String {
        switch self {
        case .notDue: "not_due"
        case .due: "due"
        case .lastWorkingDay: "last_working_day"
        case .overdue: "overdue"
        case .metInTime: "in_time"
        case .metLate: "late"
        }
    }
}
