import Access
import Kernel
import Storage

/// Which body answers to which, and which took over from which.
extension BodyStore {
    /// The bodies above this one, nearest first. A ring, if there ever was one, is walked once.
    public func above(_ body: Body, on day: Day) throws -> [Body] {
        var (line, known): ([Body], Set<BodyID>) = ([], [body.id])
        var next = body.parent
        while let id = next, known.insert(id).inserted, let found = try find(id, on: day) {
            line.append(found)
            next = found.parent
        }
        return line
    }

    /// The open bodies that answer to this one on the day, by name; their units are not read.
    public func children(of body: BodyID, on day: Day) throws -> [Body] {
        try reader.rows(
            """
            SELECT \(Body.columns(on: day)) FROM body WHERE body.parent_id IN (
                SELECT own.id FROM body AS own WHERE own.id = \(body) AND NOT EXISTS (
                    SELECT 1 FROM body_succession AS heir WHERE heir.body_id = own.id AND heir.starts <= \(day)
                    AND (heir.ends IS NULL OR heir.ends >= \(day)))
                UNION ALL SELECT body_id FROM body_succession WHERE successor_id = \(body) AND starts <= \(day)
                AND (ends IS NULL OR ends >= \(day)))
            AND \(Body.isOpen(on: day)) ORDER BY body.name_da, body.id LIMIT 200
            """, Body.init(row:))
    }

    /// Open bodies to which it can answer: those that look after the same or more, each once, nearest first.
    func parents(for body: Body, on day: Day) throws -> [Body] {
        var known: Set<BodyID> = [body.id]
        let around = try body.units.prefix(20).flatMap { try bodies(covering: $0, on: day) }
        let present = try body.parent.flatMap { try find($0, on: day) }
        return (around + [present].compactMap(\.self)).filter { known.insert($0.id).inserted }
    }

    /// The open bodies of a kind that look after something within the reach, by name: to be chosen from.
    public func bodies(of kind: BodyKind, within reach: Reach, on day: Day, most: Int = 300) throws -> [Body] {
        if reach.isNothing { return [] }
        let area: SQL =
            reach.isEverything
            ? "1 = 1"
            : """
            EXISTS (SELECT 1 FROM body_area WHERE body_area.body_id = body.id
                AND \(reach.condition(unit: "body_area.unit_id"))
                AND body_area.starts <= \(day) AND (body_area.ends IS NULL OR body_area.ends >= \(day)))
            """
        return try reader.rows(
            """
            SELECT \(Body.columns(on: day)) FROM body WHERE body.kind = \(kind) AND \(area)
            AND \(Body.isOpen(on: day)) ORDER BY body.name_da, body.id LIMIT \(most)
            """, Body.init(row:))
    }

    /// Whether it is a part of a joint body on the day, or will be.
    public func joint(takingOver body: BodyID, from day: Day) throws -> BodyID? {
        try reader.value(
            """
            SELECT successor_id FROM body_succession WHERE body_id = \(body) AND (ends IS NULL OR ends >= \(day))
            ORDER BY starts LIMIT 1
            """)
    }

    /// The bodies that this one takes the place of, for as long as nobody has let them come back.
    public func parts(of joint: BodyID) throws -> [BodyID] {
        try reader.values(
            "SELECT body_id FROM body_succession WHERE successor_id = \(joint) AND ends IS NULL ORDER BY body_id")
    }

    /// The codes of these units, as they are written in forms.
    func codes(of units: some Collection<UnitID>, on day: Day) throws -> [UnitID: String] {
        guard !units.isEmpty else { return [:] }
        let pairs = try reader.rows("SELECT id, code FROM unit WHERE id IN \(SQL.list(units.sorted()))") { row in
            (try row[0] as UnitID, try row[1] as String)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
