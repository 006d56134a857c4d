import Access
import HTTPTypes
import Kernel
import Law
import Notices
import Organisation
import Storage
import Synchronization
import TestSupport
import Web

@testable import Accidents
@testable import Reports

/// What happens to people in these tests, and what others do about it.
extension Workplace {
    /// Friday: the Monday after is today.
    static let friday = today - 3

    /// Somebody was hurt, and it was reported.
    /// - Returns: the path of the report.
    @discardableResult
    func hurt(
        _ id: String = "cut", _ kind: ReportKind = .accident, affected: Affected = .employee,
        setting: WorkSetting = .workplace, on happened: Day? = friday,
        what: String = "Skar sig i fingeren på et knust glas", isOutsideHours: Bool = false
    ) async throws -> String {
        let report = Report(
            id: ID(id), kind: kind, unit: Self.laboratories, what: what, place: "Laboratorium 2", happened: happened,
            reported: Self.today, sender: .person(Self.sara.id),
            circumstances: Circumstances(affected: affected, setting: setting, isOutsideHours: isOutsideHours))
        let code = ReportCode.new(house.identities)
        try await database.write { try ReportFill.reports([(report, code)], $0) }
        return "/reports/\(id)"
    }

    /// - Parameter last: nothing while somebody is still away.
    @discardableResult
    func away(
        _ id: String = "cut", from first: Day, to last: Day? = nil, isReduced: Bool = false, as person: Person = jonas
    ) async throws -> Reply {
        var fields = ["first": first.text, "last": last?.text ?? "", "key": "away \(first) \(last?.text ?? "")"]
        if isReduced { fields["reduced"] = "on" }
        return try await post("/reports/\(id)/accident/absences", as: person, fields)
    }

    @discardableResult
    func fillIn(
        _ id: String = "cut", _ more: [String: String] = [:], as person: Person = jonas
    ) async throws -> Reply {
        let version = try await record(id)?.version ?? 0
        let fields = [
            "happened": Self.friday.text, "time": "14:30", "place": "Laboratorium 2",
            "course": "Sara Lund greb om et revnet glas.", "name": "Sara Lund", "job": "Laborant",
            "employment": "permanent", "hired": "2020-02-01", "incapacity": "2-3", "version": String(version),
        ]
        return try await post("/reports/\(id)/accident", as: person, fields.merging(more) { $1 })
    }

    @discardableResult
    func send(
        _ id: String = "cut", on day: Day, to recipient: String = "authority", receipt: String = "A-17",
        as person: Person = jonas, key: String = "sent"
    ) async throws -> Reply {
        try await post(
            "/reports/\(id)/accident/sendings", as: person,
            ["to": recipient, "day": day.text, "receipt": receipt, "key": key])
    }

    /// The event is made ready for the group, as it was filled in but for the name.
    @discardableResult
    func showToGroup(
        _ id: String = "cut", _ more: [String: String] = [:], as person: Person = jonas
    ) async throws -> Reply {
        let fields = ["place": "Laboratorium 2", "course": "▇▇▇ greb om et revnet glas.", "agent": ""]
        return try await post("/reports/\(id)/accident/group", as: person, fields.merging(more) { $1 })
    }

    func record(_ id: String = "cut") async throws -> AccidentRecord? {
        try await database.read { try AccidentStore($0).record(of: ID(id)) }
    }

    func standing(_ id: String = "cut", on day: Day = today) async throws -> DutyStanding? {
        let law = house.law
        return try await database.read { reader in
            guard let handlers = try ReportHandlers(of: ID(id), on: day, reader) else { return nil }
            return DutyStanding(
                of: try AccidentStore(reader).record(of: ID(id)), handlers.report,
                by: try NotificationRule(law, on: day, reader), on: day)
        }
    }

    /// The sentences that the person was told.
    func told(_ person: Person) async throws -> [String] {
        try await database.read { try NoticeStore($0).latest(for: person.id).map(\.words.danish) }
    }

    func seat(_ person: Person, as role: Role, in body: BodyID) async throws {
        let mandate = Mandate(
            id: house.identities.random(), role: role, body: body, person: person.id, origin: .appointed,
            starts: Self.today - 100)
        let deed = deed(by: nil)
        try await database.write { try $0.apply(mandate.given(to: person.name), deed) }
    }
}

/// A clock that the test sets.
final class Clock: Sendable {
    private let moment = Mutex(Workplace.monday)

    var now: Moment { moment.withLock { $0 } }

    func turn(to day: Day) { moment.withLock { $0 = Workplace.monday + (day - Workplace.today) * 86_400 } }
}

/// A rule of the law for rules that are tried without a house.
func law() throws -> AccidentLaw { try Workplace.law().accidents(on: Workplace.today) }
