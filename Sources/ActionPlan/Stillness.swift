import Kernel
import Organisation
import Storage

/// An open action that waits for nothing anybody knows of, and when something last happened to it.
public struct UnheldAction: Sendable {
    public let id: ActionID
    public let body: BodyID
    public let what: String
    public let responsible: PersonID
    /// The name of whoever is responsible.
    public let name: String?
    /// The last change, comment or file, or the last that a leader was asked or answered.
    public let moved: Day

    init(row: Row) throws {
        (id, body, what, responsible, name) = try (row[0], row[1], row[2], row[3], row[4])
        moved = Self.moved(try row[5], try row[6])
    }

    static func moved(_ changed: Moment, _ heard: Moment?) -> Day { max(changed, heard ?? changed).day }
}

/// Actions that may stand still: nobody has changed them, or written or asked about them, since the moment.
extension ActionStore {
    public static func unchanged(of person: PersonID, since moment: Moment, most: Int = 100) -> Query<UnheldAction> {
        unchanged("responsible_id = \(person)", since: moment, most)
    }

    /// The same of a body's plan where nobody can be asked any more, since whoever was responsible has left.
    public static func unchangedAndLeft(
        in bodies: Set<BodyID>, on day: Day, since moment: Moment, most: Int = 100
    ) -> Query<UnheldAction> {
        guard !bodies.isEmpty else { return .nothing }
        return unchanged(
            "body_id IN \(SQL.list(bodies.sorted())) AND \(PersonStore.hasLeft("action.responsible_id", on: day))",
            since: moment, most)
    }

    /// Those of a plan within reach, by the given condition.
    public static func unchanged(
        on body: BodyID, where isWithinReach: SQL, since moment: Moment, most: Int = 400
    ) -> Query<UnheldAction> {
        unchanged("body_id = \(body) AND \(isWithinReach)", since: moment, most)
    }

    /// The same for who needs to know no more than which, and since when.
    public static func untouched(
        on body: BodyID, where isWithinReach: SQL, since moment: Moment, most: Int = 400
    ) -> Query<(id: ActionID, moved: Day)> {
        Query(
            """
            SELECT id, changed_at, heard_at FROM action WHERE body_id = \(body) AND \(isWithinReach)
            AND \(isUntouched(since: moment)) AND \(isUnheld) ORDER BY changed_at, id LIMIT \(most)
            """
        ) { row in (id: try row[0], moved: UnheldAction.moved(try row[1], try row[2])) }
    }

    /// Nothing where it is closed or on hold.
    public func unheld(_ id: ActionID) throws -> UnheldAction? {
        try reader.first(Self.unheld("id = \(id)", 1))
    }

    private static func unchanged(_ condition: SQL, since moment: Moment, _ most: Int) -> Query<UnheldAction> {
        unheld("\(condition) AND \(isUntouched(since: moment))", most)
    }

    private static func isUntouched(since moment: Moment) -> SQL {
        "changed_at < \(moment) AND (heard_at IS NULL OR heard_at < \(moment))"
    }

    private static var isUnheld: SQL { "closed_on IS NULL AND look_again_on IS NULL" }

    private static func unheld(_ condition: SQL, _ most: Int) -> Query<UnheldAction> {
        Query(
            """
            SELECT id, body_id, what, responsible_id, \(PersonStore.name(of: "action.responsible_id")), changed_at,
            heard_at FROM action WHERE \(condition) AND \(isUnheld)
            ORDER BY changed_at, id LIMIT \(most)
            """, UnheldAction.init(row:))
    }
}
