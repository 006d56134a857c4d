import Journal
import Kernel
import Organisation
import Storage

/// The open notes of a board laid in an order that was agreed elsewhere, each within its cell, with the way back.
public struct Arrangement: Sendable, Equatable {
    /// A note that hangs elsewhere in its cell afterwards.
    struct Shift: Sendable, Equatable {
        let action: ActionID
        let stage: Stage
        let theme: ThemeID?
        let before: Int
        let after: Int
    }

    /// A note where it hangs now.
    struct Hanging {
        let id: ActionID
        let stage: Stage
        let theme: ThemeID?
        let rank: Int
    }

    let body: BodyID
    let shifts: [Shift]

    /// - Parameter order: the actions, first ones first; those that do not hang on this board are passed over.
    public init(of body: BodyID, by order: [ActionID], _ reader: Reader) throws {
        let notes = try reader.rows(
            """
            SELECT id, stage, theme_id, rank FROM action
            WHERE body_id = \(body) AND closed_on IS NULL AND look_again_on IS NULL
            ORDER BY rank, id LIMIT 5000
            """
        ) { row in try Hanging(id: row[0], stage: row[1], theme: row[2], rank: row[3]) }
        self.body = body
        shifts = Self.shifts(of: notes, by: order)
    }

    /// As `text` wrote it; what cannot be read is left out.
    public init(of body: BodyID, text: String) {
        self.body = body
        shifts = text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 5, let stage = Stage(rawValue: parts[1]), let before = Int(parts[3]),
                let after = Int(parts[4])
            else { return nil }
            return Shift(
                action: ActionID(parts[0]), stage: stage, theme: parts[2].isEmpty ? nil : ThemeID(parts[2]),
                before: before, after: after)
        }
    }

    /// What the way back is found by: a line for each note that was moved.
    public var text: String {
        shifts.map { "\($0.action) \($0.stage.rawValue) \($0.theme?.text ?? "") \($0.before) \($0.after)" }
            .joined(separator: "\n")
    }

    /// In each cell the ordered notes come first, and then the others as they hung. A cell without any of them stays.
    static func shifts(of notes: [Hanging], by order: [ActionID]) -> [Shift] {
        let places = Dictionary(order.enumerated().map { ($1, $0) }) { first, _ in first }
        let cells = Dictionary(grouping: notes) { "\($0.stage.rawValue) \($0.theme?.text ?? "")" }
        return cells.sorted { $0.key < $1.key }.flatMap { _, notes -> [Shift] in
            guard notes.contains(where: { places[$0.id] != nil }) else { return [] }
            let laid = notes.enumerated().sorted { one, other in
                (places[one.element.id] ?? .max, one.offset) < (places[other.element.id] ?? .max, other.offset)
            }
            return laid.enumerated().compactMap { index, note in
                let (note, rank) = (note.element, (index + 1) * BoardStore.Cell.gap)
                guard rank != note.rank else { return nil }
                return Shift(action: note.id, stage: note.stage, theme: note.theme, before: note.rank, after: rank)
            }
        }
    }

    /// Raises no action's version: its place overwrites nothing that anybody wrote.
    public var change: Change { change(shifts.map { ($0, from: $0.before, to: $0.after) }) }

    /// Lays back what still hangs where it was laid.
    public var undone: Change { change(shifts.map { ($0, from: $0.after, to: $0.before) }) }

    private func change(_ moves: [(shift: Shift, from: Int, to: Int)]) -> Change {
        let statements = moves.map { shift, from, to -> SQL in
            let rightTheme: SQL = shift.theme.map { "theme_id = \($0)" } ?? "theme_id IS NULL"
            return """
                UPDATE action SET rank = \(to)
                WHERE id = \(shift.action) AND rank = \(from) AND stage = \(shift.stage) AND \(rightTheme)
                """
        }
        return Change(statements, journal: [], raising: [.board(of: body)])
    }
}
