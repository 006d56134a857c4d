import Markup

/// A place in the main menu.
public struct MenuItem: Sendable {
    let icon: Icon
    let title: String
    let link: Link
    let count: Int?
    let counted: String?
    let hasNews: Bool
    let isCurrent: Bool

    /// More than this is only said to be more.
    public static let mostCounted = 99

    /// - Parameters:
    ///   - count: how many wait there; nought is not shown.
    ///   - counted: what they are, for who hears the page or wonders.
    ///   - hasNews: a dot without a number, where the place itself counts something else.
    public init(
        _ icon: Icon, _ title: String, to link: Link, count: Int? = nil, counted: String? = nil, hasNews: Bool = false,
        isCurrent: Bool = false
    ) {
        self.icon = icon
        self.title = title
        self.link = link
        self.count = count.flatMap { $0 > 0 ? $0 : nil }
        self.counted = counted
        self.hasNews = hasNews
        self.isCurrent = isCurrent
    }

    var mark: HTML? {
        if hasNews {
            return """
                <span class="count dot"\(counted.map { " title=\"\($0)\"" as HTML })>\
                \(counted.map { "<span class=\"unseen\"> \($0)</span>" as HTML })</span>
                """
        }
        return count.map { count in
            let shown = count > Self.mostCounted ? "\(Self.mostCounted)+" : String(count)
            return """
                <span class="count"\(counted.map { " title=\"\($0)\"" as HTML })>\(shown)\
                \(counted.map { "<span class=\"unseen\"> \($0)</span>" as HTML })</span>
                """
        }
    }
}
