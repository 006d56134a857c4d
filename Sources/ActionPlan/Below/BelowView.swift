import Access
import Kernel
import Organisation
import Storage
import Web

/// How the plans below are looked at.
enum BelowView: String, CaseIterable {
    /// A line to each body.
    case bodies
    /// A board, a row to each theme, unit or kind of origin.
    case theme, unit, origin

    /// Read leniently from an address: what it does not know is the first.
    init(_ text: String) {
        self = BelowView(rawValue: text) ?? .bodies
    }
}

/// Many boards as one: a row to each of what they are compared by.
struct BelowBoard {
    struct Row {
        /// What the row is found by: a theme's name in small letters, a unit's id, a kind of origin; empty for the rest.
        let key: String
        let title: String
        var cells: [Stage: (count: Int, notes: [BelowNote])] = [:]

        /// 1 for what belongs to none of the others, so that it stands last.
        var isRest: Int { key.isEmpty ? 1 : 0 }
        var count: Int { cells.values.reduce(0) { $0 + $1.count } }
    }

    /// More rows than this nobody finds anything in.
    static let mostRows = 40

    let rows: [Row]
    /// Those that are fuller are shown.
    let isCut: Bool
    let bodies: [BodyID: Words]

    /// Cells that are alike but for large letters become one.
    /// - Parameter isWithRest: also what belongs to no row of its own.
    init(
        _ cells: [BelowCell], titles: (BelowCell) -> String, bodies: [BodyID: Words], isWithRest: Bool = true
    ) {
        var (rows, places): ([Row], [String: Int]) = ([], [:])
        var seen: Set<String> = []
        for cell in cells where isWithRest || !cell.key.isEmpty {
            let key = cell.key.lowercased()
            let place = places[key] ?? rows.count
            if place == rows.count {
                places[key] = place
                rows.append(Row(key: key, title: titles(cell)))
            }
            var (count, notes) = rows[place].cells[cell.stage] ?? (0, [])
            // The count stands with each of a cell's notes.
            if seen.insert("\(cell.key)\n\(cell.stage.rawValue)").inserted { count += cell.count }
            notes.append(cell.note)
            rows[place].cells[cell.stage] = (count, notes.sorted { ($0.due, $0.id) < ($1.due, $1.id) })
        }
        let sorted = rows.sorted { ($0.isRest, $1.count, $0.key) < ($1.isRest, $0.count, $1.key) }
        self.rows = Array(sorted.prefix(Self.mostRows))
        isCut = sorted.count > Self.mostRows
        self.bodies = bodies
    }
}
