import Design
import Kernel
import Markup
import Organisation
import Web

/// Who reads what is told in confidence in a unit, who did, and the form that names somebody.
struct NamingPage {
    let visit: Visit
    let picture: NamingPicture
    let problems: Problems

    private var text: ConfidenceTexts { ConfidenceTexts(language: visit.language) }
    private var link: Link { "/units/\(picture.unit.id)/handlers" }
    private var awayLink: Link { "/units/\(picture.unit.id)/handlers/away" }
    private var own: HandlerNaming? { picture.namings.first.flatMap { $0.unit == picture.unit.id ? $0 : nil } }

    var page: Page {
        let name = picture.unit.name.in(visit.language)
        return Page(
            title: "\(text.whoReads): \(name)", section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs(
                    [(text.organisation, "/organisation"), (name, "/units/\(picture.unit.id)")],
                    language: visit.language))
                \(PageHeader(text.whoReads, about: name))
                <div class="columns">
                <div class="stack" data-live-part="handlers">\(Sheet(text.now) { now })
                \(when: !picture.former.isEmpty, Sheet(text.before) { former }.html)</div>
                <div class="stack">\(when: mine != nil, Sheet(text.awayTitle) { away }.html)
                \(when: picture.mayName, Sheet(text.name) { form }.html)</div>
                </div>
                """)
    }

    private var now: HTML {
        "\(when: picture.readers < 2, "\(Banner(picture.readers == 0 ? text.nobodyCan : text.onlyOneCan, .soon))")\(reading)"
    }

    private var reading: HTML {
        guard let nearest = picture.namings.first else { return byOffice }
        let above = nearest.unit == picture.unit.id ? nil : picture.units[nearest.unit]?.in(visit.language)
        let by = nearest.namedBy.flatMap { picture.names[$0] }
        return """
            \(Facts([
                (text.handler, named(nearest.handler)), (text.deputy, named(nearest.deputy)),
                (text.since, "\(dated(nearest.starts))\(by.map { ", \(text.by($0))" } ?? "")"),
            ]))\
            \(when: above != nil, "<p>\(text.fromAbove(above ?? ""))</p>")<p class="meta">\(text.namingAbout)</p>
            """
    }

    private var byOffice: HTML {
        guard let first = picture.byOffice.first, case .office(let role) = first.standing else {
            return "<p>\(text.nobodyHere)</p>"
        }
        let people = picture.byOffice.map { picture.names[$0.person] ?? "" }
        return "<p>\(text.nobodyNamed) \(text.read(by: people, as: role))</p>"
    }

    private func named(_ one: HandlerNaming.Named) -> HTML {
        guard !one.hasLeft else { return "\(one.name), \(text.hasLeft)" }
        guard let last = one.away, one.isAway(on: visit.today) else { return "\(one.name)" }
        return "\(one.name), \(text.awayUntil(dated(last)))"
    }

    private var former: HTML {
        """
        <ul class="stack tight">\(each: picture.former, { one in
            """
            <li>\(one.handler.name), \(text.deputy.lowercased()) \(one.deputy.name)\
            <br><small class="meta">\(dated(one.starts)) – \(one.ended.map(dated) ?? "")</small></li>
            """
        })</ul>
        """
    }

    private var form: HTML {
        """
        <p class="meta">\(text.nameAbout)</p>\(Form(
            to: link, csrf: nil, fields: typed(isAway: false), problems: shown(["handler", "deputy"]),
            language: visit.language
        ).html { form in
            """
            \(visit.seal)\(form.field("handler", text.handler, .text(limit: 200), hint: text.personHint))
            \(form.field("deputy", text.deputy, .text(limit: 200), hint: text.personHint))
            \(Button(text.name, .primary))
            """
        })\(when: own != nil, ending)
        """
    }

    private var ending: HTML {
        """
        <p class="meta">\(text.endAbout)</p>\(PostButton(text.end, to: "/units/\(picture.unit.id)/handlers/end", csrf: visit.csrf, .quiet))
        """
    }

    /// The viewer, where he or she is named here.
    private var mine: HandlerNaming.Named? {
        picture.namings.flatMap { [$0.handler, $0.deputy] }.first { $0.person == visit.viewer.person }
    }

    private var away: HTML {
        """
        <p class="meta">\(text.awayAbout)</p>\(Form(
            to: awayLink, csrf: nil, fields: typed(isAway: true), problems: shown(["until"]), idPrefix: "away-",
            language: visit.language
        ).html { form in
            """
            \(visit.seal)\(form.field("until", text.until, .day(earliest: visit.today), isRequired: false))
            \(Button(text.save, .plain))
            """
        })
        """
    }

    /// What was typed, in the form in which it was.
    private func typed(isAway: Bool) -> Fields {
        if !problems.isEmpty, (visit.address == awayLink.text) == isAway { return visit.fields }
        var fields = Fields()
        if isAway, let mine, mine.isAway(on: visit.today) { fields["until"] = mine.away?.text ?? "" }
        return fields
    }

    private func shown(_ names: [String]) -> Problems {
        names.contains { problems[$0] != nil } ? problems : .none
    }

    private func dated(_ day: Day) -> String { day.short(in: visit.language, today: .earliest) }
}
