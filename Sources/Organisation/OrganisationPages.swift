import Access
import Design
import Kernel
import Markup
import Web

/// The organisation from the top: its units, and its groups and committees.
struct OrganisationPage {
    let visit: Visit
    let asOf: AsOf
    let tops: [Unit]
    /// Below a single top: one more than is shown, where there are more.
    let children: [Unit]
    let bodies: [Body]
    /// Where somebody says to work; nothing where nobody asked.
    let found: [Unit]?

    /// Units; the rest stands on a page of its own.
    static let shown = 40
    /// The same of bodies of one kind.
    static let shownOfKind = 20

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }
    /// More working environment groups than these are folded away below the committees.
    private static let few = 8

    var page: Page {
        Page(
            title: text.organisation, section: "organisation",
            content: """
                \(asOf.banner(backTo: "/organisation"))
                \(PageHeader(text.organisation, about: asOf.about(), actions: actions))
                \(when: !tops.isEmpty, Sheet(text.whomToAsk) { whereYouWork }.html)
                <div class="columns">
                <div class="stack">\(Sheet(text.units) { units })
                \(when: !tops.isEmpty, Sheet(text.workOnIt) { work }.html)</div>
                \(Sheet(text.bodies) { groups })
                </div>
                \(asOf.chooser(to: "/organisation"))
                """)
    }

    /// Only the top unit is there, and somebody is about to fill the organisation in.
    private var isNew: Bool {
        visit.viewer.isAdministrator && asOf.isToday && !tops.isEmpty && children.isEmpty && bodies.isEmpty
    }

    private var actions: HTML {
        guard !isNew else {
            return "\(Button(text.importFiles, to: "/import", .primary)) \(Button(text.newUnit, to: "/units/new"))"
        }
        return """
            \(Button(text.directory, to: asOf.link("/people"))) \(Button(text.chart, to: asOf.link("/organisation/chart")))
            \(Button(text.plan, to: asOf.link("/organisation/plan")))
            """
    }

    /// What fewer people come for: each with what it is about.
    private var work: HTML {
        let isAdministrator = visit.viewer.isAdministrator && asOf.isToday && !isNew
        let places: [(title: String, about: String, link: Link)] =
            [(text.elections, text.electionsAbout, "/elections")]
            + (mends ? [(text.isWhole, text.isWholeAbout, asOf.link("/safety-organisation"))] : [])
            + [
                (text.proximity, text.proximityAbout, "/proximity"),
                (text.agreements, text.agreementsAbout, "/agreements"),
            ]
        return """
            <dl class="places">\(each: places, { place in
                "<dt><a href=\"\(place.link)\">\(place.title)</a></dt><dd class=\"meta\">\(place.about)</dd>"
            })</dl>\
            \(when: isAdministrator, """
                <p class="row">\(Button(text.importFiles, to: "/import")) \(Button(text.newUnit, to: "/units/new"))</p>
                """)
            """
    }

    /// Whether the viewer has a list of what the safety organisation lacks.
    private var mends: Bool {
        let viewer = visit.viewer
        return viewer.isAdministrator || viewer.mandates.contains { $0.role == .coordinator }
            || viewer.offices.contains { [.coordinator, .secretariat].contains($0.role) }
    }

    private var whereYouWork: HTML {
        """
        \(FilterBar(
            to: "/organisation", search: visit.fields["q"], searchTitle: text.whereYouWork,
            kept: asOf.isToday ? [] : [("on", asOf.day.text)], isNarrowed: found != nil, language: visit.language))
        \(found.map { units in
            units.isEmpty ? "<p role=\"status\">\(text.noSuchPlace)</p>" : "<ul class=\"found\">\(each: units, place)</ul>" as HTML
        })
        """
    }

    private func place(_ unit: Unit) -> HTML {
        """
        <li><a href="\(asOf.link("/units/\(unit.id)"))"><b>\(unit.name.in(visit.language))</b></a> \
        <small class="meta">\(text.name(unit.kind)) · \(unit.code)</small></li>
        """
    }

    private var units: HTML {
        guard !tops.isEmpty else {
            let step = visit.viewer.isAdministrator ? Button(text.importFiles, to: "/import", .primary) : nil
            return EmptyState(text.noUnits, text.noUnitsHow, firstStep: step).html
        }
        return """
            <ul class="stack tight">\(each: tops, { unit in
                "<li><a href=\"\(asOf.link("/units/\(unit.id)"))\"><b>\(unit.name.in(visit.language))</b></a></li>"
            })</ul><ul class="stack tight">\(each: children.prefix(Self.shown), { unit in
                "<li><a href=\"\(asOf.link("/units/\(unit.id)"))\">\(unit.name.in(visit.language))</a> <small class=\"meta\">\(unit.code)</small></li>"
            })</ul>\(when: children.count > Self.shown, """
                <p><a href="\(asOf.link("/units/\(tops[0].id)"))">\(text.more)</a></p>
                """)
            """
    }

    private var groups: HTML {
        guard !bodies.isEmpty else {
            let step = visit.viewer.isAdministrator ? Button(text.newBody, to: "/bodies/new", .primary) : nil
            return EmptyState(text.noBodies, text.noBodiesHow, firstStep: step).html
        }
        let groups = bodies.filter { $0.kind == .group }
        let main = bodies.filter { $0.kind == .main }
        let others = main + bodies.filter { ![.group, .main].contains($0.kind) }
        return """
            \(list(others))
            \(when: others.isEmpty || groups.count <= Self.few, list(groups), else: Disclosure(text.groups) {
                list(groups)
            }.html)
            <p><a href="\(asOf.link("/bodies"))">\(text.more)</a></p>
            \(when: visit.viewer.isAdministrator && asOf.isToday, "\(Button(text.newBody, to: "/bodies/new"))")
            """
    }

    private func list(_ bodies: [Body]) -> HTML {
        guard !bodies.isEmpty else { return .nothing }
        return """
            <ul class="stack tight">\(each: bodies, { body in
                "<li><a href=\"\(asOf.link("/bodies/\(body.id)"))\">\(body.name.in(visit.language))</a> <small class=\"meta\">\(text.name(body.kind))</small></li>"
            })</ul>
            """
    }
}

