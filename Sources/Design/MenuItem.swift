import Markup

/// A place in the main menu.
public struct MenuItem: Sendable {
    let icon: Icon
    let title: String
    let link: Link
    let count: Int?
    let isCurrent: Bool

    /// - Parameter count: how many wait there; nought is not shown.
    public init(_ icon: Icon, _ title: String, to link: Link, count: Int? = nil, isCurrent: Bool = false) {
        self.icon = icon
        self.title = title
        self.link = link
        self.count = count.flatMap { $0 > 0 ? $0 : nil }
        self.isCurrent = isCurrent
    }
}
