import Markup

/// Things that follow from each other, box under box: what answers one stands below it and further in, and may branch. It is
/// narrow, so that it can be read on a phone.
public struct ChainDrawing: Sendable {
    public struct Box: Sendable {
        let label: String
        let text: String
        let depth: Int
        let isEnd: Bool

        /// - Parameters:
        ///   - label: a word or two above the text.
        ///   - depth: nought where it follows from the start; each stands after what it follows from.
        ///   - isEnd: nothing follows from it, which its frame shows, and its label shall say.
        public init(_ label: String, _ text: String, depth: Int, isEnd: Bool = false) {
            (self.label, self.text, self.depth, self.isEnd) = (label, text, max(0, depth), isEnd)
        }
    }

    let title: String
    let start: Box
    let boxes: [Box]

    /// - Parameters:
    ///   - title: what it shows, for those who hear the page.
    ///   - boxes: each followed by what follows from it.
    public init(title: String, start: String, label: String, boxes: [Box]) {
        self.title = title
        self.start = Box(label, start, depth: 0)
        self.boxes = boxes
    }

    static let width = 360
    private static let (indent, deepest, padding, line, gap) = (16, 9, 10, 18, 12)
    private static let letters = Lettering(size: 14)

    struct Placed {
        let box: Box
        let x: Int
        let y: Int
        let lines: [String]
        /// Which of those above it follows from; nothing for the start.
        let parent: Int?

        var width: Int { ChainDrawing.width - 2 - x }
        var height: Int { 26 + lines.count * ChainDrawing.line + 6 }
    }

    var places: [Placed] {
        var places: [Placed] = []
        // The last box of each depth, the start before all of them.
        var last: [Int] = []
        var y = 1
        for (index, box) in ([start] + boxes).enumerated() {
            let depth = index == 0 ? 0 : min(box.depth, last.count - 1) + 1
            let x = 1 + min(depth, Self.deepest) * Self.indent
            let room = Double(Self.width - 2 - x - 2 * Self.padding)
            let placed = Placed(
                box: box, x: x, y: y, lines: Self.letters.lines(box.text, into: room, most: 4),
                parent: index == 0 ? nil : last[depth - 1])
            places.append(placed)
            last = Array(last.prefix(depth)) + [index]
            y += placed.height + Self.gap
        }
        return places
    }

    public var svg: HTML {
        let places = places
        let height = (places.last.map { $0.y + $0.height } ?? 0) + 2
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="chain" viewBox="0 0 \(Self.width) \(height)" role="img" \
            aria-label="\(title)" font-family="Inter, sans-serif" font-size="14"><title>\(title)</title>\
            \(each: places, { draw($0, among: places) })</svg>
            """
    }

    private func draw(_ place: Placed, among places: [Placed]) -> HTML {
        let left = place.x + Self.padding
        return """
            \(wire(place, places))<rect x="\(place.x)" y="\(place.y)" width="\(place.width)" height="\(place.height)" rx="6" \
            fill="none" stroke="currentColor" stroke-width="\(place.box.isEnd ? "2.5" : "1")"/>\
            <text x="\(left)" y="\(place.y + 18)" font-size="11" font-weight="600" fill="currentColor">\
            \(Lettering(size: 11, isBold: true).fitting(place.box.label, into: Double(place.width - 2 * Self.padding)))</text>\
            \(each: place.lines.enumerated(), { row, text in
                "<text x=\"\(left)\" y=\"\(place.y + 37 + row * Self.line)\" fill=\"currentColor\">\(text)</text>"
            })
            """
    }

    /// From the foot of what it follows from, down and then in.
    private func wire(_ place: Placed, _ places: [Placed]) -> HTML {
        guard let parent = place.parent.map({ places[$0] }), parent.x + 6 < place.x else { return .nothing }
        return """
            <path d="M\(parent.x + 6) \(parent.y + parent.height)V\(place.y + 14)H\(place.x)" fill="none" \
            stroke="currentColor"/>
            """
    }
}
