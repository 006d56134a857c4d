import Kernel
import Organisation
import Storage

/// An action as a row of a list: what the row shows of it, in words. A whole action is more than twice as much.
public struct ListedAction: Sendable {
    public let id: ActionID
    let body: BodyID
    let unit: UnitID
    let kind: HazardKind?
    public let what: String
    public let responsible: PersonID
    /// The name of whoever is responsible.
    public let name: String?
    public let due: Day
    let theme: ThemeID?
    let themeTitle: String?
    let stage: Stage
    /// Set where it lies on hold.
    let lookAgainOn: Day?
    let changedAt: Moment
    /// The earliest day by which a leader is to answer what is asked for it; nothing where nothing is.
    let answerBy: Day?

    /// As `Action.isOverdue(on:)`.
    func isOverdue(on day: Day) -> Bool { stage != .closed && lookAgainOn == nil && due < day }

    /// - Parameter source: `action`, and what its rows are ordered by besides.
    static func query(_ condition: SQL, of source: SQL, orderedBy order: SQL, _ most: Int) -> SQL {
        """
        SELECT id, body_id, what, responsible_id, \(PersonStore.name(of: "action.responsible_id")), due, theme_id,
        (SELECT title FROM plan_theme WHERE plan_theme.id = action.theme_id), stage, look_again_on, changed_at,
        \(LeaderStore.answerBy), unit_id, kind
        FROM \(source) WHERE \(condition) ORDER BY \(order) LIMIT \(most)
        """
    }

    init(row: Row) throws {
        (id, body, what, responsible, name) = try (row[0], row[1], row[2], row[3], row[4])
        (due, theme, themeTitle, stage) = try (row[5], row[6], row[7], row[8])
        (lookAgainOn, changedAt, answerBy, unit, kind) = try (row[9], row[10], row[11], row[12], row[13])
    }
}
