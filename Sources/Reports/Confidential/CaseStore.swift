import Kernel
import Organisation
import Storage

/// Who handles which confidential report.
struct CaseStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// Handlers first. Nobody of a case from before, which is read by office.
    func handlers(of report: ID<Report>) throws -> [CaseHandler] {
        try reader.rows(
            """
            SELECT person_id, duty, reads FROM report_handler WHERE report_id = \(report)
            ORDER BY duty DESC, person_id
            """
        ) { row in try CaseHandler(person: row[0], duty: row[1], reads: row[2]) }
    }

    func hasHandlers(_ report: ID<Report>) throws -> Bool {
        try reader.exists("SELECT 1 FROM report_handler WHERE report_id = \(report)")
    }

    /// The cases in which the person has a part, by whether he or she reads them.
    func cases(of person: PersonID) throws -> (read: [ID<Report>], other: [ID<Report>]) {
        let all = try reader.rows(Self.parts(of: person))
        return (all.filter(\.reads).map(\.id), all.filter { !$0.reads }.map(\.id))
    }

    /// The same, each with whether the person reads it: who does not is deputy there.
    static func parts(of person: PersonID) -> Query<(id: ID<Report>, reads: Bool)> {
        Query("SELECT report_id, reads FROM report_handler WHERE person_id = \(person)") { row in
            (id: try row[0], reads: try row[1])
        }
    }

    /// Those in which the person is deputy, reads nothing and has not been told that they lie.
    func untold(_ person: PersonID) throws -> [ID<Report>] {
        try reader.values(
            "SELECT report_id FROM report_handler WHERE person_id = \(person) AND reads = 0 AND told IS NULL")
    }

    func keptFrom(_ report: ID<Report>) throws -> Set<PersonID> {
        Set(
            try reader.values(
                "SELECT person_id FROM report_kept_from WHERE report_id = \(report)", as: PersonID.self))
    }

    /// How it went from one to another, the first first.
    func passings(of report: ID<Report>) throws -> [CasePassing] {
        try reader.rows(
            """
            SELECT day, way, giver_id, taker_id, stays, reason FROM report_passing WHERE report_id = \(report)
            ORDER BY place
            """
        ) { row in
            try CasePassing(
                day: row[0], way: row[1], giver: row[2], taker: row[3], stays: row[4], reason: row[5])
        }
    }

    func nextPassing(of report: ID<Report>) throws -> Int {
        try reader.value("SELECT COALESCE(MAX(place), 0) + 1 FROM report_passing WHERE report_id = \(report)") ?? 1
    }
}

/// A confidential report that nobody has opened, and in which a deputy can step in: not a word of what it says.
public struct LyingCase: Sendable {
    public let id: ID<Report>
    public let unit: UnitID
    public let reported: Day

    /// Working days for which a handler may let a case lie unopened before the deputy hears of it.
    static let patience = 3

    /// The last working day on which the handler alone knows of it.
    var handlersLast: Day { (0..<Self.patience).reduce(reported) { day, _ in (day + 1).orNextWorkingDay } }
}

extension CaseStore {
    /// The cases that lie, of those in which somebody is deputy: unopened after so many working days, or as soon as all
    /// who handle it are away or have left.
    func lying(among cases: [ID<Report>], on day: Day) throws -> [LyingCase] {
        guard !cases.isEmpty else { return [] }
        let unopened = try reader.rows(
            """
            SELECT id, unit_id, reported FROM report WHERE id IN \(SQL.list(cases)) AND COALESCE(stage, 0) = 0
            AND NOT EXISTS (SELECT 1 FROM report_reading WHERE report_reading.report_id = report.id)
            ORDER BY reported, id
            """
        ) { row in LyingCase(id: try row[0], unit: try row[1], reported: try row[2]) }
        return try unopened.filter { try $0.handlersLast < day || !isAttended($0.id, on: day) }
    }

    /// Whether somebody who handles it is here.
    private func isAttended(_ report: ID<Report>, on day: Day) throws -> Bool {
        try reader.exists(
            """
            SELECT 1 FROM report_handler AS one WHERE one.report_id = \(report) AND one.duty = 'handler'
            AND NOT \(PersonStore.hasLeft("one.person_id", on: day))
            AND NOT EXISTS (SELECT 1 FROM handler_away WHERE handler_away.person_id = one.person_id
                AND handler_away.until >= \(day))
            """)
    }
}
