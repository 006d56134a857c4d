import Kernel
import Storage

/// An action's place in a chain.
struct RecurrenceLink: Sendable, Equatable {
    let recurrence: RecurrenceID
    let number: Int
    let action: ActionID
    /// Who was responsible for the one before, where this one had to be given to somebody else.
    let insteadOf: PersonID?
}

struct RecurrenceStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// The chain that the action belongs to, as its latest or as an earlier one.
    func chain(of action: ActionID) throws -> (Recurrence, RecurrenceLink)? {
        guard let link = try reader.first("\(Self.links) WHERE action_id = \(action)", Self.link),
            let recurrence = try find(link.recurrence)
        else { return nil }
        return (recurrence, link)
    }

    func find(_ id: RecurrenceID) throws -> Recurrence? {
        try reader.first("SELECT \(Self.columns) FROM action_recurrence WHERE id = \(id)", Recurrence.init(row:))
    }

    /// The action with which the chain began that this one belongs to; nothing where it belongs to none.
    func first(before action: ActionID) throws -> ActionID? {
        try reader.value(
            """
            SELECT action_id FROM action_recurrence_link WHERE number = 1 AND recurrence_id = (
                SELECT recurrence_id FROM action_recurrence_link WHERE action_id = \(action))
            """)
    }

    /// The links before the given one, latest first.
    func earlier(than link: RecurrenceLink, most: Int) throws -> [RecurrenceLink] {
        try reader.rows(
            """
            \(Self.links) WHERE recurrence_id = \(link.recurrence) AND number < \(link.number)
            ORDER BY number DESC LIMIT \(most)
            """, Self.link)
    }

    /// The latest actions whose day has come and whose next one does not wait for their closing.
    func due(on day: Day, most: Int) throws -> [ActionID] {
        try reader.values(
            """
            SELECT action_recurrence.action_id FROM action_recurrence CROSS JOIN action
            WHERE by_day = 1 AND stopped_on IS NULL AND action.id = action_recurrence.action_id
            AND action.due <= \(day) ORDER BY action_recurrence.action_id LIMIT \(most)
            """)
    }

    private static let links: SQL = "SELECT recurrence_id, number, action_id, instead_of FROM action_recurrence_link"

    private static func link(_ row: Row) throws -> RecurrenceLink {
        try RecurrenceLink(recurrence: row[0], number: row[1], action: row[2], insteadOf: row[3])
    }

    private static let columns: SQL = """
        id, action_id, count, rhythm, every, month, date, anchor, nominal, by_day, ends, stopped_on, stopped_as
        """
}

extension Recurrence {
    init(row: Row) throws {
        let name: Rhythm.Name = try row[3]
        let every: Int? = try row[4]
        let rhythm: Rhythm =
            switch name {
            case .weeks: .weeks(every ?? 1)
            case .months: .months(every ?? 1)
            case .yearly: .yearly(month: try row[5], day: try row[6])
            }
        var stop: Stop?
        if let day: Day = try row[11], let reason: Stop.Reason = try row[12] { stop = Stop(day: day, reason: reason) }
        try self.init(
            id: row[0], action: row[1], count: row[2], rhythm: rhythm, anchor: row[7], nominal: row[8],
            isByDay: (row[9] as Int) == 1, ends: row[10], stop: stop)
    }
}
