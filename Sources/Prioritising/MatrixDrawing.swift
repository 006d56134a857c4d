import Markup

/// The drawing of effect by reach with the three rings, as SVG from values. Colours stand in the stylesheet.
struct MatrixDrawing {
    /// The words on it.
    struct Labels: Sendable {
        let largeEffect: String
        let smallEffect: String
        let few: String
        let many: String
        let own: String
        let influence: String
        let others: String
    }

    /// What is laid on the rings.
    struct Mark: Sendable {
        enum Look: Sendable {
            /// One of all placements; they lie over each other.
            case dot
            /// A card, by its number.
            case card(Int)
            case proposal
            case agreed
        }

        let placement: Placement
        let look: Look
    }

    let labels: Labels
    let marks: [Mark]
    /// All that the drawing shows, for those who do not see it.
    let told: String

    var svg: HTML {
        """
        <svg class="matrix" viewBox="-180 -196 360 396" role="img" aria-label="\(told)">\(rings)\(lines)\
        \(each: ringNames, { $0 })\(each: laid, { $0 })</svg>
        """
    }

    private var rings: HTML {
        HTML(each: Hands.allCases) { "<circle class=\"ring \("\($0)")\" r=\"\(Matrix.radius(of: $0))\"/>" }
    }

    private var lines: HTML {
        let end = Matrix.radius(of: .others)
        return """
            <path class="axis" d="M-\(end) 0H\(end)M0 \(end)V0\(upwards)"/>\
            <text x="0" y="-182" text-anchor="middle">↑ \(labels.largeEffect)</text>\
            <text x="0" y="194" text-anchor="middle">↓ \(labels.smallEffect)</text>\
            <text x="-178" y="166" text-anchor="start">← \(labels.few)</text>\
            <text x="178" y="166" text-anchor="end">\(labels.many) →</text>
            """
    }

    /// Up from the middle, with a gap for the name of each ring.
    private var upwards: HTML {
        HTML(each: Hands.allCases.reversed()) { hands in
            let below = hands == .own ? 0 : Matrix.radius(of: hands == .others ? .influence : .own)
            return "M0 \(-below)V\(18 - Matrix.radius(of: hands))"
        }
    }

    private var ringNames: [HTML] {
        [(Hands.own, labels.own), (.influence, labels.influence), (.others, labels.others)].map { hands, name in
            "<text class=\"ring-name\" x=\"0\" y=\"\(13 - Matrix.radius(of: hands))\" text-anchor=\"middle\">\(name)</text>"
        }
    }

    /// Dots first, so that what the group said lies above them.
    private var laid: [HTML] {
        spread(gap: 6.5) { if case .dot = $0 { true } else { false } }
            + spread(gap: 22) { if case .card = $0 { true } else { false } }
            + spread(gap: 0) { look in
                switch look {
                case .proposal, .agreed: true
                case .dot, .card: false
                }
            }
    }

    /// Marks of one placement lie around its point, those first that were given first.
    private func spread(gap: Double, _ isMeant: (Mark.Look) -> Bool) -> [HTML] {
        let piles = Dictionary(grouping: marks.filter { isMeant($0.look) }, by: \.placement)
        return piles.sorted { $0.key.number < $1.key.number }.flatMap { placement, pile in
            zip(pile, Matrix.around(count: pile.count, gap: gap)).map { mark, offset in
                draw(mark.look, at: Matrix.point(of: placement) + offset)
            }
        }
    }

    private func draw(_ look: Mark.Look, at point: Matrix.Point) -> HTML {
        let (x, y) = (Self.short(point.x), Self.short(point.y))
        return switch look {
        case .dot: "<circle class=\"dot\" cx=\"\(x)\" cy=\"\(y)\" r=\"3.6\"/>"
        case .card(let number):
            """
            <g class="card"><circle cx="\(x)" cy="\(y)" r="10.5"/>\
            <text x="\(x)" y="\(Self.short(point.y + 4))" text-anchor="middle">\(number)</text></g>
            """
        case .proposal:
            "<rect class=\"proposal\" x=\"\(Self.short(point.x - 9))\" y=\"\(Self.short(point.y - 9))\" width=\"18\" height=\"18\" rx=\"2\"/>"
        case .agreed: "<circle class=\"agreed\" cx=\"\(x)\" cy=\"\(y)\" r=\"13\"/>"
        }
    }

    /// With one figure behind the point, whatever the machine's own way to write numbers.
    private static func short(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
