import Kernel
import Markup

/// That somebody else saved the same form meanwhile: who, and both texts where both wrote the same.
public struct Meanwhile: Pattern {
    let who: String?
    let clashes: [(label: String, theirs: String)]
    let language: Language

    /// - Parameters:
    ///   - who: the name of the other one, where it is known.
    ///   - clashes: the fields that both wrote, with what the other one wrote.
    public init(_ who: String?, clashes: [(label: String, theirs: String)], language: Language) {
        self.who = who
        self.clashes = clashes
        self.language = language
    }

    public var html: HTML {
        let text = DesignTexts(language: language)
        return Banner(.late) {
            """
            <p><b>\(text.savedMeanwhile(who))</b> \(text.bothTexts)</p>
            <dl class="facts">\(each: clashes, { label, theirs in
                "<dt>\(label)</dt><dd class=\"lines\">\(theirs.isEmpty ? "–" : theirs)</dd>"
            })</dl>
            """
        }.html
    }

    /// What the form was made from, carried along so that the next one who saves is told too.
    public static func carried(_ current: [String: String], _ form: Form) -> HTML {
        HTML(each: current.sorted { $0.key < $1.key }) { form.hidden("was_" + $0.key, $0.value) }
    }
}

/// A rule and where it was read. What was told by others only is marked: check with the authority.
public struct SourcedRule: Sendable {
    public let words: Words
    public let source: Words
    /// Read in the law itself, or in a text by the authority.
    public let isRead: Bool

    public init(_ words: Words, source: Words, isRead: Bool) {
        self.words = words
        self.source = source
        self.isRead = isRead
    }
}

/// Rules with their sources, folded together under a heading.
public struct SourcedRules: Pattern {
    let title: String
    let rules: [SourcedRule]
    let isOpen: Bool
    let language: Language

    public init(_ title: String, _ rules: [SourcedRule], isOpen: Bool = false, language: Language) {
        self.title = title
        self.rules = rules
        self.isOpen = isOpen
        self.language = language
    }

    public var html: HTML {
        let text = DesignTexts(language: language)
        return Disclosure(title, isOpen: isOpen) {
            """
            <ul class="stack">\(each: rules, { rule in
                """
                <li>\(rule.words.in(language)) <small class="meta">\(text.source(rule.source.in(language)))</small>\
                \(when: !rule.isRead, " \(Badge(text.checkWithAuthority, .soon))")</li>
                """
            })</ul>
            """
        }.html
    }
}

extension DesignTexts {
    func savedMeanwhile(_ who: String?) -> String {
        guard let who else {
            return language.pick(
                da: "En anden gemte imens. Intet er tabt.", en: "Somebody else saved meanwhile. Nothing is lost.")
        }
        return language.pick(
            da: "\(who) gemte imens. Intet er tabt.", en: "\(who) saved meanwhile. Nothing is lost.")
    }
    var bothTexts: String {
        language.pick(
            da: "Din tekst står i felterne. Den andens står her. Ret til, og gem igen.",
            en: "Your text stands in the fields, the other's here. Put them together, and save again.")
    }
    func source(_ source: String) -> String { language.pick(da: "Kilde: \(source)", en: "Source: \(source)") }
    var checkWithAuthority: String {
        language.pick(da: "spørg Arbejdstilsynet", en: "check with the authority")
    }
}
