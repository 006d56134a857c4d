import Access
import Kernel
import Organisation
import Storage

/// Who reads what is told in confidence in a unit and all under it, named in advance and until somebody else is.
struct HandlerNaming: Sendable, Equatable {
    let id: ID<HandlerNaming>
    let unit: UnitID
    let handler: Named
    let deputy: Named
    let starts: Day
    /// The day on which another naming took over, or none.
    let ended: Day?
    let namedBy: PersonID?

    /// Somebody who is named, as he or she is on the day.
    struct Named: Sendable, Equatable {
        let person: PersonID
        let name: String
        let hasLeft: Bool
        /// The last day on which he or she is away.
        let away: Day?
    }

    /// Those who can take in a case on the day: the handler first, and whoever is away last.
    func able(on day: Day) -> [Named] {
        let here = [handler, deputy].filter { !$0.hasLeft }
        return here.filter { !$0.isAway(on: day) } + here.filter { $0.isAway(on: day) }
    }
}

extension HandlerNaming.Named {
    func isAway(on day: Day) -> Bool { away.map { $0 >= day } ?? false }
}

/// Namings, as they are and were.
struct NamingStore {
    let reader: Reader

    init(_ reader: Reader) {
        self.reader = reader
    }

    /// Those that hold for the unit: its own first, then those above it.
    static func covering(_ unit: UnitID, on day: Day) -> Query<HandlerNaming> {
        Query(
            """
            SELECT \(HandlerNaming.columns(on: day)) FROM \(Reach.line(of: unit, on: day)) AS line
            JOIN handler_naming AS naming ON naming.unit_id = line.above_id AND naming.ended IS NULL
            ORDER BY line.depth
            """, HandlerNaming.init(row:))
    }

    func now(of unit: UnitID, on day: Day) throws -> HandlerNaming? {
        try reader.first(
            """
            SELECT \(HandlerNaming.columns(on: day)) FROM handler_naming AS naming
            WHERE naming.unit_id = \(unit) AND naming.ended IS NULL
            """, HandlerNaming.init(row:))
    }

    /// Those that have ended, the latest first.
    func former(of unit: UnitID, on day: Day, most: Int = 50) throws -> [HandlerNaming] {
        try reader.rows(
            """
            SELECT \(HandlerNaming.columns(on: day)) FROM handler_naming AS naming
            WHERE naming.unit_id = \(unit) AND naming.ended IS NOT NULL
            ORDER BY naming.starts DESC, naming.ended DESC, naming.id LIMIT \(most)
            """, HandlerNaming.init(row:))
    }
}

extension HandlerNaming {
    static func columns(on day: Day) -> SQL {
        """
        naming.id, naming.unit_id, naming.starts, naming.ended, naming.named_by,
        \(named("naming.handler_id", on: day)), \(named("naming.deputy_id", on: day))
        """
    }

    private static func named(_ column: SQL, on day: Day) -> SQL {
        """
        \(column), \(PersonStore.name(of: column)),
        CASE WHEN \(PersonStore.hasLeft(column, on: day)) THEN 1 ELSE 0 END,
        (SELECT until FROM handler_away WHERE handler_away.person_id = \(column))
        """
    }

    init(row: Row) throws {
        try self.init(
            id: row[0], unit: row[1], handler: Named(row, from: 5), deputy: Named(row, from: 9), starts: row[2],
            ended: row[3], namedBy: row[4])
    }
}

extension HandlerNaming.Named {
    fileprivate init(_ row: Row, from column: Int) throws {
        try self.init(
            person: row[column], name: row[column + 1] ?? "", hasLeft: row[column + 2], away: row[column + 3])
    }
}
