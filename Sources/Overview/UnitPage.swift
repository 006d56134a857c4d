import Access
import Design
import Kernel
import Markup
import Organisation
import Proximity
import SafetyOrganisation
import Storage
import Web

struct UnitRoutes: Sendable {
    func add(to routes: inout Routes) {
        routes.get("/units/:id", for: .signedIn, show)
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let id: UnitID = try visit.id()
        return try await visit.organisationPage { asOf, reader in
            guard let unit = try UnitStore(reader).find(id, on: asOf.day) else { return nil }
            return try UnitPage(visit: visit, asOf: asOf, unit: unit, reader).page
        }
    }
}

/// A unit: where it lies, what lies under it, and whom one goes to.
struct UnitPage {
    let visit: Visit
    let asOf: AsOf
    let unit: Unit
    let line: [Unit]
    let children: [Unit]
    let bodies: [(body: Body, seats: [Seat])]
    let offices: [Office]
    let flaws: UnitFlaws
    let proximity: UnitProximity?

    init(visit: Visit, asOf: AsOf, unit: Unit, _ reader: Reader) throws {
        self.visit = visit
        self.asOf = asOf
        self.unit = unit
        let (units, store, mandates) = (UnitStore(reader), BodyStore(reader), MandateStore(reader))
        line = try units.line(to: unit.id, on: asOf.day)
        children = try units.children(of: unit.id, on: asOf.day)
        let covering = try store.bodies(covering: unit.id, on: asOf.day)
        bodies = try covering.map { body in
            (body, try mandates.seats(in: .body(body.id), on: asOf.day))
        }
        offices = try mandates.offices(covering: unit.id, on: asOf.day)
        flaws = try UnitFlaws(unit, coveredBy: covering, for: visit.viewer, law: visit.house.law, asOf, reader)
        proximity = asOf.isToday ? try UnitProximity(of: unit.id, for: visit.viewer, on: asOf.day, reader) : nil
    }

    private var text: UnitTexts { UnitTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = unit.name.in(visit.language)
        let steps = line.dropLast().map { ($0.name.in(visit.language), asOf.link("/units/\($0.id)")) }
        return Page(
            title: name, section: "organisation", topics: [.rights, .proximity],
            content: """
                \(Breadcrumbs([(words.organisation, asOf.link("/organisation"))] + steps, language: visit.language))
                \(asOf.banner(backTo: "/units/\(unit.id)"))
                \(PageHeader(name, about: asOf.about("\(words.name(unit.kind)) · \(unit.code)"), actions: actions))
                <div class="columns">
                \(Sheet(text.whoToAsk) { contacts })
                <div class="stack">\(flaws.sheet(visit.language))\(Sheet(text.unitsUnder) { below })
                \(proximity?.html(in: visit.language, on: visit.today))
                \(asOf.chooser(to: "/units/\(unit.id)"))</div>
                </div>
                """)
    }

    private var actions: HTML {
        """
        \(when: asOf.isToday, Button(text.poster, to: "/units/\(unit.id)/poster").html)
        \(when: asOf.isToday, Button(text.months, to: "/units/\(unit.id)/months").html)
        \(Button(text.history, to: asOf.link("/units/\(unit.id)/changes")))
        \(Button(text.offices, to: asOf.link("/units/\(unit.id)/offices")))
        """
    }

    private var contacts: HTML {
        """
        \(when: bodies.isEmpty, "<p>\(text.nobodyCovers)</p>")
        \(each: bodies, { body, seats in
            """
            <section class="stack tight"><h3><a href="\(asOf.link("/bodies/\(body.id)"))">\(body.name.in(visit.language))</a></h3>
            \(when: seats.isEmpty, "<p class=\"meta\">\(words.noMembers)</p>")
            \(people(seats.map { ($0.name, words.name($0.mandate.role)) }))</section>
            """
        })
        \(when: !offices.isEmpty, """
            <section class="stack tight"><h3>\(text.officesOfUnit)</h3>\(people(offices.map { office in
                (office.seat.name, detail(office))
            }))</section>
            """)
        """
    }

    private func detail(_ office: Office) -> String {
        let role = words.name(office.seat.mandate.role)
        guard office.distance > 0, let above = line.first(where: { $0.id == office.seat.mandate.unit }) else {
            return role
        }
        return "\(role), \(text.from(above.name.in(visit.language)))"
    }

    private func people(_ people: [(String, String)]) -> HTML {
        guard !people.isEmpty else { return .nothing }
        return """
            <ul class="stack tight">\(each: people, { name, detail in "<li>\(PersonName(name, detail: detail))</li>" })</ul>
            """
    }

    private var below: HTML {
        guard !children.isEmpty else { return "<p class=\"meta\">–</p>" }
        return """
            <ul class="stack tight">\(each: children, { child in
                "<li><a href=\"\(asOf.link("/units/\(child.id)"))\">\(child.name.in(visit.language))</a> <small class=\"meta\">\(child.code)</small></li>"
            })</ul>
            """
    }
}
