import Kernel
import Organisation
import Storage

/// Counts the actions of many plans, body by body along the indexes that begin with it.
struct BelowStore {
    let scope: BelowScope
    let day: Day
    let reader: Reader

    private var source: SQL { "\(scope.bodies.source) AS below CROSS JOIN action" }

    /// Each body directly below whose plan the viewer reads, whoever needs help most first. Of what is closed, only
    /// where something is still open.
    func counts() throws -> [BodyCount] {
        let tops = try scope.bodies.tops(within: scope.reads, reader)
        var counts = Dictionary(uniqueKeysWithValues: tops.map { ($0, BodyCount($0)) })
        let (open, closed) = try reader.together(open, closed)
        for one in open where tops.contains(one.body) { counts[one.body] = one }
        for one in closed {
            counts[one.body]?.closed = one.closed
            counts[one.body]?.closedLately = one.closedLately
            counts[one.body]?.worked = one.worked
        }
        return counts.values.sorted(by: BodyCount.isBefore)
    }

    private var open: Query<BodyCount> {
        Query(
            """
            SELECT below.top_id, COUNT(*),
            SUM(CASE WHEN action.look_again_on IS NULL AND action.due < \(day) THEN 1 ELSE 0 END),
            SUM(CASE WHEN action.look_again_on IS NOT NULL THEN 1 ELSE 0 END), MIN(SUBSTR(action.created_at, 1, 10))
            FROM \(source) WHERE action.body_id = below.plan_id AND action.closed_on IS NULL AND \(scope.isWithinReach)
            GROUP BY below.top_id
            """
        ) { row in
            var count = BodyCount(try row[0])
            (count.open, count.overdue, count.onHold, count.oldest) = try (row[1], row[2], row[3], row[4])
            return count
        }
    }

    private var closed: Query<BodyCount> {
        Query(
            """
            SELECT below.top_id, COUNT(*),
            SUM(CASE WHEN action.closed_on >= \(day - BodyCount.lately) THEN 1 ELSE 0 END),
            SUM(CASE WHEN action_closure.effect = 'yes' THEN 1 ELSE 0 END)
            FROM \(source) CROSS JOIN action_closure
            WHERE action.body_id = below.plan_id AND action.closed_on >= \(day - 365) AND \(scope.isWithinReach)
            AND action_closure.action_id = action.id AND action_closure.reopened_at IS NULL GROUP BY below.top_id
            """
        ) { row in
            var count = BodyCount(try row[0])
            (count.closed, count.closedLately, count.worked) = try (row[1], row[2], row[3])
            return count
        }
    }

    /// What hangs on all the boards together, by what the rows are: how many in each cell, and the first of them.
    /// - Parameters:
    ///   - key: what a row of `action` and its theme is counted by.
    ///   - most: rows, the fullest first.
    func cells(by key: SQL, most: Int) throws -> [BelowCell] {
        let first = BelowCell.notes
        return try reader.rows(
            """
            SELECT hanging.row_key, hanging.row_title, hanging.stage, hanging.in_cell, action.id, action.what,
            action.due, action.body_id FROM (
                SELECT row_key, row_title, stage, id, COUNT(*) OVER (PARTITION BY row_key, stage) AS in_cell,
                ROW_NUMBER() OVER (PARTITION BY row_key, stage ORDER BY due, id) AS place
                FROM (
                    SELECT \(key) AS row_key, plan_theme.title AS row_title, action.stage AS stage, action.id AS id,
                    action.due AS due
                    FROM \(source) LEFT JOIN plan_theme ON plan_theme.id = action.theme_id
                    WHERE action.body_id = below.plan_id AND action.closed_on IS NULL AND action.look_again_on IS NULL
                    AND \(scope.isWithinReach)
                    UNION ALL
                    SELECT \(key), plan_theme.title, action.stage, action.id, action.due
                    FROM \(source) LEFT JOIN plan_theme ON plan_theme.id = action.theme_id
                    WHERE action.body_id = below.plan_id AND action.closed_on >= \(day - BoardStore.daysClosed)
                    AND \(scope.isWithinReach)
                ) AS notes
            ) AS hanging JOIN action ON action.id = hanging.id WHERE hanging.place <= \(first)
            ORDER BY SUM(CASE WHEN hanging.place = 1 THEN hanging.in_cell ELSE 0 END)
                OVER (PARTITION BY hanging.row_key) DESC, hanging.row_key, hanging.stage, hanging.place
            LIMIT \(most * Stage.allCases.count * first)
            """
        ) { row in
            let key: String? = try row[0]
            let title: String? = try row[1]
            return try BelowCell(
                key: key ?? "", title: title ?? "", stage: row[2], count: row[3],
                note: BelowNote(id: row[4], what: row[5], due: row[6], body: row[7]))
        }
    }
}

/// A note of a cell, and how many hang there in all.
struct BelowCell {
    /// So many of each cell are shown.
    static let notes = 3

    let key: String
    /// Of the note's theme.
    let title: String
    let stage: Stage
    let count: Int
    let note: BelowNote
}

struct BelowNote: Equatable {
    let id: ActionID
    let what: String
    let due: Day
    let body: BodyID
}
