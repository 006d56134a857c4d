import Markup

/// How an area of a drawing is filled. The three differ in how dark they are and in their pattern, so that nothing hangs
/// on colour.
public enum Ink: String, Sendable, CaseIterable {
    /// All of it.
    case full
    /// In stripes: what one should look at.
    case striped
    /// Only its outline.
    case open

    /// What the inks stand for, in the order in which they are explained.
    public typealias Legend = [(ink: Ink, meaning: String)]

    /// An area with this ink. Colours stand in it as they are on paper; the stylesheet gives those of the screen.
    /// - Parameter name: of the drawing, which has its stripes for itself.
    func area(x: Int, y: Int, width: Int, height: Int, in name: String) -> HTML {
        let place: HTML = "x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
        switch self {
        case .full: return "<rect class=\"full\" \(place) fill=\"#0b5d63\"/>"
        case .striped: return "<rect class=\"striped\" \(place) fill=\"url(#\(name)-stripes)\" stroke=\"#a02c25\"/>"
        case .open: return "<rect class=\"open\" \(place) fill=\"none\" stroke=\"#7c8583\" stroke-width=\"1.5\"/>"
        }
    }

    /// The stripes, once in each drawing.
    static func stripes(of name: String) -> HTML {
        """
        <defs><pattern id="\(name)-stripes" width="6" height="6" patternUnits="userSpaceOnUse" \
        patternTransform="rotate(45)"><rect class="ground" width="6" height="6" fill="#fff"/>\
        <path class="stripe" d="M1.5 0V6" stroke="#a02c25" stroke-width="3"/></pattern></defs>
        """
    }

    /// What each ink means, one to a line.
    static func legend(_ legend: Legend, y top: Int, in name: String) -> HTML {
        HTML(each: legend.enumerated()) { row, line in
            let y = top + row * legendLine
            return """
                \(line.ink.area(x: 1, y: y + 2, width: 14, height: 11, in: name))\
                <text x="22" y="\(y + 12)" fill="currentColor">\(line.meaning)</text>
                """
        }
    }

    static let legendLine = 18
}
