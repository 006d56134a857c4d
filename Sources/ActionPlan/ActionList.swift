import Access
import Kernel
import Organisation
import Storage

/// A page of a list of actions, with the names that its rows show.
struct ActionList {
    static let pageSize = 50
    /// More than this is not counted, but said to be more.
    static let countLimit = 1000

    let actions: [Action]
    /// How many there are in all, counted to the limit; of a file only those in it.
    let count: Int
    /// Before which place the previous page ends; nothing where this is the first.
    let previous: String?
    /// After which place the next page begins; nothing where this is the last.
    let next: String?
    let people: [PersonID: String]
    /// Empty on a page, which does not show them.
    let units: [UnitID: Words]
    let bodies: [BodyID: Words]
    let themes: [ThemeID: String]

    init(
        _ filter: ActionFilter, for viewer: Viewer, on day: Day, most: Int = pageSize, detail: Detail,
        bodies known: [BodyID: Words] = [:], _ reader: Reader
    ) throws {
        let store = ActionStore(reader)
        let condition = try filter.condition(for: viewer, on: day, reader)
        let order = ActionOrder(order: filter.order, grouping: filter.grouping, isWide: filter.isWide(for: viewer))
        let page = try ActionPages(order: order, condition: condition, reader: reader)
            .page(after: filter.after, before: filter.before, most)
        let isWhole = page.previous == nil && page.next == nil
        count = detail == .page && !isWhole ? try Self.count(condition, reader) : page.actions.count
        previous = page.previous
        next = page.next
        var found = page.actions.map(\.action)
        var people = Dictionary(page.actions.map { ($0.action.agreed.responsible, $0.responsible ?? "") }) { one, _ in
            one
        }
        themes = Dictionary(page.actions.compactMap { one in one.action.agreed.theme.map { ($0, one.theme ?? "") } }) {
            one, _ in
            one
        }
        bodies = try known.merging(BodyStore(reader).names(of: Set(found.map(\.body)).subtracting(known.keys))) {
            one, _ in
            one
        }
        if detail == .everything {
            let partners = try store.partners(of: found.map(\.id))
            for index in found.indices { found[index].agreed.partners = partners[found[index].id] ?? [] }
            let unnamed = partners.values.reduce(into: Set()) { $0.formUnion($1) }.subtracting(people.keys)
            people.merge(try PersonStore(reader).names(of: unnamed)) { one, _ in one }
            units = try UnitStore(reader).names(of: Set(found.map(\.agreed.unit)), on: day)
        } else {
            units = [:]
        }
        self.people = people
        actions = found
    }

    /// What is read of each action.
    enum Detail {
        /// What a page shows, and how many there are in all.
        case page
        /// Its partners and its unit as well, and no count: for a file.
        case everything
    }

    private static func count(_ condition: SQL, _ reader: Reader) throws -> Int {
        try reader.value(
            """
            SELECT COUNT(*) FROM (
                SELECT 1 FROM action WHERE \(condition) LIMIT \(countLimit + 1)
            ) AS counted
            """) ?? 0
    }
}
