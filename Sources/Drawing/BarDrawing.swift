import Markup

/// Things and how many there are of each, as bars one under the other. Over each stands what it is, and how many.
public struct BarDrawing: Sendable {
    public struct Bar: Sendable {
        let label: String
        let told: String
        let parts: [(ink: Ink, amount: Int)]

        /// - Parameters:
        ///   - told: how many there are, in words.
        ///   - parts: what the bar is made of, from the left. Less than nothing counts as nothing.
        public init(_ label: String, told: String, _ parts: [(ink: Ink, amount: Int)]) {
            (self.label, self.told) = (label, told)
            self.parts = parts.map { ($0.ink, max(0, $0.amount)) }
        }

        var amount: Int { parts.reduce(0) { $0 + $1.amount } }
    }

    let name: String
    let title: String
    let bars: [Bar]
    let legend: Ink.Legend
    let isShare: Bool

    /// - Parameters:
    ///   - name: which no other drawing on the page has; a word.
    ///   - title: what it shows, for those who hear the page.
    ///   - isShare: each bar is as long as the others, and its parts are shares of it.
    public init(_ name: String, title: String, bars: [Bar], legend: Ink.Legend = [], isShare: Bool = false) {
        (self.name, self.title, self.bars, self.legend, self.isShare) = (name, title, bars, legend, isShare)
    }

    static let width = 300
    private static let (row, thickness, size) = (40, 13, 12)

    var height: Int { max(1, bars.count * Self.row + legend.count * Ink.legendLine + (legend.isEmpty ? 0 : 6)) }

    public var svg: HTML {
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="bars\(when: isShare, " shares")" viewBox="0 0 \(Self.width) \(height)" \
        role="img" aria-label="\(title)" font-family="Inter, sans-serif" font-size="\(Self.size)"><title>\(title)</title>\
        \(Ink.stripes(of: name))\(each: bars.enumerated(), { draw($1, y: $0 * Self.row) })\
        \(Ink.legend(legend, y: bars.count * Self.row + 4, in: name))</svg>
        """
    }

    private func draw(_ bar: Bar, y: Int) -> HTML {
        let told = Lettering(size: Double(Self.size)).fitting(bar.told, into: Double(Self.width) * 0.6)
        let room = Double(Self.width) - Lettering(size: Double(Self.size)).width(told) - 12
        let label = Lettering(size: Double(Self.size), isBold: true).fitting(bar.label, into: room)
        return """
            <text x="0" y="\(y + 14)" font-weight="600" fill="currentColor">\(label)</text>\
            <text x="\(Self.width)" y="\(y + 14)" text-anchor="end" fill="currentColor">\(told)</text>\
            \(each: pieces(of: bar), { $0.ink.area(x: $0.x, y: y + 20, width: $0.width, height: Self.thickness, in: self.name) })
            """
    }

    /// The parts of a bar side by side. What is there at all is seen, however little of the whole it is.
    func pieces(of bar: Bar) -> [(ink: Ink, x: Int, width: Int)] {
        let longest = isShare ? bar.amount : bars.map(\.amount).max() ?? 0
        guard longest > 0 else { return [] }
        let room = Self.width - 2
        var (pieces, passed): ([(ink: Ink, x: Int, width: Int)], Int) = ([], 0)
        for part in bar.parts where part.amount > 0 {
            let start = 1 + passed * room / longest
            passed += part.amount
            let end = 1 + passed * room / longest
            let x = max(start, pieces.last.map { $0.x + $0.width } ?? start)
            pieces.append((part.ink, x, max(2, end - x)))
        }
        return pieces
    }
}
