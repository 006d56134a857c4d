import Markup

/// The page's heading, a line about it, and what can be done here.
public struct PageHeader: Pattern {
    let title: String
    let about: HTML?
    let actions: HTML?

    public init(_ title: String, about: String? = nil, actions: HTML? = nil) {
        self.init(title, about: about.map { "\($0)" } as HTML?, actions: actions)
    }

    public init(_ title: String, about: HTML?, actions: HTML? = nil) {
        self.title = title
        self.about = about
        self.actions = actions
    }

    public var html: HTML {
        """
        <header class="page-header"><div class="titles"><h1>\(title)</h1>\
        \(about.map { "<p class=\"meta\">\($0)</p>" })</div>\
        \(actions.map { "<div class=\"actions\">\($0)</div>" })</header>
        """
    }
}
