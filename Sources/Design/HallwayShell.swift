import Kernel
import Markup

/// The page around what hangs on a display where everybody passes by, for months and without anybody near it: it leads
/// nowhere, needs no cookie, and asks for itself anew. By a script, since that keeps what it shows where the server is away
/// for a moment, which a browser that loads the page again does not; where no script runs, by the browser.
public struct HallwayShell: Sendable {
    /// In seconds.
    public static let rest = 60

    let language: Language
    let assets: Assets
    let isOver: Bool

    /// - Parameter isOver: there is nothing more to wait for: the page is not asked for again.
    public init(language: Language, assets: Assets, isOver: Bool = false) {
        self.language = language
        self.assets = assets
        self.isOver = isOver
    }

    /// - Parameters:
    ///   - density: how small it must be to find room: `dense`, `denser`, or nothing.
    ///   - lost: what is said instead of the page where the server has not been heard of for long.
    public func page(_ title: String, lost: String, density: String = "", content: () -> HTML) -> HTML {
        let reload: HTML =
            "<noscript><meta http-equiv=\"refresh\" content=\"\(Self.rest)\"></noscript>"
        return Document(
            title: title, language: language, assets: assets, live: nil, here: "/",
            scripts: isOver ? [] : ["js/hallway.js"],
            head: "<meta name=\"robots\" content=\"noindex\">\(when: !isOver, reload)",
            body: """
                <main class="hallway\(when: !density.isEmpty, " \(density)")" id="content" tabindex="-1" data-rest="\(Self.rest)" data-lost="\(lost)">\(content())</main>
                """
        ).html
    }
}
