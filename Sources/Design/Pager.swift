import Kernel
import Markup

/// The way to the next and previous rows of a long list.
public struct Pager: Pattern {
    let previous: Link?
    let next: Link?
    let about: String?
    let language: Language

    /// - Parameter about: what is shown now, such as “1–50 of 1,204”.
    public init(previous: Link?, next: Link?, about: String? = nil, language: Language) {
        self.previous = previous
        self.next = next
        self.about = about
        self.language = language
    }

    public var html: HTML {
        guard previous != nil || next != nil else { return .nothing }
        return """
            <nav class="pager" aria-label="\(text.pages)"><span>\
            \(previous.map { "<a class=\"button\" rel=\"prev\" href=\"\($0)\">← \(text.previous)</a>" })</span>\
            <span class="meta">\(about)</span><span>\
            \(next.map { "<a class=\"button\" rel=\"next\" href=\"\($0)\">\(text.next) →</a>" })</span></nav>
            """
    }

    private var text: DesignTexts { DesignTexts(language: language) }
}
