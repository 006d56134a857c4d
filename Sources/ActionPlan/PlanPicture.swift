import Kernel
import Organisation
import Storage

/// A note of a plan, for features that show the plan in their own way: no more than the board shows.
public struct PlanNote: Sendable {
    public let id: ActionID
    /// Whose plan it hangs on.
    public let body: BodyID
    public let what: String
    public let responsible: PersonID
    /// Of whoever is responsible.
    public let name: String?
    public let due: Day
    public let theme: ThemeID?
    public let stage: Stage
    public let version: Int
    public let unit: UnitID
    public let origin: Origin?
    public let changedAt: Moment
    /// The day to look at it again; nothing where it does not lie on hold.
    public let lookAgainOn: Day?

    public var isOpen: Bool { stage != .closed }
    public var isOnHold: Bool { lookAgainOn != nil }
    public func isOverdue(on day: Day) -> Bool { isOpen && !isOnHold && due < day }

    init(row: Row) throws {
        (id, what, responsible, name) = try (row[0], row[1], row[2], row[3])
        (due, theme, stage, version) = try (row[4], row[5], row[6], row[7])
        (unit, changedAt, lookAgainOn) = try (row[8], row[9], row[10])
        let kind: String? = try row[11]
        let id: String? = try row[12]
        body = try row[13]
        origin = kind.flatMap { kind in id.map { Origin(kind: kind, id: $0) } }
    }
}

/// A plan as it stands: its themes, what is open on it, and what was closed lately.
public struct PlanPicture: Sendable {
    /// In the order of the board; those that take no more actions last.
    public let themes: [Theme]
    /// Open ones in the order in which they hang, those on hold among them; then those closed lately.
    public let notes: [PlanNote]

    /// - Parameter isWithinReach: narrows the notes to those that may be seen.
    public init(of body: BodyID, where isWithinReach: SQL, closedSince day: Day, _ reader: Reader) throws {
        let (all, open, closed) = try reader.together(
            BoardStore.themes(of: body),
            Self.notes(
                "body_id = \(body) AND closed_on IS NULL AND \(isWithinReach)", orderedBy: "rank, id",
                BoardStore.mostNotes),
            Self.notes(
                "body_id = \(body) AND closed_on >= \(day) AND \(isWithinReach)", orderedBy: "closed_on DESC, id DESC",
                BoardStore.mostClosed))
        notes = open + closed
        let used = Set(notes.compactMap(\.theme))
        themes = all.filter { $0.closedOn == nil || used.contains($0.id) }
    }

    /// All themes that a plan has or has had, in the order of the board.
    public static func themes(of body: BodyID, _ reader: Reader) throws -> [Theme] {
        try BoardStore(reader).themes(of: body)
    }

    /// These notes, wherever they hang now.
    public static func notes(_ ids: [ActionID], _ reader: Reader) throws -> [PlanNote] {
        guard !ids.isEmpty else { return [] }
        return try reader.rows(notes("id IN \(SQL.list(ids))", orderedBy: "id", ids.count))
    }

    private static func notes(_ condition: SQL, orderedBy order: SQL, _ most: Int) -> Query<PlanNote> {
        Query(
            """
            SELECT id, what, responsible_id, \(PersonStore.name(of: "action.responsible_id")), due, theme_id, stage,
            version, unit_id, changed_at, look_again_on, origin_kind, origin_id, body_id
            FROM action WHERE \(condition) ORDER BY \(order) LIMIT \(most)
            """, PlanNote.init(row:))
    }
}
