import Access
import Kernel
import Storage

/// Statements with which units, people and bodies change their place from a day on. Only dates are written: what is
/// planned takes effect on its day by itself.
enum UnitMoves {
    /// The unit is another from the day on; what was planned after it keeps what the change does not speak of.
    static func changing(_ unit: UnitID, on day: Day, to new: UnitVersion, setting later: SQL) -> [SQL] {
        [
            """
            INSERT INTO unit_version (unit_id, starts, ends, parent_id, kind, name_da, name_en, legal_entity)
            SELECT unit_id, \(day), ends, \(new.parent), \(new.kind), \(new.name.danish), \(new.name.english),
            \(new.isLegalEntity)
            FROM unit_version WHERE unit_id = \(unit) AND starts < \(day) AND (ends IS NULL OR ends >= \(day))
            """,
            """
            UPDATE unit_version SET ends = \(day - 1)
            WHERE unit_id = \(unit) AND starts < \(day) AND (ends IS NULL OR ends >= \(day))
            """,
            "UPDATE unit_version SET \(later) WHERE unit_id = \(unit) AND starts >= \(day)",
        ]
    }

    /// All that lies right under the one unit lies under the other from the day on.
    static func children(of unit: UnitID, to parent: UnitID, on day: Day) -> [SQL] {
        let cut: SQL = """
            parent_id = \(unit) AND starts < \(day) AND (ends IS NULL OR ends >= \(day))
            AND EXISTS (SELECT 1 FROM unit WHERE unit.id = unit_version.unit_id AND (closes IS NULL OR closes >= \(day)))
            """
        return [
            """
            INSERT INTO unit_version (unit_id, starts, ends, parent_id, kind, name_da, name_en, legal_entity)
            SELECT unit_id, \(day), ends, \(parent), kind, name_da, name_en, legal_entity FROM unit_version WHERE \(cut)
            """,
            "UPDATE unit_version SET ends = \(day - 1) WHERE \(cut)",
            "UPDATE unit_version SET parent_id = \(parent) WHERE parent_id = \(unit) AND starts >= \(day)",
        ]
    }

    /// Everybody whose unit it is on the day or later.
    static func people(of unit: UnitID, to other: UnitID, on day: Day) -> [SQL] {
        [
            """
            INSERT INTO person_placement (person_id, unit_id, starts, ends)
            SELECT id, unit_id, COALESCE(unit_since, \(Day.earliest)), \(day - 1) FROM person
            WHERE unit_id = \(unit) AND COALESCE(unit_since, \(Day.earliest)) < \(day)
            AND (ends IS NULL OR ends >= \(day))
            """,
            """
            UPDATE person SET unit_id = \(other), unit_since =
            CASE WHEN COALESCE(unit_since, \(Day.earliest)) < \(day) THEN \(day) ELSE unit_since END
            WHERE unit_id = \(unit) AND (ends IS NULL OR ends >= \(day))
            """,
            """
            INSERT INTO person_placement (person_id, unit_id, starts, ends)
            SELECT person_id, unit_id, starts, \(day - 1) FROM person_placement
            WHERE unit_id = \(unit) AND starts < \(day) AND ends >= \(day)
            """,
            """
            UPDATE person_placement SET unit_id = \(other), starts = CASE WHEN starts < \(day) THEN \(day) ELSE starts END
            WHERE unit_id = \(unit) AND ends >= \(day)
            """,
        ]
    }

    /// These people, whatever their unit was; what was planned for them later falls away.
    static func people(_ people: [PersonID], to other: UnitID?, on day: Day) -> [SQL] {
        let them = SQL.list(people)
        return [
            """
            INSERT INTO person_placement (person_id, unit_id, starts, ends)
            SELECT id, unit_id, COALESCE(unit_since, \(Day.earliest)), \(day - 1) FROM person
            WHERE id IN \(them) AND COALESCE(unit_since, \(Day.earliest)) < \(day)
            """,
            "DELETE FROM person_placement WHERE person_id IN \(them) AND starts >= \(day)",
            "UPDATE person_placement SET ends = \(day - 1) WHERE person_id IN \(them) AND ends >= \(day)",
            "UPDATE person SET unit_id = \(other), unit_since = \(day) WHERE id IN \(them)",
        ]
    }

    /// These people of the unit, from the day until the end of their time there: where they are to go later they go.
    static func people(_ people: [PersonID], of unit: UnitID, to other: UnitID, on day: Day) -> [SQL] {
        let them = SQL.list(people)
        return [
            """
            INSERT INTO person_placement (person_id, unit_id, starts, ends)
            SELECT id, unit_id, COALESCE(unit_since, \(Day.earliest)), \(day - 1) FROM person
            WHERE id IN \(them) AND unit_id = \(unit) AND COALESCE(unit_since, \(Day.earliest)) < \(day)
            """,
            """
            UPDATE person SET unit_id = \(other), unit_since = \(day)
            WHERE id IN \(them) AND unit_id = \(unit) AND COALESCE(unit_since, \(Day.earliest)) <= \(day)
            """,
            """
            INSERT INTO person_placement (person_id, unit_id, starts, ends)
            SELECT person_id, unit_id, starts, \(day - 1) FROM person_placement
            WHERE person_id IN \(them) AND unit_id = \(unit) AND starts < \(day) AND ends >= \(day)
            """,
            """
            UPDATE person_placement SET unit_id = \(other), starts = \(day)
            WHERE person_id IN \(them) AND unit_id = \(unit) AND starts <= \(day) AND ends >= \(day)
            """,
        ]
    }

    /// No body looks after the unit from the day on.
    static func endingAreas(of unit: UnitID, on day: Day) -> [SQL] {
        [
            """
            UPDATE body_area SET ends = \(day - 1)
            WHERE unit_id = \(unit) AND starts < \(day) AND (ends IS NULL OR ends >= \(day))
            """,
            "DELETE FROM body_area WHERE unit_id = \(unit) AND starts >= \(day)",
        ]
    }

    /// The body looks after the unit from the day on, unless it does already.
    static func covering(_ unit: UnitID, by body: BodyID, on day: Day) -> SQL {
        """
        INSERT INTO body_area (body_id, unit_id, starts)
        SELECT \(body), \(unit), \(day) FROM body WHERE id = \(body) AND NOT EXISTS (SELECT 1 FROM body_area AS own
            WHERE own.body_id = \(body) AND own.unit_id = \(unit) AND (own.ends IS NULL OR own.ends >= \(day)))
        """
    }

    static func closing(_ body: BodyID, on day: Day) -> SQL {
        "UPDATE body SET closes = \(day - 1) WHERE id = \(body) AND (closes IS NULL OR closes >= \(day))"
    }
}