struct NewUnitPage {
    let visit: Visit
    var problems = Problems.none

    var page: Page {
        let text = OrganisationTexts(language: visit.language)
        let form = Form(
            to: "/units", csrf: nil, fields: visit.fields, problems: problems, language: visit.language)
        let kinds = Unit.Kind.allCases.map { Choice($0.rawValue, text.name($0)) }
        return Page(
            title: text.newUnit, section: "organisation",
            content: """
                \(PageHeader(text.newUnit))
                \(form.html { form in
                    """
                    \(visit.seal)
                    \(form.field("name_da", text.nameDanish, .text(limit: 200)))
                    \(form.field("name_en", text.nameEnglish, .text(limit: 200), isRequired: false))
                    \(form.field("code", text.code, .text(limit: 40), hint: text.codeHint))
                    \(form.field("kind", text.kind, .select(kinds)))
                    \(form.field("parent", text.parent, .text(limit: 200), hint: text.unitHint, isRequired: false))
                    \(Button(text.create, .primary))
                    """
                })
                """)
    }
}

struct PeoplePage {
    let visit: Visit
    let asOf: AsOf
    /// One more than is shown, where there are more.
    let people: [Person]
    /// After whom a search goes on that was broken off.
    let further: PersonID?
    /// Those of them whose page the viewer may open.
    let seen: Set<PersonID>

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }
    static let shown = 50

    var page: Page {
        let next = people.count > Self.shown ? people[Self.shown - 1].id : further
        let link = next.map { last in
            asOf.link("/people").with([("q", visit.fields["q"]), ("after", last.text)])
        }
        return Page(
            title: text.people, section: "organisation",
            content: """
                \(Breadcrumbs([(text.organisation, asOf.link("/organisation"))], language: visit.language))
                \(asOf.banner(backTo: "/people"))
                \(PageHeader(text.people, about: asOf.about()))
                \(FilterBar(
                    to: "/people", search: visit.fields["q"], kept: asOf.isToday ? [] : [("on", asOf.day.text)],
                    isNarrowed: !visit.fields["q"].isEmpty, language: visit.language))
                \(when: further != nil, Banner(text.searchedInPart).html)
                \(when: people.isEmpty && further == nil, EmptyState(text.noPeople, text.noPeopleHow).html)
                \(when: !people.isEmpty, table)
                \(Pager(previous: nil, next: link, language: visit.language))
                """)
    }

    private func name(_ person: Person) -> HTML {
        let name = PersonName(person.name).html
        return seen.contains(person.id) ? "<a href=\"\(asOf.link("/people/\(person.id)"))\">\(name)</a>" : name
    }

    private var table: HTML {
        DataTable(
            text.people, isCaptionSeen: false,
            columns: [.init(text.name), .init(text.title), .init(text.email), .init(text.phone)],
            rows: people.prefix(Self.shown).map { person in
                .init([
                    name(person), "\(person.title)",
                    // Whoever has left is known by name only.
                    "\(person.isHere(on: asOf.today) ? person.email : nil)",
                    "\(person.isHere(on: asOf.today) ? person.phone : "")",
                ])
            }
        ).html
    }
}
