import Access
import Drawing
import Kernel
import Markup
import Organisation

/// A plan as a drawing.
struct PlanChart {
    let plan: Plan
    let search: PlanSearch?
    let language: Language
    /// The way to a unit or body; nothing on paper.
    var links: ((Mandate.Place) -> Link)?
    /// The way to the part below a unit that is not drawn.
    var partLink: ((UnitID) -> Link)?

    private var text: PlanTexts { PlanTexts(language: language) }
    private var words: OrganisationTexts { OrganisationTexts(language: language) }

    var chart: OrganisationChart { chart(of: plan.tree.tops) }

    /// The parts below the top, each for a sheet of its own, after a sheet with the top alone.
    var parts: [OrganisationChart] {
        guard plan.tree.tops.count == 1, let top = plan.tree.tops.first else {
            return plan.tree.tops.map { chart(of: [$0]) }
        }
        let children = plan.tree.children(of: top).map(\.id)
        guard !children.isEmpty else { return [chart] }
        return [chart(of: [top], levels: 0)] + children.map { chart(of: [$0]) }
    }

    private func chart(of tops: [UnitID], levels: Int = 50) -> OrganisationChart {
        let known = Dictionary(plan.tree.units.map { ($0.id, $0) }) { first, _ in first }
        let children = Dictionary(grouping: plan.tree.units.filter { $0.parent != nil }) { $0.parent }
        let firsts = Dictionary(plan.entries.compactMap { entry in entry.body.map { ($0.id, entry.unit) } }) {
            first, _ in
            first
        }
        func drawn(_ unit: Unit, _ left: Int) -> OrganisationChart.Unit {
            let below = left > 0 ? children[unit.id] ?? [] : []
            let hidden = plan.tree.hidden[unit.id] ?? (left > 0 ? 0 : (children[unit.id] ?? []).count)
            return OrganisationChart.Unit(
                unit.name.in(language), to: links?(.unit(unit.id)),
                lines: (plan.tree.offices[unit.id] ?? []).map(line),
                cards: (plan.tree.bodies[unit.id] ?? []).map { card($0, at: unit, first: firsts[$0.id]) },
                children: below.map { drawn($0, left - 1) },
                rest: hidden > 0 ? (text.unitsBelow(hidden), partLink?(unit.id)) : nil,
                isFound: search?.found(unit) == true)
        }
        let tops = tops.compactMap { known[$0] }
        let name = tops.count == 1 ? tops[0].name.in(language) : words.organisation
        return OrganisationChart(
            text.chartOf(name), description: text.description, tops: tops.map { drawn($0, levels) })
    }

    private func card(_ body: Body, at unit: Unit, first: Unit?) -> OrganisationChart.Card {
        let isFound = search?.found(body) == true
        let link = links?(.body(body.id))
        if let first, first.id != unit.id {
            let see = OrganisationChart.Line(text.see, first.name.in(language))
            return .init(body.name.in(language), to: link, lines: [see], isFound: isFound)
        }
        let seats = plan.tree.seats[body.id] ?? []
        let vacant = body.kind.vacantRoles(held: seats.map(\.mandate.role)).map {
            OrganisationChart.Line(text.short($0), text.vacant, isVacant: true)
        }
        let nobody = seats.isEmpty && vacant.isEmpty ? [OrganisationChart.Line("", text.nobody, isVacant: true)] : []
        return .init(
            body.name.in(language), to: link, lines: seats.map(line) + vacant + nobody, isFound: isFound)
    }

    private func line(_ seat: Seat) -> OrganisationChart.Line {
        .init(text.short(seat.mandate.role), seat.name, isFound: search?.found(seat) == true)
    }
}
