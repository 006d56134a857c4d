import Design
import Kernel
import Markup
import Web

/// The board made for one sheet of A3, to hang on the wall.
struct BoardOnPaper {
    let board: BoardPage

    /// How close the notes must hang so that all find room on one sheet.
    enum Density: String {
        case airy, dense, denser

        /// - Parameters:
        ///   - cells: how many notes hang in each cell, row by row.
        ///   - parked: how many lie in the parking lot below, six beside each other.
        init(cells: [[Int]], parked count: Int) {
            let parked = count == 0 ? 0 : 2 + count / 6
            let fullest = (cells.first ?? []).indices.map { column in cells.map { $0[column] }.max() ?? 0 }
            let width = max(1, fullest.reduce(0, +))
            // Columns share the sheet's width by how full they are.
            func lines(_ across: Int) -> Int {
                let room = fullest.map { max(1, across * $0 / width) }
                return cells.reduce(parked) { $0 + zip($1, room).map { ($0 + $1 - 1) / $1 }.reduce(1, max) }
            }
            self = lines(1) <= 11 ? .airy : lines(8) <= 14 ? .dense : .denser
        }
    }

    private var text: ActionTexts { ActionTexts(language: board.visit.language) }

    var page: Page {
        let visit = board.visit
        let name = board.plan.body.name.in(visit.language)
        return Page(
            title: "\(text.print): \(name)", surroundings: .paper(.a3Landscape), section: "plan",
            content: """
                <p class="no-print"><a href="\("/plan/\(board.plan.body.id)" as Link)">← \(text.toTheBoard)</a></p>\
                <header class="row"><h1>\(text.plan): \(name)</h1>\
                <span class="push meta">\(board.summary) · \(visit.today.long(in: visit.language))</span></header>\
                <div class="wall \(density.rawValue)">\(board.wall)</div>
                """)
    }

    var density: Density {
        let rows = Dictionary(grouping: board.notes, by: \.theme)
        let cells = rows.values.map { notes in Stage.allCases.map { stage in notes.count { $0.stage == stage } } }
        let empty = Array(repeating: Stage.allCases.map { _ in 0 }, count: max(0, board.themes.count - cells.count))
        return Density(cells: cells + empty, parked: board.parkedCount)
    }
}
