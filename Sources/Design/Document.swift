import Kernel
import Markup

/// What every page has around its body: language, title, stylesheet, font and scripts.
struct Document {
    let title: String
    let language: Language
    let assets: Assets
    let live: Link?
    let here: Link
    let scripts: [String]
    /// What else the page's head says.
    var head: HTML = .nothing
    let body: HTML

    static let everywhere = ["js/page.js", "js/form.js"]
    static let signedIn = everywhere + ["js/live.js", "js/filter.js", "js/shortcuts.js"]

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)"><head><meta charset="utf-8">\
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">\
        <title>\(title) · Forkant</title>\
        <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)">\
        <meta name="theme-color" content="#121a1b" media="(prefers-color-scheme: dark)">\
        <link rel="preload" href="\(assets.link("fonts/inter-3.19.woff2"))" as="font" type="font/woff2" crossorigin>\
        <link rel="stylesheet" href="\(assets.link("forkant.css"))">\
        <link rel="icon" href="\(assets.link("mark.svg"))" type="image/svg+xml">\
        \(each: scripts, { "<script type=\"module\" src=\"\(assets.link($0))\"></script>" })\(head)</head>\
        <body\(live.map { " data-live=\"\($0)\" data-not-connected=\"\(text.notConnected)\"" }) \
        data-close="\(text.close)"><a class="skip" href="#content">\(text.toContent)</a>\(body)</body></html>
        """
    }

    private var text: DesignTexts { DesignTexts(language: language) }
}

/// The button that turns the page into the other language and stays on it.
struct LanguageSwitch: Pattern {
    let language: Language
    let csrf: String?
    let here: Link

    var html: HTML {
        let other = language.other
        return """
            <form method="post" action="/language">\(csrf.map { "<input type=\"hidden\" name=\"csrf\" value=\"\($0)\">" })\
            <input type="hidden" name="return" value="\(here)">\
            <button class="button quiet" name="language" value="\(other.rawValue)" lang="\(other.rawValue)">\
            \(DesignTexts(language: language).otherLanguage)</button></form>
            """
    }
}
