import Design
import Kernel
import Markup

/// Rules of the law with their sources; what was not read in the law or with the authority says so.
struct LawNotes: Pattern {
    let title: String
    let rules: [LawRule]
    let language: Language

    private var text: ElectionTexts { ElectionTexts(language: language) }

    var html: HTML {
        Disclosure(title) {
            """
            <ul class="stack">\(each: rules, line)</ul>
            """
        }.html
    }

    private func line(_ rule: LawRule) -> HTML {
        """
        <li>\(rule.words.in(language)) <small class="meta">\(text.source(rule.source.in(language)))</small>\
        \(when: rule.status == .told, " \(Badge(text.askAuthority, .soon))")</li>
        """
    }
}
