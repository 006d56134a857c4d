import Kernel
import Markup

/// A key that does something on one page.
public struct Shortcut: Sendable {
    let key: String
    let meaning: String
    let goal: String?

    /// - Parameters:
    ///   - key: as it is told, and as the browser names it.
    ///   - goal: what the key presses, or goes to where it is a field, as a selector; nothing where a module of the page
    ///     listens for it (`forkant:key`).
    public init(_ key: String, _ meaning: String, to goal: StaticString? = nil) {
        (self.key, self.meaning, self.goal) = (key, meaning, goal?.description)
    }
}

/// The keys that lead somewhere, and the switch that turns them off (WCAG 2.1.4).
public struct Shortcuts: Pattern {
    let language: Language
    private let own: [Shortcut]
    private let isAlone: Bool

    /// - Parameters:
    ///   - own: those of the page. Where one of them is also known everywhere, the page's counts.
    ///   - isAlone: the page stands without the menu, and none but its own keys work there.
    public init(language: Language, own: [Shortcut] = [], isAlone: Bool = false) {
        (self.language, self.own, self.isAlone) = (language, own, isAlone)
    }

    public var html: HTML {
        """
        <dialog class="dialog" id="shortcuts" aria-labelledby="shortcuts-title"><form method="dialog" class="stack">\
        <h2 id="shortcuts-title">\(text.shortcuts)</h2>\
        \(when: !own.isEmpty && !isAlone, "<h3>\(text.onThisPage)</h3><dl class=\"facts\">\(each: own, line)</dl><h3>\(text.everywhere)</h3>")\
        <dl class="facts">\(each: everywhere, line)</dl>\
        <label class="tick"><input type="checkbox" checked><span>\(text.useShortcuts)</span></label>\
        <div class="actions">\(Button(text.close, .plain))</div></form></dialog>
        """
    }

    private var text: DesignTexts { DesignTexts(language: language) }

    private var everywhere: [Shortcut] {
        let help = Shortcut("?", text.showShortcuts)
        guard !isAlone else { return own + [help] }
        let taken = Set(own.map(\.key))
        return [
            help, Shortcut("n", text.reportSomething, to: ".rail > a.primary"),
            Shortcut("/", text.toSearch, to: "input[type=search]"),
        ].filter { !taken.contains($0.key) }
    }

    private func line(_ shortcut: Shortcut) -> HTML {
        let goal: HTML = shortcut.goal.map { " data-key=\"\(shortcut.key)\" data-goal=\"\($0)\"" } ?? .nothing
        return "<dt\(goal)><kbd>\(shortcut.key)</kbd></dt><dd>\(shortcut.meaning)</dd>"
    }
}
