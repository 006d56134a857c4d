import Markup

/// A piece of paper on the page with its own heading.
public struct Sheet: Pattern {
    let title: String?
    let aside: HTML?
    let isPadded: Bool
    let content: HTML

    /// - Parameters:
    ///   - aside: a link or a few words opposite the heading.
    ///   - isPadded: false for rows and tables, which reach to the edge.
    public init(_ title: String? = nil, aside: HTML? = nil, isPadded: Bool = true, content: () -> HTML) {
        self.title = title
        self.aside = aside
        self.isPadded = isPadded
        self.content = content()
    }

    public var html: HTML {
        """
        <section class="sheet">\(heading)\(when: isPadded, "<div class=\"body stack\">\(content)</div>", else: content)</section>
        """
    }

    private var heading: HTML {
        guard let title else { return .nothing }
        return """
            <header><h2>\(title)</h2>\(when: aside != nil, "<small class=\"push\">\(aside)</small>")</header>
            """
    }
}
