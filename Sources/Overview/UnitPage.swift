import Access
import Design
import Ideas
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

/// A unit: whom one goes to, where it lies, and what lies under it.
struct UnitPage {
    let visit: Visit
    let asOf: AsOf
    let unit: Unit
    let line: [Unit]
    /// One more than is shown, where there are more.
    let children: [Unit]
    let contacts: UnitContacts
    let flaws: UnitFlaws
    let proximity: UnitProximity?
    /// Whose plan the viewer reads, and where somebody looks after it.
    let mayGiveIdeas: Bool

    init(visit: Visit, asOf: AsOf, unit: Unit, _ reader: Reader) throws {
        self.visit = visit
        self.asOf = asOf
        self.unit = unit
        let units = UnitStore(reader)
        line = try units.line(to: unit.id, on: asOf.day)
        let last = visit.fields["after"].trimmed
        children = try units.page(
            under: unit.id, after: last.isEmpty ? nil : UnitID(last), on: asOf.day, most: Self.shown + 1)
        contacts = try UnitContacts(of: unit.id, on: asOf.day, today: asOf.today, reader)
        flaws = try UnitFlaws(
            unit, coveredBy: contacts.bodies.map(\.body), for: visit.viewer, law: visit.house.law, asOf, reader)
        mayGiveIdeas =
            try asOf.isToday && unit.isOpen(on: asOf.day) && contacts.group != nil
            && (unit.id == visit.viewer.home || visit.viewer.reads.includes(unit.id, reader))
        proximity = asOf.isToday ? try UnitProximity(of: unit.id, for: visit.viewer, on: asOf.day, reader) : nil
    }

    /// Units directly below.
    private static let shown = 40

    private var text: UnitTexts { UnitTexts(language: visit.language) }
    private var words: OrganisationTexts { OrganisationTexts(language: visit.language) }

    var page: Page {
        let name = unit.name.in(visit.language)
        let steps = line.dropLast().map { ($0.name.in(visit.language), asOf.link("/units/\($0.id)")) }
        return Page(
            title: name, section: unit.id == visit.viewer.home ? "own-unit" : "organisation",
            topics: [.rights, .proximity],
            content: """
                \(Breadcrumbs([(words.organisation, asOf.link("/organisation"))] + steps, language: visit.language))
                \(asOf.banner(backTo: "/units/\(unit.id)"))
                \(PageHeader(name, about: asOf.about(about)))
                <div class="columns" data-live-part="unit">
                <div class="stack">\(Sheet(text.whoToAsk, aside: groupLink) { people })
                <div class="actions">\(actions)</div></div>
                <div class="stack">\(flaws.sheet(visit.language))\(Sheet(text.bodies) { bodies })
                \(when: !children.isEmpty, Sheet(text.unitsUnder) { below }.html)
                \(proximity?.html(in: visit.language, on: visit.today))
                \(asOf.chooser(to: "/units/\(unit.id)"))</div>
                </div>
                """)
    }

    /// The code is for those who arrange: to others it says nothing.
    private var about: String {
        let viewer = visit.viewer
        let arranging: Set<Role> = [.coordinator, .secretariat]
        let arranges =
            viewer.isAdministrator || viewer.offices.contains { arranging.contains($0.role) }
            || viewer.mandates.contains { $0.role == .coordinator }
        return words.name(unit.kind) + (arranges ? " · \(unit.code)" : "")
    }

    private var actions: HTML {
        """
        \(when: asOf.isToday, Button(text.poster, to: "/units/\(unit.id)/poster").html)\(when: mayGiveIdeas, idea)
        \(Button(text.chart, to: asOf.link("/organisation/chart").with([("unit", unit.id.text)])))
        \(when: asOf.isToday, Button(text.months, to: "/units/\(unit.id)/months").html)
        \(Button(text.history, to: asOf.link("/units/\(unit.id)/changes")))
        \(Button(text.offices, to: asOf.link("/units/\(unit.id)/offices")))
        \(when: asOf.isToday && unit.isOpen(on: asOf.day), Button(text.whoReads, to: "/units/\(unit.id)/handlers").html)
        """
    }

    private var idea: HTML { Button(text.haveAnIdea, to: Ideas.newIdeaLink(unit: unit.id)).html }

    private var groupLink: HTML? {
        contacts.group.map { "<a href=\"\(asOf.link("/bodies/\($0.id)"))\">\($0.name.in(visit.language))</a>" }
    }

