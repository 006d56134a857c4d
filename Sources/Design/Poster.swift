import Markup

/// A sheet of A4 for the wall or the door, read from three metres: few words and one drawing, such as a QR code.
public struct Poster: Pattern {
    let title: String
    let text: String
    let drawing: HTML
    let foot: String

    public init(_ title: String, _ text: String, drawing: HTML, foot: String) {
        self.title = title
        self.text = text
        self.drawing = drawing
        self.foot = foot
    }

    public var html: HTML {
        """
        <section class="poster"><h2>\(title)</h2><p>\(text)</p>\(drawing)<p class="meta">\(foot)</p></section>
        """
    }
}
