import Design
import Kernel
import Markup
import Organisation

/// What a search found, above the drawing: with the way to each, also where it is not drawn.
struct FoundInPlan {
    let search: PlanSearch
    let plan: Plan
    let view: ChartView
    let asOf: AsOf
    let language: Language

    private var text: PlanTexts { PlanTexts(language: language) }
    private var words: OrganisationTexts { OrganisationTexts(language: language) }

    var html: HTML {
        guard !search.isEmpty else { return "<p role=\"status\">\(text.nothingFound(search.text))</p>" }
        return Sheet(text.found, aside: when(isDrawn, "<a href=\"#found\">\(text.showInDrawing)</a>")) {
            """
            <ul class="stack tight">\(each: search.people, person)\(each: search.bodies, body)\(each: search.units, unit)</ul>
            """
        }.html
    }

    private func when(_ condition: Bool, _ html: HTML) -> HTML? { condition ? html : nil }

    /// Whether anything that was found stands in the drawing below.
    private var isDrawn: Bool {
        plan.tree.units.contains(where: search.found)
            || plan.tree.bodies.values.contains { $0.contains(where: search.found) }
            || plan.entries.contains { $0.seat.map(search.found) == true }
    }

    private func person(_ person: Person) -> HTML {
        let seats = search.seats.filter { $0.mandate.person == person.id }
        guard !seats.isEmpty else {
            let home = person.unit
            return """
                <li>\(PersonName(person.name, detail: detail(person)))\
                \(home.map { " <a href=\"\(asOf.link("/units/\($0)"))\">\(text.whomToAsk)</a>" as HTML })</li>
                """
        }
        return """
            <li>\(PersonName(person.name)) \(seats.enumerated().map { place, seat in
                "\(self.when(place > 0, ", ") ?? .nothing)\(words.name(seat.mandate.role)) \(held(seat))" as HTML
            })</li>
            """
    }

    private func detail(_ person: Person) -> String {
        let unit = person.unit.flatMap { search.unitNames[$0] }.map { text.worksIn($0.in(language)) }
        return [unit, text.noOffice].compactMap(\.self).joined(separator: ", ")
    }

    private func held(_ seat: Seat) -> HTML {
        switch seat.mandate.place {
        case .body(let body):
            let name = search.bodyNames[body]?.in(language) ?? ""
            return "\(part(name, search.areas[body]))"
        case .unit(let unit):
            return "\(part(search.unitNames[unit]?.in(language) ?? "", unit))"
        }
    }

    private func body(_ body: Body) -> HTML {
        "<li>\(part(body.name.in(language), search.areas[body.id])) <small class=\"meta\">\(words.name(body.kind))</small></li>"
    }

    private func unit(_ unit: Unit) -> HTML {
        "<li>\(part(unit.name.in(language), unit.id)) <small class=\"meta\">\(unit.code)</small></li>"
    }

    /// The name as the way to the part of the drawing where it stands.
    private func part(_ name: String, _ unit: UnitID?) -> HTML {
        guard let unit else { return "\(name)" }
        let isHere = plan.tree.units.contains { $0.id == unit }
        let link = isHere ? "#found" : view.changed { ($0.unit, $0.levels) = (unit, nil) }.link("/organisation/chart")
        return "<a href=\"\(link)\">\(name)</a>"
    }
}
