import Markup

/// The sentence about what was just done. Scripts take it as the sign that what was sent arrived.
public struct Said: Pattern {
    let text: String

    public init(_ text: String) {
        self.text = text
    }

    public var html: HTML { "<div data-said>\(Banner(text, .ok))</div>" }
}