    private var people: HTML {
        """
        \(lookedAfter)
        \(when: !(contacts.people.isEmpty && contacts.vacant.isEmpty), """
            <ul class="contacts">\(each: contacts.vacant, vacant)\(each: contacts.people, card)</ul>
            """)
        """
    }

    /// That the unit has no group of its own, and whose area it lies in.
    private var lookedAfter: HTML {
        guard let group = contacts.group else { return "<p>\(text.nobodyCovers)</p>" }
        guard contacts.groupDistance > 0 else { return .nothing }
        return "<p>\(text.noOwnGroup(group.name.in(visit.language)))</p>"
    }

    private func card(_ contact: Contact) -> HTML {
        ContactCard(contact: contact, from: above(contact), isShown: asOf.isToday, language: visit.language).html
    }

    /// The unit by which the role is held, where it lies above.
    private func above(_ contact: Contact) -> String? {
        guard contact.distance > 0, let held = contact.seat.mandate.unit else { return nil }
        return line.first { $0.id == held }?.name.in(visit.language)
    }

    private func vacant(_ role: Role) -> HTML {
        """
        <li class="contact"><span class="face vacant" aria-hidden="true">?</span><div class="stack tight">\
        <span>\(Badge(words.vacant, .late))</span><b>\(words.name(role))</b>\
        <small>\(text.untilThen(role))</small></div></li>
        """
    }

    private var bodies: HTML {
        guard !contacts.bodies.isEmpty else { return "<p class=\"meta\">–</p>" }
        return """
            \(each: contacts.bodies, { body, seats in
                """
                <section class="stack tight"><h3><a href="\(asOf.link("/bodies/\(body.id)"))">\(body.name.in(visit.language))</a></h3>
                \(when: seats.isEmpty, "<p class=\"meta\">\(words.noMembers)</p>")
                \(when: !seats.isEmpty, members(seats))</section>
                """
            })
            """
    }

    /// A large committee takes its room only where somebody opens it.
    private func members(_ seats: [Seat]) -> HTML {
        let list: HTML = """
            <ul class="stack tight">\(each: seats, { seat in
                "<li>\(PersonName(seat.name, detail: words.name(seat.mandate.role)))</li>"
            })</ul>
            """
        guard seats.count > 4 else { return list }
        return "<details><summary>\(text.members(seats.count))</summary>\(list)</details>"
    }

    private var below: HTML {
        """
        \(when: children.count > Self.shown, "<p class=\"meta\">\(text.moreUnits)</p>")\
        <ul class="stack tight">\(each: children.prefix(Self.shown), { child in
            "<li><a href=\"\(asOf.link("/units/\(child.id)"))\">\(child.name.in(visit.language))</a> <small class=\"meta\">\(child.code)</small></li>"
        })</ul>\(pager)
        """
    }

    private var pager: Pager {
        let here = asOf.link("/units/\(unit.id)")
        let last = children.count > Self.shown ? children[Self.shown - 1] : nil
        return Pager(
            previous: visit.fields["after"].isEmpty ? nil : here,
            next: last.map { here.with([("after", $0.id.text)]) }, language: visit.language)
    }
}

/// Somebody whom one goes to: as what, with what, and how.
struct ContactCard {
    let contact: Contact
    /// The unit above for which the office is held.
    let from: String?
    /// How people were reached on an earlier day is nobody's business.
    let isShown: Bool
    let language: Language

    var html: HTML {
        let (text, words) = (UnitTexts(language: language), OrganisationTexts(language: language))
        let role = words.name(contact.role)
        let represents = contact.seat.mandate.represents
        return """
            <li class="contact">\(Face(contact.seat.name))<div class="stack tight"><b>\(contact.seat.name)</b>\
            <span>\(role)\(from.map { ", \(text.from($0))" })\
            \(when: !represents.isEmpty, " <small class=\"meta\">(\(represents))</small>")</span>\
            \(text.whatFor(contact.role).map { "<small class=\"meta\">\($0)</small>" })\(when: isShown, ways)</div></li>
            """
    }

    private var ways: HTML {
        let phone = contact.reached?.phone ?? ""
        let number = phone.filter { $0.isNumber || $0 == "+" }
        return """
            <span class="ways">\(contact.reached?.email.flatMap(mail))\
            \(Link(outside: "tel:\(number)").flatMap { phone.isEmpty ? nil : way($0, phone) })</span>
            """
    }

    private func mail(_ email: String) -> HTML? { Link(outside: "mailto:\(email)").map { way($0, email) } }

    private func way(_ link: Link, _ words: String) -> HTML { "<a href=\"\(link)\">\(words)</a>" }
}
