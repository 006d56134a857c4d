import Kernel
import Markup

/// The page around what hangs on a big screen in a hall or at a meeting: nothing but the page, read from the last row.
public struct ScreenShell: Sendable {
    let language: Language
    let assets: Assets
    let live: Link?

    public init(language: Language, assets: Assets, live: Link?) {
        self.language = language
        self.assets = assets
        self.live = live
    }

    public func page(_ title: String, scripts: [String] = [], content: () -> HTML) -> HTML {
        Document(
            title: title, language: language, assets: assets, live: live, here: "/", scripts: ["js/live.js"] + scripts,
            body: "<main class=\"screen\" id=\"content\" tabindex=\"-1\">\(content())</main>"
        ).html
    }
}
