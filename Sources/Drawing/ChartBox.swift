/// A unit's box before it has a place: what stands in it, line by line, and how high it becomes.
struct ChartBox {
    enum Row: Equatable {
        /// The unit's name, or a part of it.
        case name(String)
        case card(OrganisationChart.Card)
        /// Lines that stand beside each other.
        case people([OrganisationChart.Line])
        case rest
    }

    static let padding = 8
    static let columnWidth = 240
    /// Between columns, with the line that leads down beside each.
    static let columnGap = 26
    static let boxGap = 12
    static let indent = 16

    let unit: OrganisationChart.Unit
    let width: Int
    let rows: [Row]

    /// - Parameter columns: how many lines stand beside each other in a wide box.
    init(_ unit: OrganisationChart.Unit, width: Int, columns: Int = 1) {
        self.unit = unit
        self.width = width
        let room = Double(width - 2 * Self.padding)
        var rows = Self.title.lines(unit.title, into: room, most: 2).map(Row.name)
        rows += Self.beside(unit.lines, columns)
        for card in unit.cards { rows += [.card(card)] + Self.beside(card.lines, columns) }
        if unit.rest != nil { rows.append(.rest) }
        self.rows = rows
    }

    static let title = Lettering(size: 13, isBold: true)

    /// The lines of the unit's name.
    var names: [String] {
        rows.compactMap { if case .name(let text) = $0 { text } else { nil } }
    }

    var headHeight: Int { Self.padding + 2 + names.count * 17 }

    var height: Int {
        let below = rows.dropFirst(names.count).reduce(0) { $0 + Self.height(of: $1) }
        return headHeight + (below > 0 ? below + Self.padding + 2 : 0)
    }

    static func height(of row: Row) -> Int {
        switch row {
        case .name: 17
        case .card: 22
        case .people, .rest: 16
        }
    }

    /// Deeper boxes are narrower, but never too narrow to read.
    static func inner(_ width: Int) -> Int { max(width - indent, 164) }

    /// Down the first column, then down the next, as one reads a newspaper.
    private static func beside(_ lines: [OrganisationChart.Line], _ columns: Int) -> [Row] {
        let height = (lines.count + columns - 1) / columns
        return (0..<height).map { row in
            .people(stride(from: row, to: lines.count, by: height).map { lines[$0] })
        }
    }
}

/// A unit with all below it. Many layouts are tried, and a box that was measured once is not measured again.
final class ChartBranch {
    let unit: OrganisationChart.Unit
    let children: [ChartBranch]
    private var boxes: [[Int]: ChartBox] = [:]
    private var heights: [Int: Int] = [:]

    init(_ unit: OrganisationChart.Unit) {
        self.unit = unit
        children = unit.children.map(ChartBranch.init)
    }

    func box(width: Int, columns: Int = 1) -> ChartBox {
        if let box = boxes[[width, columns]] { return box }
        let box = ChartBox(unit, width: width, columns: columns)
        boxes[[width, columns]] = box
        return box
    }

    /// Of the box with all that stands below it in one column.
    func height(width: Int) -> Int {
        if let height = heights[width] { return height }
        let height = children.reduce(box(width: width).height) {
            $0 + ChartBox.boxGap + $1.height(width: ChartBox.inner(width))
        }
        heights[width] = height
        return height
    }
}
