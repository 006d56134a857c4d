import Kernel
import Markup

/// The page around what a signed-in person sees: the menu at the side, at the foot of a phone, and the page itself.
public struct Shell: Sendable {
    /// What one works in now: a group or a unit, and the way to change it.
    public struct Scope: Sendable {
        let title: String
        let subtitle: String?
        let link: Link

        public init(_ title: String, subtitle: String? = nil, to link: Link) {
            self.title = title
            self.subtitle = subtitle
            self.link = link
        }
    }

    let language: Language
    let assets: Assets
    let here: Link
    let menu: [MenuItem]
    let viewerName: String?
    let account: Link?
    let scope: Scope?
    let primary: (title: String, link: Link)?
    let csrf: String?
    let said: String?
    let live: Link?

    /// - Parameters:
    ///   - here: the path of this page, to come back to after a change of language.
    ///   - menu: the first four have a place at the foot of a phone.
    ///   - account: the viewer's own page.
    ///   - primary: what can be done from everywhere.
    ///   - said: one sentence about what was just done.
    ///   - live: the stream that tells when this page has become old.
    public init(
        language: Language, assets: Assets, here: Link, menu: [MenuItem], viewerName: String?, account: Link? = nil,
        scope: Scope? = nil, primary: (title: String, link: Link)? = nil, csrf: String?, said: String? = nil,
        live: Link? = nil
    ) {
        self.language = language
        self.assets = assets
        self.here = here
        self.menu = menu
        self.viewerName = viewerName
        self.account = account
        self.scope = scope
        self.primary = primary
        self.csrf = csrf
        self.said = said
        self.live = live
    }

    /// - Parameters:
    ///   - isWide: true for a board or a large table.
    ///   - scripts: behaviours of this page alone, such as `js/board.js`.
    ///   - shortcuts: keys of this page alone.
    public func page(
        _ title: String, isWide: Bool = false, scripts: [String] = [], shortcuts: [Shortcut] = [],
        content: () -> HTML
    ) -> HTML {
        Document(
            title: title, language: language, assets: assets, live: live, here: here,
            scripts: Document.signedIn + scripts,
            body: """
                <div class="app">\(rail)<main class="page\(when: isWide, " wide")" id="content" tabindex="-1">\
                \(said.map { Said($0) })\(content())</main></div>\(Shortcuts(language: language, own: shortcuts))
                """
        ).html
    }

    private static let placesAtTheFoot = 4

    private var text: DesignTexts { DesignTexts(language: language) }

    private var rail: HTML {
        """
        <header class="rail"><a class="brand" href="/" aria-label="Forkant">\(assets.icon(.forkant))<span>Forkant</span></a>\
        \(scope.map(sign))\(primary.map { Button($0.title, to: $0.link, .primary, icon: assets.icon(.plus)) })\
        <nav aria-label="\(text.mainMenu)"><ul class="nav main" data-live-part="menu">\(menu.prefix(Self.placesAtTheFoot).map(item))\
        <li class="more-button"><button type="button" popovertarget="more">\(assets.icon(.menu))\
        <span>\(text.more)</span></button></li></ul>\
        <div class="more" id="more" popover><ul class="nav">\
        \(menu.dropFirst(Self.placesAtTheFoot).map(item))</ul>\(viewer)</div></nav></header>
        """
    }

    private func sign(_ scope: Scope) -> HTML {
        """
        <a class="scope" href="\(scope.link)"><small>\(text.youWorkIn)</small><b>\(scope.title)</b>\
        \(scope.subtitle.map { "<small>\($0)</small>" })</a>
        """
    }

    private func item(_ item: MenuItem) -> HTML {
        """
        <li><a href="\(item.link)"\(when: item.isCurrent, " aria-current=\"page\"")>\(assets.icon(item.icon))\
        <span>\(item.title)</span>\(item.mark)</a></li>
        """
    }

    private var viewer: HTML {
        """
        <div class="account">\(viewerName.map(name))<div class="row">\
        \(LanguageSwitch(language: language, csrf: csrf, here: here))\(when: viewerName != nil, signOut)</div>\
        <button type="button" class="button quiet needs-script" data-shortcuts>\(text.showShortcuts)</button></div>
        """
    }

    private func name(_ name: String) -> HTML {
        let inside: HTML = "\(Face(name))<span>\(name)</span>"
        guard let account else { return "<span class=\"viewer\">\(inside)</span>" }
        return "<a class=\"viewer\" href=\"\(account)\">\(inside)</a>"
    }

    private var signOut: HTML {
        """
        <form method="post" action="/sign-out">\(csrf.map { "<input type=\"hidden\" name=\"csrf\" value=\"\($0)\">" })\
        \(Button(text.signOut, .quiet))</form>
        """
    }
}
