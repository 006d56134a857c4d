import Access
import Journal
import Kernel
import Organisation
import Reports
import Storage
import Synchronization
import TestSupport

@testable import Statistics

/// A clock that a test turns on, in days after the workplace's Monday.
final class DayClock: Sendable {
    private let days = Mutex(0)

    func go(on count: Int = 1) { days.withLock { $0 += count } }
    var now: Moment { Workplace.monday + days.withLock { $0 } * 86_400 }
}

/// What happens in these tests, in the words of the tests.
extension Workplace {
    /// Puts a report in as of its day, without telling anybody.
    @discardableResult
    func happened(
        _ kind: ReportKind, on day: Day, in unit: UnitID = laboratories, reported: Day? = nil,
        _ circumstances: Circumstances = .usual, id: String? = nil, place: String = ""
    ) async throws -> ID<Report> {
        let report = Report(
            id: id.map { ID($0) } ?? house.identities.random(), kind: kind, unit: unit, what: "Noget skete",
            place: place,
            happened: day, reported: reported ?? day, sender: .anonymous, circumstances: circumstances)
        let code = ReportCode.new(house.identities)
        try await database.write { try ReportFill.reports([(report, code)], $0) }
        return report.id
    }

    /// Writes down, as the one who handles it would, that somebody was away from the day after the event on.
    func wasAway(_ report: ID<Report>, from event: Day, days: Int?, deviation: String? = nil) async throws {
        try await telling(
            [
                """
                INSERT INTO accident (report_id, unit_id, happened, happened_time, place, course, agent, injured_name, job,
                incapacity, compensation, deviation, version)
                SELECT id, unit_id, \(event), '', '', '', '', '', '', '000', 0, \(deviation), 1 FROM report WHERE id = \(report)
                ON CONFLICT (report_id) DO UPDATE SET happened = \(event), deviation = \(deviation)
                """,
                "DELETE FROM accident_absence WHERE report_id = \(report)",
                """
                INSERT INTO accident_absence (report_id, place, first_day, last_day, reduced)
                VALUES (\(report), 1, \(event + 1), \(days.map { event + max(1, $0) }), 0)
                """,
            ], Subject("accident", report), "changed")
    }

    /// The report is of another kind than its sender thought.
    func sort(_ report: ID<Report>, as kind: ReportKind) async throws {
        try await telling(
            [
                """
                UPDATE report SET kind = \(kind), confidential = \(kind.isConfidential) WHERE id = \(report)
                """
            ], Subject("report", report), "sorted")
    }

    /// Takes a report away, as is done where it may no longer be kept.
    func erase(_ report: ID<Report>) async throws {
        try await telling(["DELETE FROM report WHERE id = \(report)"], Subject("report", report), "erased")
    }

    /// The unit lay under another one until the day, beside what it lies under since.
    func lay(_ unit: UnitID, under other: UnitID, until last: Day) async throws {
        try await database.write { writer in
            try writer.execute(
                """
                UPDATE unit_line SET starts = \(last + 1)
                WHERE unit_id = \(unit) AND ancestor_id NOT IN (\(unit), \(Self.university))
                """)
            try writer.execute(
                """
                INSERT INTO unit_line (unit_id, ancestor_id, starts, ends, depth)
                SELECT \(unit), ancestor_id, starts, \(last), 1 FROM unit_line
                WHERE unit_id = \(other) AND ancestor_id = \(other)
                """)
            try writer.raise("rights")
        }
    }

    func worked(_ hours: Int?, in month: String, at unit: UnitID = laboratories) async throws {
        try await telling(
            [
                """
                INSERT INTO unit_month (unit_id, month, head_count, hours) VALUES (\(unit), \(month), 10, \(hours))
                ON CONFLICT (unit_id, month) DO UPDATE SET hours = \(hours)
                """
            ], Subject("unit", unit), "counted", after: ["month": month, "hours": hours.map { "\($0)" } ?? ""])
    }

