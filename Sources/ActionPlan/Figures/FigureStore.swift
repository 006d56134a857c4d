import Kernel
import Organisation
import Storage

/// Counts a plan's actions, each time by an index that begins with the body.
struct FigureStore {
    let body: BodyID
    /// Narrows the plan's actions to those that the viewer reads.
    let isWithinReach: SQL
    let day: Day

    private var open: SQL { "action.body_id = \(body) AND action.closed_on IS NULL AND \(isWithinReach)" }
    private var isOverdue: SQL { "look_again_on IS NULL AND due < \(day)" }

    /// More people than this nobody looks through.
    static let mostPeople = 200

    var people: Query<PersonLoad> {
        Query(
            """
            SELECT responsible_id, \(PersonStore.name(of: "load.responsible_id")), open, overdue,
            CASE WHEN \(PersonStore.hasLeft("load.responsible_id", on: day)) THEN 1 ELSE 0 END
            FROM (
                SELECT responsible_id, COUNT(*) AS open, SUM(CASE WHEN \(isOverdue) THEN 1 ELSE 0 END) AS overdue
                FROM action WHERE \(open) GROUP BY responsible_id
            ) AS load ORDER BY open DESC, overdue DESC, responsible_id LIMIT \(Self.mostPeople)
            """
        ) { row in
            let (name, left): (String?, Int) = try (row[1], row[4])
            return try PersonLoad(
                person: row[0], name: name ?? "", open: row[2], overdue: row[3], hasLeft: left == 1)
        }
    }

    /// How many are due on which day, those on hold left out.
    var dueDays: Query<(day: Day, count: Int)> {
        Query("SELECT due, COUNT(*) FROM action WHERE \(open) AND look_again_on IS NULL GROUP BY due") { row in
            (day: try row[0], count: try row[1])
        }
    }

    var onHold: Query<Int> {
        Query("SELECT COUNT(*) FROM action WHERE \(open) AND look_again_on IS NOT NULL") { try $0[0] }
    }

    /// - Parameter kind: what a row's origin is to the viewer.
    func origins(_ kind: SQL) -> Query<OriginCount> {
        Query(
            """
            SELECT kind, COUNT(*), SUM(overdue) FROM (
                SELECT \(kind) AS kind, CASE WHEN \(isOverdue) THEN 1 ELSE 0 END AS overdue FROM action WHERE \(open)
            ) AS told GROUP BY kind
            """
        ) { row in try OriginCount(kind: row[0], open: row[1], overdue: row[2]) }
    }

    func opened(since day: Day) -> Query<(Month, Int)> {
        monthly(
            """
            SELECT SUBSTR(created_at, 1, 7), COUNT(*) FROM action
            WHERE action.body_id = \(body) AND created_at >= \(day) AND \(isWithinReach) GROUP BY SUBSTR(created_at, 1, 7)
            """)
    }

    func closed(since day: Day) -> Query<(Month, Int)> {
        monthly(
            """
            SELECT SUBSTR(closed_on, 1, 7), COUNT(*) FROM action
            WHERE action.body_id = \(body) AND closed_on >= \(day) AND \(isWithinReach) GROUP BY SUBSTR(closed_on, 1, 7)
            """)
    }

    private func monthly(_ query: SQL) -> Query<(Month, Int)> {
        Query(query) { row in (Month(try row[0]) ?? Month(day), try row[1]) }
    }

    /// How many of those that are open were made on which day.
    var ages: Query<(Day, Int)> {
        Query("SELECT SUBSTR(created_at, 1, 10), COUNT(*) FROM action WHERE \(open) GROUP BY SUBSTR(created_at, 1, 10)")
        {
            row in (try row[0], try row[1])
        }
    }

    /// What was closed since the day and is closed still, by theme and by how it was judged.
    func effects(since day: Day) -> Query<JudgedClosures> {
        Query(
            """
            SELECT theme_id, effect, lasted, COUNT(*) FROM (
                SELECT action.theme_id AS theme_id, action_closure.effect AS effect, (
                    SELECT action_judgement.lasted FROM action_judgement
                    WHERE action_judgement.closure_id = action_closure.id ORDER BY action_judgement.id DESC LIMIT 1
                ) AS lasted
                FROM action JOIN action_closure ON action_closure.action_id = action.id
                    AND action_closure.reopened_at IS NULL
                WHERE action.body_id = \(body) AND action.closed_on >= \(day) AND \(isWithinReach)
            ) AS judged GROUP BY theme_id, effect, lasted
            """
        ) { row in try JudgedClosures(theme: row[0], effect: row[1], lasted: row[2], count: row[3]) }
    }
}
