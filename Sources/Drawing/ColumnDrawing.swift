import Markup

/// How many there are from time to time, as columns side by side: one or two to each time.
public struct ColumnDrawing: Sendable {
    public struct Column: Sendable {
        let label: String
        let parts: [(ink: Ink, amount: Int)]

        /// - Parameters:
        ///   - label: when it is, as short as `jan` or `49`.
        ///   - parts: stand beside each other. Less than nothing counts as nothing.
        public init(_ label: String, _ parts: [(ink: Ink, amount: Int)]) {
            self.label = label
            self.parts = parts.map { ($0.ink, max(0, $0.amount)) }
        }
    }

    let name: String
    let title: String
    let columns: [Column]
    let legend: Ink.Legend

    /// - Parameters:
    ///   - name: which no other drawing on the page has; a word.
    ///   - title: what it shows, for those who hear the page.
    public init(_ name: String, title: String, columns: [Column], legend: Ink.Legend = []) {
        (self.name, self.title, self.columns, self.legend) = (name, title, columns, legend)
    }

    private static let (width, tall, top, foot) = (300, 120, 16, 20)

    var height: Int { Self.top + Self.tall + Self.foot + legend.count * Ink.legendLine }

    public var svg: HTML {
        let ground = Self.top + Self.tall
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="bars" viewBox="0 0 \(Self.width) \(height)" role="img" \
            aria-label="\(title)" font-family="Inter, sans-serif" font-size="10"><title>\(title)</title>\
            \(Ink.stripes(of: name))<path class="ground-line" d="M0 \(ground).5H\(Self.width)" stroke="#7c8583"/>\
            \(each: columns.enumerated(), { draw($1, at: $0) })\
            \(Ink.legend(legend, y: ground + Self.foot, in: name))</svg>
            """
    }

    private func draw(_ column: Column, at place: Int) -> HTML {
        let left = place * Self.width / columns.count
        let room = (place + 1) * Self.width / columns.count - left
        let ground = Self.top + Self.tall
        return """
            \(each: towers(of: column, left: left, room: room), { tower in
                """
                \(tower.ink.area(x: tower.x, y: ground - tower.height, width: tower.width, height: tower.height, in: name))\
                <text x="\(tower.x + tower.width / 2)" y="\(ground - tower.height - 4)" text-anchor="middle" font-size="10" \
                fill="currentColor">\(tower.amount)</text>
                """
            })<text x="\(left + room / 2)" y="\(ground + 14)" text-anchor="middle" fill="currentColor">\(column.label)</text>
            """
    }

    /// What stands over one time, each with its height. What is there at all is seen.
    func towers(of column: Column, left: Int, room: Int) -> [(ink: Ink, x: Int, width: Int, height: Int, amount: Int)] {
        let highest = columns.flatMap(\.parts).map(\.amount).max() ?? 0
        guard highest > 0, !column.parts.isEmpty else { return [] }
        let width = max(2, (room - 4) / column.parts.count)
        return column.parts.enumerated().compactMap { place, part in
            guard part.amount > 0 else { return nil }
            return (
                part.ink, left + 2 + place * width, width - 1, max(2, part.amount * Self.tall / highest), part.amount
            )
        }
    }
}
