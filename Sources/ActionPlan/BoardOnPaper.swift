import Design
import Kernel
import Markup
import Web

/// The board made to hang on the wall: on one sheet of A3, or on as many of A4 as it takes.
struct BoardOnPaper {
    let board: BoardPage
    var paper = Page.Paper.a3Landscape

    /// How close the notes must hang so that all find room on one sheet. On A4 they never hang as close as can be, since
    /// nobody could read them from the floor: the rows go on upon the next sheet, below the same heads.
    enum Density: String {
        case airy, dense, denser

        /// - Parameters:
        ///   - cells: how many notes hang in each cell, row by row.
        ///   - parked: how many lie in the parking lot below, six beside each other.
        init(cells: [[Int]], parked count: Int, paper: Page.Paper = .a3Landscape) {
            let parked = count == 0 ? 0 : 2 + count / 6
            let fullest = (cells.first ?? []).indices.map { column in cells.map { $0[column] }.max() ?? 0 }
            let width = max(1, fullest.reduce(0, +))
            // Columns share the sheet's width by how full they are.
            func lines(_ across: Int) -> Int {
                let room = fullest.map { max(1, across * $0 / width) }
                return cells.reduce(parked) { $0 + zip($1, room).map { ($0 + $1 - 1) / $1 }.reduce(1, max) }
            }
            guard paper == .a3Landscape else {
                self = lines(1) <= 7 ? .airy : .dense
                return
            }
            self = lines(1) <= 11 ? .airy : lines(8) <= 14 ? .dense : .denser
        }
    }

    private var text: ActionTexts { ActionTexts(language: board.visit.language) }

    var page: Page {
        let visit = board.visit
        let name = board.plan.body.name.in(visit.language)
        let plan = "/plan/\(board.plan.body.id)" as Link
        return Page(
            title: "\(text.print)\(paper == .a3Landscape ? "" : " (A4)"): \(name)", surroundings: .paper(paper),
            section: "plan", scripts: ["js/print.js"],
            content: """
                \(PaperActions(visit, back: plan, others: "\(swap)").html)\
                <header class="row"><h1>\(text.plan): \(name)</h1>\
                <span class="push meta">\(board.summary) · \(visit.today.long(in: visit.language))</span></header>\
                <div class="wall \(density.rawValue)">\(board.wall)</div>
                """)
    }

    private var swap: Button {
        let other = paper == .a3Landscape ? "a4" : "a3"
        return Button(
            PlanTableTexts(language: board.visit.language).paper(other.uppercased()),
            to: ("/plan/\(board.plan.body.id)/print" as Link).with([("paper", other)]), .quiet)
    }

    var density: Density {
        let rows = Dictionary(grouping: board.notes, by: \.theme)
        let cells = rows.values.map { notes in Stage.allCases.map { stage in notes.count { $0.stage == stage } } }
        let empty = Array(repeating: Stage.allCases.map { _ in 0 }, count: max(0, board.themes.count - cells.count))
        return Density(cells: cells + empty, parked: board.parkedCount, paper: paper)
    }
}
