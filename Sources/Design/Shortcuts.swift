import Kernel
import Markup

/// The keys that lead somewhere, and the switch that turns them off (WCAG 2.1.4).
public struct Shortcuts: Pattern {
    let language: Language
    let others: [(key: String, meaning: String)]

    /// - Parameter others: the keys of this page alone. Without them, those that work everywhere inside are told.
    public init(language: Language, others: [(key: String, meaning: String)] = []) {
        (self.language, self.others) = (language, others)
    }

    public var html: HTML {
        """
        <dialog class="dialog" id="shortcuts" aria-labelledby="shortcuts-title"><form method="dialog" class="stack">\
        <h2 id="shortcuts-title">\(text.shortcuts)</h2><dl class="facts">\(keys.map(line))</dl>\
        <label class="tick"><input type="checkbox" checked><span>\(text.useShortcuts)</span></label>\
        <div class="actions">\(Button(text.close, .plain))</div></form></dialog>
        """
    }

    private var text: DesignTexts { DesignTexts(language: language) }
    private var keys: [(key: String, meaning: String)] {
        guard others.isEmpty else { return others + [("?", text.showShortcuts)] }
        return [("?", text.showShortcuts), ("n", text.reportSomething), ("/", text.toSearch)]
    }

    private func line(key: String, meaning: String) -> HTML {
        "<dt><kbd>\(key)</kbd></dt><dd>\(meaning)</dd>"
    }
}
