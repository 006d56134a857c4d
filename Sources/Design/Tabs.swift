import Markup

/// Pages that show sides of the same thing. Each tab is a link: it can be opened, kept and sent.
public struct Tabs: Pattern {
    public struct Tab: Sendable {
        let title: String
        let link: Link
        let count: Int?
        let isCurrent: Bool

        public init(_ title: String, to link: Link, count: Int? = nil, isCurrent: Bool = false) {
            self.title = title
            self.link = link
            self.count = count
            self.isCurrent = isCurrent
        }
    }

    let label: String
    let tabs: [Tab]

    /// - Parameter label: what the tabs are sides of, for those who hear the page.
    public init(_ label: String, _ tabs: [Tab]) {
        self.label = label
        self.tabs = tabs
    }

    public var html: HTML {
        "<nav class=\"tabs\" aria-label=\"\(label)\">\(tabs.map(Self.link))</nav>"
    }

    private static func link(_ tab: Tab) -> HTML {
        """
        <a href="\(tab.link)"\(when: tab.isCurrent, " aria-current=\"page\"")>\(tab.title)\
        \(tab.count.map { "<span class=\"count\">\($0)</span>" })</a>
        """
    }
}
