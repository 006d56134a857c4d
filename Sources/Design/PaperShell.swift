import Kernel
import Markup

/// The page around what is made for paper: nothing but the sheet, and on the screen a way back.
public struct PaperShell: Sendable {
    let language: Language
    let assets: Assets
    let kind: String

    /// - Parameter kind: the size of the paper: `a4`, `a4-landscape` or `a3`.
    public init(language: Language, assets: Assets, kind: String) {
        self.language = language
        self.assets = assets
        self.kind = kind
    }

    public func page(_ title: String, scripts: [String] = [], content: () -> HTML) -> HTML {
        Document(
            title: title, language: language, assets: assets, live: nil, here: "/", scripts: scripts,
            body: "<main class=\"paper \(kind)\" id=\"content\" tabindex=\"-1\">\(content())</main>"
        ).html
    }
}
