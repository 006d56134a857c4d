import Markup

/// A piece of a page that recurs: it looks, reads and behaves the same wherever it stands.
public protocol Pattern: Sendable {
    var html: HTML { get }
}

extension HTML.StringInterpolation {
    public mutating func appendInterpolation(_ pattern: some Pattern) {
        appendInterpolation(pattern.html)
    }

    /// Nothing where there is no pattern.
    public mutating func appendInterpolation(_ pattern: (some Pattern)?) {
        if let pattern { appendInterpolation(pattern.html) }
    }

    public mutating func appendInterpolation(_ patterns: [some Pattern]) {
        for pattern in patterns { appendInterpolation(pattern.html) }
    }
}
