import Access
import Design
import Kernel
import Markup
import Web

/// Who holds what in a body or for a unit, who did and who will, and the form that gives a mandate.
struct SeatsPage {
    let visit: Visit
    let asOf: AsOf
    let place: NamedPlace
    let seats: [Seat]
    let former: [Seat]
    let coming: [Seat]
    /// Names of the units that are represented.
    let units: [UnitID: Words]
    let mayChange: Bool
    let problems: Problems

    private var text: OrganisationTexts { OrganisationTexts(language: visit.language) }
    private var more: HistoryTexts { HistoryTexts(language: visit.language) }
    private var isBody: Bool { place.bodyKind != nil }
    private var title: String { isBody ? text.members : more.offices }

    var page: Page {
        let name = place.name.in(visit.language)
        let kind = place.bodyKind.map(text.name) ?? place.unitKind.map(text.name) ?? ""
        return Page(
            title: "\(title): \(name)", section: "organisation", topics: [.rights],
            content: """
                \(Breadcrumbs(
                    [(text.organisation, asOf.link("/organisation")), (name, asOf.link(place.page))],
                    language: visit.language))
                \(asOf.banner(backTo: place.place.link))
                \(PageHeader(title, about: asOf.about("\(name) · \(kind)")))
                <div class="columns">
                <div class="stack">\(Sheet(title, aside: place.sides.map { "\($0.in(visit.language))" }) { members })
                \(when: !coming.isEmpty, Sheet(more.comingMembers) { list(coming) }.html)
                \(when: !former.isEmpty, Sheet(text.formerMembers) { list(former) }.html)</div>
                <div class="stack">\(when: mayChange, Sheet(isBody ? text.seat : more.giveOffice) { seatForm }.html)
                \(asOf.chooser(to: place.place.link))</div>
                </div>
                """)
    }

    private var members: HTML {
        guard seats.isEmpty else { return list(seats) }
        return
            "<p>\(isBody ? text.noMembers : more.noOffices)</p>\(when: !isBody, "<p class=\"meta\">\(more.officesHow)</p>")"
    }

    private func list(_ seats: [Seat]) -> HTML {
        """
        <ul class="stack">\(each: seats, { seat in
            """
            <li class="row nowrap seat">\(PersonName(seat.name, detail: detail(seat.mandate)))\
            \(when: mayEnd(seat), "<span class=\"push keep\">\(end(seat))</span>")</li>
            """
        })</ul>
        """
    }

    private func detail(_ mandate: Mandate) -> String {
        let language = visit.language
        var role = text.name(mandate.role)
        if let other = mandate.deputyOf, let seat = (seats + coming + former).first(where: { $0.mandate.id == other }) {
            role += " \(more.forWhom(seat.name))"
        }
        var parts = [role, text.name(mandate.origin), period(mandate)]
        let unit = mandate.representedUnit.flatMap { units[$0] }.map { $0.in(language) }
        let whom = [mandate.represents, unit ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
        if !whom.isEmpty { parts.append("\(more.represents.lowercased()) \(whom)") }
        if let minutes = mandate.minutesAWeek { parts.append(more.hours(Mandate.hours(minutes, in: language))) }
        return parts.joined(separator: ", ")
    }

    /// With years, also this one: a term goes over more than one.
    private func period(_ mandate: Mandate) -> String {
        let (from, to) = (dated(mandate.starts), mandate.ends.map(dated))
        return to.map { "\(from) – \($0)" } ?? "\(text.starts.lowercased()) \(from)"
    }

    private func dated(_ day: Day) -> String { day.short(in: visit.language, today: .earliest) }

    private func mayEnd(_ seat: Seat) -> Bool {
        mayChange && (seat.mandate.ends.map { $0 > max(visit.today, seat.mandate.starts) } ?? true)
    }

    private func end(_ seat: Seat) -> HTML {
        PostButton(text.endMandate, to: "/mandates/\(seat.mandate.id)/end", csrf: visit.csrf, .quiet).html
    }

    private var seatForm: HTML {
        let form = Form(
            to: place.place.link, csrf: nil, fields: visit.fields, problems: problems, language: visit.language)
        let held: Role.Place = isBody ? .body : .unit
        let roles = Role.allCases.filter { $0.places.contains(held) }.map { Choice($0.rawValue, text.name($0)) }
        let origins = Mandate.Origin.allCases.map { Choice($0.rawValue, text.name($0)) }
        let deputised = (seats + coming).filter { $0.mandate.role != .deputy }
        let seatChoices =
            [Choice("", more.nobodysDeputy)]
            + deputised.map { Choice($0.mandate.id.text, "\($0.name), \(text.name($0.mandate.role))") }
        return form.html { form in
            """
            \(visit.seal)
            \(form.field("email", text.person, .text(limit: 200), hint: text.personEmailHint))
            \(form.field("role", text.role, .select(roles), hint: text.doubleHint))
            \(form.field("origin", text.how, .select(origins)))
            \(form.field("starts", text.starts, .day(), isRequired: false))
            \(form.field("ends", text.ends, .day(), isRequired: false))
            \(form.field("represents", more.represents, .text(limit: 200), hint: more.representsHint, isRequired: false))
            \(form.field("represented_unit", more.representedUnit, .text(), hint: text.unitHint, isRequired: false))
            \(form.field("hours", more.hours, .text(), hint: more.hoursHint, isRequired: false))
            \(when: !deputised.isEmpty, form.field(
                "deputy_of", more.deputyOf, .select(seatChoices), hint: more.deputyOfHint, isRequired: false).html)
            \(Button(isBody ? text.seat : more.giveOffice, .primary))
            """
        }
    }
}
