import Kernel
import Markup

/// The page around what anyone may see: reporting, following a report by its code, signing in.
public struct PlainShell: Sendable {
    let language: Language
    let assets: Assets
    let here: Link
    let organisation: String?
    let csrf: String?
    let said: String?

    /// - Parameter organisation: whose page it is, above the heading.
    public init(
        language: Language, assets: Assets, here: Link, organisation: String?, csrf: String?, said: String? = nil
    ) {
        self.language = language
        self.assets = assets
        self.here = here
        self.organisation = organisation
        self.csrf = csrf
        self.said = said
    }

    public func page(_ title: String, scripts: [String] = [], content: () -> HTML) -> HTML {
        Document(
            title: title, language: language, assets: assets, live: nil, here: here,
            scripts: Document.everywhere + scripts,
            body: """
                <div class="plain"><header><a class="brand" href="/" aria-label="Forkant">\(assets.icon(.forkant))\
                <span>Forkant</span></a>\(LanguageSwitch(language: language, csrf: csrf, here: here))</header>\
                <main id="content" tabindex="-1">\(said.map { Said($0) })\(heading(title))\(content())</main></div>
                """
        ).html
    }

    private func heading(_ title: String) -> HTML {
        """
        <div class="stack tight">\(organisation.map { "<p class=\"meta\">\($0)</p>" })<h1>\(title)</h1></div>
        """
    }
}
