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
    let language: Language

    public init(_ flaws: [Flaw], for mender: Mender?, namesPlaces: Bool = false, language: Language) {
        self.flaws = mender == nil ? flaws.filter(\.kind.isVacancy) : flaws
        self.mender = mender
        self.namesPlaces = namesPlaces
        self.language = language
    }

    public var isEmpty: Bool { flaws.isEmpty }
    private var text: FlawTexts { FlawTexts(language: language) }

    public var html: HTML {
        guard !flaws.isEmpty else { return .nothing }
        return """
            <ul class="stack">\(each: flaws, line)</ul>
            """
    }

    private func line(_ flaw: Flaw) -> HTML {
        let place: HTML =
            namesPlaces
            ? "<a href=\"\(flaw.place.link)\"><b>\(flaw.name.in(language))</b></a> " : .nothing
        return """
            <li class="stack tight"><p>\(place)\(FlawBadge(flaw, language: language)) \(text.says(flaw))</p>\
            \(why(flaw))\(button(flaw))</li>
            """
    }

    private func why(_ flaw: Flaw) -> HTML {
        guard mender != nil, let rule = flaw.rule else { return .nothing }
        return "<p class=\"meta\">\(rule.words.in(language)) \(LawSource(rule, language: language))</p>"
    }

    private func button(_ flaw: Flaw) -> HTML {
        mender.map { MendingButton(flaw, for: $0, language: language).html } ?? .nothing
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
        guard mender.mayMend(flaw) else { return "<p class=\"meta\">\(text.onlyAdministrator)</p>" }
        return "<div class=\"row\">\(Button(text.button(flaw.mending), to: flaw.mending.link))</div>"
    }
}
