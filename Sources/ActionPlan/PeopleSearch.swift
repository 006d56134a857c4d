import Design
import Kernel
import Markup
import Organisation
import Storage
import Web

/// A colleague who is not among the people nearby: searched for by name in the form of an action, and chosen there.
/// Without scripts each step sends the form, which comes back with everything typed.
struct PeopleSearch {
    /// More than these are not shown: whoever sees so many types one more letter.
    static let most = 8

    let text: String
    let found: [PersonStore.Found]
    let units: [UnitID: Words]

    /// Whether the form was sent to look for somebody or to choose somebody who was found, and not yet to be saved.
    /// What stands in the search field and was not looked for is looked for first: nobody typed it for nothing.
    static func isAsked(by fields: Fields) -> Bool {
        let text = fields["sought"].trimmed
        return fields["find"] == "people" || fields.has("choose") || !text.isEmpty && text != fields["looked_for"]
    }

    init(_ fields: Fields, on day: Day, _ reader: Reader) throws {
        text = fields["sought"].trimmed
        found = try PersonStore(reader).beginning(with: text, on: day, most: Self.most)
        units = try UnitStore(reader).names(of: Set(found.compactMap(\.unit)), on: day)
    }
}

extension Fields {
    /// With the person who was just chosen among those found, as the one responsible or as one who takes part.
    func withChosenPerson() -> Fields {
        let parts = self["choose"].split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[1].utf8.count <= 64 else { return self }
        var texts = texts
        let partners = all("partners").filter { $0 != parts[1] }
        if parts[0] == "responsible" { texts["responsible"] = [parts[1]] }
        texts["partners"] = parts[0] == "partner" ? partners + [parts[1]] : partners
        return Fields(texts)
    }
}

/// The search field in the form, and under it who was found.
struct PeopleSearchField: Pattern {
    let fields: Fields
    /// Nothing before anybody was searched for.
    let search: PeopleSearch?
    let text: ActionTexts

    var html: HTML {
        """
        <div class="field"\(when: search != nil, " data-answer")><label for="sought">\(text.findPerson)</label>\
        <p class="hint" id="sought-hint">\(text.findPersonHint)</p><div class="row nowrap">\
        <input type="search" id="sought" name="sought" value="\(search?.text ?? "")" maxlength="100" autocomplete="off" \
        aria-describedby="sought-hint"\(when: search?.found.isEmpty == true, " autofocus")>\
        <button class="button" name="find" value="people">\(text.find)</button></div>\
        <input type="hidden" name="looked_for" value="\(search?.text ?? "")">\(search.map(results))</div>
        """
    }

    private func results(_ search: PeopleSearch) -> HTML {
        guard !search.text.isEmpty else { return .nothing }
        guard !search.found.isEmpty else { return "<p class=\"meta\" role=\"status\">\(text.nobodyFound)</p>" }
        return """
            <ul class="found" aria-label="\(text.peopleFound)">\
            \(each: search.found.indices, { row(search.found[$0], in: search, isFirst: $0 == 0) })</ul>\
            \(when: search.found.count == PeopleSearch.most, "<p class=\"meta\">\(text.perhapsMore)</p>")
            """
    }

    private func row(_ person: PersonStore.Found, in search: PeopleSearch, isFirst: Bool) -> HTML {
        let unit = person.unit.flatMap { search.units[$0] }?.in(text.language)
        let isResponsible = fields["responsible"] == person.id.text
        let isPartner = fields.all("partners").contains(person.id.text)
        return """
            <li><span class="who">\(PersonName(person.name)) <small>\(unit)</small></span><span class="row tight">\
            \(when: isResponsible, "\(Badge(text.isResponsible, .ok))", else: button("responsible", person, text.makeResponsible, isFirst))\
            \(when: isPartner, "\(Badge(text.isPartner, .ok))", else: button("partner", person, text.makePartner, isFirst && isResponsible))\
            </span></li>
            """
    }

    private func button(_ part: String, _ person: PersonStore.Found, _ title: String, _ isFocused: Bool) -> HTML {
        """
        <button class="button small" name="choose" value="\(part):\(person.id)"\(when: isFocused, " autofocus")>\(title)\
        <span class="unseen">: \(person.name)</span></button>
        """
    }
}
