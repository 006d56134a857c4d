import Kernel
import Organisation
import Storage

/// In which order the rows of a list stand. A page is found again from the row where the one beside it ended, by
/// index, however far into the list it lies.
struct ActionOrder {
    /// A stretch of the list that one index holds in its order. A list by theme has two: what has a theme, by the
    /// theme's name, and then what has none. A list by kind has one for each kind.
    struct Stretch {
        var source: SQL = "action"
        var condition: SQL = "1 = 1"
        let columns: [SQL]
        var isLatestFirst = false
    }

    /// A row's place: the stretch that it stands in, and its values there.
    struct Place {
        let stretch: Int
        let values: [SQL]
    }

    let order: ActionFilter.Order
    let grouping: ActionFilter.Grouping?
    /// Whether groups are walked by their names; else the rows are found first, and then sorted.
    let isWide: Bool
    /// Units are grouped by what they are called on this day, in this language.
    let day: Day
    let language: Language

    var stretches: [Stretch] {
        switch (grouping, order) {
        case (.theme, _):
            [
                named(
                    "(SELECT id AS group_id, title AS group_name FROM plan_theme) AS named", "theme_id"),
                Stretch(condition: "COALESCE(theme_id, '') = ''", columns: ["due", "id"]),
            ]
        case (.person, _):
            [named("\(PersonStore.namesAsGroups) AS named", "responsible_id")]
        case (.unit, _):
            [named("\(UnitStore.namesAsGroups(on: day, in: language)) AS named", "unit_id")]
        case (.kind, _):
            // In the order in which kinds are named everywhere, which no column has: each is a stretch of its own.
            HazardKind.allCases.map {
                Stretch(condition: isWide ? "kind = \($0)" : "COALESCE(kind, '') = \($0)", columns: ["due", "id"])
            } + [Stretch(condition: isWide ? "kind IS NULL" : "COALESCE(kind, '') = ''", columns: ["due", "id"])]
        case (nil, .due): [Stretch(columns: ["due", "id"])]
        case (nil, .changed): [Stretch(columns: ["changed_at", "id"], isLatestFirst: true)]
        case (nil, .title): [Stretch(columns: ["what", "id"])]
        }
    }

    /// SQLite reads what stands around CROSS JOIN in this order; PostgreSQL knows how many rows there are.
    private func named(_ names: SQL, _ column: SQL) -> Stretch {
        Stretch(
            source: isWide ? "\(names) CROSS JOIN action" : "\(names), action", condition: "\(column) = group_id",
            columns: ["group_name", "group_id", "due", "id"])
    }
}

/// Reads pages of a list in an order.
struct ActionPages {
    let order: ActionOrder
    let condition: SQL
    let reader: Reader

    /// A page, and where the ones beside it are found.
    struct Page {
        var actions: [ListedAction]
        var previous: String?
        var next: String?
    }

    /// - Parameters:
    ///   - after: the place where the page before ended.
    ///   - before: the place before which this page ends, for who turns back.
    func page(after: String, before: String, _ most: Int) throws -> Page {
        if let end = try place(before) {
            let found = try rows(from: end, isBackward: true, most + 1)
            // What is left at the beginning of the list is shown with what follows, as its first page.
            if found.count > most {
                let shown = Array(found.suffix(most))
                return Page(actions: shown, previous: shown.first.map(text), next: shown.last.map(text))
            }
        } else if let start = try place(after) {
            let found = try rows(from: start, most + 1)
            if !found.isEmpty {
                let shown = Array(found.prefix(most))
                return Page(
                    actions: shown, previous: shown.first.map(text),
                    next: found.count > most ? shown.last.map(text) : nil)
            }
        }
        let found = try rows(from: nil, most + 1)
        let shown = Array(found.prefix(most))
        return Page(actions: shown, next: found.count > most ? shown.last.map(text) : nil)
    }

    private func rows(from place: ActionOrder.Place?, isBackward: Bool = false, _ most: Int) throws -> [ListedAction] {
        let stretches = Array(order.stretches.enumerated())
        var found: [ListedAction] = []
        for (index, stretch) in isBackward ? stretches.reversed() : stretches where found.count < most {
            if let place, isBackward ? index > place.stretch : index < place.stretch { continue }
            let values = place?.stretch == index ? place?.values : nil
            let query = query(of: stretch, beyond: values, isBackward: isBackward, most - found.count)
            found += try reader.rows(query, ListedAction.init(row:))
        }
        return isBackward ? found.reversed() : found
    }

    func query(
        of stretch: ActionOrder.Stretch, beyond values: [SQL]?, isBackward: Bool, _ most: Int
    ) -> SQL {
        let isFalling = stretch.isLatestFirst != isBackward
        var conditions = [stretch.condition, condition]
        if let values {
            let columns = SQL.joined(stretch.columns, by: ", ")
            let place = SQL.joined(values, by: ", ")
            // The first column alone lets the index begin there.
            conditions.append(
                isFalling
                    ? "\(stretch.columns[0]) <= \(values[0]) AND (\(columns)) < (\(place))"
                    : "\(stretch.columns[0]) >= \(values[0]) AND (\(columns)) > (\(place))")
        }
        let key = SQL.joined(stretch.columns.map { isFalling ? "\($0) DESC" : $0 }, by: ", ")
        return ListedAction.query(
            SQL.joined(conditions, by: " AND "), of: stretch.source, orderedBy: key, most)
    }

    /// A row's place as an address carries it. Of a group it has the id, whose name is asked for again: an address is
    /// no place for people's names.
    private func text(of action: ListedAction) -> String {
        switch (order.grouping, order.order) {
        case (.theme, _): "\(action.theme?.text ?? "")~\(action.due.text)~\(action.id)"
        case (.person, _): "\(action.responsible)~\(action.due.text)~\(action.id)"
        case (.unit, _): "\(action.unit)~\(action.due.text)~\(action.id)"
        case (.kind, _): "\(action.kind?.rawValue ?? "")~\(action.due.text)~\(action.id)"
        case (nil, .due): "\(action.due.text)~\(action.id)"
        case (nil, .changed): "\(action.changedAt.text)~\(action.id)"
        case (nil, .title): "\(action.what)~\(action.id)"
        }
    }

    /// Nothing where the place cannot be read: then the list begins from its first row.
    private func place(_ text: String) throws -> ActionOrder.Place? {
        guard let cut = text.lastIndex(of: "~") else { return nil }
        let id = String(text[text.index(after: cut)...])
        let head = String(text[..<cut])
        guard let grouping = order.grouping else {
            return ActionOrder.Place(stretch: 0, values: ["\(head)", "\(id)"])
        }
        guard let middle = head.lastIndex(of: "~") else { return nil }
        let group = String(head[..<middle])
        let due = String(head[head.index(after: middle)...])
        let name: String?
        switch grouping {
        case .theme where group.isEmpty: return ActionOrder.Place(stretch: 1, values: ["\(due)", "\(id)"])
        case .theme: name = try BoardStore(reader).theme(ThemeID(group))?.title
        case .person: name = try PersonStore(reader).name(of: PersonID(group))
        case .unit:
            name = try UnitStore(reader).names(of: [UnitID(group)], on: order.day).values.first?.in(order.language)
        case .kind:
            let kinds = HazardKind.allCases
            let stretch = HazardKind(rawValue: group).flatMap(kinds.firstIndex) ?? kinds.count
            return ActionOrder.Place(stretch: stretch, values: ["\(due)", "\(id)"])
        }
        return name.map { ActionOrder.Place(stretch: 0, values: ["\($0)", "\(group)", "\(due)", "\(id)"]) }
    }
}
