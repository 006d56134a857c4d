/// Where everything of a chart stands. The top is a wide box; below it hang columns, filled from left to right, and
/// deeper units stand below theirs, further in. So boxes lie close, and the whole takes the shape of a screen or sheet.
struct ChartLayout {
    struct Place {
        let box: ChartBox
        let x: Int
        let y: Int
        /// How many lines stand beside each other.
        let columns: Int
    }

    private(set) var places: [Place] = []
    /// Lines between boxes: from a point down, and then to the right.
    private(set) var wires: [(x: Int, top: Int, bottom: Int, to: Int)] = []
    private(set) var width = 0
    private(set) var height = 0

    /// - Parameter shape: width through height, as near as can be.
    init(_ tops: [OrganisationChart.Unit], shape: Double) {
        let tops = tops.map(ChartBranch.init)
        // A higher sheet has fewer columns. The heights are tried one after the other, each a little more than the last;
        // where the drawing can be largest within the shape, it stays.
        var best: (layout: ChartLayout, size: Double)?
        var limit = 160.0
        while limit < 60_000 {
            let layout = ChartLayout(tops, columnsUpTo: Int(limit))
            let size = min(shape / Double(max(1, layout.width)), 1 / Double(max(1, layout.height)))
            if best.map({ size > $0.size }) ?? true { best = (layout, size) }
            if layout.isOneColumn { break }
            limit *= 1.08
        }
        self = best?.layout ?? ChartLayout(tops, columnsUpTo: 1000)
    }

    private var isOneColumn: Bool { width <= ChartBox.columnWidth + 2 * ChartBox.columnGap }

    private init(_ tops: [ChartBranch], columnsUpTo limit: Int) {
        if tops.count == 1, let top = tops.first {
            hang(top, x: 0, y: 0, limit: limit)
        } else {
            _ = columns(of: tops, x: 0, y: 0, limit: limit, spine: nil)
        }
        width = places.map { $0.x + $0.box.width }.max() ?? 0
        height = places.map { $0.y + $0.box.height }.max() ?? 0
    }

    /// A wide box with columns below it; its width is theirs.
    private mutating func hang(_ unit: ChartBranch, x: Int, y: Int, limit: Int) {
        let count = Self.columnCount(of: unit.children, limit: limit)
        let width = Self.width(columns: max(1, count))
        let box = unit.box(width: width, columns: max(1, count))
        places.append(Place(box: box, x: x, y: y, columns: max(1, count)))
        let below = y + box.height
        _ = columns(of: unit.children, x: x, y: below + 2 * ChartBox.boxGap, limit: limit, spine: below)
    }

    /// How many columns units take, and, where there is a spine, the lines to them.
    private mutating func columns(
        of units: [ChartBranch], x: Int, y: Int, limit: Int, spine: Int?
    ) -> Int {
        var (column, used) = (0, 0)
        var isFull = false
        for unit in units {
            let alone = unit.height(width: ChartBox.columnWidth)
            if used > 0, isFull || used + alone > limit { (column, used, isFull) = (column + 1, 0, false) }
            let left = x + column * (ChartBox.columnWidth + ChartBox.columnGap)
            let top = y + used
            if let spine {
                let beside = left - ChartBox.columnGap / 2
                wires.append((beside, used == 0 ? spine + ChartBox.boxGap : y, top + 16, left))
                if used == 0 { wires.append((beside, spine + ChartBox.boxGap, spine + ChartBox.boxGap, x + 12)) }
            }
            if alone > limit, !unit.children.isEmpty {
                let count = max(1, Self.columnCount(of: unit.children, limit: limit))
                hang(unit, x: left, y: top, limit: limit)
                (column, used, isFull) = (column + count - 1, alone, true)
            } else {
                stack(unit, x: left, y: top, width: ChartBox.columnWidth)
                used += alone + ChartBox.boxGap
            }
        }
        if let spine, !units.isEmpty { wires.append((x + 12, spine, spine + ChartBox.boxGap, x + 12)) }
        return used > 0 ? column + 1 : column
    }

    private mutating func stack(_ unit: ChartBranch, x: Int, y: Int, width: Int) {
        let box = unit.box(width: width)
        places.append(Place(box: box, x: x, y: y, columns: 1))
        var below = y + box.height + ChartBox.boxGap
        for child in unit.children {
            let inner = ChartBox.inner(width)
            wires.append((x + 7, y + box.height, below + 16, x + width - inner))
            stack(child, x: x + width - inner, y: below, width: inner)
            below += child.height(width: inner) + ChartBox.boxGap
        }
    }

    /// The same walk as `columns(of:)`, without placing anything.
    private static func columnCount(of units: [ChartBranch], limit: Int) -> Int {
        var (column, used) = (0, 0)
        var isFull = false
        for unit in units {
            let alone = unit.height(width: ChartBox.columnWidth)
            if used > 0, isFull || used + alone > limit { (column, used, isFull) = (column + 1, 0, false) }
            if alone > limit, !unit.children.isEmpty {
                column += max(1, columnCount(of: unit.children, limit: limit)) - 1
                (used, isFull) = (alone, true)
            } else {
                used += alone + ChartBox.boxGap
            }
        }
        return used > 0 ? column + 1 : column
    }

    private static func width(columns: Int) -> Int {
        columns * ChartBox.columnWidth + (columns - 1) * ChartBox.columnGap
    }
}