    private func telling(
        _ statements: [SQL], _ subject: Subject, _ verb: String, after: [String: String] = [:]
    ) async throws {
        let deed = deed(by: Self.eva, at: house.clock())
        let change = Change(
            statements, journal: [JournalEntry(subject, verb, after: after)], raising: [.rights])
        // On the watched database, so that what the follower asks is asked by index.
        try await house.database.write { try $0.apply(change, deed) }
    }

    /// As the job does.
    @discardableResult
    func sumDays() async throws -> Int {
        try await Statistics.sumDays(in: house.database, at: house.clock())
    }

    /// So many accidents with absence in a year, one to a day from 10 January on.
    func hurt(_ count: Int, in year: Int, at unit: UnitID = laboratories, days: Int = 3) async throws {
        guard let first = Day(year: year, month: 1, day: 10) else { return }
        for number in 0..<count {
            let report = try await happened(.accident, on: first + number * 25, in: unit)
            try await wasAway(report, from: first + number * 25, days: days, deviation: "52")
        }
    }

    /// 11.0 million hours in each of the years.
    func workedMillions(in years: [Int], at unit: UnitID = laboratories) async throws {
        for year in years {
            for month in 1...12 {
                try await worked(
                    month == 7 ? 1_100_000 : 900_000, in: "\(year)-\(month < 10 ? "0" : "")\(month)", at: unit)
            }
        }
    }

    /// Somebody leads a unit without sitting in its group.
    func appoint(_ person: Person, as role: Role, of unit: UnitID) async throws {
        let mandate = Mandate(
            id: ID("office-of-\(person.id)-\(unit)"), role: role, in: .unit(unit), person: person.id,
            origin: .appointed,
            starts: Self.today - 100, ends: nil, minutesAWeek: nil)
        let deed = deed(by: nil)
        try await database.write { try $0.apply(mandate.given(to: person.name), deed) }
    }

    func seat(_ person: Person, as role: Role, in body: BodyID) async throws {
        let mandate = Mandate(
            id: ID("seat-of-\(person.id)-\(body)"), role: role, body: body, person: person.id, origin: .appointed,
            starts: Self.today - 100)
        let deed = deed(by: nil)
        try await database.write { try $0.apply(mandate.given(to: person.name), deed) }
    }

    /// All sums that are not nought, as they are kept.
    func keptSums() async throws -> [UnitID: [SumKey: Int]] {
        let rows = try await database.read { reader in
            try reader.rows("SELECT unit_id, period, measure, part, amount FROM incident_sum WHERE amount > 0") { row in
                (try row[0] as UnitID, SumKey(try row[1], try row[2], try row[3]), try row[4] as Int)
            }
        }
        var sums: [UnitID: [SumKey: Int]] = [:]
        for (unit, key, amount) in rows { sums[unit, default: [:]][key] = amount }
        return sums
    }

    /// The same, counted from what was reported until the last day that was summed.
    func countedSums() async throws -> [UnitID: [SumKey: Int]] {
        let today = house.clock().day
        return try await database.read { reader in
            guard let last = try SumStore(reader).lastDay() else { return [:] }
            let facts = try ReportStore(reader).facts(
                reportedFrom: .earliest, through: last, today: today, most: .max)
            var sums: [UnitID: [SumKey: Int]] = [:]
            for incident in try Incident.all(facts, on: today, reader) {
                for (depth, unit) in try UnitLines(reader).line(to: incident.unit, on: incident.day).enumerated() {
                    for (key, amount) in incident.contribution(isTop: depth == 0) {
                        sums[unit, default: [:]][key, default: 0] += amount
                    }
                }
            }
            return sums
        }
    }
}

/// Chance that falls the same way for the same seed.
struct SeededChance {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }

    mutating func below(_ most: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % max(1, most)
    }

    mutating func one<Element>(of all: [Element]) -> Element { all[below(all.count)] }
}
