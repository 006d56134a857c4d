import Markup

/// Causes by the sides from which they come: a head at the right, a spine, and bones that lead to it, half of them above it
/// and half below.
public struct FishboneDrawing: Sendable {
    public struct Bone: Sendable {
        let name: String
        let causes: [(text: String, depth: Int)]

        /// - Parameter causes: each with how deep it lies below another one that stands before it.
        public init(_ name: String, _ causes: [(text: String, depth: Int)]) {
            (self.name, self.causes) = (name, causes)
        }
    }

    let title: String
    let head: String
    let bones: [Bone]
    let more: @Sendable (Int) -> String

    /// - Parameters:
    ///   - title: what it shows, for those who hear the page.
    ///   - head: what all of it led to.
    ///   - more: says that so many causes of a bone found no room.
    public init(title: String, head: String, bones: [Bone], more: @escaping @Sendable (Int) -> String) {
        (self.title, self.head, self.bones, self.more) = (title, head, bones, more)
    }

    static let columnWidth = 300
    static let headWidth = 190
    static let most = 10
    /// How far a bone leans, and where its name stands.
    private static let (lean, nameHeight, line, gap) = (56, 28, 16, 9)
    private static let letters = Lettering(size: 13)

    /// A bone with a place: where it begins, and where it meets the spine.
    struct Placed {
        let name: String
        let left: Int
        /// Its outer end, at its name.
        let outer: (x: Int, y: Int)
        let inner: (x: Int, y: Int)
        let entries: [Entry]
        let isAbove: Bool

        func x(at y: Int) -> Int {
            let height = inner.y - outer.y
            guard height != 0 else { return outer.x }
            return outer.x + (inner.x - outer.x) * (y - outer.y) / height
        }
    }

    /// A cause with its lines; `y` is the line under it, that leads to the bone.
    struct Entry {
        let lines: [String]
        let indent: Int
        let y: Int
    }

    struct Layout {
        let bones: [Placed]
        let width: Int
        let height: Int
        let spine: Int
    }

    var layout: Layout {
        let columns = max(1, (bones.count + 1) / 2)
        let texts = bones.map(lines)
        let heights = texts.map { $0.reduce(Self.nameHeight + 12) { $0 + $1.lines.count * Self.line + Self.gap } }
        let above = max(120, heights.prefix(columns).max() ?? 0)
        let below = max(120, heights.dropFirst(columns).max() ?? 0)
        let placed = bones.enumerated().map { index, bone -> Placed in
            let isAbove = index < columns
            let left = (isAbove ? index : index - columns) * Self.columnWidth
            let right = left + Self.columnWidth - 16
            let outer = (x: right - Self.lean, y: isAbove ? Self.nameHeight : above + below - Self.nameHeight)
            var y = isAbove ? Self.nameHeight + 4 : above + 6
            let entries = texts[index].map { text -> Entry in
                y += text.lines.count * Self.line + Self.gap
                return Entry(lines: text.lines, indent: text.indent, y: y - Self.gap + 5)
            }
            return Placed(
                name: bone.name, left: left, outer: outer, inner: (right, above), entries: entries, isAbove: isAbove)
        }
        return Layout(
            bones: placed, width: columns * Self.columnWidth + Self.headWidth, height: above + below, spine: above)
    }

    /// The texts of a bone as they are broken into lines; what finds no room is counted.
    private func lines(_ bone: Bone) -> [(lines: [String], indent: Int)] {
        let room = Double(Self.columnWidth - Self.lean - 40)
        var shown = bone.causes.prefix(Self.most).map { cause -> (lines: [String], indent: Int) in
            let indent = min(cause.depth, 4) * 12
            return (Self.letters.lines(cause.text, into: room - Double(indent), most: 3), indent)
        }
        if bone.causes.count > Self.most { shown.append(([more(bone.causes.count - Self.most)], 0)) }
        return shown
    }

    public var svg: HTML {
        let layout = layout
        let headTop = layout.spine - headHeight / 2
        let headLeft = layout.width - Self.headWidth + 8
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="fishbone" viewBox="0 0 \(layout.width) \(layout.height)" \
            role="img" aria-label="\(title)" font-family="Inter, sans-serif" font-size="13"><title>\(title)</title>\
            <path d="M8 \(layout.spine)H\(headLeft)" stroke="currentColor" stroke-width="3" fill="none"/>\
            \(each: layout.bones, draw)<rect x="\(headLeft)" y="\(headTop)" width="\(Self.headWidth - 10)" \
            height="\(headHeight)" rx="8" fill="none" stroke="currentColor" stroke-width="2.5"/>\
            \(each: headLines.enumerated(), { row, line in
                """
                <text x="\(headLeft + 10)" y="\(headTop + 24 + row * 17)" font-weight="600" fill="currentColor">\(line)</text>
                """
            })</svg>
            """
    }

    private var headLines: [String] {
        Lettering(size: 13, isBold: true).lines(head, into: Double(Self.headWidth - 30), most: 5)
    }

    private var headHeight: Int { max(1, headLines.count) * 17 + 22 }

    private func draw(_ bone: Placed) -> HTML {
        let nameY = bone.isAbove ? 18 : bone.outer.y + 20
        let name = Lettering(size: 13, isBold: true).fitting(bone.name, into: Double(Self.columnWidth - 24))
        return """
            <text x="\(bone.left + 8)" y="\(nameY)" font-weight="600" fill="currentColor">\(name)</text>\
            <path d="M\(bone.outer.x) \(bone.outer.y)L\(bone.inner.x) \(bone.inner.y)" stroke="currentColor" \
            stroke-width="2" fill="none"/>\(each: bone.entries, { draw($0, on: bone) })
            """
    }

    private func draw(_ entry: Entry, on bone: Placed) -> HTML {
        let left = bone.left + 8 + entry.indent
        let top = entry.y - 5 - (entry.lines.count - 1) * Self.line
        return """
            <path d="M\(left) \(entry.y)H\(bone.x(at: entry.y))" stroke="currentColor" stroke-width="1" fill="none"/>\
            \(each: entry.lines.enumerated(), { row, line in
                "<text x=\"\(left)\" y=\"\(top + row * Self.line)\" fill=\"currentColor\">\(line)</text>"
            })
            """
    }
}
