import Access
import Kernel
import Organisation
import Storage
import Web

/// The actions of a plan, or of the list as somebody has narrowed it down, read for a table.
struct PlanTableView {
    /// Lines; more than this nobody reads on paper.
    static let most = 500

    enum Place {
        case plan(SeenPlan, themes: [Theme], units: [Unit])
        case list
    }

    let visit: Visit
    let place: Place
    let form: PlanForm
    let groups: [PlanTable.Group]
    /// There are more than are shown.
    let isCut: Bool

    /// - Throws: `Refusal.notFound` where the plan is not there or not within reach.
    init(_ visit: Visit, plan id: BodyID, _ reader: Reader) throws {
        let plan = try SeenPlan(id, for: visit.viewer, reader)
        let themes = try BoardStore(reader).themes(of: id)
        let units = try UnitStore(reader).nearestTop(plan.body.units, on: visit.today)
        var filter = ActionFilter(visit.fields)
        filter.body = id
        let lines = try Lines(filter, visit, reader)
        place = .plan(plan, themes: themes, units: units)
        groups = lines.byTheme(themes, only: filter.theme, ActionTexts(language: visit.language).noTheme)
        (self.visit, form, isCut) = (visit, PlanForm(visit.fields["form"]), lines.isCut)
    }

    /// The list as it is narrowed down.
    init(_ visit: Visit, _ reader: Reader) throws {
        let lines = try Lines(ActionFilter(visit.fields), visit, reader)
        place = .list
        groups = lines.byPlan(visit.language)
        (self.visit, form, isCut) = (visit, PlanForm(visit.fields["form"]), lines.isCut)
    }

    var isEmpty: Bool { groups.allSatisfy(\.rows.isEmpty) }
    var count: Int { groups.reduce(0) { $0 + $1.rows.count } }

    var table: PlanTable {
        PlanTable(
            caption: title, form: form, groups: groups,
            words: PlanLine.Wording(language: visit.language, today: visit.today))
    }

    var title: String {
        switch place {
        case .plan(let plan, _, _):
            "\(ActionTexts(language: visit.language).plan): \(plan.body.name.in(visit.language))"
        case .list: PlanTableTexts(language: visit.language).wholeList
        }
    }
}

/// What the lines of a table are made from.
private struct Lines {
    let list: ActionList

    var isCut: Bool { list.next != nil }

    init(_ filter: ActionFilter, _ visit: Visit, _ reader: Reader) throws {
        var filter = filter
        (filter.after, filter.before) = ("", "")
        list = try ActionList(
            filter, for: visit.viewer, on: visit.today, most: PlanTableView.most, detail: .everything, reader)
        language = visit.language
    }

    private let language: Language

    /// In the order of the board; what has no theme comes last.
    func byTheme(_ themes: [Theme], only title: String, _ none: String) -> [PlanTable.Group] {
        let isOne = themes.contains { $0.title == title }
        let rows = Dictionary(grouping: zip(list.actions, list.whole)) { $0.1.agreed.theme }
        let named = themes.compactMap { theme -> PlanTable.Group? in
            guard let rows = rows[theme.id], !isOne || theme.title == title else { return nil }
            return PlanTable.Group(title: theme.title, rows: rows.map(line))
        }
        guard let rest = rows[nil], !isOne else { return named }
        return named + [PlanTable.Group(title: named.isEmpty ? nil : none, rows: rest.map(line))]
    }

    /// In the list's order within each plan.
    func byPlan(_ language: Language) -> [PlanTable.Group] {
        let rows = Dictionary(grouping: zip(list.actions, list.whole)) { $0.0.body }
        let names = rows.keys.map { (id: $0, name: list.bodies[$0]?.in(language) ?? "") }
        return names.sorted { ($0.name, $0.id) < ($1.name, $1.id) }.map { body in
            PlanTable.Group(
                title: names.count > 1 ? body.name : nil, rows: (rows[body.id] ?? []).map(line))
        }
    }

    private func line(_ row: ListedAction, _ action: Action) -> PlanLine {
        PlanLine(
            action: action, responsible: row.name ?? "",
            partners: action.agreed.partners.compactMap { list.partners[$0] }.sorted(),
            unit: list.units.count > 1 ? list.units[action.agreed.unit]?.in(language) : nil)
    }
}
