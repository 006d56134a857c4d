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
        ///   - rows: how many notes hang in the fullest cell of each row.
        ///   - onHold: how many lie in the parking lot below, six beside each other.
        init(rows: [Int], onHold: Int) {
            let parked = onHold == 0 ? 0 : 2 + onHold / 6
            func lines(_ across: Int) -> Int { rows.reduce(parked) { $0 + max(1, ($1 + across - 1) / across) } }
            self = lines(1) <= 11 ? .airy : lines(2) <= 12 ? .dense : .denser
        }
    }

    private var text: ActionTexts { ActionTexts(language: board.visit.language) }

    var page: Page {
        let visit = board.visit
        let name = board.plan.body.name.in(visit.language)
        return Page(
            title: "\(text.plan): \(name)", surroundings: .paper(.a3Landscape), section: "plan",
            content: """
                <p class="no-print"><a href="\("/plan/\(board.plan.body.id)" as Link)">← \(text.toTheBoard)</a></p>\
                <header class="row"><h1>\(text.plan): \(name)</h1>\
                <span class="push meta">\(board.summary) · \(visit.today.long(in: visit.language))</span></header>\
                <div class="wall \(density.rawValue)">\(board.wall)</div>
                """)
    }

    var density: Density {
        let rows = Dictionary(grouping: board.notes) { $0.agreed.theme }
        let fullest = rows.values.map { notes in
            Dictionary(grouping: notes) { $0.stage }.values.map(\.count).max() ?? 0
        }
        let empty = Array(repeating: 0, count: max(0, board.themes.count - fullest.count))
        return Density(rows: fullest + empty, onHold: board.onHold.count)
    }
}
