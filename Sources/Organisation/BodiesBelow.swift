import Access
import Kernel
import Storage

/// Bodies in rows of `top_id` and `plan_id`, for other features to join their own tables with: each body whose plan is
/// meant, and the one under which it is counted. Bodies that have closed are among them, since their plans may not be.
public struct BodiesBelow: Sendable {
    /// A source of rows, without a name.
    public let source: SQL

    /// All that answer to the body, at whatever remove, each counted under the one directly below through which it does.
    /// What became a part of a joint body counts under that. A ring, if there ever was one, is walked once.
    public static func all(under body: BodyID, on day: Day) -> BodiesBelow {
        BodiesBelow(
            source: """
                (WITH RECURSIVE line (top_id, plan_id) AS (
                    SELECT body.id, body.id FROM body WHERE body.parent_id IN (
                        SELECT own.id FROM body AS own WHERE own.id = \(body) AND NOT EXISTS (
                            SELECT 1 FROM body_succession AS heir WHERE heir.body_id = own.id AND heir.starts <= \(day)
                            AND (heir.ends IS NULL OR heir.ends >= \(day)))
                        UNION ALL SELECT body_id FROM body_succession WHERE successor_id = \(body) AND starts <= \(day)
                        AND (ends IS NULL OR ends >= \(day)))
                    UNION SELECT line.top_id, body.id FROM line CROSS JOIN body WHERE body.parent_id = line.plan_id
                ) SELECT COALESCE((SELECT heir.successor_id FROM body_succession AS heir WHERE heir.body_id = line.top_id
                    AND heir.starts <= \(day) AND (heir.ends IS NULL OR heir.ends >= \(day))), line.top_id) AS top_id,
                plan_id FROM line)
                """)
    }

    /// All whose plans are within reach, each by itself.
    public static func all(within reach: Reach) -> BodiesBelow {
        let day = reach.day
        guard !reach.isEverything else {
            return BodiesBelow(
                source: """
                    (WITH RECURSIVE line (plan_id) AS (
                        SELECT body.id FROM body WHERE body.parent_id IS NULL
                        UNION SELECT body.id FROM line CROSS JOIN body WHERE body.parent_id = line.plan_id
                    ) SELECT plan_id AS top_id, plan_id FROM line)
                    """)
        }
        return BodiesBelow(
            source: """
                (SELECT body_id AS top_id, body_id AS plan_id FROM body_area WHERE \(reach.condition(unit: "unit_id"))
                    AND starts <= \(day) AND (ends IS NULL OR ends >= \(day))
                UNION SELECT id, id FROM body WHERE id IN \(SQL.list(reach.bodies.sorted())))
                """)
    }

    /// Those under which others are counted, as far as their own plans are within reach.
    public func tops(within reach: Reach, _ reader: Reader) throws -> Set<BodyID> {
        let all: [BodyID] = try reader.values("SELECT DISTINCT top_id FROM \(source) AS below")
        guard !reach.isEverything else { return Set(all) }
        let day = reach.day
        let covered: [BodyID] = try reader.values(
            """
            SELECT DISTINCT body_area.body_id FROM \(source) AS below CROSS JOIN body_area
            WHERE body_area.body_id = below.top_id AND \(reach.condition(oneUnit: "body_area.unit_id"))
            AND body_area.starts <= \(day) AND (body_area.ends IS NULL OR body_area.ends >= \(day))
            """)
        return reach.bodies.intersection(all).union(covered)
    }
}

extension BodyStore {
    /// Those of these bodies to which another answers, or that took one over.
    public func haveBelow(_ bodies: Set<BodyID>, on day: Day) throws -> Set<BodyID> {
        guard !bodies.isEmpty else { return [] }
        let list = SQL.list(bodies.sorted())
        return Set(
            try reader.values(
                """
                SELECT parent_id FROM body WHERE parent_id IN \(list) UNION
                SELECT successor_id FROM body_succession WHERE successor_id IN \(list) AND starts <= \(day)
                AND (ends IS NULL OR ends >= \(day))
                """))
    }

    /// One row where another body answers to this one, or to what it took over.
    public static func hasBelow(_ body: BodyID, on day: Day) -> Query<Int> {
        Query(
            """
            SELECT 1 FROM body WHERE parent_id IN (
                SELECT id FROM body WHERE id = \(body)
                UNION ALL SELECT body_id FROM body_succession WHERE successor_id = \(body) AND starts <= \(day)
                AND (ends IS NULL OR ends >= \(day))) LIMIT 1
            """
        ) { try $0[0] }
    }
}
