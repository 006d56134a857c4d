import Kernel
import Markup

/// Where one is in something that is done step by step.
public struct Steps: Pattern {
    let titles: [String]
    let current: Int
    let language: Language

    /// - Parameter current: the step now, counted from nought; all before it are done.
    public init(_ titles: [String], current: Int, language: Language) {
        self.titles = titles
        self.current = current
        self.language = language
    }

    public var html: HTML { "<ol class=\"steps\">\(titles.indices.map(step))</ol>" }

    private func step(_ index: Int) -> HTML {
        if index < current {
            let done = DesignTexts(language: language).done
            return "<li class=\"done\">\(titles[index])<span class=\"unseen\"> (\(done))</span></li>"
        }
        return "<li\(when: index == current, " aria-current=\"step\"")>\(titles[index])</li>"
    }
}
