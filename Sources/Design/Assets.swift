import Markup

/// Where the stylesheet, the scripts and the drawings are fetched from.
///
/// A link carries a hash of the content, so that a browser may keep the file for good. Files under `fonts/`
/// get none: their version is in their name, since the stylesheet names them too.
public struct Assets: Sendable {
    private let address: @Sendable (String) -> Link
    private let icons: Link

    /// - Parameter address: gives the link of a file by its path under `Public/`, such as `js/board.js`.
    public init(_ address: @escaping @Sendable (String) -> Link) {
        self.address = address
        icons = address("icons.svg")
    }

    public func link(_ path: String) -> Link { address(path) }

    /// A drawing beside words that say the same; a reader of the page aloud passes over it.
    public func icon(_ icon: Icon, isLarge: Bool = false) -> HTML {
        """
        <svg class="icon\(when: isLarge, " large")" aria-hidden="true"><use href="\(icons)#\
        \(icon.rawValue)"/></svg>
        """
    }
}
