import Access
import Journal
import Kernel
import Reports
import Storage

extension Investigation {
    /// It begins; nobody has taken part yet.
    public func made() -> Change {
        change(
            [
                """
                INSERT INTO investigation (report_id, begun, begun_by, others, conclusion, prevention, cause_unknown,
                closed, closed_by)
                VALUES (\(report), \(begun), \(begunBy), \(others), \(conclusion), \(prevention), \(isCauseUnknown),
                \(closed), \(closedBy))
                ON CONFLICT (report_id) DO NOTHING
                """
            ], "begun")
    }

    /// What stands in it itself, as it is now.
    func saved(as verb: String) -> Change {
        change(
            [
                """
                UPDATE investigation SET others = \(others), conclusion = \(conclusion), prevention = \(prevention),
                cause_unknown = \(isCauseUnknown), closed = \(closed), closed_by = \(closedBy)
                WHERE report_id = \(report)
                """
            ], verb)
    }

    /// Who took part, all of them.
    public func taking(part participants: [Participant]) -> Change {
        change(
            ["DELETE FROM investigation_participant WHERE report_id = \(report)"]
                + participants.map {
                    """
                    INSERT INTO investigation_participant (report_id, person_id, role)
                    VALUES (\(report), \($0.person), \($0.role))
                    """
                }, "changed")
    }

    /// - Parameter piece: the id of a cause or of a barrier.
    public func mended(_ piece: String, by action: ActionID) -> Change {
        change(
            [
                """
                INSERT INTO investigation_action (action_id, report_id, piece_id)
                VALUES (\(action), \(report), \(piece)) ON CONFLICT (action_id) DO NOTHING
                """
            ], "acted")
    }

    /// The journal says that something was done and by whom, never a word of what was written: it is read by people who may
    /// not read the report.
    func change(_ statements: [SQL], _ verb: String) -> Change {
        Change(
            statements, journal: [JournalEntry(Subject("investigation", report), verb)], raising: [.report(report)])
    }

    // MARK: Pieces

    public func adding(_ step: EventStep) -> Change {
        change(
            [
                """
                INSERT INTO investigation_step (id, report_id, place, time, what)
                VALUES (\(step.id), \(report), \(step.place), \(step.time), \(step.what))
                """
            ], "changed")
    }

    public func adding(_ cause: Cause) -> Change {
        change(
            [
                """
                INSERT INTO investigation_cause (id, report_id, place, what, parent_id, bone)
                VALUES (\(cause.id), \(report), \(cause.place), \(cause.what), \(cause.parent), \(cause.bone))
                """
            ], "changed")
    }

    public func adding(_ barrier: Barrier) -> Change {
        change(
            [
                """
                INSERT INTO investigation_barrier (id, report_id, place, what, state)
                VALUES (\(barrier.id), \(report), \(barrier.place), \(barrier.what), \(barrier.state))
                """
            ], "changed")
    }
}

/// A piece that is kept in a table of its own.
protocol KeptPiece: Piece {
    static func all(of report: ID<Report>) -> Query<Self>
    func added(to investigation: Investigation) -> Change
    func saved() -> SQL
    func removed() -> [SQL]
}

extension EventStep: KeptPiece {
    static func all(of report: ID<Report>) -> Query<EventStep> {
        Query(
            """
            SELECT id, place, time, what FROM investigation_step WHERE report_id = \(report) ORDER BY place, id
            """
        ) { row in try EventStep(id: row[0], place: row[1], time: row[2], what: row[3]) }
    }

    func added(to investigation: Investigation) -> Change { investigation.adding(self) }

    func saved() -> SQL {
        "UPDATE investigation_step SET place = \(place), time = \(time), what = \(what) WHERE id = \(id)"
    }

    func removed() -> [SQL] { ["DELETE FROM investigation_step WHERE id = \(id)"] }
}

extension Cause: KeptPiece {
    static func all(of report: ID<Report>) -> Query<Cause> {
        Query(
            """
            SELECT id, place, what, parent_id, bone FROM investigation_cause
            WHERE report_id = \(report) ORDER BY place, id
            """
        ) { row in try Cause(id: row[0], place: row[1], what: row[2], parent: row[3], bone: row[4]) }
    }

    func added(to investigation: Investigation) -> Change { investigation.adding(self) }

    func saved() -> SQL {
        "UPDATE investigation_cause SET what = \(what), parent_id = \(parent), bone = \(bone) WHERE id = \(id)"
    }

    /// What answered it is saved by whoever removes it: only one who knows the investigation finds it by index.
    func removed() -> [SQL] { ["DELETE FROM investigation_cause WHERE id = \(id)"] }
}

extension Barrier: KeptPiece {
    static func all(of report: ID<Report>) -> Query<Barrier> {
        Query(
            """
            SELECT id, place, what, state FROM investigation_barrier WHERE report_id = \(report) ORDER BY place, id
            """
        ) { row in try Barrier(id: row[0], place: row[1], what: row[2], state: row[3]) }
    }

    func added(to investigation: Investigation) -> Change { investigation.adding(self) }

    func saved() -> SQL {
        "UPDATE investigation_barrier SET what = \(what), state = \(state) WHERE id = \(id)"
    }

    func removed() -> [SQL] { ["DELETE FROM investigation_barrier WHERE id = \(id)"] }
}
