import Kernel
import Markup

/// The way from the whole down to this page.
public struct Breadcrumbs: Pattern {
    let steps: [(title: String, link: Link)]
    let language: Language

    public init(_ steps: [(title: String, link: Link)], language: Language) {
        self.steps = steps
        self.language = language
    }

    public var html: HTML {
        """
        <nav class="crumbs" aria-label="\(DesignTexts(language: language).breadcrumbs)"><ol>\
        \(each: steps, { "<li><a href=\"\($0.link)\">\($0.title)</a></li>" })</ol></nav>
        """
    }
}
