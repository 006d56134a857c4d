import Kernel
import Organisation
import Storage

/// An action as it hangs on the board. Of a whole action the board would show a third.
struct HangingNote: Sendable {
    let id: ActionID
    let what: String
    let responsible: PersonID
    /// Of whoever is responsible.
    let name: String?
    let due: Day
    let theme: ThemeID?
    let stage: Stage
    let version: Int
    /// As `ListedAction.answerBy`.
    let answerBy: Day?

    var isOpen: Bool { stage != .closed }
    /// What is on hold does not hang here.
    func isOverdue(on day: Day) -> Bool { isOpen && due < day }

    init(row: Row) throws {
        (id, what, responsible, name) = try (row[0], row[1], row[2], row[3])
        (due, theme, stage, version) = try (row[4], row[5], row[6], row[7])
        answerBy = try row[8]
    }
}

/// Reads a body's plan as the board shows it.
struct BoardStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// More notes than this nobody finds anything on: of more, `CrowdedBoard` shows a part.
    static let mostNotes = 250
    static let mostClosed = 60
    /// How long a closed action stays on the board.
    static let daysClosed = 30

    /// Open actions cell by cell, in the order in which they hang there, one more than there is room for. Within reach, by the given
    /// condition.
    func notes(of body: BodyID, where isWithinReach: SQL) throws -> [HangingNote] {
        try reader.rows(Self.notes(of: body, where: isWithinReach))
    }

    static func notes(of body: BodyID, where isWithinReach: SQL) -> Query<HangingNote> {
        notes("\(hangs(on: body)) AND \(isWithinReach)", orderedBy: "stage, theme_id, rank, id", mostNotes + 1)
    }

    /// What was closed lately, the latest first.
    static func closed(of body: BodyID, since day: Day, where isWithinReach: SQL) -> Query<HangingNote> {
        notes(
            "body_id = \(body) AND closed_on >= \(day) AND \(isWithinReach)", orderedBy: "closed_on DESC, id DESC",
            mostClosed)
    }

    private static func notes(_ condition: SQL, orderedBy order: SQL, _ most: Int) -> Query<HangingNote> {
        Query(
            "SELECT \(noteColumns) FROM action WHERE \(condition) ORDER BY \(order) LIMIT \(most)",
            HangingNote.init(row:))
    }

    /// What is neither closed nor on hold.
    static func hangs(on body: BodyID) -> SQL { "body_id = \(body) AND closed_on IS NULL AND look_again_on IS NULL" }

    /// As `HangingNote` reads them.
    static var noteColumns: SQL {
        """
        id, what, responsible_id, \(PersonStore.name(of: "action.responsible_id")), due, theme_id, stage, version,
        \(LeaderStore.answerBy)
        """
    }

    /// First to be looked at again first.
    static func onHold(of body: BodyID, where isWithinReach: SQL) -> Query<Action> {
        ActionStore.rows(
            "body_id = \(body) AND look_again_on IS NOT NULL AND \(isWithinReach)", orderedBy: "look_again_on, id", 100)
    }

    /// In the order of the board; those that are closed last.
    func themes(of body: BodyID) throws -> [Theme] {
        try reader.rows(Self.themes(of: body))
    }

    static func themes(of body: BodyID) -> Query<Theme> {
        Query(
            """
            SELECT id, body_id, title, place, closed_on FROM plan_theme WHERE body_id = \(body)
            ORDER BY CASE WHEN closed_on IS NULL THEN 0 ELSE 1 END, place, id LIMIT 500
            """, Theme.init(row:))
    }

    func openThemes(of body: BodyID) throws -> [Theme] {
        try themes(of: body).filter { $0.closedOn == nil }
    }

    func theme(_ id: ThemeID) throws -> Theme? {
        try reader.first(
            "SELECT id, body_id, title, place, closed_on FROM plan_theme WHERE id = \(id)", Theme.init(row:))
    }

    /// The rank that lays a note in the cell before the given one, or last; and how the cell must be numbered anew
    /// first where there is no room between two notes.
    func rank(_ cell: Cell, before next: ActionID?, without moved: ActionID?) throws -> (rank: Int, renumbering: [SQL])
    {
        let notes = try reader.rows(
            "SELECT id, rank FROM action WHERE \(cell.condition) ORDER BY rank, id"
        ) { row in (id: try row[0] as ActionID, rank: try row[1] as Int) }.filter { $0.id != moved }
        guard let next, let index = notes.firstIndex(where: { $0.id == next }) else {
            return ((notes.last?.rank ?? 0) + Cell.gap, [])
        }
        let low = index == 0 ? notes[index].rank - 2 * Cell.gap : notes[index - 1].rank
        let middle = low + (notes[index].rank - low) / 2
        if middle > low, middle < notes[index].rank { return (middle, []) }
        let renumbering = notes.enumerated().map { place, note -> SQL in
            let rank = (place + (place >= index ? 2 : 1)) * Cell.gap
            return "UPDATE action SET rank = \(rank) WHERE id = \(note.id)"
        }
        return ((index + 1) * Cell.gap, renumbering)
    }

    /// The note that hangs right after this one.
    func note(after action: Action) throws -> ActionID? {
        let cell = Cell(body: action.body, stage: action.stage, theme: action.agreed.theme)
        return try reader.value(
            """
            SELECT id FROM action WHERE \(cell.condition) AND (rank, id) > (\(action.rank), \(action.id))
            ORDER BY rank, id LIMIT 1
            """)
    }

    /// A field of the board: what hangs there has one theme and one stage.
    struct Cell {
        let body: BodyID
        let stage: Stage
        let theme: ThemeID?

        static let gap = 1024

        var condition: SQL {
            let rightTheme: SQL = theme.map { "theme_id = \($0)" } ?? "theme_id IS NULL"
            return "body_id = \(body) AND stage = \(stage) AND \(rightTheme)"
        }
    }
}

extension Theme {
    init(row: Row) throws {
        try self.init(id: row[0], body: row[1], title: row[2], place: row[3], closedOn: row[4])
    }
}
