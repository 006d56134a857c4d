import Access
import Kernel
import Storage

/// How things stood before a change of the tree took their last days: kept so that a planned change can be called back.
/// Units' versions and people's placements need no memory, since the dates before the change still stand.
struct PlanMemory {
    let change: ID<OrganisationChange>
    let unit: UnitID
    /// The first day of the change.
    let day: Day

    init(of change: ID<OrganisationChange>, unit: UnitID, on day: Day) {
        self.change = change
        self.unit = unit
        self.day = day
    }

    /// Carried out after the change is recorded and before anything else of it.
    func keeping(bodies: [BodyID], mandates: [ID<Mandate>]) -> [SQL] {
        var statements: [SQL] = [
            """
            INSERT INTO organisation_change_before (change_id, kind, thing_id, other_id, starts, ends)
            SELECT \(change), 'unit', id, '', '', COALESCE(closes, '') FROM unit WHERE id = \(unit)
            """,
            """
            INSERT INTO organisation_change_before (change_id, kind, thing_id, other_id, starts, ends)
            SELECT \(change), 'area', body_id, unit_id, starts, COALESCE(ends, '') FROM body_area
            WHERE unit_id = \(unit) AND (ends IS NULL OR ends >= \(day))
            """,
        ]
        if !bodies.isEmpty {
            statements.append(
                """
                INSERT INTO organisation_change_before (change_id, kind, thing_id, other_id, starts, ends)
                SELECT \(change), 'body', id, '', '', COALESCE(closes, '') FROM body WHERE id IN \(SQL.list(bodies))
                """)
        }
        if !mandates.isEmpty {
            statements.append(
                """
                INSERT INTO organisation_change_before (change_id, kind, thing_id, other_id, starts, ends)
                SELECT \(change), 'mandate', id, '', '', COALESCE(ends, '') FROM mandate
                WHERE id IN \(SQL.list(mandates)) AND starts < \(day)
                """)
        }
        return statements
    }

    /// Unit, bodies, areas and mandates get back the last days that they had. A mandate that somebody has ended on another
    /// day since is left alone.
    /// - Parameter heir: the unit to which bodies followed.
    func restoring(heir: UnitID?) -> [SQL] {
        let kept: SQL = "kept.change_id = \(change)"
        return [
            """
            UPDATE unit SET closes = NULLIF(kept.ends, '') FROM organisation_change_before AS kept
            WHERE \(kept) AND kept.kind = 'unit' AND unit.id = kept.thing_id
            """,
            """
            UPDATE body SET closes = NULLIF(kept.ends, '') FROM organisation_change_before AS kept
            WHERE \(kept) AND kept.kind = 'body' AND body.id = kept.thing_id AND body.closes = \(day - 1)
            """,
            """
            DELETE FROM body_area WHERE unit_id = \(heir) AND starts = \(day) AND body_id IN
            (SELECT thing_id FROM organisation_change_before WHERE change_id = \(change) AND kind = 'area')
            """,
            """
            DELETE FROM body_area WHERE unit_id = \(unit) AND (ends IS NULL OR ends >= \(day - 1)) AND body_id IN
            (SELECT thing_id FROM organisation_change_before WHERE change_id = \(change) AND kind = 'area')
            """,
            """
            INSERT INTO body_area (body_id, unit_id, starts, ends)
            SELECT thing_id, other_id, starts, NULLIF(ends, '') FROM organisation_change_before
            WHERE change_id = \(change) AND kind = 'area'
            """,
            """
            UPDATE mandate SET ends = NULLIF(kept.ends, '') FROM organisation_change_before AS kept
            WHERE \(kept) AND kept.kind = 'mandate' AND mandate.id = kept.thing_id AND mandate.ends = \(day - 1)
            """,
        ]
    }
}
