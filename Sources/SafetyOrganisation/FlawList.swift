import Design
import Kernel
import Law
import Markup

/// What is wrong, one line for each: the sentence, why, and the button that mends it.
public struct FlawList: Pattern {
    let flaws: [Flaw]
    /// Nothing where the viewer does not mend: then only what everybody may know is said.
    let mender: Mender?
    /// The place is named where the lines are of many places.
    let namesPlaces: Bool
    /// Another day than today cannot be mended.
    let hasButtons: Bool
    let language: Language
    /// Keeps the day that is shown.
    private let link: @Sendable (Link) -> Link

    public init(
        _ flaws: [Flaw], for mender: Mender?, namesPlaces: Bool = false, hasButtons: Bool = true, language: Language,
        linking link: @escaping @Sendable (Link) -> Link = { $0 }
    ) {
        self.link = link
        self.flaws = mender == nil ? flaws.filter(\.kind.isVacancy) : flaws
        self.mender = mender
        self.namesPlaces = namesPlaces
        self.hasButtons = hasButtons
        self.language = language
    }

    public var isEmpty: Bool { flaws.isEmpty }
    private var text: FlawTexts { FlawTexts(language: language) }

    public var html: HTML {
        guard !flaws.isEmpty else { return .nothing }
        return """
            <ul class="stack">\(each: Array(flaws.enumerated()), { line($1, isLast: isLast(of: $0)) })</ul>
            """
    }

    /// A rule is told once, after the last of the lines one after the other that it is the reason of.
    private func isLast(of place: Int) -> Bool {
        place + 1 == flaws.count || flaws[place + 1].rule != flaws[place].rule
    }

    private func line(_ flaw: Flaw, isLast: Bool) -> HTML {
        let place: HTML =
            namesPlaces
            ? "<a href=\"\(link(flaw.place.link))\"><b>\(flaw.name.in(language))</b></a> " : .nothing
        return """
            <li class="stack tight"><div class="row">\
            <p>\(place)\(FlawBadge(flaw, language: language)) \(text.says(flaw))</p>\
            \(button(flaw))</div>\(when: isLast, why(flaw))</li>
            """
    }

    private func why(_ flaw: Flaw) -> HTML {
        guard mender != nil, let rule = flaw.rule else { return .nothing }
        return "<p class=\"meta\">\(rule.words.in(language)) \(LawSource(rule, language: language))</p>"
    }

    private func button(_ flaw: Flaw) -> HTML {
        guard hasButtons, let mender else { return .nothing }
        return MendingButton(flaw, for: mender, language: language).html
    }
}

struct FlawBadge: Pattern {
    let flaw: Flaw
    let language: Language

    init(_ flaw: Flaw, language: Language) {
        self.flaw = flaw
        self.language = language
    }

    var html: HTML {
        let text = FlawTexts(language: language)
        return flaw.kind.isComing ? Badge(text.soon, .soon).html : Badge(text.now, .late).html
    }
}

struct MendingButton: Pattern {
    let flaw: Flaw
    let mender: Mender
    let language: Language

    init(_ flaw: Flaw, for mender: Mender, language: Language) {
        self.flaw = flaw
        self.mender = mender
        self.language = language
    }

    var html: HTML {
        let text = FlawTexts(language: language)
        guard mender.mayMend(flaw) else { return "<p class=\"push meta\">\(text.onlyAdministrator)</p>" }
        return "<div class=\"push\">\(Button(text.button(flaw.mending), to: flaw.mending.link))</div>"
    }
}
