import Kernel
import Markup

/// A question on top of the page, opened by a button without any script; the page waits behind it.
public struct Dialog: Pattern {
    let id: String
    let title: String
    let opener: String
    let weight: Button.Weight
    let language: Language
    let content: HTML

    /// - Parameter opener: the words on the button that opens it.
    public init(
        _ id: String, _ title: String, opener: String, _ weight: Button.Weight = .plain, language: Language,
        content: () -> HTML
    ) {
        self.id = id
        self.title = title
        self.opener = opener
        self.weight = weight
        self.language = language
        self.content = content()
    }

    public var html: HTML {
        """
        <button type="button" class="button\(when: weight != .plain, " \(weight.rawValue)")" popovertarget="\(id)">\
        \(opener)</button><div class="dialog" id="\(id)" popover role="dialog" aria-labelledby="\(id)-title">\
        <div class="stack"><h2 id="\(id)-title">\(title)</h2>\(content)<div class="actions"><button type="button" \
        class="button quiet" popovertarget="\(id)" popovertargetaction="hide">\
        \(DesignTexts(language: language).cancel)</button></div></div></div>
        """
    }
}

/// Something that only some need to read, folded away until asked for.
public struct Disclosure: Pattern {
    let title: String
    let isOpen: Bool
    let content: HTML

    public init(_ title: String, isOpen: Bool = false, content: () -> HTML) {
        self.title = title
        self.isOpen = isOpen
        self.content = content()
    }

    public var html: HTML {
        """
        <details class="disclosure"\(when: isOpen, " open")><summary>\(title)</summary>\
        <div class="body stack">\(content)</div></details>
        """
    }
}
