import Design
import Kernel
import Markup

/// Rules of the law with their sources; what was not read in the law or with the authority says so.
public struct LawNotes: Pattern {
    let title: String
    let rules: [LawRule]
    let language: Language

    public init(title: String, rules: [LawRule], language: Language) {
        self.title = title
        self.rules = rules
        self.language = language
    }

    public var html: HTML {
        Disclosure(title) {
            """
            <ul class="stack">\(each: rules, line)</ul>
            """
        }.html
    }

    private func line(_ rule: LawRule) -> HTML {
        "<li>\(rule.words.in(language)) \(LawSource(rule, language: language))</li>"
    }
}

/// Where a rule was read, and whether the authority should be asked.
public struct LawSource: Pattern {
    let rule: LawRule
    let language: Language

    public init(_ rule: LawRule, language: Language) {
        self.rule = rule
        self.language = language
    }

    public var html: HTML {
        let text = LawTexts(language: language)
        return """
            <small class="meta">\(text.source(rule.source.in(language)))</small>\
            \(text.doubt(of: rule).map { " \(Badge($0, .soon))" as HTML })
            """
    }
}

extension LawRule {
    /// For pages that are about one of the law's ways, where its rules are read before one begins.
    public var sourced: SourcedRule { SourcedRule(words, source: source, isRead: !isToBeChecked) }
}
