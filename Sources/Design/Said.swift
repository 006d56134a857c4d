import Markup

/// The sentence about what was just done. Scripts take it as the sign that what was sent arrived.
struct Said: Pattern {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    var html: HTML { "<div data-said>\(Banner(text, .ok))</div>" }
}
