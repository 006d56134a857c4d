import Kernel
import Reports
import Storage

struct InvestigationStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    func find(_ report: ID<Report>) throws -> Investigation? {
        try reader.first(
            """
            SELECT report_id, begun, begun_by, others, conclusion, prevention, cause_unknown, closed, closed_by
            FROM investigation WHERE report_id = \(report)
            """
        ) { row in
            try Investigation(
                report: row[0], begun: row[1], begunBy: row[2], others: row[3], conclusion: row[4], prevention: row[5],
                isCauseUnknown: row[6], closed: row[7], closedBy: row[8])
        }
    }

    static func participants(in report: ID<Report>) -> Query<Participant> {
        Query("SELECT person_id, role FROM investigation_participant WHERE report_id = \(report) ORDER BY person_id") {
            row in try Participant(row[0], as: row[1])
        }
    }

    func participants(in report: ID<Report>) throws -> [Participant] {
        try reader.rows(Self.participants(in: report))
    }

    func pieces<Kind: KeptPiece>(of report: ID<Report>, _ kind: Kind.Type = Kind.self) throws -> [Kind] {
        try reader.rows(Kind.all(of: report))
    }

    func causes(of report: ID<Report>) throws -> CauseTree { CauseTree(try pieces(of: report)) }

    /// What each action is to mend, by the id of a cause or a barrier.
    static func mended(in report: ID<Report>) -> Query<(action: ActionID, piece: String)> {
        Query("SELECT action_id, piece_id FROM investigation_action WHERE report_id = \(report) ORDER BY action_id") {
            row in try (row[0], row[1])
        }
    }

    /// For which cause or barrier the person began to write an action today.
    func intent(of person: PersonID, in report: ID<Report>, on day: Day) throws -> String? {
        try reader.value(
            """
            SELECT piece_id FROM investigation_intent
            WHERE report_id = \(report) AND person_id = \(person) AND day = \(day)
            """)
    }
}
